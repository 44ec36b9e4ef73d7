"""Quiet times: parts of the day, weekdays and dates on which nothing is offered. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from kindtimer.core.rule import DAY_MINUTES, RuleNotPossible, minute_of, shown_time
from kindtimer.core.words import tr


@dataclass(frozen=True)
class QuietSpan:
    """From `start` until just before `end`; across midnight where `end` is earlier."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start == self.end:
            raise RuleNotPossible(
                tr(
                    "“{span}” begins and ends at the same time, so it could mean never or always. "
                    "A pause keeps everything away; leaving it out keeps nothing away.",
                    span=str(self),
                )
            )

    def __str__(self) -> str:
        return f"{shown_time(self.start)}-{shown_time(self.end)}"

    def minutes(self) -> set[int]:
        """The minutes of an ordinary day that lie in it, 0–1439."""
        start, end = minute_of(self.start), minute_of(self.end)
        if start < end:
            return set(range(start, end))
        return {*range(end), *range(start, DAY_MINUTES)}


@dataclass(frozen=True)
class Quiet:
    """All of them. `days` are weekdays without an offer, 0–6."""

    spans: tuple[QuietSpan, ...] = ()
    days: frozenset[int] = frozenset()
    dates: frozenset[date] = frozenset()

    def is_day_off(self, day: date) -> bool:
        """Whether nothing comes on this local day."""
        return day.weekday() in self.days or day in self.dates

    def holds_at(self, local: datetime) -> bool:
        """Whether this local moment is quiet."""
        return self.is_day_off(local.date()) or local.hour * 60 + local.minute in self.minutes

    @cached_property
    def minutes(self) -> frozenset[int]:
        """The quiet minutes of an ordinary day."""
        return frozenset[int]().union(*(one.minutes() for one in self.spans))
