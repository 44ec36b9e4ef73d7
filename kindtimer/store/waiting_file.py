"""Waiting file: what the journal could not take so far, on the disk, so that no end of the program loses it.

A private file beside the journal; where nothing can be written there, one in the runtime folder, which lasts
until the person logs out. Written by `JournalStore` while something waits, taken up by its next run. Main
thread; blocking, short.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kindtimer.core.clock import Clock
from kindtimer.core.entry import SessionEntry
from kindtimer.core.hard_times import SECTIONS, HardTimes, storable, together
from kindtimer.store.paths import Home
from kindtimer.store.safe_file import beside, read_bytes, write_whole
from kindtimer.store.session_table import answers_of, entry_of, row_of, with_answers

LARGEST = 16 << 20
"""Bytes that are read; seven sections of a page are some kilobytes."""


@dataclass(frozen=True)
class Unwritten:
    """Sessions, and the page for hard times with what was `seen` in the journal when it was written."""

    sessions: tuple[SessionEntry, ...] = ()
    page: HardTimes | None = None
    seen: HardTimes | None = None

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self.sessions) or self.page is not None

    @property
    def has_words(self) -> bool:
        """Whether words of the person wait."""
        return self.page is not None or any(entry.answers for entry in self.sessions)


NOTHING = Unwritten()


class WaitingFile:
    """The file of one home. `damaged` names what could not be read and was set aside."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self.damaged = ""
        self._places = (
            home.journal.with_name(f"{home.journal.name}.waiting"),
            home.socket.with_name(f"{home.socket.stem}.waiting"),
        )
        self._clock = clock
        self._held: bytes | None = None

    @property
    def there(self) -> bool:
        """Whether an earlier run left something."""
        return any(os.path.lexists(path) for path in self._places)

    def read(self) -> Unwritten:
        """What an earlier run left. What cannot be read is kept beside, under another name."""
        waiting = NOTHING
        for path in self._places:
            with contextlib.suppress(FileNotFoundError):
                waiting = _joined(waiting, self._read(path))
        return waiting

    def hold(self, waiting: Unwritten) -> bool:
        """Write what waits, or take the file away where nothing does; whether nothing can be lost now."""
        if not waiting:
            self._let_go()
            return True
        content = _plain(waiting)
        if content == self._held:
            return True
        for path in self._places:
            with contextlib.suppress(OSError):
                write_whole(path, content)
                self._let_go(but=path)
                self._held = content
                return True
        return False

    def _let_go(self, but: Path | None = None) -> None:
        self._held = None
        for path in self._places:
            if path != but:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _read(self, path: Path) -> Unwritten:
        try:
            return _waiting(json.loads(read_bytes(path, LARGEST)))
        except FileNotFoundError:
            raise
        except (OSError, ValueError, TypeError, RecursionError):
            with contextlib.suppress(OSError):
                bad = beside(path, self._clock)
                os.rename(path, bad)
                self.damaged = bad.name
            return NOTHING


def _plain(waiting: Unwritten) -> bytes:
    def words(page: HardTimes | None) -> dict[str, str] | None:
        return None if page is None else {one.id: storable(page.text(one.id)) for one in SECTIONS}

    held = {
        "sessions": [row_of(entry) for entry in waiting.sessions],
        "answers": {str(entry.id): answers_of(entry) for entry in waiting.sessions if entry.answers},
        "page": words(waiting.page),
        "seen": words(waiting.seen),
    }
    return json.dumps(held, ensure_ascii=False).encode("utf-8", "replace")


def _waiting(held: Any) -> Unwritten:
    """Raises ValueError or TypeError for what is no such file."""
    if not isinstance(held, dict):
        raise TypeError
    answers = held.get("answers") or {}
    entries = []
    for row in held.get("sessions") or ():
        entry = entry_of(row)
        if entry is None or not isinstance(answers, dict):
            raise ValueError
        entries.append(with_answers(entry, answers.get(str(entry.id)) or ()))
    page, seen = _page(held.get("page")), _page(held.get("seen"))
    return Unwritten(tuple(entries), page, seen)


def _page(held: Any) -> HardTimes | None:
    if held is None:
        return None
    page = HardTimes()
    for one in SECTIONS:
        words = held.get(one.id, "") if isinstance(held, dict) else None
        if not isinstance(words, str):
            raise TypeError
        page = page.with_text(one.id, words)
    return page


def _joined(one: Unwritten, other: Unwritten) -> Unwritten:
    """Both: the second place is only used while the first cannot be, so as a rule one of them is empty."""
    sessions = {entry.id: entry for entry in (*one.sessions, *other.sessions)}
    if one.page is None or other.page is None:
        page, seen = (one.page, one.seen) if other.page is None else (other.page, other.seen)
    else:
        page, seen = together(one.page, other.page), None
    return Unwritten(tuple(sessions.values()), page, seen)
