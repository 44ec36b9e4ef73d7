from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kindtimer.core.entry import Answer
from kindtimer.store.database import Database
from kindtimer.store.session_table import (
    entry_of,
    forget_session,
    read_sessions,
    row_of,
    with_answers,
    write_session,
)
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


FRIEND = Answer("friend", "What would a friend say?", "Tea first.\nThen the letter.")
SELF = Answer("self", "And to yourself?", "\N{HEBREW LETTER ALEF} \N{HOT BEVERAGE}")


def test_what_was_answered_is_kept_with_its_session_and_goes_with_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "journal.db")
    mine, other = replace(entry(1), answers=(FRIEND, SELF)), replace(entry(2), answers=(SELF,))
    write_session(database, mine)
    write_session(database, other)
    assert read_sessions(database) == [other, mine]
    changed = replace(mine, answers=(replace(FRIEND, said="Tea."),))
    write_session(database, changed)
    assert read_sessions(database) == [other, changed]
    forget_session(database, mine.id)
    assert database.run("SELECT said FROM answer") == [(SELF.said,)]
    database.close()


def test_a_limit_reads_the_answers_of_those_alone(tmp_path: Path) -> None:
    database = Database(tmp_path / "journal.db")
    entries = [replace(entry(number), answers=(FRIEND,)) for number in range(1, 30)]
    for one in entries:
        write_session(database, one)
    read: list[str] = []
    counted = Counted(database, read)
    assert read_sessions(counted, 2) == [entries[-1], entries[-2]]
    assert len(read) == 4
    assert read_sessions(database) == entries[::-1]
    database.close()


class Counted(Database):
    """The same one; every row that is read is counted."""

    def __init__(self, database: Database, read: list[str]) -> None:
        self._of, self._read = database, read

    def run(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        rows = self._of.run(sql, values)
        self._read += [str(row[0]) for row in rows]
        return rows


@pytest.mark.parametrize("rows", [[("a", "b")], [("a", "b", 3)], [None], [("a", "b", "c", "d")]])
def test_what_is_no_answer_is_refused(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(TypeError):
        with_answers(entry(), rows)
