"""Journal trouble: why the journal cannot be used, in kind lines; never a word of what is in it.

For `JournalStore` and the doctor. Main thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kindtimer.core.words import tr
from kindtimer.store.paths import Home

if TYPE_CHECKING:
    from kindtimer.store.database import WorldFault


def journal_note(home: Home) -> str | None:
    """For `doctor`: why the journal cannot be used as it is, or None. Nothing is changed."""
    from kindtimer.store.database import WorldFault, look

    try:
        look(home.journal)
    except WorldFault as fault:
        return journal_line(fault, home.journal.name)
    return None


def journal_line(fault: WorldFault, name: str) -> str:
    """Why the journal called `name` cannot be used, and what became of what was in it."""
    lines = {
        "newer": tr(
            "The journal “{name}” was written by a newer KindTimer. It was left untouched, and what is kept "
            "now waits beside it until the newer KindTimer opens it.",
            name=name,
        ),
        "corrupt": tr("The journal “{name}” is damaged.", name=name),
        "full": tr(
            "The disk is full, so this session could not be written to the journal. What was kept before "
            "is whole; some free space is all it takes."
        ),
        "read_only": tr(
            "The journal “{name}” cannot be written to. What was kept before is whole; the rights of its "
            "folder are the place to look.",
            name=name,
        ),
        "busy": tr(
            "Another program holds the journal “{name}”, so this session waits to be written. "
            "What was kept before is whole.",
            name=name,
        ),
    }
    other = tr(
        "The journal “{name}” could not be used ({why}). What was kept before is whole; "
        "`kindtimer doctor` says more.",
        name=name,
        why=fault,
    )
    return lines.get(fault.kind.value, other)
