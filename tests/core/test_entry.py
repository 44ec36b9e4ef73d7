from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kindtimer.core.entry import Answer, Door, SessionEntry


def entry(when: datetime, zone: str) -> SessionEntry:
    return SessionEntry(UUID(int=1), when, zone, Door.TRAY, "breathe", "longer_out_46", 180.0, 65.0, 6)


def test_what_was_answered_stands_in_no_repr() -> None:
    answer = Answer("hurts", "What hurts?", "A secret.")
    one = replace(entry(datetime(2026, 5, 4, tzinfo=UTC), "UTC"), answers=(answer,))
    told = f"{answer!r} {one!r} {[one]}"
    assert "secret" not in told
    assert "What hurts" not in told


def local(zone: str, year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Europe/Berlin", "America/Los_Angeles", "UTC"])
def test_day_turns_at_the_persons_midnight(zone: str) -> None:
    assert entry(local(zone, 2026, 5, 4, 23, 59), zone).day == date(2026, 5, 4)
    assert entry(local(zone, 2026, 5, 5, 0, 1), zone).day == date(2026, 5, 5)


def test_day_is_the_one_it_was_begun_on_wherever_it_is_read() -> None:
    evening = local("Pacific/Auckland", 2026, 5, 5, 8, 0)
    begun_there = entry(evening, "Pacific/Auckland")
    assert begun_there.day == date(2026, 5, 5)
    # The same instant was still the day before in Berlin; an entry begun there says so.
    assert entry(evening, "Europe/Berlin").day == date(2026, 5, 4)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_day_on_which_the_clocks_change(day: date) -> None:
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
    next_day = day + timedelta(days=1)
    after = datetime(next_day.year, next_day.month, next_day.day, tzinfo=ZoneInfo("Europe/Berlin"))
    assert abs((after.astimezone(UTC) - midnight).total_seconds() - 86400) == 3600
    assert entry(midnight, "Europe/Berlin").day == day
    assert entry(midnight - timedelta(minutes=1), "Europe/Berlin").day == day - timedelta(days=1)
    assert entry(after.astimezone(UTC) - timedelta(minutes=1), "Europe/Berlin").day == day


@pytest.mark.parametrize("zone", ["", "Nowhere/At/All", "Europe", "../etc", "/etc/localtime", "a\0b"])
def test_unknown_zone_falls_back_to_utc(zone: str) -> None:
    assert entry(datetime(2026, 5, 4, 23, 59, tzinfo=UTC), zone).day == date(2026, 5, 4)


@given(st.datetimes(timezones=st.just(UTC)), st.sampled_from(["Asia/Kolkata", "Pacific/Auckland", "UTC"]))
def test_day_is_never_more_than_one_from_utc(when: datetime, zone: str) -> None:
    assume(date(1900, 1, 1) < when.date() < date(9000, 1, 1))
    assert abs((entry(when, zone).day - when.date()).days) <= 1


def test_a_zone_that_is_written_out_as_a_rule_has_its_days() -> None:
    late = datetime(2026, 5, 4, 22, 30, tzinfo=UTC)
    assert entry(late, "<+03>-3").day == date(2026, 5, 5)
    assert entry(late, "CET-1CEST,M3.5.0,M10.5.0/3").day == date(2026, 5, 5)
    assert entry(late, "<-03>3").day == date(2026, 5, 4)
