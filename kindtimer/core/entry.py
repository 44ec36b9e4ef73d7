"""Entry: what the journal keeps. For now one kind, a session."""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class SessionEntry:
    """One session, finished or left: both look exactly alike.

    `when` is its beginning in UTC (aware); `zone` the key of the zone it was begun in, an IANA name in
    nearly every case; seconds are session seconds, without pauses; `breaths` whole paced breaths.
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

    @property
    def day(self) -> date:
        """The local day it was begun on, wherever it is read."""
        zone = zone_of_key(self.zone)
        return (self.when if zone is None else self.when.astimezone(zone)).date()
