"""The end of the program where a screen reader listens: whatever was open before, it ends in order."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.program import Program
from tests.desktop.screen_reader import ENV, ScreenReader


@pytest.fixture
def ears(desktop: Desktop) -> Iterator[ScreenReader]:
    with ScreenReader(desktop) as ears:
        yield ears


@pytest.fixture
def read(desktop: Desktop, ears: ScreenReader, tmp_path: Path) -> Iterator[Program]:
    """The program as it is read aloud, with its home window open."""
    with Program(desktop, tmp_path / "home", extra_env=ENV) as program:
        program.icon()
        assert program.run().returncode == 0
        program.window()
        assert ears.showing()
        yield program


def begin(program: Program, ears: ScreenReader) -> None:
    """A session, read from its first to its last object."""
    assert program.run("breathe").returncode == 0
    wait_for(lambda: "Flower" in {one.name for one in ears.showing()}, "a session", alive=program.check)


def has_head(ears: ScreenReader, head: str) -> bool:
    """Whether the page with this head is to be seen."""
    return (head, "label") in {(one.name, one.role) for one in ears.showing()}


def leave(program: Program, ears: ScreenReader) -> None:
    """Esc out of the session, back in the home window."""
    program.desktop.hand.press("Escape")
    wait_for(lambda: program.session() is None, "the session ends", alive=program.check)
    wait_for(lambda: "Today" in {one.name for one in ears.showing()}, "the home window", alive=program.check)


@pytest.mark.parametrize("sessions", [1, 3])
def test_it_ends_in_order_after_sessions(read: Program, ears: ScreenReader, sessions: int) -> None:
    for _ in range(sessions):
        begin(read, ears)
        leave(read, ears)
    assert read.end() == 0
    assert read.complaints() == []


def test_it_ends_in_order_in_the_middle_of_a_session(read: Program, ears: ScreenReader) -> None:
    begin(read, ears)
    read.desktop.hand.press("ctrl+q")
    wait_for(lambda: not read.running.running, "it ends", deadline=10.0)
    assert read.end() == 0
    assert read.complaints() == []


def test_it_ends_in_order_after_every_page(read: Program, ears: ScreenReader) -> None:
    for key, head in (("ctrl+comma", "Settings"), ("F1", "Guide"), ("F6", "Something is hard")):
        read.desktop.hand.press(key)
        wait_for(partial(has_head, ears, head), head, alive=read.check)
    begin(read, ears)
    leave(read, ears)
    assert read.end() == 0
    assert read.complaints() == []
