import ctypes
import ctypes.util
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from Xlib import X
from Xlib.display import Display

from kindtimer.desktop.window_cover import NoWindowCover, X11WindowCover, window_cover
from tests.desktop.harness import Desktop


class Windows:
    """Two plain windows without a window manager's say: one below, one that can hide it."""

    def __init__(self, name: str) -> None:
        self.display = Display(name)
        self.below = self._window(300, 300)
        self.above = self._window(400, 400)
        self.below.map()
        self.display.sync()

    def _window(self, wide: int, high: int) -> Any:
        root = self.display.screen().root
        return root.create_window(50, 50, wide, high, 0, X.CopyFromParent, override_redirect=True)

    def cover(self, covered: bool) -> None:
        if covered:
            self.above.map()
            self.above.configure(stack_mode=X.Above)
        else:
            self.above.unmap()
        self.display.sync()


@pytest.fixture
def windows(desktop: Desktop) -> Iterator[Windows]:
    windows = Windows(desktop.display)
    yield windows
    windows.display.close()


@pytest.fixture
def cover(qtbot: QtBot, desktop: Desktop) -> Iterator[X11WindowCover]:
    cover = X11WindowCover(ctypes.CDLL(ctypes.util.find_library("X11") or ""), desktop.display)
    yield cover
    cover.close()


def test_it_tells_when_a_window_is_hidden_and_when_it_can_be_seen(
    qtbot: QtBot, windows: Windows, cover: X11WindowCover
) -> None:
    cover.watch(windows.below.id)
    for covered in (True, False, True):
        with qtbot.waitSignal(cover.covered_changed) as told:
            windows.cover(covered)
        assert told.args == [covered]


def test_a_window_that_is_gone_does_no_harm(qtbot: QtBot, windows: Windows, cover: X11WindowCover) -> None:
    cover.watch(0x7FFFFFF)
    cover.watch(windows.below.id)
    with qtbot.waitSignal(cover.covered_changed) as told:
        windows.cover(True)
    assert told.args == [True]


def test_no_display_means_nothing_is_told(qtbot: QtBot) -> None:
    cover = X11WindowCover(ctypes.CDLL(ctypes.util.find_library("X11") or ""), ":9999")
    with qtbot.assertNotEmitted(cover.covered_changed):
        cover.watch(1)
    cover.close()


def test_elsewhere_it_is_the_null_object(qtbot: QtBot) -> None:
    none = window_cover()
    assert isinstance(none, NoWindowCover)
    none.watch(1)
    none.close()
