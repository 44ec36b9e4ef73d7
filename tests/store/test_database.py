import sqlite3
import stat
from pathlib import Path

import pytest

from kindtimer.store.database import Database, Fault, OurBug, WorldFault, look
from tests.store.kept import as_somebody_else, open_folder

FIRST = "CREATE TABLE word (said TEXT NOT NULL) STRICT;"
SECOND = "ALTER TABLE word ADD COLUMN told INTEGER; UPDATE word SET told = 1;"


def write(database: Database, *words: str | None) -> None:
    with database.transaction():
        for word in words:
            database.run("INSERT INTO word VALUES (?)", (word,))


def test_a_new_file_is_private_and_up_to_date(tmp_path: Path) -> None:
    database = Database(tmp_path / "journal.db")
    assert database.run("PRAGMA journal_mode") == [("wal",)]
    assert database.run("PRAGMA synchronous") == [(1,)]
    assert database.run("PRAGMA foreign_keys") == [(1,)]
    for file in tmp_path.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    database.close()


def test_several_statements_all_run(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.db", [FIRST])
    database.run("SELECT 1; INSERT INTO word VALUES ('a'); INSERT INTO word VALUES ('b')")
    assert database.run("SELECT count(*) FROM word") == [(2,)]
    database.close()


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.db", [FIRST])
    with pytest.raises(OurBug):
        write(database, "a", None)
    assert database.run("SELECT count(*) FROM word") == [(0,)]
    write(database, "b")
    assert database.run("SELECT said FROM word") == [("b",)]
    database.close()


def test_before_a_migration_a_copy_is_kept(tmp_path: Path) -> None:
    old = Database(tmp_path / "a.db", [FIRST])
    old.run("INSERT INTO word VALUES ('kept')")
    old.close()
    new = Database(tmp_path / "a.db", [FIRST, SECOND])
    assert new.run("SELECT said, told FROM word") == [("kept", 1)]
    new.close()
    copy = tmp_path / "a.db.before-2"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    before = Database(copy, [FIRST])
    assert before.run("SELECT * FROM word") == [("kept",)]
    before.close()


def test_a_migration_that_fails_leaves_the_file_at_its_version(tmp_path: Path) -> None:
    Database(tmp_path / "a.db", [FIRST]).close()
    with pytest.raises(OurBug):
        Database(tmp_path / "a.db", [FIRST, "ALTER TABLE word ADD COLUMN told INTEGER; nonsense;"])
    same = Database(tmp_path / "a.db", [FIRST])
    assert len(same.run("PRAGMA table_info(word)")) == 1
    same.close()


def test_a_newer_file_is_refused_and_not_one_byte_changes(tmp_path: Path) -> None:
    Database(tmp_path / "a.db", [FIRST, SECOND]).close()
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    with pytest.raises(WorldFault) as fault:
        Database(tmp_path / "a.db", [FIRST])
    assert fault.value.kind is Fault.NEWER
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_newer_version_that_stands_in_the_log_alone_is_seen(tmp_path: Path) -> None:
    newer = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    newer.execute("PRAGMA journal_mode = wal")
    newer.execute("PRAGMA user_version = 9")
    (tmp_path / "crash").mkdir()
    for name in ("a.db", "a.db-wal"):
        (tmp_path / "crash" / name).write_bytes((tmp_path / name).read_bytes())
    newer.close()
    path = tmp_path / "crash" / "a.db"
    log, main = Path(f"{path}-wal").read_bytes(), path.read_bytes()
    with pytest.raises(WorldFault) as fault:
        Database(path, [FIRST])
    assert fault.value.kind is Fault.NEWER
    assert (Path(f"{path}-wal").read_bytes(), path.read_bytes()) == (log, main)


@pytest.mark.parametrize("content", [b"x", b"no database " * 400, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_database_is_told_apart(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.db").write_bytes(content)
    with pytest.raises(WorldFault) as fault:
        Database(tmp_path / "a.db")
    assert fault.value.kind in (Fault.CORRUPT, Fault.NEWER)
    assert (tmp_path / "a.db").read_bytes() == content


def test_a_damaged_page_is_found_when_the_file_is_opened(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.db", [FIRST])
    write(database, *["x" * 200] * 200)
    database.close()
    content = bytearray((tmp_path / "a.db").read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    (tmp_path / "a.db").write_bytes(content)
    with pytest.raises(WorldFault) as fault:
        Database(tmp_path / "a.db", [FIRST])
    assert fault.value.kind is Fault.CORRUPT
    with pytest.raises(WorldFault):
        look(tmp_path / "a.db")


def test_a_full_disk_is_the_worlds_fault_and_old_rows_stand(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.db", [FIRST])
    database.run("INSERT INTO word VALUES ('old')")
    database.run("PRAGMA max_page_count = 4")
    with pytest.raises(WorldFault) as fault:
        write(database, *["x" * 1000] * 100)
    assert fault.value.kind is Fault.FULL
    assert database.run("SELECT said FROM word") == [("old",)]
    database.close()


def test_another_writer_is_waited_for_only_a_moment(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.db", [FIRST])
    other = Database(tmp_path / "a.db", [FIRST])
    other.run("BEGIN IMMEDIATE")
    with pytest.raises(WorldFault) as fault:
        write(database, "a")
    assert fault.value.kind is Fault.BUSY
    other.close()
    database.close()


def test_a_folder_that_may_not_be_written_is_the_worlds_fault() -> None:
    with open_folder() as folder, as_somebody_else(), pytest.raises(WorldFault) as fault:
        Database(folder / "a.db")
    assert fault.value.kind is Fault.READ_ONLY


def test_looking_changes_nothing(tmp_path: Path) -> None:
    look(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
    Database(tmp_path / "a.db").close()
    before = (tmp_path / "a.db").read_bytes()
    look(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == before
