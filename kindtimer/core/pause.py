"""Pause: keeping every offer away for a while, as people type it, and until when that is. Pure.

English notation by decision, as for rules: what is typed is the same in every language.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo

from kindtimer.core.clock_words import PARTS, Spoken, time_in
from kindtimer.core.local_time import coming
from kindtimer.core.number_words import WHOLE, minutes_in, number_in
from kindtimer.core.rule import RuleNotPossible, time_of
from kindtimer.core.rule_words import read_time, shown_word
from kindtimer.core.weekday_words import weekday_in
from kindtimer.core.words import _, tr

MORNING = time(4)
"""*Until tomorrow* ends then, on the next local day that begins with it."""

LONGEST = timedelta(days=31)

PAUSES = (
    ("30 min", _("30 minutes")),
    ("1 h", _("1 hour")),
    ("2 h", _("2 hours")),
    ("until tomorrow", _("Until tomorrow")),
    ("", _("Until you go on")),
)
"""Pauses to choose from, as they are typed and as they are called."""

_ENDLESS = re.compile(r"(?:until )?(?:(?:it is |it's )?resumed|i say(?: so)?|further notice|i go on)|forever")
_DAYS = re.compile(rf"({WHOLE}|an?)\s*(d|days?|weeks?)")
_OTHER_DAY = re.compile(r"(tomorrow|[a-z]+)(?:\s+(?:at\s+)?(.+))?")
_TODAY = ("today", "the rest of the day", "the day")


def read_pause(words: str, when: datetime, zone: tzinfo) -> "Pause":
    """The pause that begins at `when` (UTC). Raises RuleNotPossible.

    “30 min”, “1h30m”, “half an hour”, “until 2pm”, “until tomorrow”, “until Monday”, or nothing for “until I
    say”. A bare number is minutes.
    """
    text = " ".join(words.lower().split())
    if not text or _ENDLESS.fullmatch(text):
        return Pause(when, None)
    text = text.removeprefix("for ")
    if text in _TODAY:
        return Pause(when, next_at(MORNING, when, zone))
    if text.startswith("until ") or text == "tomorrow":
        return Pause(when, _until(text.removeprefix("until "), words, when, zone))
    minutes = _minutes(text)
    if minutes is None:
        raise _no_pause(words)
    if not 1 <= minutes <= LONGEST / timedelta(minutes=1):
        raise RuleNotPossible(
            tr("A pause can be a minute to 31 days. Longer ones have no end of their own: until it is ended.")
        )
    length = timedelta(minutes=minutes)
    return Pause(when, when + length, length)


def _minutes(text: str) -> float | None:
    if text.isdecimal():
        return float(text) if len(text) < 10 else None
    if found := _DAYS.fullmatch(text):
        days = number_in(found[1])
        return (1 if days is None else days) * 24 * 60.0 * (7 if found[2].startswith("w") else 1)
    number = number_in(text)
    return minutes_in(text) if number is None else float(number)


def _until(text: str, words: str, when: datetime, zone: tzinfo) -> datetime:
    """When it ends, in `when`'s own zone. Raises RuleNotPossible."""
    if text == "tomorrow":
        return next_at(MORNING, when, zone)
    if text.startswith(("the ", "this ")) and (part := PARTS.get(text.split(" ", 1)[1])):
        return next_at(part.start, when, zone)
    if spoken := time_in(text):
        return _next_spoken(spoken, when, zone)
    if re.fullmatch(r"\d+(?:[:.]\d+)*", text):
        read_time(text)  # says which it is not
    found = _OTHER_DAY.fullmatch(text.removeprefix("next "))
    today = when.astimezone(zone).date()
    weekday = weekday_in(found[1]) if found else None
    if found is None or (weekday is None and found[1] != "tomorrow"):
        raise _no_pause(words)
    ahead = 1 if weekday is None else (weekday - today.weekday() - 1) % 7 + 1
    at = time_in(found[2]) if found[2] else None
    if found[2] and at is None:
        raise _no_pause(words)
    moment = MORNING if at is None else time_of(at.minute)
    return coming(today + timedelta(days=ahead), moment, zone).at.astimezone(when.tzinfo)


def _next_spoken(spoken: Spoken, when: datetime, zone: tzinfo) -> datetime:
    """“until 8” said in the afternoon is this evening, not the morning to come."""
    usual = next_at(time_of(spoken.minute), when, zone)
    if spoken.plain and spoken.open:
        other = next_at(time_of(spoken.other), when, zone)
        today = when.astimezone(zone).date()
        if usual.astimezone(zone).date() != today == other.astimezone(zone).date():
            return other
    return usual


def _no_pause(words: str) -> RuleNotPossible:
    return RuleNotPossible(
        tr(
            "“{words}” is no pause. For example: 90 min, until 2pm, until tomorrow, or no words at all",
            words=shown_word(words.strip()),
        )
    )


@dataclass(frozen=True)
class Pause:
    """Nothing is offered from `since` on; `until` None stands for “until I say”. Both in UTC.

    `length` is given for a pause of so long: no clock that is set makes it longer. `own` says that the
    program paused offers by itself.
    """

    since: datetime
    until: datetime | None
    length: timedelta | None = None
    own: bool = False

    def holds_at(self, when: datetime) -> bool:
        """Whether it keeps this moment free."""
        return self.since <= when and (self.until is None or when < self.until)

    def at(self, when: datetime) -> "Pause | None":
        """The pause as it is now, or None once it is over."""
        if self.until is None:
            return replace(self, since=min(self.since, when))
        if when >= self.until:
            return None
        until = self.until if self.length is None else min(self.until, when + self.length)
        return replace(self, since=min(self.since, when), until=until)


def next_at(moment: time, when: datetime, zone: tzinfo) -> datetime:
    """The next coming of a local time of day later than `when`, in `when`'s own zone."""
    day = when.astimezone(zone).date()
    for later in range(3):
        comes = coming(day + timedelta(days=later), moment, zone).at
        if comes > when:
            return comes.astimezone(when.tzinfo)
    raise AssertionError("a time of day comes within three days")
