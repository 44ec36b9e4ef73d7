"""Date words: a day as people type it: 2026-12-24, 24 Dec, 24.12., tomorrow, Monday. Pure.

English notation by decision. A day without its year is the next such day, today among them; today is
handed in.
"""

import re
from datetime import date, timedelta

from kindtimer.core.rule import RuleNotPossible
from kindtimer.core.rule_words import shown_word
from kindtimer.core.weekday_words import weekday_in
from kindtimer.core.words import tr

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EXAMPLE = "2026-12-24"
MOST_YEARS = 8
"""From one 29 February to the next there are so many at the most."""

_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:\s*,?\s+(\d{4}))?"
_WHOLE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(rf"{_NUMBER}\.?\s*(?:of\s+)?{_MONTH}{_YEAR}")
_MONTH_FIRST = re.compile(rf"{_MONTH}\s*{_NUMBER}{_YEAR}")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?")


def read_day(words: str, today: date) -> date:
    """The day that is meant. Raises RuleNotPossible."""
    text = re.sub(r"^(?:(?:on|the|next)\s+)+", "", " ".join(words.lower().split()))
    found = _near(text, today) or _named(text, today)
    if found is None:
        raise RuleNotPossible(
            tr(
                "“{word}” is no day. For example: {example}, 24 Dec, tomorrow",
                word=shown_word(words.strip()),
                example=EXAMPLE,
            )
        )
    return found


def _near(text: str, today: date) -> date | None:
    if text == "today":
        return today
    if text == "tomorrow":
        return _later(today, 1)
    weekday = weekday_in(text)
    return None if weekday is None else _later(today, (weekday - today.weekday() - 1) % 7 + 1)


def _named(text: str, today: date) -> date | None:
    if found := _WHOLE.fullmatch(text):
        year, month, day = (int(one) for one in found.groups())
        return _day(year, month, day)
    if found := _DAY_FIRST.fullmatch(text):
        return _next(found[2], found[1], found[3], today)
    if found := _MONTH_FIRST.fullmatch(text):
        return _next(found[1], found[2], found[3], today)
    if found := _DOTTED.fullmatch(text):
        return _next(found[2], found[1], found[3], today)
    return None


def _next(month: str, day: str, year: str | None, today: date) -> date | None:
    number = int(month) if month.isdecimal() else MONTHS.index(month[:3]) + 1
    if year is not None:
        return _day(int(year), number, int(day))
    for later in range(MOST_YEARS + 1):
        found = _day(today.year + later, number, int(day))
        if found is not None and found >= today:
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
