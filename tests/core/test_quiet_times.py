from datetime import UTC, date, datetime, time

import pytest

from kindtimer.core.quiet_times import Quiet, QuietSpan
from kindtimer.core.rule import RuleNotPossible


def test_a_span_begins_with_its_first_minute_and_ends_before_its_last() -> None:
    night = QuietSpan(time(22), time(7)).minutes()
    assert (21 * 60 + 59 in night, 22 * 60 in night, 0 in night, 6 * 60 + 59 in night, 7 * 60 in night) == (
        False,
        True,
        True,
        True,
        False,
    )
    assert QuietSpan(time(12), time(13)).minutes() == set(range(720, 780))


def test_a_span_without_length_is_refused_and_explained() -> None:
    with pytest.raises(RuleNotPossible, match="never or always"):
        QuietSpan(time(9), time(9))


def test_days_off_and_dates_off_are_quiet_all_day() -> None:
    quiet = Quiet((QuietSpan(time(22), time(7)),), frozenset({6}), frozenset({date(2026, 12, 24)}))
    assert quiet.holds_at(datetime(2026, 11, 29, 12, tzinfo=UTC))
    assert quiet.holds_at(datetime(2026, 12, 24, 12, tzinfo=UTC))
    assert quiet.holds_at(datetime(2026, 11, 25, 23, tzinfo=UTC))
    assert not quiet.holds_at(datetime(2026, 11, 25, 12, tzinfo=UTC))
    assert not Quiet().holds_at(datetime(2026, 11, 25, 12, tzinfo=UTC))
