from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.ui.rule_days import RuleDays
from tests.ui.dressing import dressed, settle, too_small


def test_each_day_is_pressed_in_or_out(qtbot: QtBot) -> None:
    chosen: list[frozenset[int]] = []

    def take(days: frozenset[int]) -> bool:
        chosen.append(days)
        return True

    days = RuleDays("On these days", take)
    qtbot.addWidget(days)
    days.show_days(frozenset({0, 1}))
    assert chosen == []
    days.buttons[6].click()
    days.buttons[0].click()
    assert chosen == [{0, 1, 6}, {1, 6}]
    assert days.days == {1, 6}


def test_one_that_may_not_go_stays_in(qtbot: QtBot) -> None:
    days = RuleDays("On these days", lambda some: bool(some))
    qtbot.addWidget(days)
    days.show_days(frozenset({3}))
    days.buttons[3].click()
    assert days.days == {3}


def test_the_keyboard_presses_each_and_a_screen_reader_hears_whole_names(qtbot: QtBot) -> None:
    days = dressed(RuleDays("On these days", lambda some: True))
    qtbot.addWidget(days)
    days.resize(600, 60)
    days.show()
    settle()
    assert [button.accessibleName() for button in days.buttons][:2] == ["Monday", "Tuesday"]
    assert {button.accessibleDescription() for button in days.buttons} == {"On these days"}
    days.buttons[2].setFocus()
    qtbot.keyClick(days.buttons[2], Qt.Key.Key_Space)
    assert days.days == {2}
    assert too_small(days) == []
