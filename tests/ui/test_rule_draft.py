from dataclasses import replace
from datetime import date, timedelta

import pytest

from kindtimer.core.pause import Pause
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import WEEK, Rule, RuleNotPossible
from kindtimer.core.rule_words import read_quiet, read_rule
from kindtimer.core.schedule import Schedule
from kindtimer.ui.rule_draft import (
    FIRST_EXAMPLE,
    LAST_EXAMPLE,
    MORE_STARTS,
    STARTS,
    Draft,
    day_or_none,
    names_days,
    next_told,
    shown_line,
    typed_day,
)
from tests.guide.led_day import BERLIN, at

TODAY = date(2026, 11, 25)
WORKDAYS = frozenset(range(5))


def rule(line: str, **more: object) -> Rule:
    return Rule("1", *read_rule(line), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("10:00", False),
        ("2 between 10:00 and 16:00", False),
        ("every 90 min 09:00-17:00", False),
        ("after a call", False),
        ("", False),
        ("Mon-Fri 10:00", True),
        ("every day 10:00", True),
        ("daily 10:00", True),
        ("weekdays every 90 min 09:00-17:00", True),
    ],
)
def test_days_are_named_by_the_line_or_by_the_buttons(line: str, named: bool) -> None:
    assert names_days(line) is named
    made = Draft(line, frozenset({6}))
    assert (made.all_days == {6}) is not named


@pytest.mark.parametrize("start", [*STARTS, *MORE_STARTS])
def test_everything_that_is_suggested_can_be_a_rule_as_it_stands(start: object) -> None:
    made = Draft(start.line, start.days).rule(TODAY)  # type: ignore[attr-defined]
    assert made.days == start.days  # type: ignore[attr-defined]
    assert Draft.of(made).line == start.line  # type: ignore[attr-defined]


def test_a_rule_becomes_a_draft_and_a_draft_the_same_rule() -> None:
    one = replace(
        rule("Mon-Fri 10:00, 14:30", words="Tea, maybe.", practice="sigh", minutes=3.0, on=False),
        begins=date(2026, 12, 1),
        ends=date(2026, 12, 31),
    )
    assert Draft.of(one).line == "10:00, 14:30"
    assert Draft.of(one).rule(TODAY, one) == one


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (Draft("25:00"), "no time of the day"),
        (Draft("Mon-Fry 10:00"), "no day of the week"),
        (Draft("every 90 min 17:00-09:00"), "ends before it begins"),
        (Draft(""), "one short line"),
        (Draft("10:00", begins="29 Smarch"), "is no day"),
        (Draft("10:00", begins="2026-03-02", ends="2026-03-01"), "before the first one, so it never comes"),
    ],
)
def test_what_cannot_be_says_why(draft: Draft, why: str) -> None:
    with pytest.raises(RuleNotPossible, match=why):
        draft.rule(TODAY)


def test_a_day_is_read_as_people_write_it_or_left_out() -> None:
    assert day_or_none(" 24 December ", TODAY) == date(2026, 12, 24)
    assert day_or_none("2026-12-24", TODAY) == date(2026, 12, 24)
    assert day_or_none(" ", TODAY) is None
    for day in (date(2026, 12, 24), date(2027, 2, 1)):
        assert day_or_none(typed_day(day), TODAY) == day
    assert (typed_day(date(2026, 12, 24)), typed_day(None)) == ("24 Dec 2026", "")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Mon-Fri 10:00, 14:30", "next today 10:00"),
        ("Thu 10:00", "next tomorrow 10:00"),
        ("Sun 10:00", "next Sunday 10:00"),
        ("after first unlock", "comes after the first unlock of a day"),
        ("after 50 min of focus", "comes after 50 minutes at the computer without a break"),
        ("after a call", "comes when a call is over"),
        ("every 60 min at the computer 09:00-17:00", "comes by time spent at the computer"),
        ("23:00", "comes on no day as long as quiet times and days are as they are"),
    ],
)
def test_when_it_comes_next_is_said_in_a_few_words(line: str, told: str) -> None:
    quiet = Quiet((read_quiet("22:00-07:00"),))
    one = rule(line)
    assert next_told(replace(one, on=False), quiet, BERLIN, 11, at("09:12")) == told


BEFORE_FIRST = "never comes, since its last day is before its first one"
OVER = "never comes from now on, since its last day is over"
BETWEEN = "never comes, since none of its days lies between its first and its last one"
NONE_LEFT = "never comes from now on, since none of its days is left until its last one"
LAST_TIME = "never comes from now on, since its last time is over"
KINDS = (
    "10:00",
    "every 90 min 09:00-17:00",
    "2 between 10:00 and 16:00",
    "after first unlock",
    "after a call",
    "after 50 min of focus",
    "every 60 min at the computer 09:00-17:00",
)


@pytest.mark.parametrize("line", KINDS)
@pytest.mark.parametrize(
    ("days", "begins", "ends", "told"),
    [
        ("", date(2026, 12, 2), date(2026, 12, 1), BEFORE_FIRST),
        ("", date(2026, 3, 2), date(2026, 3, 1), BEFORE_FIRST),
        ("", date(2026, 3, 1), date(2026, 3, 29), OVER),
        ("", None, date(2026, 11, 24), OVER),
        ("Sat", date(2026, 11, 30), date(2026, 12, 4), BETWEEN),
        ("Mon, Tue", date(2026, 11, 26), date(2026, 11, 29), BETWEEN),
        ("Sat", None, date(2026, 11, 27), NONE_LEFT),
        ("Mon", date(2026, 11, 23), date(2026, 11, 29), NONE_LEFT),
    ],
)
def test_days_that_never_come_are_said_with_their_reason(
    line: str, days: str, begins: date | None, ends: date, told: str
) -> None:
    one = replace(rule(f"{days} {line}".strip()), begins=begins, ends=ends)
    assert next_told(one, Quiet(), BERLIN, 11, at("09:12")) == told
    # Quiet times, a pause and its switch are no reason then.
    quiet = Quiet((read_quiet("22:00-07:00"),))
    assert next_told(replace(one, on=False), quiet, BERLIN, 11, at("09:12"), Pause(at("09:12"), None)) == told


@pytest.mark.parametrize("line", KINDS)
def test_days_that_are_all_off_are_said_to_be_quiet(line: str) -> None:
    one = replace(rule(line), begins=date(2026, 12, 5), ends=date(2026, 12, 6))
    quiet = Quiet(days=frozenset({5}), dates=frozenset({date(2026, 12, 6)}))
    told = "comes on no day as long as quiet times and days are as they are"
    assert next_told(one, quiet, BERLIN, 11, at("09:12")) == told
    assert next_told(replace(one, begins=date(2026, 12, 4)), quiet, BERLIN, 11, at("09:12")) != told
    assert next_told(one, Quiet(), BERLIN, 11, at("09:12")) != told


def test_one_whose_last_time_is_over_today_says_so() -> None:
    one = replace(rule("08:00"), ends=TODAY)
    assert next_told(one, Quiet(), BERLIN, 11, at("09:12")) == LAST_TIME
    assert next_told(replace(one, ends=date(2026, 11, 26)), Quiet(), BERLIN, 11, at("09:12")) == (
        "next tomorrow 08:00"
    )


def test_one_that_begins_years_ahead_comes_then() -> None:
    one = replace(rule("10:00"), begins=date(2029, 6, 1), ends=date(2029, 6, 30))
    assert next_told(one, Quiet(), BERLIN, 11, at("09:12")) == "next Friday 1 June 2029 10:00"
    far = replace(rule("10:00"), begins=date(9999, 12, 31))
    assert next_told(far, Quiet(), BERLIN, 11, at("09:12")) == "comes from Friday 31 December 9999 on"


def test_dates_off_week_after_week_put_it_off_and_are_no_reason_that_it_never_comes() -> None:
    saturdays = frozenset(date(2026, 11, 28) + timedelta(weeks=number) for number in range(6))
    told = next_told(rule("Sat 10:00"), Quiet(dates=saturdays), BERLIN, 11, at("09:12"))
    assert told == "next Saturday 9 January 2027 10:00"


def test_the_line_keeps_its_direction_among_other_words() -> None:
    assert shown_line(Rule("1", read_rule("10:00")[0], WEEK)) == "\u2068daily 10:00\u2069"


@pytest.mark.parametrize(
    ("line", "hours", "told"),
    [
        ("daily 10:00, 14:30", 2, "next today 14:30"),
        ("daily 10:00, 11:12", 2, "next today 11:12"),
        ("daily 10:00", None, "paused"),
        ("after a call", None, "paused"),
        ("after a call", 2, "comes when a call is over"),
    ],
)
def test_what_falls_into_a_pause_is_not_the_next_one(line: str, hours: int | None, told: str) -> None:
    when = at("09:12")
    pause = Pause(when, None if hours is None else when + timedelta(hours=hours))
    assert next_told(rule(line), Quiet(), BERLIN, 11, when, pause) == told


def test_the_time_that_is_drawn_is_the_one_that_comes() -> None:
    one = replace(rule("2 between 10:00 and 16:00"), id="7")
    coming = Schedule((one,), Quiet(), BERLIN, 11).next_after(at("09:12"))
    assert coming is not None
    assert next_told(one, Quiet(), BERLIN, 11, at("09:12")) == f"next today {coming.at:%H:%M}"


def test_days_that_stand_as_examples_are_to_come() -> None:
    for today in (date(2026, 1, 31), TODAY, date(2026, 12, 25)):
        for words in (FIRST_EXAMPLE, LAST_EXAMPLE):
            day = day_or_none(words, today)
            assert day is not None
            assert day >= today
