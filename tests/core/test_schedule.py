from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kindtimer.core.quiet_times import Quiet, QuietSpan
from kindtimer.core.rule import At, Rule, time_of
from kindtimer.core.rule_words import read_quiet, read_rule
from kindtimer.core.schedule import NEAR, Prompt, Schedule
from tests.core.test_local_time import ZONES

BERLIN = ZoneInfo("Europe/Berlin")
NEVER = Quiet()
ALWAYS = Quiet((read_quiet("00:00-12:00"), read_quiet("12:00-00:00")))
NIGHT = Quiet((read_quiet("22:00-07:00"),))


def schedule(*lines: str, quiet: Quiet = NEVER, zone: str = "Europe/Berlin", seed: int = 0) -> Schedule:
    rules = [Rule(str(number), *read_rule(line)) for number, line in enumerate(lines, 1)]
    return Schedule(rules, quiet, ZoneInfo(zone), seed)


def berlin(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN)


def times(prompts: Sequence[Prompt]) -> list[str]:
    return [one.at.strftime("%a %H:%M") for one in prompts]


def days_of(made: Schedule, start: datetime, days: int) -> list[Prompt]:
    return list(made.between(start, start + timedelta(days=days)))


def test_the_next_one_is_found_across_days_without_any() -> None:
    made = schedule("Mon-Fri 10:00, 14:30", "Sat 11:15")
    assert times(days_of(made, berlin(2026, 11, 27, 10, 0), 3)) == ["Fri 14:30", "Sat 11:15", "Mon 10:00"]
    found = made.next_after(berlin(2026, 11, 27, 14, 31))
    assert found is not None
    assert found.at == berlin(2026, 11, 28, 11, 15)
    assert schedule().next_after(berlin(2026, 11, 27, 14, 31)) is None


def test_a_rule_that_begins_later_is_found_and_one_that_has_ended_is_not() -> None:
    at = At((time(10),))
    rules = [Rule("1", at, ends=date(2026, 11, 20)), Rule("2", at, begins=date(2027, 3, 1))]
    found = Schedule(rules, Quiet(), BERLIN).next_after(berlin(2026, 11, 25, 12))
    assert found is not None
    assert found.at == berlin(2027, 3, 1, 10)


def test_a_time_that_does_not_exist_comes_just_after_the_gap_and_says_so_beforehand() -> None:
    (moved, _) = days_of(schedule("daily 02:30"), berlin(2026, 3, 28, 12), 2)
    assert moved.at.isoformat() == "2026-03-29T03:00:00+02:00"
    assert "02:30 does not exist" in moved.note
    assert "03:00" in moved.note


@pytest.mark.parametrize(("lines", "count"), [(["daily 02:30"], 1), (["daily 02:10", "daily 02:40"], 2)])
def test_times_that_come_twice_count_in_their_first_pass_whenever_one_looks(
    lines: list[str], count: int
) -> None:
    start = berlin(2026, 10, 25, 0, 0)
    found = days_of(schedule(*lines), start, 1)
    assert [one.at.utcoffset() for one in found] == [timedelta(hours=2)] * count
    assert all("comes twice" in one.note for one in found)
    # A restart between the passes finds nothing of this day any more.
    between = datetime(2026, 10, 25, 1, 5, tzinfo=UTC)
    later = schedule(*lines).next_after(between)
    assert later is not None
    assert later.at.date() == date(2026, 10, 26)


def test_quiet_is_taken_out_first_and_what_is_near_becomes_one_at_the_later_time() -> None:
    made = schedule("daily 21:59", "daily 22:00", "daily 06:59", "daily 07:00", quiet=NIGHT)
    assert times(days_of(made, berlin(2026, 11, 25, 12), 1)) == ["Wed 21:59", "Thu 07:00"]
    near = schedule("daily 10:08", "daily 10:00", "daily 10:19")
    found = days_of(near, berlin(2026, 11, 25, 0), 1)
    assert times(found) == ["Wed 10:08", "Wed 10:19"]
    assert found[0].rule.id == "2"  # the earlier one's
    assert set(found[0].keys) == {"1 2026-11-25 10:08", "2 2026-11-25 10:00"}
    assert "10:00" in found[0].note
    assert found[1].note == ""


def test_near_ones_across_midnight_are_one_wherever_one_begins_to_look() -> None:
    made = schedule("daily 23:55", "daily 00:04")
    for start in (berlin(2026, 11, 25, 12), berlin(2026, 11, 25, 23, 57), berlin(2026, 11, 26, 0, 1)):
        found = made.next_after(start)
        assert found is not None
        assert found.at == berlin(2026, 11, 26, 0, 4)
        assert len(found.keys) == 2


def test_a_long_chain_still_comes() -> None:
    lines = [f"daily 10:{minute:02d}" for minute in range(0, 60, 8)]
    found = days_of(schedule(*lines), berlin(2026, 11, 25, 0), 1)
    assert times(found) == ["Wed 10:24", "Wed 10:56"]
    assert sum(len(one.keys) for one in found) == 8


def test_dates_off_week_after_week_put_the_only_day_of_a_rule_off_and_no_further() -> None:
    saturdays = frozenset(date(2026, 11, 28) + timedelta(weeks=number) for number in range(6))
    found = schedule("Sat 10:00", quiet=Quiet(dates=saturdays)).next_after(berlin(2026, 11, 25))
    assert found is not None
    assert found.at == berlin(2027, 1, 9, 10)


def test_a_day_off_is_a_day_off() -> None:
    made = schedule("daily 10:00", quiet=Quiet(days=frozenset({5, 6}), dates=frozenset({date(2026, 11, 27)})))
    assert times(days_of(made, berlin(2026, 11, 25, 12), 5)) == ["Thu 10:00", "Mon 10:00"]


def test_what_is_drawn_is_drawn_once_a_day_keeps_its_gap_and_is_another_person_s_own() -> None:
    lines = ("2 between 10:00 and 16:00, 90 min apart",)
    drawn = days_of(schedule(*lines, seed=11), berlin(2026, 11, 23, 0), 28)
    assert [one.at for one in drawn] == [
        one.at for one in days_of(schedule(*lines, seed=11), berlin(2026, 11, 23), 28)
    ]
    assert [one.at for one in drawn] != [
        one.at for one in days_of(schedule(*lines, seed=12), berlin(2026, 11, 23), 28)
    ]
    assert len(drawn) == 56
    assert len({one.at.time() for one in drawn}) > 20
    for first, second in zip(drawn[::2], drawn[1::2], strict=True):
        assert first.at.date() == second.at.date()
        assert second.at - first.at >= timedelta(minutes=90)
        assert time(10) <= first.at.time() <= second.at.time() <= time(16)


def test_the_zone_leads_and_the_keys_stay_the_same() -> None:
    there = schedule("daily 12:00").next_after(datetime(2026, 11, 25, 10, 50, tzinfo=UTC))
    here = schedule("daily 12:00", zone="America/Los_Angeles").next_after(
        datetime(2026, 11, 25, 10, 50, tzinfo=UTC)
    )
    assert there is not None
    assert here is not None
    assert here.at.isoformat() == "2026-11-25T12:00:00-08:00"
    assert here.keys == there.keys == ("1 2026-11-25 12:00",)


def test_a_day_that_is_left_out_has_keys_of_its_own() -> None:
    made = schedule("daily 10:00", zone="Pacific/Apia")
    found = list(made.between(datetime(2011, 12, 29, 12, tzinfo=UTC), datetime(2012, 1, 1, tzinfo=UTC)))
    assert [one.at.isoformat() for one in found] == [
        "2011-12-29T10:00:00-10:00",
        "2011-12-31T00:00:00+14:00",
        "2011-12-31T10:00:00+14:00",
        "2012-01-01T10:00:00+14:00",
    ]
    assert len({key for one in found for key in one.keys}) == 4


RULES = st.lists(
    st.tuples(
        st.sets(st.integers(0, 1439), min_size=1, max_size=4), st.frozensets(st.integers(0, 6), min_size=1)
    ),
    min_size=1,
    max_size=6,
)
SPANS = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(0, 1439)).filter(lambda two: two[0] != two[1]), max_size=2
)


@settings(max_examples=150, deadline=None)
@given(
    made_of=RULES,
    spans=SPANS,
    zone=st.sampled_from(ZONES),
    start=st.integers(0, 13 * 365 * 24 * 60),
    steps=st.lists(st.integers(1, 60 * 40), min_size=1, max_size=12),
)
def test_wherever_one_looks_from_the_same_prompts_come_once_in_order_and_never_in_quiet(
    made_of: list[tuple[set[int], frozenset[int]]],
    spans: list[tuple[int, int]],
    zone: str,
    start: int,
    steps: list[int],
) -> None:
    rules = [
        Rule(str(number), At(tuple(map(time_of, sorted(minutes)))), days)
        for number, (minutes, days) in enumerate(made_of)
    ]
    quiet = Quiet(tuple(QuietSpan(time_of(one), time_of(two)) for one, two in spans))
    begin = datetime(2017, 1, 1, tzinfo=UTC) + timedelta(minutes=start)
    until = begin + timedelta(days=5)
    whole = list(Schedule(rules, quiet, ZoneInfo(zone)).between(begin, until))
    keys = [key for one in whole for key in one.keys]
    assert len(keys) == len(set(keys))
    assert all(not quiet.holds_at(due.at.astimezone(ZoneInfo(zone))) for one in whole for due in one.dues)
    for before, after in pairwise(whole):
        assert before.at.astimezone(UTC) < after.at.astimezone(UTC)
        chained = len(before.dues) > 1 or len(after.dues) > 1
        assert after.at.astimezone(UTC) - before.at.astimezone(UTC) > (timedelta() if chained else NEAR)
    # Looked at piece by piece, by schedules that know nothing of each other, nothing is lost or new.
    pieces: list[Prompt] = []
    at = begin
    for step in steps:
        later = min(until, at + timedelta(minutes=step))
        pieces += Schedule(rules, quiet, ZoneInfo(zone)).between(at, later)
        at = later
    pieces += Schedule(rules, quiet, ZoneInfo(zone)).between(at, until)
    assert [(one.at, one.keys) for one in pieces] == [(one.at, one.keys) for one in whole]


@pytest.mark.parametrize(
    "made",
    [
        schedule("after a call", "every 30 min at the computer 09:00-17:00"),
        schedule(
            "every 15 min 00:00-23:45", quiet=Quiet((read_quiet("00:00-12:00"), read_quiet("12:00-00:00")))
        ),
        schedule("daily 10:00", quiet=Quiet(days=frozenset(range(7)))),
        Schedule([Rule("1", At((time(10),)), ends=date(2026, 1, 1))], NEVER, BERLIN),
    ],
    ids=["events", "quiet", "days off", "ended"],
)
def test_where_nothing_can_come_no_year_is_laid_out_to_find_that(made: Schedule) -> None:
    assert made.next_after(berlin(2026, 11, 25)) is None
    assert len(made._days) <= 2


def test_that_nothing_comes_is_known_for_a_day_and_then_looked_at_anew() -> None:
    made = Schedule([Rule("1", At((time(10),)), begins=date(2028, 1, 1))], NEVER, BERLIN)
    assert made.next_after(berlin(2026, 11, 25)) is None
    made._days.clear()
    assert made.next_after(berlin(2026, 11, 25, 12)) is None
    assert not made._days
    found = made.next_after(berlin(2027, 3, 1))
    assert found is not None
    assert found.at == berlin(2028, 1, 1, 10)
