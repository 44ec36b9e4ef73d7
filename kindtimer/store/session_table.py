"""Session table: one row for each session in the journal, and one for each answer given in it. Only SQL here.

`JournalStore` hands in the open database; main thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kindtimer.core.entry import Answer, Door, SessionEntry
from kindtimer.core.hard_times import storable

if TYPE_CHECKING:
    from kindtimer.store.database import Database

_KEEP = """
INSERT INTO session (id, when_utc, zone, door, practice, pattern, planned_s, practised_s, breaths)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    pattern = excluded.pattern, planned_s = excluded.planned_s,
    practised_s = excluded.practised_s, breaths = excluded.breaths
"""

_SESSIONS = """
SELECT id, when_utc, zone, door, practice, pattern, planned_s, practised_s, breaths
FROM session ORDER BY when_utc DESC, rowid DESC LIMIT ?
"""

_ANSWER = "INSERT INTO answer (session, ask, question, said, place) VALUES (?, ?, ?, ?, ?)"
_ANSWERS = """
SELECT session, ask, question, said FROM answer
WHERE session IN (SELECT id FROM session ORDER BY when_utc DESC, rowid DESC LIMIT ?) ORDER BY session, place
"""


def read_sessions(database: Database, limit: int | None = None) -> list[SessionEntry]:
    """The newest first; what another program wrote and nobody can read is left out. Raises WorldFault."""
    most = (-1 if limit is None else limit,)
    rows = database.run(_SESSIONS, most)
    entries = [entry for row in rows if (entry := entry_of(row)) is not None]
    said: dict[str, list[Answer]] = {}
    for session, *answer in database.run(_ANSWERS, most):
        said.setdefault(session, []).append(Answer(*answer))
    return [replace(entry, answers=tuple(said.get(str(entry.id), ()))) for entry in entries]


def write_session(database: Database, entry: SessionEntry) -> None:
    """Insert, or bring up to date by id. Raises WorldFault."""
    with database.transaction():
        database.run(_KEEP, row_of(entry))
        database.run("DELETE FROM answer WHERE session = ?", (str(entry.id),))
        for place, (ask, question, said) in enumerate(answers_of(entry)):
            database.run(_ANSWER, (str(entry.id), ask, question, said, place))


def forget_session(database: Database, id: UUID) -> None:  # noqa: A002 - the entry's own word for it
    """Remove one. Raises WorldFault."""
    with database.transaction():
        database.run("DELETE FROM session WHERE id = ?", (str(id),))


def row_of(entry: SessionEntry) -> tuple[Any, ...]:
    """A session as plain values, in the table's order."""
    return (
        str(entry.id),
        entry.when.astimezone(UTC).isoformat(timespec="milliseconds"),
        entry.zone,
        entry.door.value,
        entry.practice,
        entry.pattern,
        float(entry.planned_s),
        float(entry.practised_s),
        entry.breaths,
    )


def answers_of(entry: SessionEntry) -> list[tuple[str, str, str]]:
    """What was answered as plain values that any file takes, in its order."""
    return [(one.ask, storable(one.question), storable(one.said)) for one in entry.answers]


def with_answers(entry: SessionEntry, rows: Iterable[Sequence[Any]]) -> SessionEntry:
    """The session with these answers. Raises TypeError or ValueError for what are none."""
    answers = tuple(Answer(*row) for row in rows)
    if not all(isinstance(part, str) for one in answers for part in (one.ask, one.question, one.said)):
        raise TypeError
    return replace(entry, answers=answers)


def entry_of(row: Sequence[Any]) -> SessionEntry | None:
    """Plain values as a session; None where some other program wrote them and this one cannot read them."""
    try:
        id_, when, zone, door, practice, pattern, planned, practised, breaths = row
        return SessionEntry(
            UUID(id_),
            datetime.fromisoformat(when).astimezone(UTC),
            zone,
            Door(door),
            practice,
            pattern,
            planned,
            practised,
            breaths,
        )
    except (ValueError, TypeError, AttributeError):
        return None
