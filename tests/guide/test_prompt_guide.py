"""Offers as the program leads them: a clock set by hand, and a desktop that says what it is told."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.core.hold import ASKED, Hold
from kindtimer.core.offer import Invitation
from kindtimer.core.offer_wish import Missed
from kindtimer.core.pause import Pause
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_rule
from tests.guide.led_day import Day, at, begun


@pytest.fixture
def day(qapp: QApplication) -> Callable[..., Day]:
    return begun


def test_it_comes_at_its_second_and_says_one_line(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01"))
    (invitation,) = made.offered
    assert "minute" in invitation.words
    assert (invitation.minutes, invitation.practice, invitation.asks) == (1.0, "breathe", False)
    assert made.desktop.asked == [(frozenset(ASKED), 5.0)]


def test_where_there_is_no_rule_nothing_ticks(day: Callable[..., Day]) -> None:
    made = day("09:59")
    assert not made.guide._timer.isActive()
    assert made.keeper.saved == 0
    assert made.guide.next_prompt() is None


def test_far_from_an_offer_it_looks_every_ten_minutes_and_near_one_every_minute(
    day: Callable[..., Day],
) -> None:
    made = day("07:00", "daily 10:00")
    assert made.guide._timer.interval() == 600_000
    made.to(at("09:30"))
    assert made.guide._timer.interval() == 60_000
    made.to(at("09:59:30"))
    made.guide.look()
    assert 29_900 < made.guide._timer.interval() < 30_100
    assert made.desktop.asked == []


def test_in_the_first_minute_nothing_is_offered(day: Callable[..., Day]) -> None:
    made = day("09:59:40", "daily 10:00", first_minute=60.0).to(at("10:00:39"))
    assert made.offered == []
    made.to(at("10:00:41"))
    assert len(made.offered) == 1


def test_while_the_desktop_is_busy_it_waits_and_says_why(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.desktop.holds = {Hold.CALL, Hold.INPUT}
    made.to(at("10:05"))
    assert made.offered == []
    assert set(made.guide.held) == {Hold.CALL, Hold.INPUT}
    made.desktop.holds = set()
    made.to(at("10:06"))
    assert len(made.offered) == 1
    assert not made.guide.held


def test_a_hold_that_is_switched_off_is_not_even_asked(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00", holds_off=(Hold.CALL,))
    made.desktop.holds = {Hold.CALL}
    made.to(at("10:00:01"))
    assert len(made.offered) == 1
    assert Hold.CALL not in made.desktop.asked[0][0]
    made = day("09:59", "daily 10:00", holds_off=tuple(ASKED)).to(at("10:00:01"))
    assert len(made.offered) == 1
    assert made.desktop.asked == []


def test_a_session_that_runs_holds_it_and_the_desktop_is_not_asked(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.busy = True
    made.to(at("10:03"))
    assert (made.offered, made.desktop.asked, made.guide.held) == ([], [], (Hold.SESSION,))
    made.busy = False
    made.to(at("10:04"))
    assert len(made.offered) == 1


def test_a_desktop_that_answers_late_is_asked_once(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.desktop.hangs = True
    made.to(at("10:00:02"))
    made.guide.look()
    assert len(made.desktop.asked) == 1
    made.desktop.tell()
    assert len(made.offered) == 1


def test_an_answer_that_comes_after_a_pause_shows_nothing(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.desktop.hangs = True
    made.to(at("10:00:01"))
    made.guide.pause(Pause(made.clock.when(), None))
    made.desktop.tell()
    assert made.offered == []


# --- what the person does -----------------------------------------------------------------------------


def test_taking_it_ends_it_and_tells_what_was_taken(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01"))
    taken = made.guide.take()
    assert taken == made.offered[0]
    assert made.gone == 1
    assert made.guide.take() is None
    assert made.fates() == [("10:00", "taken")]


def test_one_that_waits_is_taken_too(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.desktop.holds = {Hold.CALL}
    made.to(at("10:01"))
    assert made.guide.take() is not None
    made.desktop.holds = set()
    made.to(at("10:20"))
    assert made.offered == []


@pytest.mark.parametrize(
    ("now", "back"), [("10:00", "19:00"), ("17:30", "19:00"), ("18:30", "19:30:01"), ("22:00", "23:00:01")]
)
def test_this_evening_is_at_seven_or_in_an_hour(day: Callable[..., Day], now: str, back: str) -> None:
    made = day("09:00", f"daily {now}").to(at(f"{now}:01"))
    made.guide.this_evening()
    assert made.guide.desk.again is not None
    assert made.guide.desk.again.at == at(back)


def test_a_quarter_of_an_hour_later_it_is_there_once_more(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01"))
    made.guide.later(timedelta(minutes=15))
    assert made.gone == 1
    made.to(at("10:15:02"))
    assert len(made.offered) == 2
    made.guide.not_now()
    made.to(at("12:00"))
    assert len(made.offered) == 2


def test_one_that_is_asked_for_comes_whatever_holds(day: Callable[..., Day]) -> None:
    made = day("09:59")
    made.desktop.holds = {Hold.CALL}
    made.guide.offer_now()
    assert len(made.offered) == 1
    made.guide.offer_now()
    assert len(made.offered) == 1
    made.to(at("10:10"))
    assert made.gone == 1


def test_a_rule_s_own_line_and_practice_are_offered(day: Callable[..., Day]) -> None:
    made = day("09:59")
    when, days = read_rule("daily 10:00")
    rule = Rule("1", when, days, practice="sigh", minutes=2.0, words="Rest your eyes.")
    made.preferences.change(rules=(rule,))
    made.to(at("10:00:01"))
    (invitation,) = made.offered
    assert invitation == Invitation("Rest your eyes.", invitation.neutral, 2.0, "sigh", "1")
    assert "2 minutes" in invitation.neutral
    assert "Rest" not in repr(made.offered)


# --- what outlasts a restart --------------------------------------------------------------------------


def test_given_before_a_restart_it_is_not_given_after_it(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01")).restart()
    made.to(at("10:20"))
    assert made.offered == []
    assert made.fates() == [("10:00", "closed")]
    assert made.guide.desk.passed == 0


def test_a_new_rule_s_earlier_times_were_not_missed(day: Callable[..., Day]) -> None:
    made = day("11:00", missed=Missed.ONE_LATE)
    made.preferences.change(rules=(Rule("1", *read_rule("daily 10:30")),))
    later = made.restart()
    later.to(at("11:10"))
    assert (later.offered, later.fates()) == ([], [])


def test_trouble_with_keeping_is_said_once_and_offers_go_on(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00, 11:00")
    made.keeper.trouble = "The disk is full."
    made.to(at("11:00:01"))
    assert made.told == ["The disk is full."]
    assert len(made.offered) == 2
