import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.ui.appearance import Look
from kindtimer.ui.notice_window import NoticeWindow
from kindtimer.visuals.palette import DAWN
from tests import fakes
from tests.ui.dressing import nameless, settle, too_small

LINE = "“/srv/kind” cannot be written to (read-only file system). Nothing was lost."


@pytest.fixture
def window(qtbot: QtBot) -> NoticeWindow:
    window = NoticeWindow(LINE, Look(DAWN, still=False), fakes.ASSETS)
    qtbot.addWidget(window)
    window.show()
    settle()
    return window


def test_the_line_is_whole_and_can_be_copied(window: NoticeWindow) -> None:
    assert window.line.text() == LINE
    assert window.line.height() >= window.line.heightForWidth(window.line.width())
    assert window.line.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_screen_reader_is_told_the_line_with_the_window(window: NoticeWindow) -> None:
    assert window.accessibleDescription() == LINE
    assert nameless(window) == []
    assert too_small(window) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_closes_it(window: NoticeWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.activateWindow()
    qtbot.keyClick(window.focusWidget() or window, key)
    assert not window.isVisible()
