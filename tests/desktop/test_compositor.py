import ctypes
import ctypes.util
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from Xlib import X
from Xlib.display import Display

from kindtimer.desktop.compositor import COMPOSES, composited
from kindtimer.desktop.x11_library import is_held
from tests.desktop.harness import Desktop


@pytest.fixture
def x11() -> Any:
    return ctypes.CDLL(ctypes.util.find_library("X11") or "")


@pytest.fixture
def stand_in(desktop: Desktop) -> Iterator[Any]:
    """Something that says it composes, as each compositor does."""
    display = Display(desktop.display)
    window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)

    def say(yes: bool) -> None:
        atom = display.intern_atom("_NET_WM_CM_S0")
        if yes:
            window.set_selection_owner(atom, X.CurrentTime)
        else:
            window.destroy()
        display.sync()

    yield say
    display.close()


def test_it_is_known_when_one_comes_and_when_it_goes(desktop: Desktop, stand_in: Any, x11: Any) -> None:
    assert not is_held(x11, desktop.display, COMPOSES)
    stand_in(True)
    assert is_held(x11, desktop.display, COMPOSES)
    stand_in(False)
    assert not is_held(x11, desktop.display, COMPOSES)


def test_a_display_that_does_not_answer_has_none(x11: Any) -> None:
    assert not is_held(x11, ":9999", COMPOSES)


def test_where_nothing_tells_there_is_none(qtbot: QtBot) -> None:
    assert not composited()  # the tests' own platform shows nothing at all
