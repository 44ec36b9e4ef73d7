"""Weekday words: days of the week as people type them in a line, and as they are written back. Pure.

English notation by decision, like all of a rule's line. Nothing here refuses; `rule_words` does.
"""

import re

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEK = frozenset(range(7))
WORKDAYS, WEEKEND = frozenset(range(5)), frozenset({5, 6})

_DAY = (
    r"(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:nesdays?)?|thu(?:r(?:s(?:days?)?)?)?"
    r"|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)\.?"
)
_EVERY_DAY = r"(?:daily|everyday|(?:every|each|all)\s+days?)"
_WORKDAYS = r"(?:week\s?days?|work(?:ing)?\s?days?)"
_ONE = (
    rf"(?:{_EVERY_DAY}|(?:(?:on|at|every|each)\s+)?(?:the\s+)?"
    rf"(?:{_WORKDAYS}|weekends?|{_DAY}(?:\s*(?:-|(?:to|till|until|through)\s)\s*{_DAY})?))(?![\w-])"
)
_FIRST = re.compile(rf"\s*,?\s*({_ONE})")
_NEXT = re.compile(rf"\s*[,&+/]?\s*(?:and\s+)?({_ONE})")
_SPAN = re.compile(rf"({_DAY})(?:\s*(?:-|to|till|until|through)\s*({_DAY}))?$")


def weekdays_at(text: str, at: int = 0) -> tuple[frozenset[int], int] | None:
    """The weekdays named there in lower-case text, and where their words end; None where none are."""
    named: frozenset[int] = frozenset()
    pattern = _FIRST
    while found := pattern.match(text, at):
        named |= _days(found[1])
        at, pattern = found.end(), _NEXT
    return (named, at) if named else None


def weekday_in(word: str) -> int | None:
    """One day of the week, 0–6; None for what is none."""
    return DAYS.index(word[:3].title()) if re.fullmatch(_DAY, word) else None


def weekdays_line(days: frozenset[int]) -> str:
    """“Mon-Wed, Sat”."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}" for run in runs)


def _days(words: str) -> frozenset[int]:
    if re.fullmatch(_EVERY_DAY, words):
        return WEEK
    if re.search(r"week\s?days?$|work(?:ing)?\s?days?$", words):
        return WORKDAYS
    if re.search(r"weekends?$", words):
        return WEEKEND
    found = _SPAN.search(words)
    assert found is not None
    first = DAYS.index(found[1][:3].title())
    last = DAYS.index(found[2][:3].title()) if found[2] else first
    return frozenset((first + k) % 7 for k in range((last - first) % 7 + 1))
