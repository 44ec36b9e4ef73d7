"""Rule: when a person wants to be offered a kind minute, in their own terms. Values and their limits.

No clock stands here: `schedule` lays rules out in days, `rule_words` reads and writes them as plain words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from kindtimer.core.words import tr

WEEK = frozenset(range(7))
"""Monday is 0, as in `date.weekday`."""

LEAST_EVERY = 15
"""Minutes between two offers of one rule; anything closer would be a chase."""

MOST_TIMES = 24
"""Times a day of one rule."""

MOST_RULES = 200
MANY_A_DAY = 6
"""From here on one sentence is said, and the rule is set all the same (facts §4)."""

DAY_MINUTES = 24 * 60


class RuleNotPossible(ValueError):
    """A rule that cannot be; its text is one kind line that says why and what can be."""


def minute_of(moment: time) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def time_of(minute: int) -> time:
    """The time of day so many minutes after midnight (0–1439)."""
    return time(minute // 60, minute % 60)


def shown_time(moment: time) -> str:
    """A time of day as it is typed and told: 09:05."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


@dataclass(frozen=True)
class Window:
    """A part of a day, both ends within it. It does not go across midnight: two rules do that."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise RuleNotPossible(
                tr(
                    "“{window}” ends before it begins. Two of them, one each side of midnight, can do that.",
                    window=str(self),
                )
            )

    def __str__(self) -> str:
        return f"{shown_time(self.start)}-{shown_time(self.end)}"

    @property
    def minutes(self) -> int:
        """How long it is."""
        return minute_of(self.end) - minute_of(self.start)


@dataclass(frozen=True)
class At:
    """At these times of the day."""

    times: tuple[time, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.times) <= MOST_TIMES:
            raise RuleNotPossible(
                tr("A line can hold 1 to {most} times; a further line takes more.", most=MOST_TIMES)
            )


@dataclass(frozen=True)
class Every:
    """Every so many minutes within a window, its start among them.

    `at_computer` counts minutes at the computer alone, from the window's start or the last offer.
    """

    minutes: int
    window: Window
    at_computer: bool = False

    def __post_init__(self) -> None:
        if self.minutes < LEAST_EVERY:
            raise RuleNotPossible(
                tr(
                    "Every {minutes} minutes is closer than this can be. From {least} minutes on it can.",
                    minutes=self.minutes,
                    least=LEAST_EVERY,
                )
            )
        if self.minutes > self.window.minutes:
            raise RuleNotPossible(
                tr(
                    "Every {minutes} minutes comes but once between {window}. A time does that: {time}",
                    minutes=self.minutes,
                    window=self.window,
                    time=shown_time(self.window.start),
                )
            )


@dataclass(frozen=True)
class Somewhere:
    """`count` a day somewhere in a window, at least `gap` minutes apart."""

    count: int
    window: Window
    gap: int = 60

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MOST_TIMES:
            raise RuleNotPossible(
                tr("A line can hold 1 to {most} times; a further line takes more.", most=MOST_TIMES)
            )
        if self.gap < LEAST_EVERY and self.count > 1:
            raise RuleNotPossible(
                tr("At least {least} minutes lie between two of one line.", least=LEAST_EVERY)
            )
        if (self.count - 1) * self.gap > self.window.minutes:
            raise RuleNotPossible(
                tr(
                    "{count} times, {gap} minutes apart, find no room between {window}.",
                    count=self.count,
                    gap=self.gap,
                    window=self.window,
                )
            )


class Event(StrEnum):
    """What an offer can come after."""

    UNLOCK = "unlock"
    FOCUS = "focus"
    CALL = "call"


@dataclass(frozen=True)
class After:
    """After something happened: the first unlock of a day, a stretch of `minutes` at the computer, a call."""

    event: Event
    minutes: int = 0

    def __post_init__(self) -> None:
        if self.event is Event.FOCUS and not LEAST_EVERY <= self.minutes <= DAY_MINUTES:
            raise RuleNotPossible(
                tr("A stretch of focus can be {least} minutes or longer.", least=LEAST_EVERY)
            )


When = At | Every | Somewhere | After


@dataclass(frozen=True)
class Rule:
    """One rule. `days` are weekdays (0–6), `begins` and `ends` the first and the last local day, if any.

    `words` are the person's own line for the card; they are left out of the value's description.
    """

    id: str
    when: When
    days: frozenset[int] = WEEK
    practice: str = "breathe"
    minutes: float = 1.0
    words: str = field(default="", repr=False)
    on: bool = True
    begins: date | None = None
    ends: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it speaks of this local day at all."""
        return (
            self.on
            and day.weekday() in self.days
            and (self.begins is None or self.begins <= day)
            and (self.ends is None or day <= self.ends)
        )

    def minutes_of_day(self) -> tuple[int, ...]:
        """Minutes after midnight at which it comes on each of its days, where those stand beforehand."""
        match self.when:
            case At(times):
                return tuple(sorted({minute_of(one) for one in times}))
            case Every(minutes, window, at_computer=False):
                return tuple(range(minute_of(window.start), minute_of(window.end) + 1, minutes))
        return ()

    @property
    def comes_by_time(self) -> bool:
        """Whether its times stand beforehand; those of others depend on what happens."""
        return not isinstance(self.when, After) and not (
            isinstance(self.when, Every) and self.when.at_computer
        )

    @property
    def a_day(self) -> int:
        """How many a day it brings at the most, as far as that stands beforehand; 1 for an event."""
        match self.when:
            case Somewhere(count):
                return count
            case Every(minutes, window, at_computer=True):
                return window.minutes // minutes
            case After():
                return 1
        return len(self.minutes_of_day())


def next_id(rules: Iterable[Rule]) -> str:
    """A number no rule has."""
    return str(1 + max((int(rule.id) for rule in rules if rule.id.isdecimal()), default=0))


def many_told(rules: Iterable[Rule]) -> str:
    """One sentence where a day may bring many; else nothing."""
    rules = list(rules)
    most = max((sum(one.a_day for one in rules if one.on and day in one.days) for day in WEEK), default=0)
    return tr("Many people find one or two a day enough.") if most >= MANY_A_DAY else ""
