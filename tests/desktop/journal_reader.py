"""The journal as it stands in its file, read beside the running program and without its own reader.

Read-only, by the standard library's SQLite: what another program would find after a crash.
"""

import sqlite3
from pathlib import Path
from typing import Any


def journal_file(home: Path) -> Path:
    """The journal of a home."""
    return home / "journal.db"


def sessions(home: Path) -> list[dict[str, Any]]:
    """Every session entry, oldest first, by column name; empty while there is no journal."""
    path = journal_file(home)
    if not path.exists():
        return []
    journal = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        if not journal.execute("select 1 from sqlite_schema where name = 'session'").fetchone():
            return []
        journal.row_factory = sqlite3.Row
        return [dict(row) for row in journal.execute("select * from session order by rowid")]
    finally:
        journal.close()


def hard_times(home: Path) -> str:
    """All words of the page for hard times, one section after the other."""
    journal = sqlite3.connect(f"file:{journal_file(home)}?mode=ro", uri=True)
    try:
        return "\n".join(words for (words,) in journal.execute("select words from hard_times"))
    finally:
        journal.close()


def waiting(home: Path) -> str:
    """What waits beside the journal to be written into it; nothing where nothing waits."""
    path = home / f"{journal_file(home).name}.waiting"
    return path.read_text("utf-8") if path.exists() else ""


def whole(home: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    journal = sqlite3.connect(f"file:{journal_file(home)}?mode=ro", uri=True)
    try:
        return bool(journal.execute("pragma integrity_check").fetchone() == ("ok",))
    finally:
        journal.close()
