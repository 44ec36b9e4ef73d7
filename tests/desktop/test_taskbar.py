import ctypes
import ctypes.util
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from Xlib import X
from Xlib.display import Display

from kindtimer.desktop.taskbar import UNLISTED, keep_off_taskbar, mark
from tests.desktop.harness import Desktop


@pytest.fixture
def x11() -> Any:
    return ctypes.CDLL(ctypes.util.find_library("X11") or "")


def test_a_window_says_that_no_list_shall_have_it(desktop: Desktop, x11: Any) -> None:
    display = Display(desktop.display)
    window = display.screen().root.create_window(0, 0, 9, 9, 0, X.CopyFromParent)
    display.sync()
    assert mark(x11, desktop.display, window.id)
    assert desktop.hand.states(window.id) == set(UNLISTED)
    display.close()


def test_a_window_that_is_not_there_and_a_display_that_does_not_answer_do_no_harm(
    desktop: Desktop, x11: Any
) -> None:
    assert mark(x11, desktop.display, 0x7FFFFFF)
    assert not mark(x11, ":9999", 1)


def test_elsewhere_nothing_is_done(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    keep_off_taskbar(int(window.winId()))  # the tests' own platform has no such lists
    assert not window.isVisible()
