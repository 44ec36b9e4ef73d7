"""Offer: one prompt being offered, what may be answered to it, and what became of it. Values; no clock."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from kindtimer.core.hold import Hold
from kindtimer.core.schedule import Prompt

STAYS = timedelta(minutes=10)
"""So long the bud in the tray and *Take the minute* stay after the card has gone (screens.md)."""

CARD_STAYS = timedelta(seconds=30)
"""So long a card or a notification is on the screen by itself."""


QUARTER, HOUR = timedelta(minutes=15), timedelta(hours=1)
"""By how much an offer can be put off, on a card and in a notification alike."""


class Answer(StrEnum):
    """What was done with an offer that is shown."""

    TAKEN = "taken"
    NOT_NOW = "not_now"
    LATER = "later"
    LET_PASS = "let_pass"


class Fate(StrEnum):
    """What became of a prompt; kept for seven days, to answer *why did nothing come?*"""

    TAKEN = "taken"
    NOT_NOW = "not_now"
    LATER = "later"
    LET_PASS = "let_pass"
    HELD = "held"
    PAUSED = "paused"
    NOBODY = "nobody"
    MISSED = "missed"
    GAVE_WAY = "gave_way"
    CLOSED = "closed"


@dataclass(frozen=True)
class Offer:
    """One prompt. `due` in UTC; `keys` name what it stands for, none for one that was asked for.

    `rule` is the id of the rule it comes from, empty for one that was asked for; `late` says that its time
    has passed.
    """

    keys: tuple[str, ...]
    rule: str
    due: datetime
    late: bool = False

    @classmethod
    def of(cls, prompt: Prompt, *, late: bool = False) -> "Offer":
        """The offer of a prompt."""
        return cls(prompt.keys, prompt.rule.id, prompt.due, late)


@dataclass(frozen=True)
class Waiting:
    """An offer that is due and not shown: from `ready` on, until `until`; `holds` are why it still waits."""

    offer: Offer
    ready: datetime
    until: datetime
    holds: tuple[Hold, ...] = ()


@dataclass(frozen=True)
class Shown:
    """An offer on the screen or, after its card, in the tray. `asks` also asks whether another time suits.

    `unseen` says that nobody was at the computer while it was there.
    """

    offer: Offer
    at: datetime
    line: int = 0
    asks: bool = False
    unseen: bool = False

    @property
    def until(self) -> datetime:
        """When it is gone by itself."""
        return self.at + STAYS


@dataclass(frozen=True)
class Invitation:
    """What a card or a notification says: its line, and what is taken with it.

    `practice` is *breathe* or the id of a pattern; `asks` also asks whether another time suits; `rule` is the
    id of the rule it comes from, empty for one that was asked for. The words may be the person's own, which a
    card shows and a notification, kept by others, does not: it has the `neutral` ones.
    """

    words: str = field(repr=False)
    neutral: str = ""
    minutes: float = 1.0
    practice: str = "breathe"
    rule: str = ""
    asks: bool = False


@dataclass(frozen=True)
class Again:
    """An offer the person put off until `at`."""

    offer: Offer
    at: datetime


@dataclass(frozen=True)
class Account:
    """What became of the prompt of `rule` that was due then, and what held it."""

    due: datetime
    rule: str
    fate: Fate
    holds: tuple[Hold, ...] = ()
