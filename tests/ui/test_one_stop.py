from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.one_stop import OneStop
from tests.ui.dressing import dressed, settle


class Standing:
    """Three to choose from, between two other buttons."""

    def __init__(self) -> None:
        self.held = QWidget()
        row = QHBoxLayout(self.held)
        self.before, self.after = QPushButton("Before"), QPushButton("After")
        self.three = [QPushButton(name) for name in "ABC"]
        self.group = OneStop(self.held)
        for button in (self.before, *self.three, self.after):
            row.addWidget(button)
        for button in self.three:
            self.group.add(button)
        dressed(self.held)
        self.held.show()
        self.held.activateWindow()
        settle()

    def tabbed(self, *, back: bool = False) -> str:
        """Where the keyboard comes to from outside, and that one more Tab leads out."""
        first, last = (self.after, self.before) if back else (self.before, self.after)
        first.setFocus()
        self.held.focusNextPrevChild(not back)
        held = self.held.focusWidget()
        assert isinstance(held, QPushButton)
        self.held.focusNextPrevChild(not back)
        assert self.held.focusWidget() is last
        return held.text()


@pytest.fixture
def standing(qtbot: QtBot) -> Iterator[Standing]:
    made = Standing()
    qtbot.addWidget(made.held)
    yield made
    made.held.hide()


@pytest.mark.parametrize("back", [False, True])
def test_tab_stops_once_at_the_chosen_one_or_the_first(standing: Standing, back: bool) -> None:
    assert standing.tabbed(back=back) == "A"
    standing.three[1].setChecked(True)
    assert standing.tabbed(back=back) == "B"
    standing.three[2].click()
    assert standing.tabbed(back=back) == "C"
    standing.group.choose_none()
    assert not any(one.isChecked() for one in standing.three)
    assert standing.tabbed(back=back) == "A"


def test_arrow_keys_move_and_choose_within(qtbot: QtBot, standing: Standing) -> None:
    qtbot.mouseClick(standing.three[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(standing.three[0], Qt.Key.Key_Right)
    assert standing.three[1].hasFocus()
    assert [one.isChecked() for one in standing.three] == [False, True, False]
    assert standing.tabbed() == "B"


def test_one_that_was_pressed_and_left_is_no_stop(qtbot: QtBot, standing: Standing) -> None:
    standing.three[1].click()
    left = standing.three[2]
    qtbot.mousePress(left, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(left, QPoint(5, 500))
    qtbot.mouseRelease(left, Qt.MouseButton.LeftButton, pos=QPoint(5, 500))
    assert not left.isChecked()
    assert standing.tabbed() == "B"


def test_a_screen_reader_hears_radio_buttons(standing: Standing) -> None:
    for button in standing.three:
        told = QAccessible.queryAccessibleInterface(button)
        assert told is not None
        assert told.role() == QAccessible.Role.RadioButton
