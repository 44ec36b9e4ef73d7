"""A light and quiet guest: no network, the screen kept on only while it breathes, nothing painted unseen."""

import re
from pathlib import Path
from typing import Any

from tests.desktop.deadline import stays, wait_for
from tests.desktop.hand import Editor
from tests.desktop.harness import Desktop
from tests.desktop.private_bus import Reply, Service
from tests.desktop.program import CLASS, Program

COVER = (0xDA, 0xE4, 0xE8)
"""Blue, green, red of the window that covers others."""

SAVER = "org.freedesktop.ScreenSaver"


def test_tray_and_session_open_no_network(desktop: Desktop, tmp_path: Path) -> None:
    trace = tmp_path / "sockets"
    # -D: the tracer steps aside, so that the child is the program itself.
    before = ("strace", "-D", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(trace))
    with Program(desktop, tmp_path / "home", before=before) as program:
        program.click_icon()
        program.window()
        wait_for(lambda: program.sound() == "playing", "sound", deadline=15.0, alive=program.check)
        desktop.hand.press("Escape")
        program.window_gone()
    families = set(re.findall(r"\b(?:AF|PF)_\w+", trace.read_text("utf-8")))
    assert families == {"AF_UNIX"}


def saver_answers(member: str, arguments: tuple[Any, ...]) -> Reply:
    return {"Inhibit": ("u", (7,)), "UnInhibit": ("", ())}[member]


def test_the_screen_is_kept_on_only_while_a_session_runs(desktop: Desktop, program: Program) -> None:
    with Service(desktop.bus, (SAVER,), saver_answers) as saver:

        def held() -> int:
            return len(saver.called("Inhibit")) - len(saver.called("UnInhibit"))

        stays(lambda: not saver.calls, "nothing is held at rest", seconds=0.2)
        program.click_icon()
        program.window()
        wait_for(lambda: held() == 1, "the screen is kept on", alive=program.check)
        desktop.hand.press("space")
        wait_for(lambda: held() == 0, "let go while it waits", alive=program.check)
        assert saver.called("UnInhibit") == [(7,)]
        desktop.hand.press("space")
        wait_for(lambda: held() == 1, "held as it goes on", alive=program.check)
        desktop.hand.press("Escape")
        wait_for(lambda: held() == 0, "let go at the end", alive=program.check)

        program.click_icon()
        wait_for(lambda: held() == 1, "held", alive=program.check)
        holder = saver.senders[-1]
        program.kill()
        wait_for(lambda: not desktop.bus.has(holder), "a kill lets go by itself")


def painted(program: Program) -> int:
    return int(program.status()["frames"]["painted"])


def test_a_covered_or_minimised_window_paints_nothing(desktop: Desktop, program: Program) -> None:
    def nothing_is_painted_for_a_second() -> None:
        unseen = painted(program)
        position = program.status()["session"]["position_s"]
        wait_for(
            lambda: program.status()["session"]["position_s"] > position + 1.0,
            "the session goes on",
            deadline=4.0,
        )
        assert painted(program) == unseen

    program.click_icon()
    window = program.window()
    first = painted(program)
    wait_for(lambda: painted(program) > first, "frames are painted", alive=program.check)

    cover = Editor(desktop.display, desktop.size, (0, 0), bare=True)
    wait_for(lambda: (desktop.screen.look(700, 300, 8, 8) == COVER).all(), "the cover lies over it")
    nothing_is_painted_for_a_second()
    cover.close()
    first = painted(program)
    wait_for(lambda: painted(program) > first, "frames are painted as before", alive=program.check)

    desktop.hand.iconify(window.id)
    wait_for(lambda: desktop.hand.window(CLASS) is None, "the window is minimised")
    nothing_is_painted_for_a_second()
