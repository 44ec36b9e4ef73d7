"""Journal store: keeps each session in the journal, and goes on where the file cannot be used.

Made by `app`; main thread; short reads and writes. The database driver is loaded when the journal is
first opened, since the resting tray has no use for it.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from kindtimer.core.clock import Clock
from kindtimer.core.entry import SessionEntry
from kindtimer.core.hard_times import HardTimes, rejoined
from kindtimer.core.words import tr
from kindtimer.store.hard_times_table import not_kept, not_read, read_hard_times, write_hard_times
from kindtimer.store.journal_trouble import journal_line
from kindtimer.store.paths import Home
from kindtimer.store.safe_file import beside
from kindtimer.store.session_table import forget_session, read_sessions, write_session
from kindtimer.store.waiting_file import Unwritten, WaitingFile

if TYPE_CHECKING:
    from kindtimer.store.database import Database, Fault, WorldFault


class JournalStore:
    """One home's journal. What cannot be written is said once, and waits in a file of its own."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self._path = home.journal
        self._clock = clock
        self._database: Database | None = None
        self._is_newer = False
        self._told: str | None = None
        self._fault: Fault | None = None
        self._hard_times: HardTimes | None = None
        self._page_left: HardTimes | None = None
        """The page for hard times, where it could not be written so far."""
        self._seen_left: HardTimes | None = None
        """What an earlier run had seen of the page when it left one that could not be written."""
        self._unkept: dict[UUID, SessionEntry] = {}
        self._stood: tuple[int, int] | None = None
        self._file = WaitingFile(home, clock)
        self._took_up = False
        self._comes_back = False
        self._safe = True

    def open(self) -> list[str]:
        """Open the journal, and begin a new one where it is damaged. Kind lines, to be shown once."""
        self._take_up()
        if self._database is not None or self._is_newer:
            return []
        # The driver takes 12 ms and 2 MB that never come back.
        from kindtimer.store.database import Fault, OurBug, WorldFault

        try:
            self._database = self._opened()
        except WorldFault as fault:
            return self._begin_anew() if fault.kind is Fault.CORRUPT else self._tell(fault)
        except OurBug:  # sound SQLite, but the tables are not the journal's
            return self._begin_anew()
        return []

    def keep(self, entry: SessionEntry) -> str | None:
        """Insert or update by id. A kind line where something went wrong, once until it goes well."""
        self._take_up()
        self._unkept[entry.id] = entry
        lines = self._keep_all()
        self._hold()
        return " ".join(lines) or None

    @property
    def waits(self) -> bool:
        """Whether something is left to be written, also of an earlier run."""
        return bool(self._unkept) or self._page_left is not None or (not self._took_up and self._file.there)

    @property
    def safe(self) -> bool:
        """Whether no end of the program could lose words of the person."""
        return self._safe

    def settle(self) -> bool:
        """Write what could not be written before; whether nothing is left to be written."""
        if self._file.there:
            self._take_up()
        if self._unkept:
            self._keep_all()
        if self._page_left is not None:
            self.keep_hard_times(self._page_left)
        self._hold()
        return not self.waits

    def came_back(self) -> str | None:
        """A kind line, once, when what an earlier run could not write has been written now."""
        lines = []
        if self._file.damaged:
            lines.append(
                tr(
                    "What waited to be written to the journal could not be read. It is kept as “{name}”.",
                    name=self._file.damaged,
                )
            )
            self._file.damaged = ""
        if self._comes_back and not self.waits:
            self._comes_back = False
            lines.append(tr("What could not be written to the journal last time is in it now."))
        return " ".join(lines) or None

    def _take_up(self) -> None:
        """Once: what an earlier run could not write is this run's to write."""
        if self._took_up:
            return
        self._took_up = True
        waiting = self._file.read()
        self._comes_back = bool(waiting)
        for entry in waiting.sessions:
            self._unkept.setdefault(entry.id, entry)
        self._page_left, self._seen_left = waiting.page, waiting.seen

    def _hold(self) -> None:
        """See that what waits outlasts this run, however it ends."""
        if not self._took_up:
            return
        seen = self._seen_left if self._hard_times is None else self._hard_times
        page = self._page_left
        waiting = Unwritten(tuple(self._unkept.values()), page, None if page is None else seen)
        self._safe = self._file.hold(waiting) or not waiting.has_words

    def _keep_all(self) -> list[str]:
        """Write every entry that is not kept so far; what cannot be written is held for the next time."""
        lines = self._found_anew() + self.open()
        if self._database is None:
            return lines
        from kindtimer.store.database import Fault, WorldFault

        for entry in list(self._unkept.values()):
            try:
                write_session(self._database, entry)
            except WorldFault as fault:
                if fault.kind is not Fault.CORRUPT:
                    return lines + self._tell(fault)
                lines += self._begin_anew()
                if self._database is None:  # the damaged one could not be set aside
                    return lines
                try:
                    write_session(self._database, entry)
                except WorldFault:
                    return lines
            del self._unkept[entry.id]
        self._told = None
        return lines

    def _found_anew(self) -> list[str]:
        """Notice that the open file is no longer the journal's, and begin it anew where it belongs."""
        if self._database is None or self._place() == self._stood:
            return []
        self._close_file()
        # What was seen of the page is all there is of it now.
        if self._hard_times is not None and self._hard_times.filled():
            self._page_left = self._page_left or self._hard_times
        self._hard_times = None
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return [
            tr(
                "The journal's file was taken away while KindTimer ran; a new one was begun in its place. "
                "What is written from now on is kept there."
            )
        ]

    def _place(self) -> tuple[int, int] | None:
        """What tells one file from another that bears its name."""
        try:
            found = os.stat(self._path)
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def sessions(self, limit: int | None = None) -> list[SessionEntry]:
        """Kept sessions, the newest first, with those that wait; these alone where it cannot be read."""
        self.open()
        found = {}
        if self._database is not None:
            from kindtimer.store.database import WorldFault

            with contextlib.suppress(WorldFault):
                found = {entry.id: entry for entry in read_sessions(self._database, limit)}
        if not self._unkept:
            return list(found.values())
        return sorted((found | self._unkept).values(), key=lambda entry: entry.when, reverse=True)[:limit]

    def forget(self, id: UUID) -> str | None:  # noqa: A002 - the entry's own word for it
        """Remove one session. A kind line where that could not be done."""
        self._take_up()
        self._unkept.pop(id, None)
        self._hold()
        lines = self.open()
        if self._database is None:
            return " ".join(lines) or self._told
        from kindtimer.store.database import WorldFault

        try:
            forget_session(self._database, id)
        except WorldFault as fault:
            lines.append(journal_line(fault, self._path.name))
        return " ".join(lines) or None

    def hard_times(self) -> HardTimes:
        """The page for hard times; an empty one with a kind line where it cannot be read.

        Words that could not be written so far are written now; while they cannot be, the page is shown with
        them, so that what is written next stands beside them and not in their place.
        """
        lines = self._found_anew()
        self._take_up()
        if self._page_left is not None:
            told = self.keep_hard_times(self._page_left)
            if self._page_left is not None and self._hard_times is not None:
                trouble = " ".join(filter(None, (*lines, told)))
                return replace(self._page_left, trouble=trouble, waits=True)
            lines += [told] if told else []
        return self._read_page(lines)

    def _read_page(self, lines: list[str]) -> HardTimes:
        """The page as the journal has it; `lines` are told with it."""
        lines = [line for line in (*lines, *self.open()) if line]
        if self._database is None:
            told = not_read(self._fault) if self._fault else " ".join(lines) or self._told or ""
            return HardTimes(trouble=told, can_be_kept=False)
        from kindtimer.store.database import Fault, WorldFault

        try:
            self._hard_times = read_hard_times(self._database)
        except WorldFault as fault:
            if fault.kind is not Fault.CORRUPT:
                return HardTimes(trouble=not_read(fault.kind), can_be_kept=False)
            lines += self._begin_anew()
            can = self._database is not None
            return HardTimes(trouble=" ".join(lines) or not_read(fault.kind), can_be_kept=can)
        return replace(self._hard_times, trouble=" ".join(lines))

    def keep_hard_times(self, page: HardTimes) -> str | None:
        """Keep what changed of the page for hard times. A kind line where something went wrong.

        What could not be written is held, and written by `settle`, at the end, or by the next run.
        """
        self._take_up()
        self._page_left = page
        told = self._keep_page(page)
        self._hold()
        return told

    def _keep_page(self, page: HardTimes) -> str | None:
        lines = self._found_anew()
        seen = self._hard_times
        if self._database is None or seen is None:
            read = self._read_page(lines)
            lines = [read.trouble] if read.trouble else []
            if not read.can_be_kept:
                return read.trouble
            if seen is None:
                self._page_left = page = rejoined(self._seen_left, read, page)
                self._seen_left = None
        from kindtimer.store.database import Fault, WorldFault

        try:
            self._write_page(page)
        except WorldFault as fault:
            if fault.kind is not Fault.CORRUPT:
                return not_kept(fault.kind)
            lines += self._begin_anew() or [not_kept(fault.kind)]
            if self._database is not None:
                with contextlib.suppress(WorldFault):
                    self._write_page(page)
                    self._page_left = None
        else:
            self._page_left = None
        return " ".join(lines) or None

    def close(self) -> None:
        """Write what is left to be written, and close the file; what cannot be written waits beside it."""
        if self._took_up:
            self.settle()
        self._close_file()

    def _close_file(self) -> None:
        """Close the file as it is."""
        if self._database is None:
            return
        from kindtimer.store.database import WorldFault

        database, self._database = self._database, None
        with contextlib.suppress(WorldFault):
            database.close()

    # --- what may go wrong ------------------------------------------------------------------------

    def _opened(self) -> Database:
        from kindtimer.store.database import Database, OurBug

        database = Database(self._path)
        try:
            read_sessions(database, 0)
            read_hard_times(database)
        except OurBug:
            database.abandon()
            raise
        self._stood = self._place()
        return database

    def _write_page(self, page: HardTimes) -> None:
        assert self._database is not None
        write_hard_times(self._database, self._hard_times or HardTimes(), page, self._clock.when())
        self._hard_times = page

    def _tell(self, fault: WorldFault) -> list[str]:
        """The line of a fault, unless it was the last thing said."""
        self._is_newer = fault.kind.value == "newer"
        self._fault = fault.kind
        line = journal_line(fault, self._path.name)
        if line == self._told:
            return []
        self._told = line
        return [line]

    def _begin_anew(self) -> list[str]:
        """Keep the damaged journal beside, with its log, and begin a new one."""
        from kindtimer.store.database import WorldFault

        if self._database is not None:
            self._database.abandon()
            self._database = None
        self._fault = self._hard_times = None
        bad = beside(self._path, self._clock)
        try:
            os.rename(self._path, bad)
            for end in ("-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    os.rename(f"{self._path}{end}", f"{bad}{end}")
            self._database = self._opened()
        except WorldFault as fault:
            return self._tell(fault)
        except OSError:
            line = tr(
                "The journal is damaged and could not be set aside. It was left as it is; "
                "nothing more is written until “{name}” is moved away.",
                name=self._path.name,
            )
            new, self._told = line != self._told, line
            return [line] if new else []
        return [
            tr(
                "The journal was damaged. It is kept as “{name}”, and a new one was begun.",
                name=bad.name,
            )
        ]
