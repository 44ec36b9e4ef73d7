"""Entry: what the journal keeps. For now one kind, a session, with what was answered in it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kindtimer.core.posix_zone import zone_of_key


class Door(StrEnum):
    """The way a session was begun."""

    TRAY = "tray"
    COMMAND = "command"
    HOME = "home"
    OFFER = "offer"
    PRACTICE = "practice"


@dataclass(frozen=True)
class Answer:
    """What a person said to one question of a practice; `ask` is its id there, `question` as it was asked.

    Neither is in its repr, so that no line of a log, and nothing a fault tells, can hold it.
    """

    ask: str
    question: str = field(repr=False)
    said: str = field(repr=False)


@dataclass(frozen=True)
class SessionEntry:
    """One session, finished or left: both look exactly alike.

    `when` is its beginning in UTC (aware); `zone` the key of the zone it was begun in, an IANA name in
    nearly every case; seconds are session seconds, without pauses and without what questions took
    beyond their usual time; `breaths` whole paced breaths.
    """

    id: UUID
    when: datetime
    zone: str
    door: Door
    practice: str
    pattern: str | None
    planned_s: float
    practised_s: float
    breaths: int
    answers: tuple[Answer, ...] = field(default=(), repr=False)

    @property
    def day(self) -> date:
        """The local day it was begun on, wherever it is read."""
        zone = zone_of_key(self.zone)
        return (self.when if zone is None else self.when.astimezone(zone)).date()
