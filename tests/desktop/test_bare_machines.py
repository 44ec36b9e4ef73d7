"""Machines that lack something: no display, no sound library."""

import ctypes.util
import os
from pathlib import Path

from tests.desktop.bare_ground import one_line, without_file
from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.picture import stands_still
from tests.desktop.program import Program


def test_no_display_is_one_clear_line(desktop: Desktop, tmp_path: Path) -> None:
    program = Program(desktop, tmp_path / "home")
    for display in ("", ":399"):
        program.extra_env = {"DISPLAY": display}
        done = program.run()
        assert done.returncode == 1
        assert "display" in one_line(done.stderr).lower()


def test_without_a_sound_library_the_session_is_a_silent_one(desktop: Desktop, tmp_path: Path) -> None:
    name = ctypes.util.find_library("portaudio")
    assert name
    (library,) = {os.path.realpath(path) for path in Path("/usr/lib").rglob(name)}
    with Program(desktop, tmp_path / "home", before=without_file(Path(library))) as program:
        program.click_icon()
        window = program.window()
        wait_for(lambda: program.sound() == "silent", "the session knows that it is silent")
        wait_for(lambda: not stands_still(desktop.screen, window, 0.1), "the picture moves")
        said = program.running.said()
    assert "Traceback" not in said
