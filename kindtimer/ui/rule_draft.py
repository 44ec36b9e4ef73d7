"""Rule draft: a rule as it is being written on the Offers page, before it can be read or after. Pure; no Qt.

The line may name its days or leave them to the seven buttons beside it; both are never at odds.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from kindtimer.core.date_words import MONTHS, read_day
from kindtimer.core.day_words import moment_told
from kindtimer.core.pause import Pause
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import WEEK, After, Event, Every, Rule, RuleNotPossible
from kindtimer.core.rule_changes import USUAL, checked_words
from kindtimer.core.rule_words import named_days, read_rule, rule_line
from kindtimer.core.schedule import Schedule
from kindtimer.core.words import _, tr
from kindtimer.ui.long_names import isolated

WEEKDAYS = frozenset(range(5))
MOMENT = timedelta(microseconds=1)

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
            raise RuleNotPossible(tr("The last day is before the first one."))
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
    """When it comes next by itself, in a few words; `when` is aware, `seed` the person's own number.

    The rule has the number it is kept by: what is drawn for it hangs on that. What falls into the `pause`
    does not come.
    """
    if pause is not None and not pause.holds_at(when):
        pause = None
    if pause is not None and pause.until is None:
        return tr("paused")
    match rule.when:
        case After(Event.UNLOCK):
            return tr("comes after the first unlock of a day")
        case After(Event.FOCUS, minutes):
            return tr("comes after {minutes} minutes at the computer without a break", minutes=minutes)
        case After():
            return tr("comes when a call is over")
        case Every(minutes, at_computer=True):
            return tr("comes by time spent at the computer")
    # One that is due as the pause ends comes.
    after = when if pause is None or pause.until is None else pause.until - MOMENT
    found = Schedule((replace(rule, on=True),), quiet, zone, seed).next_after(after)
    if found is None:
        return tr("comes on no day as long as quiet times and days are as they are")
    return tr("next {moment}", moment=moment_told(found.at, when.astimezone(zone).date()))
