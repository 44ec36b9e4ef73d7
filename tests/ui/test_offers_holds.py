import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.hold import SWITCHABLE, Hold
from tests.ui.dressing import settle
from tests.ui.offers_room import Opened


@pytest.mark.parametrize("hold", SWITCHABLE)
def test_each_can_be_switched_off_and_on(qtbot: QtBot, hold: Hold) -> None:
    opened = Opened(qtbot)
    switch = opened.page.holds.switches[hold]
    assert switch.isChecked()
    opened.press(switch)
    assert opened.settings.holds_off == (hold,)
    opened.page.undo_last()
    assert switch.isChecked()
    assert not opened.settings.holds_off


def test_each_says_what_it_is() -> None:
    assert {hold.value for hold in SWITCHABLE} >= {"call", "full_screen", "locked"}


def test_the_words_of_each_are_those_of_why_it_waits(qtbot: QtBot) -> None:
    switches = Opened(qtbot).page.holds.switches
    assert switches[Hold.CALL].text() == "While microphone or camera are in use"
    assert len({switch.text() for switch in switches.values()}) == len(SWITCHABLE)


def test_what_this_desktop_cannot_tell_is_said(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    holds = opened.page.holds
    assert not holds.unknown[Hold.SHARING].isVisible()
    opened.unknown = {Hold.SHARING: "This desktop does not say it."}
    opened.page.opened()
    settle()
    assert holds.unknown[Hold.SHARING].text() == "This desktop does not say it."
    assert holds.switches[Hold.SHARING].accessibleDescription() == "This desktop does not say it."
    assert not holds.unknown[Hold.CALL].isVisible()


def test_seconds_of_rest_are_set_with_keys_and_undone_as_one(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    slide = opened.page.holds.rest.slide
    slide.setFocus()
    for _ in range(3):
        qtbot.keyClick(slide, Qt.Key.Key_Right)
    assert opened.settings.input_s == 8.0
    assert opened.page.holds.rest.number.text() == "8 seconds"
    opened.page.undo_last()
    assert opened.settings.input_s == 5.0
    assert (slide.minimum(), slide.maximum()) == (1, 60)


def test_without_that_hold_there_are_no_seconds_to_set(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.press(opened.page.holds.switches[Hold.INPUT])
    assert not opened.page.holds.rest.isVisible()
    opened.press(opened.page.holds.switches[Hold.INPUT])
    assert opened.page.holds.rest.isVisible()
