"""Pause: keeping every offer away for a while, as people type it, and until when that is. Pure."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo

from kindtimer.core.local_time import coming
from kindtimer.core.rule import RuleNotPossible
from kindtimer.core.rule_words import read_time, shown_word
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

_LENGTH = re.compile(r"(?:(\d{1,3})\s*h(?:ours?)?)?\s*(?:(\d{1,4})\s*m(?:in|inutes?)?)?")


def read_pause(words: str, when: datetime, zone: tzinfo) -> "Pause":
    """The pause that begins at `when` (UTC). Raises RuleNotPossible.

    “30 min”, “1h30m”, “until 14:00”, “until tomorrow”, or nothing for “until I say”.
    """
    text = " ".join(words.lower().split())
    if text in ("", "until resumed", "until i say"):
        return Pause(when, None)
    if text in ("until tomorrow", "tomorrow"):
        return Pause(when, next_at(MORNING, when, zone))
    if text.startswith("until "):
        return Pause(when, next_at(read_time(text.removeprefix("until ")), when, zone))
    found = _LENGTH.fullmatch(text)
    if not found or not any(found.groups()):
        raise RuleNotPossible(
            tr(
                "“{words}” is no pause. For example: 1h30m, until 14:00, until tomorrow; with nothing after "
                "it, until it is ended.",
                words=shown_word(words),
            )
        )
    hours, minutes = (int(one or 0) for one in found.groups())
    length = timedelta(hours=hours, minutes=minutes)
    if not timedelta() < length <= LONGEST:
        raise RuleNotPossible(
            tr("A pause can be a minute to 31 days. Longer ones have no end of their own: until it is ended.")
        )
    return Pause(when, when + length, length)


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
