from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.core.hold import Hold
from kindtimer.core.pause import Pause
from kindtimer.ui.offers_line import REASONS, offers_line, short_moment
from tests.guide.led_day import BERLIN, Day, at, begun


def line(day: Day) -> str:
    return offers_line(day.guide, day.clock)


@pytest.mark.parametrize(
    ("rule", "told"),
    [("daily 14:30", "14:30"), ("daily 09:00", "Thu 09:00"), ("after a call", "")],
)
def test_the_next_time_or_nothing(qapp: QApplication, rule: str, told: str) -> None:
    assert line(begun("09:12", rule)) == told


def test_without_a_rule_it_is_empty(qapp: QApplication) -> None:
    assert line(begun("09:12")) == ""


def test_why_one_waits(qapp: QApplication) -> None:
    day = begun("09:59", "daily 10:00")
    day.desktop.holds = {Hold.CALL}
    day.to(at("10:05"))
    assert line(day) == "in a call"
    day.desktop.holds = set()
    day.to(at("10:06"))
    assert line(day) == "here now"


def test_a_pause(qapp: QApplication) -> None:
    day = begun("09:59", "daily 10:00")
    day.guide.pause(Pause(day.clock.when(), None))
    assert line(day) == "paused"


def test_one_that_was_put_off_is_the_next_one(qapp: QApplication) -> None:
    day = begun("09:59", "daily 10:00", "daily 14:30").to(at("10:00:01"))
    day.guide.later(timedelta(minutes=15))
    assert line(day) == "10:15"
    day.guide.forget_again()
    assert line(day) == "14:30"


def test_one_that_was_asked_for_during_a_pause_is_here(qapp: QApplication) -> None:
    day = begun("09:59", "daily 10:00")
    day.guide.pause(Pause(day.clock.when(), None))
    day.guide.offer_now()
    assert line(day) == "here now"


def test_each_reason_has_few_words() -> None:
    assert set(REASONS) == set(Hold)
    assert all(len(words) <= 14 for words in REASONS.values())


def test_what_is_far_away_is_not_said() -> None:
    assert short_moment(datetime(2026, 12, 2, 10, tzinfo=BERLIN), date(2026, 11, 25)) == ""
    assert short_moment(datetime(2026, 12, 1, 10, tzinfo=BERLIN), date(2026, 11, 25)) == "Tue 10:00"
