from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.hold import Hold
from kindtimer.core.pause import PAUSES, Pause
from tests.guide.led_day import at
from tests.ui.dressing import settle
from tests.ui.offers_room import Opened, until_in_sight


def test_without_a_rule_there_is_nothing_to_say(qtbot: QtBot) -> None:
    assert not Opened(qtbot).page.now_part.isVisible()


def test_the_next_one_is_told_with_its_day(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 14:30")
    assert opened.page.now_part.next.text() == "Next: today 14:30"
    opened = Opened(qtbot, "daily 09:00")
    assert opened.page.now_part.next.text() == "Next: tomorrow 09:00"


def test_where_the_clock_changes_it_says_when_it_comes_instead(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 02:30", at="12:00", on=date(2026, 3, 28))
    now = opened.page.now_part
    assert now.next.text() == "Next: tomorrow 03:00"
    assert now.note.text() == (
        "The clock goes forward and 02:30 does not exist on this day, so this comes at 03:00."
    )


def test_rules_without_times_and_rules_that_are_off_say_so(qtbot: QtBot) -> None:
    told = Opened(qtbot, "after first unlock").page.now_part.next.text()
    assert told == "The next one comes after something that happens, so no clock can say when."
    opened = Opened(qtbot, "daily 10:00")
    opened.press(opened.page.rules.rows["1"].switch)
    assert opened.page.now_part.next.text() == "None of your times is on, so nothing is offered."


def test_while_something_holds_it_says_what(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00", at="09:59")
    opened.day.desktop.holds = {Hold.CALL}
    opened.day.to(at("10:05"))
    now = opened.page.now_part
    assert now.held.text() == "An offer waits: microphone or camera are in use."
    opened.press(now.take)
    assert opened.taken == 1


def test_one_that_is_here_can_be_taken_here(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    now = opened.page.now_part
    assert not now.take.isVisible()
    opened.press(now.one_now)
    assert now.held.text() == "A minute is here, if it suits."
    assert now.take.isVisible()
    assert not now.one_now.isVisible()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("30 min", "Offers are paused until 09:42."),
        ("1 h", "Offers are paused until 10:12."),
        ("2 h", "Offers are paused until 11:12."),
        ("until tomorrow", "Offers are paused until tomorrow 04:00."),
        ("", "Offers are paused until you go on."),
    ],
)
def test_each_pause_says_until_when_and_goes_on(qtbot: QtBot, typed: str, told: str) -> None:
    opened = Opened(qtbot, "daily 14:30")
    now = opened.page.now_part
    now.pauses[typed].setFocus()
    opened.press(now.pauses[typed])
    assert opened.day.guide.desk.pause is not None
    assert now.next.text() == told
    assert not now.paused.isVisible()
    assert now.go_on.hasFocus()
    opened.press(now.go_on)
    assert opened.day.guide.desk.pause is None
    assert now.next.text() == "Next: today 14:30"
    assert now.why.hasFocus()


def test_all_pauses_of_the_tray_are_here() -> None:
    assert [typed for typed, _ in PAUSES] == ["30 min", "1 h", "2 h", "until tomorrow", ""]


def test_offers_that_paused_themselves_say_so_kindly(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 14:30")
    opened.day.guide.pause(Pause(opened.day.clock.when(), None, own=True))
    settle()
    now = opened.page.now_part
    assert now.next.text() == "Offers paused themselves."
    assert "that is fine" in now.note.text()
    opened.press(now.go_on)
    assert not now.note.isVisible()


def test_one_that_was_asked_for_during_a_pause_is_said_to_be_here(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    opened.day.guide.pause(Pause(opened.day.clock.when(), None))
    opened.day.guide.offer_now()
    now = opened.page.now_part
    assert now.held.text() == "A minute is here, if it suits."
    assert now.take.isVisible()
    assert now.next.text() == "Offers are paused until you go on."


def test_the_pauses_read_as_one_sentence(qtbot: QtBot) -> None:
    now = Opened(qtbot, "daily 14:30").page.now_part
    words = [now.asked.text(), *(button.words for button in now.pauses.values())]
    assert words == ["Pause:", "30 minutes", "1 hour", "2 hours", "until tomorrow", "until you go on"]


def test_one_that_comes_back_is_told_and_can_be_let_go(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 14:30")
    now, guide = opened.page.now_part, opened.day.guide
    assert not now.let_go.isVisible()
    opened.press(now.one_now)
    guide.later(timedelta(minutes=15))
    settle()
    assert now.again.text() == "One comes back at 09:27."
    now.let_go.setFocus()
    opened.press(now.let_go)
    assert guide.desk.again is None
    assert not now.again.isVisible()
    assert not now.let_go.isVisible()
    assert now.why.hasFocus()


def test_one_that_comes_back_is_told_without_a_rule_and_with_its_day(qtbot: QtBot) -> None:
    opened = Opened(qtbot, at="23:50")
    opened.day.guide.offer_now()
    opened.day.guide.later(timedelta(minutes=15))
    settle()
    assert opened.page.now_part.again.text() == "One comes back tomorrow 00:05."
    opened.page.now_part.let_go.setFocus()
    opened.press(opened.page.now_part.let_go)
    assert not opened.page.now_part.isVisible()
    assert opened.page.rules.editor.line.edit.hasFocus()


def test_one_that_comes_back_within_a_pause_does_not(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 14:30")
    opened.day.guide.offer_now()
    opened.day.guide.later(timedelta(minutes=15))
    settle()
    opened.press(opened.page.now_part.pauses["1 h"])
    assert not opened.page.now_part.again.isVisible()


def test_the_keyboard_goes_from_offer_one_now_to_take_the_minute(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 14:30")
    now = opened.page.now_part
    now.one_now.setFocus()
    qtbot.keyClick(now.one_now, Qt.Key.Key_Space)
    settle()
    assert now.take.hasFocus()
    assert all(rule.on for rule in opened.settings.rules)
    opened.day.guide.take()  # as the program does
    settle()
    assert now.why.hasFocus()
    qtbot.keyClick(now.why, Qt.Key.Key_Space)
    assert opened.day.guide.desk.shown is None


def test_why_did_nothing_come_leads_to_the_foot(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 14:30", size=(900, 600))
    opened.press(opened.page.now_part.why)
    until_in_sight(opened.page, opened.page.accounts.head)
    assert opened.page.accounts.told.hasFocus()
    assert "None of your times was due" in opened.page.accounts.told.accessibleDescription()
