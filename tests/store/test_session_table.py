from pathlib import Path

import pytest

from kindtimer.store.database import Database
from kindtimer.store.session_table import entry_of, forget_session, read_sessions, row_of, write_session
from tests.store.test_journal_store import entry


def test_a_session_is_the_same_after_its_row(tmp_path: Path) -> None:
    mine, other = entry(1), entry(2)
    database = Database(tmp_path / "journal.db")
    write_session(database, mine)
    write_session(database, other)
    assert read_sessions(database) == [other, mine]
    assert read_sessions(database, 1) == [other]
    forget_session(database, other.id)
    assert read_sessions(database) == [mine]
    database.close()


@pytest.mark.parametrize(
    "row", [(), ("x",) * 9, (1,) * 9, (None,) * 9, "a word", {"id": 1}, row_of(entry())[:8]]
)
def test_what_is_no_session_is_none(row: tuple[object, ...]) -> None:
    assert entry_of(row) is None
