"""Local time: the moment at which a time of day comes on a day, whatever the clock does on it. Pure.

One rule for each case: a time that does not exist comes at the first moment after the gap; a time that
comes twice counts in its first pass.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

SECOND = timedelta(seconds=1)


class Case(StrEnum):
    """What the clock does at a time of day."""

    PLAIN = "plain"
    MISSING = "missing"
    TWICE = "twice"


@dataclass(frozen=True)
class Coming:
    """When a time of day comes: an aware moment in the zone asked for, and the clock's case."""

    at: datetime
    case: Case = Case.PLAIN


def coming(day: date, moment: time, zone: tzinfo) -> Coming:
    """The moment of a local time on a local day."""
    naive = datetime.combine(day, moment)
    first = naive.replace(tzinfo=zone)
    second = first.replace(fold=1)
    before, after = first.utcoffset(), second.utcoffset()
    if before == after:
        return Coming(first)
    assert before is not None
    assert after is not None
    if before > after:
        return Coming(first, Case.TWICE)
    # In a gap: read by the offset before it the moment lies after the change, by the offset after it before.
    low = (naive - after).replace(tzinfo=UTC)
    high = (naive - before).replace(tzinfo=UTC)
    while high - low > SECOND:
        middle = low + timedelta(seconds=(high - low) // SECOND // 2)
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return Coming(high.astimezone(zone), Case.MISSING)


def changes_on(day: date, zone: tzinfo) -> bool:
    """Whether the zone's offset is another at this day's end than at its start."""
    start = datetime.combine(day, time(), zone)
    return start.utcoffset() != datetime.combine(day + timedelta(days=1), time(), zone).utcoffset()
