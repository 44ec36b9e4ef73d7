from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.core.hold import Hold
from kindtimer.core.pause import PAUSES, Pause
from tests.guide.led_day import at
from tests.ui.dressing import settle
from tests.ui.offers_room import Opened


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
    assert "No time stands beforehand" in Opened(qtbot, "after first unlock").page.now_part.next.text()
    opened = Opened(qtbot, "daily 10:00")
    opened.press(opened.page.rules.rows["1"].switch)
    assert opened.page.now_part.next.text() == "No rule is on, so nothing is offered."


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
    assert now.pauses[""].hasFocus()


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
