"""What users of other programs reported of offers and time, each a kind of fault, as it must happen here."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.core.offer import Fate
from kindtimer.core.offer_wish import Missed
from kindtimer.core.pause import read_pause
from tests.guide.led_day import BERLIN, LOS_ANGELES, Day, at, begun


@pytest.fixture
def day(qapp: QApplication) -> Callable[..., Day]:
    return begun


def test_suspended_over_an_hourly_prompt(day: Callable[..., Day]) -> None:
    hourly = "every 60 min 09:00-18:00"
    made = day("09:58:30", hourly, missed=Missed.ONE_LATE).sleep_until(at("13:17"))
    made.to(at("13:17:59"))
    assert made.offered == []
    made.to(at("13:18:01"))
    assert len(made.offered) == 1
    made.guide.not_now()
    made.to(at("13:59:59"))
    assert len(made.offered) == 1
    made.to(at("14:00:01"))
    assert len(made.offered) == 2
    let_go = day("09:58:30", hourly).sleep_until(at("13:17")).to(at("13:59"))
    assert let_go.offered == []


def test_awake_just_before_it_is_due_it_comes_on_time(day: Callable[..., Day]) -> None:
    made = day("09:58:30", "every 60 min 09:00-18:00").sleep_until(at("09:59:55")).to(at("10:00:01"))
    assert len(made.offered) == 1


def test_off_over_three_prompts_at_most_one_comes_and_all_are_told(day: Callable[..., Day]) -> None:
    made = day("08:50", "daily 09:00, 12:00, 15:00").sleep_until(at("15:20")).to(at("15:30"))
    assert made.offered == []
    assert made.fates() == [("09:00", "missed"), ("12:00", "missed"), ("15:00", "missed")]
    late = day("08:50", "daily 09:00, 12:00, 15:00", missed=Missed.ONE_LATE).sleep_until(at("15:20"))
    late.to(at("15:30"))
    assert len(late.offered) == 1


def test_twenty_sleeps_over_a_prompt_with_one_open_are_one_offer(day: Callable[..., Day]) -> None:
    made = day("09:59:50", "daily 10:00").to(at("10:00:01"))
    for second in range(20):
        made.sleep_until(at(f"10:00:{second + 10:02d}"))
    assert len(made.offered) == 1
    assert made.gone == 0


def test_left_unanswered_over_three_prompts_there_is_never_more_than_one(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00, 10:11, 10:22").to(at("10:30"))
    assert len(made.offered) == 3
    assert made.gone == 2  # the third is still there


@pytest.mark.parametrize(
    ("on", "line", "comes"),
    [
        (date(2026, 3, 29), "daily 02:30", ["03:00"]),
        (date(2026, 10, 25), "daily 02:30", ["02:30"]),
        (date(2026, 10, 25), "daily 02:10, 02:40", ["02:10", "02:40"]),
    ],
)
def test_the_hour_that_is_missing_and_the_hour_that_comes_twice(
    day: Callable[..., Day], on: date, line: str, comes: list[str]
) -> None:
    made = day("01:30", line, on=on)
    seen: list[str] = []
    for _ in range(5):  # with a restart each half hour
        made.to(made.clock.when() + timedelta(minutes=30))
        seen += [fates for fates, _ in made.fates()[len(seen) :]]
        made = made.restart()
    assert seen == comes


def test_travelling_before_it_was_given_it_comes_by_the_new_clock(day: Callable[..., Day]) -> None:
    made = day("11:50", "daily 12:00")
    made.zone = LOS_ANGELES
    made.to(at("11:59", zone=LOS_ANGELES))
    assert made.offered == []
    made.to(at("12:00:01", zone=LOS_ANGELES))
    assert len(made.offered) == 1


def test_travelling_after_it_was_given_it_does_not_come_twice_a_day(day: Callable[..., Day]) -> None:
    made = day("11:50", "daily 12:00").to(at("12:01"))
    made.guide.not_now()
    made.zone = LOS_ANGELES
    made.to(at("13:00", zone=LOS_ANGELES))
    assert len(made.offered) == 1


def test_the_clock_an_hour_on_and_two_back(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01"))
    made.guide.not_now()
    made.set_clock(at("11:00"))
    made.guide.look()
    made.set_clock(at("09:00"))
    made.guide.look()
    made.to(at("10:30"))
    assert len(made.offered) == 1


def test_a_pause_of_an_hour_over_a_sleep_and_a_restart_ends_when_it_said(day: Callable[..., Day]) -> None:
    made = day("10:00", "daily 10:50, 11:05")
    made.guide.pause(read_pause("1h", made.clock.when(), BERLIN))
    made.to(at("10:10")).sleep_until(at("10:40")).to(at("10:45"))
    made = made.restart()
    assert made.guide.desk.pause is not None
    assert made.guide.desk.pause.until == at("11:00")
    made.to(at("11:04"))
    assert made.offered == []
    made.to(at("11:05:01"))
    assert len(made.offered) == 1


def test_paused_until_i_say_nothing_comes(day: Callable[..., Day]) -> None:
    made = day("10:00", "daily 10:50")
    made.guide.pause(read_pause("", made.clock.when(), BERLIN))
    made.to(at("12:00", date(2026, 11, 27)))
    assert made.offered == []
    made.guide.resume()
    made.to(at("10:50:01", date(2026, 11, 28)))
    assert len(made.offered) == 1


def test_quiet_keeps_its_first_minute_and_gives_its_last(day: Callable[..., Day]) -> None:
    made = day("21:00", "daily 21:59, 22:00, 06:59, 07:00", quiet="22:00-07:00")
    made.to(at("08:00", date(2026, 11, 26)))
    assert made.due() == ["2026-11-25 21:59", "2026-11-26 07:00"]


def test_seven_let_pass_nothing_escalates_and_it_pauses_itself(day: Callable[..., Day]) -> None:
    made = day("07:59", "every 60 min 08:00-18:00").to(at("17:30"))
    assert len(made.offered) == 7
    assert [one.asks for one in made.offered] == [False, False, False, True, False, False, False]
    assert len({one.words for one in made.offered[:5]}) == 5
    assert made.guide.desk.pause is not None
    assert made.guide.desk.pause.own
    assert [fate for _, fate in made.fates()].count(Fate.LET_PASS.value) == 7
