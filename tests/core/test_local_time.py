from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.local_time import Case, changes_on, coming

ZONES = (
    "Europe/Berlin",
    "America/Los_Angeles",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "UTC",
)


@pytest.mark.parametrize(
    ("zone", "day", "clock", "comes", "case"),
    [
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), "2026-03-29T03:00:00+02:00", Case.MISSING),
        ("Europe/Berlin", date(2026, 3, 29), time(2, 0), "2026-03-29T03:00:00+02:00", Case.MISSING),
        ("Europe/Berlin", date(2026, 3, 29), time(3, 0), "2026-03-29T03:00:00+02:00", Case.PLAIN),
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25T02:30:00+02:00", Case.TWICE),
        ("Europe/Berlin", date(2026, 10, 25), time(3, 0), "2026-10-25T03:00:00+01:00", Case.PLAIN),
        # Half an hour, and a change at midnight.
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 10), "2026-10-04T02:30:00+11:00", Case.MISSING),
        ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), "2026-04-05T01:45:00+11:00", Case.TWICE),
        ("America/Sao_Paulo", date(2018, 11, 4), time(0, 0), "2018-11-04T01:00:00-02:00", Case.MISSING),
        # A whole day that was left out.
        ("Pacific/Apia", date(2011, 12, 30), time(10, 0), "2011-12-31T00:00:00+14:00", Case.MISSING),
    ],
)
def test_each_case_has_one_rule(zone: str, day: date, clock: time, comes: str, case: Case) -> None:
    found = coming(day, clock, ZoneInfo(zone))
    assert (found.at.isoformat(), found.case) == (comes, case)


@given(
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2010, 1, 2), date(2040, 12, 30)),
    minute=st.integers(0, 1439),
)
def test_what_exists_comes_when_it_says_and_what_does_not_comes_just_after(
    zone: str, day: date, minute: int
) -> None:
    clock = time(minute // 60, minute % 60)
    found = coming(day, clock, ZoneInfo(zone))
    local = found.at.astimezone(UTC).astimezone(ZoneInfo(zone))
    if found.case is not Case.MISSING:
        assert (local.date(), local.time(), local.fold) == (day, clock, 0)
        return
    just_before = (found.at.astimezone(UTC) - timedelta(seconds=1)).astimezone(ZoneInfo(zone))
    assert just_before.replace(tzinfo=None) < datetime.combine(day, clock) < local.replace(tzinfo=None)


def test_a_day_of_change_is_known() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    changed = [day for day in range(1, 32) if changes_on(date(2026, 3, day), berlin)]
    assert changed == [29]
