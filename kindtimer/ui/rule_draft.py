"""Rule draft: a rule as it is being written on the Offers page, before it can be read or after. Pure; no Qt.

The line may name its days or leave them to the seven buttons beside it; both are never at odds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from kindtimer.core.date_words import MONTHS, read_day
from kindtimer.core.day_words import day_told, moment_told
from kindtimer.core.pause import Pause
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import DAY_MINUTES, WEEK, After, Event, Rule, RuleNotPossible
from kindtimer.core.rule_changes import USUAL, checked_words
from kindtimer.core.rule_words import named_days, read_rule, rule_line
from kindtimer.core.schedule import Schedule
from kindtimer.core.words import _, tr
from kindtimer.ui.long_names import isolated

WEEKDAYS = frozenset(range(5))
MOMENT = timedelta(microseconds=1)
FARTHEST_YEAR = date.max.year - 2
"""From here on no days can be laid out."""

DAYS_A_WEEK = 7
"""All of a rule's days are among as many; each date off may take one away for a week."""

FIRST_EXAMPLE, LAST_EXAMPLE = "1 Dec", "24 Dec"
"""Days without a year are always to come."""


@dataclass(frozen=True)
class Start:
    """Something to start from: how it is called, and the line and the days it puts in."""

    words: str
    line: str
    days: frozenset[int] = WEEK


STARTS = (
    Start(_("Weekdays 10:00 and 14:30"), "10:00, 14:30", WEEKDAYS),
    Start(_("2 a day, somewhere between 10:00 and 16:00"), "2 between 10:00 and 16:00"),
    Start(_("When the screen is first unlocked in the morning"), "after first unlock"),
)
"""The few that are suggested first; none of them is ever set by itself."""

MORE_STARTS = (
    Start(_("Every 90 minutes"), "every 90 min 09:00-17:00", WEEKDAYS),
    Start(_("Every hour at the computer"), "every 60 min at the computer 09:00-17:00"),
    Start(_("After 50 minutes at the computer without a break"), "after 50 min of focus"),
    Start(_("After a call"), "after a call"),
)


@dataclass(frozen=True)
class Draft:
    """What stands in the editor; `begins` and `ends` as they were typed."""

    line: str = ""
    days: frozenset[int] = WEEK
    practice: str = USUAL
    minutes: float = 1.0
    words: str = ""
    begins: str = ""
    ends: str = ""

    @classmethod
    def of(cls, rule: Rule) -> "Draft":
        """A rule, to be changed: its days stand in the buttons alone."""
        return cls(
            bare_line(rule),
            rule.days,
            rule.practice,
            rule.minutes,
            rule.words,
            typed_day(rule.begins),
            typed_day(rule.ends),
        )

    @property
    def all_days(self) -> frozenset[int]:
        """The days it is for: those its line names, else those of the buttons."""
        named = named_days(self.line)
        return self.days if named is None else named

    def rule(self, today: date, like: Rule | None = None) -> Rule:
        """The rule it makes; `like` gives the number and the switch. Raises RuleNotPossible."""
        when, _named = read_rule(self.line)
        begins, ends = day_or_none(self.begins, today), day_or_none(self.ends, today)
        if begins is not None and ends is not None and ends < begins:
            raise RuleNotPossible(tr("The last day is before the first one, so it never comes."))
        made = Rule(
            "",
            when,
            self.all_days,
            self.practice,
            self.minutes,
            checked_words(self.words),
            begins=begins,
            ends=ends,
        )
        return made if like is None else replace(made, id=like.id, on=like.on)


def shown_line(rule: Rule) -> str:
    """A rule's line among other words, which keep their direction whatever its own is."""
    return isolated(rule_line(rule.when, rule.days))


def names_days(line: str) -> bool:
    """Whether a line begins with days, as far as it is typed."""
    return named_days(line) is not None


def bare_line(rule: Rule) -> str:
    """A rule's line without its days."""
    return rule_line(rule.when, WEEK).removeprefix("daily ")


def day_or_none(words: str, today: date) -> date | None:
    """A day as people type it, or nothing. Raises RuleNotPossible."""
    return read_day(words, today) if words.strip() else None


def typed_day(day: date | None) -> str:
    """A day as it can be typed, in any language: “24 Dec 2026”; nothing for none."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}" if day else ""


def next_told(
    rule: Rule, quiet: Quiet, zone: tzinfo, seed: int, when: datetime, pause: Pause | None = None
) -> str:
    """When it comes next by itself, or why it never does, in a few words.

    `when` is aware, `seed` the person's own number. The rule has the number it is kept by: what is drawn for
    it hangs on that. What falls into the `pause` does not come.
    """
    rule, today = replace(rule, on=True), when.astimezone(zone).date()
    if why := never_told(rule, quiet, today):
        return why
    if pause is not None and not pause.holds_at(when):
        pause = None
    if pause is not None and pause.until is None:
        return tr("paused")
    # One that is due as the pause ends comes.
    after = when if pause is None or pause.until is None else pause.until - MOMENT
    if not rule.comes_by_time:
        return _happening_told(rule)
    if rule.begins is not None and rule.begins > today:  # be it years ahead
        if rule.begins.year >= FARTHEST_YEAR:
            return tr("comes from {day} on", day=day_told(rule.begins, today))
        after = max(after, datetime.combine(rule.begins, time(), zone) - MOMENT)
    found = Schedule((rule,), quiet, zone, seed).next_after(after)
    if found is not None:
        return tr("next {moment}", moment=moment_told(found.at, today))
    if rule.ends is not None and Schedule((rule,), Quiet(), zone, seed).next_after(after) is None:
        return tr("never comes from now on, since its last time is over")
    return _silent_told()


def never_told(rule: Rule, quiet: Quiet, today: date) -> str:
    """Why none of the local days from today on is one of its days; nothing where one is."""
    begins, ends = rule.begins, rule.ends
    if begins is not None and ends is not None and ends < begins:
        return tr("never comes, since its last day is before its first one")
    if ends is not None and ends < today:
        return tr("never comes from now on, since its last day is over")
    first = today if begins is None else max(begins, today)
    theirs = False
    for day in _days(first, ends, DAYS_A_WEEK * (1 + len(quiet.dates))):
        if rule.holds_on(day):
            theirs = True
            if not quiet.is_day_off(day) and len(quiet.minutes) < DAY_MINUTES:
                return ""
    if theirs:
        return _silent_told()
    if begins is not None and begins > today:
        return tr("never comes, since none of its days lies between its first and its last one")
    return tr("never comes from now on, since none of its days is left until its last one")


def _days(first: date, ends: date | None, most: int) -> Iterator[date]:
    """So many days from the first one on, none beyond the last one."""
    room = ((ends or date.max) - first).days + 1
    return (first + timedelta(days=number) for number in range(min(most, room)))


def _silent_told() -> str:
    return tr("comes on no day as long as quiet times and days are as they are")


def _happening_told(rule: Rule) -> str:
    """After what it comes, where no clock can say when."""
    match rule.when:
        case After(Event.UNLOCK):
            return tr("comes after the first unlock of a day")
        case After(Event.FOCUS, minutes):
            return tr("comes after {minutes} minutes at the computer without a break", minutes=minutes)
        case After():
            return tr("comes when a call is over")
    return tr("comes by time spent at the computer")
