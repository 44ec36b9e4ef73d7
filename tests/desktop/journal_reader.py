"""The journal as it stands in its file, read beside the running program and without its own reader.

Read-only, by the standard library's SQLite: what another program would find after a crash.
"""

import sqlite3
from pathlib import Path
from typing import Any


def journal_file(home: Path) -> Path:
    """The journal under a home."""
    found = sorted(home.rglob("journal*.db")) + sorted(home.rglob("journal*.sqlite*"))
    return found[0] if found else home / "journal.db"


def sessions(home: Path) -> list[dict[str, Any]]:
    """Every session entry, oldest first, by column name; empty while there is no journal."""
    path = journal_file(home)
    if not path.exists():
        return []
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as journal:
        journal.row_factory = sqlite3.Row
        rows = [dict(row) for row in journal.execute("select * from session order by rowid")]
    journal.close()
    return rows


def whole(home: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    journal = sqlite3.connect(f"file:{journal_file(home)}?mode=ro", uri=True)
    try:
        return journal.execute("pragma integrity_check").fetchone() == ("ok",)
    finally:
        journal.close()
