"""Date words: days as people type them: 2026-12-24, 24 Dec, 24.12., tomorrow, 24 Dec to 6 Jan. Pure.

English notation by decision. A day without its year is the next such day, today among them; today is
handed in.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kindtimer.core.rule import RuleNotPossible
from kindtimer.core.rule_words import shown_word
from kindtimer.core.weekday_words import weekday_in
from kindtimer.core.words import tr

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EXAMPLE = "2026-12-24"
SPAN = "2026-12-24..2027-01-06"
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

_WEEKDAY_FIRST = re.compile(r"((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\.?,?\s+(?=\S)")
_TO = re.compile(r"\s*\.{2,3}\s*|\s*-\s*|\s+(?:to|till?|until|through|and)\s+")
_BARE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\.?")
_LIKE_A_DATE = re.compile(rf"\d{{4}}[-/.]\d|\d\.\s?\d{{1,2}}\.|\d\s*\.?\s*(?:of\s+)?{_MONTH}|{_MONTH}\s*\d")


def read_day(words: str, today: date) -> date:
    """The day that is meant. Raises RuleNotPossible."""
    text = re.sub(r"^(?:(?:on|the|next)\s+)+", "", " ".join(words.lower().split()))
    weekday = _WEEKDAY_FIRST.match(text)
    found = _near(text, today) or _named(text[weekday.end() :] if weekday else text, today)
    if found is None or (weekday and found.weekday() != weekday_in(weekday[1])):
        raise RuleNotPossible(
            tr(
                "“{word}” is no day. For example: {example}, 24 Dec, tomorrow",
                word=shown_word(words.strip()),
                example=EXAMPLE,
            )
        )
    return found


def read_dates(words: str, today: date, most: int) -> frozenset[date]:
    """The day, or all days from one to another, both among them; none where it is neither.

    One that ends before it begins was typed without a year, and has begun: it goes on from today. With a year
    it raises RuleNotPossible, as more than so many days do.
    """
    text = " ".join(words.lower().split())
    if one := _day_in(text, today):
        return frozenset({one})
    for begins, ends in _ends(text):
        first = _day_in(begins, today)
        last = None if first is None else _day_in(ends, today)
        if first is None or last is None:
            continue
        if last < first:
            if re.search(r"\d{4}", text):
                raise RuleNotPossible(
                    tr(
                        "“{words}” ends before it begins. For example: {example}",
                        words=shown_word(words),
                        example=SPAN,
                    )
                )
            first = today
        if (last - first).days >= most:
            raise RuleNotPossible(
                tr(
                    "“{words}” are more days than can be off: there can be {most}. "
                    "`kindtimer pause` can be longer.",
                    words=shown_word(words),
                    most=most,
                )
            )
        return frozenset(first + timedelta(days=n) for n in range((last - first).days + 1))
    return frozenset()


def dates_line(dates: Iterable[date]) -> str:
    """“2026-12-24..2027-01-06, 2027-05-01”: as they are read."""
    runs: list[list[date]] = []
    for day in sorted(dates):
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(f"{run[0]}..{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def looks_like_a_date(words: str) -> bool:
    """Whether a day is meant, be it one there is or not."""
    return bool(_LIKE_A_DATE.search(words.lower()))


def _day_in(words: str, today: date) -> date | None:
    try:
        return read_day(words, today)
    except RuleNotPossible:
        return None


def _ends(text: str) -> Iterator[tuple[str, str]]:
    """Both ends of what may be a span, wherever it may be cut; a month stands for both (“24-26 Dec”)."""
    text = re.sub(r"^(?:from|between)\s+", "", text)
    for cut in _TO.finditer(text):
        begins, ends = text[: cut.start()], text[cut.end() :]
        if _BARE.fullmatch(begins):
            begins = _BARE.sub(begins, ends, count=1)
        elif _BARE.fullmatch(ends):
            ends = re.sub(r"\d{1,2}(?:st|nd|rd|th)?", ends, begins, count=1)
        yield begins, ends


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
