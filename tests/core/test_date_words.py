from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.date_words import dates_line, looks_like_a_date, read_dates, read_day
from kindtimer.core.rule import RuleNotPossible

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-12-24", date(2026, 12, 24)),
        ("24 Dec", date(2026, 12, 24)),
        ("24 December", date(2026, 12, 24)),
        ("Dec 24", date(2026, 12, 24)),
        ("December 24th, 2027", date(2027, 12, 24)),
        ("24th of december", date(2026, 12, 24)),
        ("24.12.", date(2026, 12, 24)),
        ("24.12.2028", date(2028, 12, 24)),
        ("today", TODAY),
        ("tomorrow", date(2026, 11, 26)),
        ("25 Nov", TODAY),
        ("24 Nov", date(2027, 11, 24)),
        ("29 Feb", date(2028, 2, 29)),
        ("Monday", date(2026, 11, 30)),
        ("next wed", date(2026, 12, 2)),
        ("Thursday 24 December 2026", date(2026, 12, 24)),
        ("Thu, Dec 24", date(2026, 12, 24)),
    ],
)
def test_a_day_is_the_next_such_day(words: str, day: date) -> None:
    assert read_day(words, TODAY) == day


@pytest.mark.parametrize(
    "words", ["", "Banana", "30 Feb", "2026-02-30", "24/12", "32 Dec", "13.13.", "Mon 24 Dec"]
)
def test_what_is_no_day_says_what_would_be(words: str) -> None:
    with pytest.raises(RuleNotPossible, match=f"“{words}” is no day. For example: "):
        read_day(words, TODAY)


@given(st.text(max_size=30), st.dates())
def test_any_words_are_a_day_or_refused(words: str, today: date) -> None:
    try:
        told = read_day(words, today).isoformat()
    except RuleNotPossible as refused:
        told = str(refused)
    assert told.isprintable()


@pytest.mark.parametrize(
    "words",
    [
        "2026-12-24..2027-01-06",
        "2026-12-24 - 2027-01-06",
        "24 Dec to 6 Jan",
        "from Dec 24 until Jan 6",
        "between 24 Dec and 6 Jan",
        "24 December through 6 January 2027",
        "24.12.-6.1.",
        "Thu 24 Dec to Wed 6 Jan",
    ],
)
def test_days_from_one_to_another_are_read_as_people_write_them(words: str) -> None:
    dates = read_dates(words, TODAY, 100)
    assert (min(dates), max(dates), len(dates)) == (date(2026, 12, 24), date(2027, 1, 6), 14)
    assert dates_line(dates) == "2026-12-24..2027-01-06"
    assert read_dates(dates_line(dates), TODAY, 100) == dates


@pytest.mark.parametrize("words", ["24-26 Dec", "Dec 24-26", "24.-26.12.", "24th to 26th of December"])
def test_a_month_stands_for_both_ends(words: str) -> None:
    assert dates_line(read_dates(words, TODAY, 100)) == "2026-12-24..2026-12-26"


def test_what_has_begun_goes_on_from_today() -> None:
    assert dates_line(read_dates("24 Dec to 6 Jan", date(2026, 12, 28), 100)) == "2026-12-28..2027-01-06"
    assert dates_line(read_dates("20 Nov to 30 Nov", TODAY, 100)) == "2026-11-25..2026-11-30"


def test_one_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(RuleNotPossible, match="ends before it begins"):
        read_dates("2027-01-06..2026-12-24", TODAY, 100)


@pytest.mark.parametrize(
    "words", ["", "..", "22:00-07:00", "Dec", "30 Feb to 3 Mar", "2026-12-24..", "lunch", "10-12"]
)
def test_what_is_no_day_and_no_days_is_none(words: str) -> None:
    assert read_dates(words, TODAY, 100) == frozenset()


def test_more_than_there_can_be_are_refused() -> None:
    with pytest.raises(RuleNotPossible, match="more days than can be off: there can be 100"):
        read_dates("0001-01-01..9999-12-31", TODAY, 100)
    assert len(read_dates("2027-01-01..2027-04-10", TODAY, 100)) == 100


def test_what_looks_like_a_date() -> None:
    for words in ("30 Feb", "2026-02-30", "Feb. 30", "31.2."):
        assert looks_like_a_date(words)
    for words in ("22:00-07:00", "Sat", "may be", "lunch"):
        assert not looks_like_a_date(words)


@given(st.frozensets(st.integers(0, 200), max_size=40))
def test_dates_are_read_back_from_their_line(ahead: frozenset[int]) -> None:
    dates = {TODAY + timedelta(days=n) for n in ahead}
    line = dates_line(dates)
    read = [read_dates(part, TODAY, 100) for part in line.split(", ")] if line else []
    assert frozenset().union(*read) == dates
