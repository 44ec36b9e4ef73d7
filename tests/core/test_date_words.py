from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.date_words import read_day
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
    ],
)
def test_a_day_is_the_next_such_day(words: str, day: date) -> None:
    assert read_day(words, TODAY) == day


@pytest.mark.parametrize("words", ["", "Banana", "30 Feb", "2026-02-30", "24/12", "32 Dec", "13.13."])
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
