"""Entry: what the journal keeps. For now one kind, a session."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Door(StrEnum):
    """The way a session was begun."""

    TRAY = "tray"
    COMMAND = "command"
    HOME = "home"
    OFFER = "offer"


@dataclass(frozen=True)
class SessionEntry:
    """One session, finished or left: both look exactly alike.

    `when` is its beginning in UTC (aware); `zone` the IANA name of the zone it was begun in; seconds are
    session seconds, without pauses; `breaths` whole paced breaths.
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
        try:
            return self.when.astimezone(ZoneInfo(self.zone)).date()
        except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder of zones, "Europe"
            return self.when.date()
