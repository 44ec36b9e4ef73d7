"""Session record: has the journal keep one session while it lasts, and says once where that cannot be done.

`session_guide` hands it each session; what the journal is made of it does not know. Main thread only.
"""

from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kindtimer.core.entry import SessionEntry
from kindtimer.core.session import Session

KEEP_EVERY = 8.0
"""Seconds between two writes of a running session: a kill loses at most ten (promise 5)."""


class Journal(Protocol):
    """What keeps entries. Main thread; a short write."""

    def keep(self, entry: SessionEntry) -> str | None:
        """Insert or update by id; a kind line where that could not be done."""

    def forget(self, uuid: UUID, /) -> str | None:
        """Take an entry out; a kind line where that could not be done."""

    @property
    def waits(self) -> bool:
        """Whether something is left to be written."""


class SessionRecord(QObject):
    """The record of the session there is."""

    trouble_told = Signal(str)
    """A kind line: something could not be kept. Said once."""
    trouble_over = Signal(str)
    """The line that was told is no longer true: what waited is kept."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._keeps = True
        self._kept_at: float | None = None
        self._told = self._told_waiting = ""

    @property
    def keeps(self) -> bool:
        """Whether anything of this session is kept; once it was not wanted, no more."""
        return self._keeps

    def begin(self, *, keeps: bool) -> None:
        """Another session begins; whether it is kept."""
        self._keeps, self._kept_at = keeps, None

    def stop(self, session: Session) -> None:
        """*Keep no record* counts from this very session on: what is kept of it goes."""
        if self._keeps:
            self._keeps = False
            self._tell_once(self._journal.forget(session.id))

    def keep_current(self, session: Session, now: float) -> None:
        """Keep it where some seconds have passed; once, also where nothing moves from the start."""
        if self._kept_at is None or (session.runs and now - self._kept_at >= KEEP_EVERY):
            self._kept_at = now
            self.keep(session, now)

    def soon(self) -> None:
        """Words came: keep it at the next look, which is a moment away."""
        self._kept_at = None

    def keep(self, session: Session, now: float) -> None:
        """Keep it as it is now."""
        if not self._keeps:
            return
        trouble = self._journal.keep(session.entry(now))
        if trouble and self._journal.waits and trouble != self._told_waiting:
            self._take_back()
            self._told_waiting = trouble
        self._tell_once(trouble)
        self.look_at_journal()

    def look_at_journal(self) -> None:
        """Take back what was told of entries that wait, once nothing waits."""
        if not self._journal.waits:
            self._take_back()

    def _take_back(self) -> None:
        told, self._told_waiting = self._told_waiting, ""
        if told:
            self._told = ""
            self.trouble_over.emit(told)

    def _tell_once(self, trouble: str | None) -> None:
        if trouble and trouble != self._told:
            self._told = trouble
            self.trouble_told.emit(trouble)
