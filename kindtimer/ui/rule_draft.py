"""Rule draft: a rule as it is being written on the Offers page, before it can be read or after. Pure; no Qt.

The line may name its days or leave them to the seven buttons beside it; both are never at odds.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from kindtimer.core.day_words import moment_told
from kindtimer.core.pause import Pause
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import WEEK, After, Event, Every, Rule, RuleNotPossible
from kindtimer.core.rule_changes import USUAL, checked_words
from kindtimer.core.rule_words import read_rule, rule_line, shown_word
from kindtimer.core.schedule import Schedule
from kindtimer.core.words import _, tr
from kindtimer.ui.long_names import isolated

WEEKDAYS = frozenset(range(5))
MOMENT = timedelta(microseconds=1)


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
            rule.begins.isoformat() if rule.begins else "",
            rule.ends.isoformat() if rule.ends else "",
        )

    @property
    def all_days(self) -> frozenset[int]:
        """The days it is for: those its line names, else those of the buttons."""
        if names_days(self.line):
            try:
                return read_rule(self.line)[1]
            except RuleNotPossible:
                return self.days
        return self.days

    def rule(self, like: Rule | None = None) -> Rule:
        """The rule it makes; `like` gives the number and the switch. Raises RuleNotPossible."""
        when, _named = read_rule(self.line)
        begins, ends = read_day(self.begins), read_day(self.ends)
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
    text = " ".join(line.lower().split())
    if text.startswith("every day"):
        return True
    return text[:1].isalpha() and not text.startswith(("every", "after"))


def bare_line(rule: Rule) -> str:
    """A rule's line without its days."""
    return rule_line(rule.when, WEEK).removeprefix("daily ")


def read_day(word: str) -> date | None:
    """“2026-03-29”, or nothing. Raises RuleNotPossible."""
    if not word.strip():
        return None
    try:
        return date.fromisoformat(word.strip())
    except ValueError:
        raise RuleNotPossible(
            tr(
                "“{word}” is no day. Days are written like {example}.",
                word=shown_word(word),
                example="2026-03-29",
            )
        ) from None


def example_days(today: date) -> tuple[str, str]:
    """Two days to come, as they are typed: the first of a month, and one later in it."""
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first.isoformat(), first.replace(day=24).isoformat()


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
