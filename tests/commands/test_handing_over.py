"""A wish goes to the program that runs, or starts it."""

import threading

import pytest

from kindtimer.cli import main
from kindtimer.core.wish import Wish
from kindtimer.desktop.remote import AlreadyRunning, InstanceLock
from kindtimer.store.paths import Home
from tests.typed import Typed, one_line


def test_a_running_program_gets_the_wish(typed: Typed) -> None:
    with typed.program({"ok": True}, {"ok": True}) as heard:
        assert typed() == (0, "", "")
        assert typed("breathe", "sigh", "--minutes", "2", "--scene", "words", "--small") == (0, "", "")
    nothing = {"breaths": None}
    assert heard == [
        {"wish": "show"},
        {"wish": "breathe", "pattern": "sigh", "minutes": 2.0, "scene": "words", "size": "small", **nothing},
    ]
    assert typed.runs == []


@pytest.mark.parametrize("code", [1, 2])
def test_what_the_running_program_cannot_do_is_told_in_its_words(typed: Typed, code: int) -> None:
    with typed.program({"ok": False, "code": code, "line": "Not now."}):
        assert one_line(typed("breathe"), code) == "Not now.\n"


def test_one_that_came_first_and_listens_a_little_later_gets_the_wish(typed: Typed) -> None:
    listens = threading.Event()

    def beaten(home: Home, wish: Wish | None, sync_seconds: int | None) -> int:
        assert listens.wait(20.0)  # the lock is free for a moment below: that start is lost as well
        raise AlreadyRunning

    home = Home.find(str(typed.home), typed.environ)
    home.make()
    first = InstanceLock(home.lock)
    first.take(home.socket)
    codes: list[int] = []
    thread = threading.Thread(
        target=lambda: codes.append(main(["--home", str(typed.home)], beaten, environ=typed.environ))
    )
    thread.start()
    first.release()
    with typed.program({"ok": True}) as heard:
        listens.set()
        thread.join()
    assert codes == [0]
    assert heard == [{"wish": "show"}]


def test_a_lock_that_is_lost_each_time_ends_in_one_line(typed: Typed) -> None:
    typed.raises = AlreadyRunning()
    assert "first" in one_line(typed(), 1)


@pytest.mark.parametrize(
    "environ", [{}, {"QT_QPA_PLATFORM": "xcb"}, {"DISPLAY": ":4711"}, {"WAYLAND_DISPLAY": "wayland-4711"}]
)
def test_without_a_display_it_says_so(typed: Typed, environ: dict[str, str]) -> None:
    typed.environ = {"XDG_RUNTIME_DIR": typed.environ["XDG_RUNTIME_DIR"], **environ}
    assert "display" in one_line(typed("breathe"), 1)
    assert typed.runs == []


def test_a_home_that_is_a_file_is_one_line_and_left(typed: Typed) -> None:
    typed.home.write_text("mine")
    assert str(typed.home) in one_line(typed(), 1)
    assert typed.home.read_text() == "mine"
