"""Hard-times table: the seven sections in the journal, one row each. Only SQL and its kind lines stand here.

`JournalStore` hands in the open database; main thread. Only sections that changed are written, so that a
section that was not seen is never written over.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kindtimer.core.hard_times import SECTIONS, HardTimes, storable
from kindtimer.core.words import tr

if TYPE_CHECKING:
    from kindtimer.store.database import Database, Fault

_READ = "SELECT section, words FROM hard_times"

_KEEP = """
INSERT INTO hard_times (section, words, changed_utc) VALUES (?, ?, ?)
ON CONFLICT (section) DO UPDATE SET words = excluded.words, changed_utc = excluded.changed_utc
"""


def read_hard_times(database: Database) -> HardTimes:
    """The page; sections this version does not know stay where they are. Raises WorldFault."""
    found = dict(database.run(_READ))
    return HardTimes(**{one.id: found.get(one.id, "") for one in SECTIONS})


def write_hard_times(database: Database, before: HardTimes, page: HardTimes, when: datetime) -> None:
    """Write the sections that differ from `before`, all or none. Raises WorldFault."""
    changed = [one.id for one in SECTIONS if page.text(one.id) != before.text(one.id)]
    if not changed:
        return
    stamp = when.astimezone(UTC).isoformat(timespec="milliseconds")
    with database.transaction():
        for section in changed:
            database.run(_KEEP, (section, storable(page.text(section)), stamp))


def not_read(fault: Fault) -> str:
    """Why the page cannot be shown; never a word of it."""
    lines = {
        "newer": tr(
            "The journal was written by a newer KindTimer, so the page for hard times cannot be shown here. "
            "It was left untouched."
        ),
        "busy": tr(
            "Another program holds the journal, so the page for hard times cannot be shown for the moment. "
            "It is whole."
        ),
    }
    other = tr(
        "The journal could not be read, so the page for hard times cannot be shown for the moment. "
        "`kindtimer doctor` says more."
    )
    return lines.get(fault.value, other)


def not_kept(fault: Fault) -> str:
    """Why a change could not be kept; never a word of it."""
    lines = {
        "full": tr(
            "The disk is full, so this is not kept so far. The words stay here; some free space is all "
            "it takes."
        ),
        "busy": tr("Another program holds the journal, so this is not kept so far. The words stay here."),
        "read_only": tr(
            "The journal cannot be written to, so this is not kept. The words stay here while KindTimer is "
            "open; the rights of its folder are the place to look."
        ),
    }
    other = tr("The journal could not be written to, so this is not kept so far. The words stay here.")
    return lines.get(fault.value, other)
