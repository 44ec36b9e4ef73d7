from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kindtimer.core.pause import read_pause
from kindtimer.core.rule import RuleNotPossible

BERLIN = ZoneInfo("Europe/Berlin")
TEN = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
"""Ten in Berlin."""


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("30 min", TEN + timedelta(minutes=30)),
        ("1h", TEN + timedelta(hours=1)),
        ("2 hours", TEN + timedelta(hours=2)),
        ("1h30m", TEN + timedelta(minutes=90)),
        ("1 h 30 min", TEN + timedelta(minutes=90)),
        ("until 14:00", datetime(2026, 11, 25, 13, tzinfo=UTC)),
        ("until 10:00", datetime(2026, 11, 26, 9, tzinfo=UTC)),
        ("until tomorrow", datetime(2026, 11, 26, 3, tzinfo=UTC)),
        ("", None),
        ("until I say", None),
        ("90", TEN + timedelta(minutes=90)),
        ("90 min", TEN + timedelta(minutes=90)),
        ("an hour", TEN + timedelta(hours=1)),
        ("half an hour", TEN + timedelta(minutes=30)),
        ("two hours", TEN + timedelta(hours=2)),
        ("for 2 hours", TEN + timedelta(hours=2)),
        ("1.5h", TEN + timedelta(minutes=90)),
        ("1d", TEN + timedelta(days=1)),
        ("a week", TEN + timedelta(days=7)),
        ("until 2pm", datetime(2026, 11, 25, 13, tzinfo=UTC)),
        ("until two", datetime(2026, 11, 25, 13, tzinfo=UTC)),
        ("until noon", datetime(2026, 11, 25, 11, tzinfo=UTC)),
        ("until 8", datetime(2026, 11, 25, 19, tzinfo=UTC)),
        ("until this evening", datetime(2026, 11, 25, 17, tzinfo=UTC)),
        ("for the day", datetime(2026, 11, 26, 3, tzinfo=UTC)),
        ("until tomorrow at 10", datetime(2026, 11, 26, 9, tzinfo=UTC)),
        ("until Monday", datetime(2026, 11, 30, 3, tzinfo=UTC)),
        ("until Wednesday", datetime(2026, 12, 2, 3, tzinfo=UTC)),
        ("until next Friday 9:00", datetime(2026, 11, 27, 8, tzinfo=UTC)),
    ],
)
def test_a_pause_ends_when_it_says(words: str, ends: datetime | None) -> None:
    assert read_pause(words, TEN, BERLIN).until == ends


def test_in_the_small_hours_tomorrow_begins_at_four() -> None:
    two = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
    assert read_pause("until tomorrow", two, BERLIN).until == datetime(2026, 11, 25, 3, tzinfo=UTC)


def test_hours_are_real_hours_and_a_time_is_the_clock_s_across_a_change() -> None:
    before = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # half past one in Berlin, half an hour before the gap
    assert read_pause("1h", before, BERLIN).until == before + timedelta(hours=1)
    assert read_pause("until 02:30", before, BERLIN).until == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert read_pause("until tomorrow", before, BERLIN).until == datetime(2026, 3, 29, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "until 25:00",
            "a while",
            "0 min",
            "h",
            "until",
            "999h 9999m",
            "-5 min",
            "0",
            "zero days",
            "45 days",
        ),
        *("until lunch", "until monday at lunch", "until someday"),
    ],
)
def test_what_is_no_pause_is_refused_in_one_line(words: str) -> None:
    with pytest.raises(RuleNotPossible) as told:
        read_pause(words, TEN, BERLIN)
    assert "\n" not in str(told.value)
    assert len(str(told.value)) <= 110


def test_what_was_typed_is_told_as_it_was_typed() -> None:
    with pytest.raises(RuleNotPossible, match="“A While” is no pause"):
        read_pause("A While", TEN, BERLIN)


def test_a_pause_of_an_hour_is_never_longer_however_the_clock_is_set() -> None:
    pause = read_pause("1h", TEN, BERLIN)
    back = pause.at(TEN - timedelta(hours=5))
    assert back is not None
    assert back.until == TEN - timedelta(hours=4)
    assert back.holds_at(TEN - timedelta(hours=5))
    assert pause.at(TEN + timedelta(hours=1)) is None


def test_a_pause_until_a_time_stands_by_the_clock() -> None:
    pause = read_pause("until 14:00", TEN, BERLIN)
    back = pause.at(TEN - timedelta(hours=5))
    assert back is not None
    assert back.until == pause.until


def test_a_pause_without_an_end_has_none() -> None:
    pause = read_pause("", TEN, BERLIN).at(TEN + timedelta(days=900))
    assert pause is not None
    assert pause.holds_at(TEN + timedelta(days=900))
