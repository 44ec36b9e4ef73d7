"""Two screens in one: a session stands on the one with the pointer, and on one that is left."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.program import Program

Xrandr = Callable[..., None]


@pytest.fixture
def xrandr(desktop: Desktop) -> Iterator[Xrandr]:
    """The screen cut into two, left and right, before the program starts; whole again after it.

    The panel is away meanwhile: it starts itself anew at each such change, and not always comes back.
    """
    desktop.end_panel()

    def run(*words: str) -> None:
        subprocess.run(("xrandr", *words), env=desktop.env, check=True, capture_output=True, timeout=10)

    run("--setmonitor", "left", "720/190x900/238+0+0", "screen")
    run("--setmonitor", "right", "720/190x900/238+720+0", "none")
    yield run
    run("--delmonitor", "left")
    listed = subprocess.run(
        ("xrandr", "--listmonitors"), env=desktop.env, capture_output=True, text=True, check=True
    )
    if "right" in listed.stdout:
        run("--delmonitor", "right")
    desktop.start_panel()


def fills(program: Program, wanted: tuple[int, int, int, int]) -> None:
    """Wait until the session stands at x, y and is so wide and high."""

    def stands() -> bool:
        window = program.window()
        return (window.x, window.y, window.width, window.height) == wanted

    wait_for(stands, f"the session fills {wanted}", alive=program.check)


def test_a_session_fills_the_screen_with_the_pointer_and_moves_when_that_goes(
    desktop: Desktop, xrandr: Xrandr, tmp_path: Path
) -> None:
    with Program(desktop, tmp_path / "home") as program:
        wait_for(lambda: program.status()["running"], "the program runs", alive=program.check)
        _walk_over_two_screens(desktop, xrandr, program)


def _walk_over_two_screens(desktop: Desktop, xrandr: Xrandr, program: Program) -> None:
    left, right = (0, 0, 720, 900), (720, 0, 720, 900)
    for x, wanted in ((200, left), (1000, right)):
        desktop.hand.move(x, 400)
        assert program.run("breathe").returncode == 0
        fills(program, wanted)
    before = program.status()["session"]
    xrandr("--delmonitor", "right")
    fills(program, left)
    after = program.status()["session"]
    assert after["position_s"] > before["position_s"]
    assert after["planned_s"] == before["planned_s"]
