import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kindtimer.core.entry import Door, SessionEntry
from kindtimer.store.journal_store import JournalStore
from kindtimer.store.journal_trouble import journal_note
from kindtimer.store.migrations import MIGRATIONS
from kindtimer.store.paths import Home
from tests.store.kept import StandingClock, as_somebody_else, held_by_another, open_folder


def home_at(folder: Path) -> Home:
    return Home.at(folder, {"XDG_RUNTIME_DIR": str(folder)})


def journal_at(folder: Path) -> JournalStore:
    return JournalStore(home_at(folder), StandingClock())


def entry(minute: int = 0) -> SessionEntry:
    return SessionEntry(
        id=uuid4(),
        when=datetime(2025, 3, 4, 5, minute, 6, 789000, tzinfo=UTC),
        zone="Europe/Berlin",
        door=Door.TRAY,
        practice="breathe",
        pattern="coherent",
        planned_s=176.0,
        practised_s=12.5,
        breaths=1,
    )


def kept(folder: Path) -> list[SessionEntry]:
    journal = journal_at(folder)
    found = journal.sessions()
    journal.close()
    return found


def test_what_is_kept_is_found_whole(tmp_path: Path) -> None:
    journal, mine = journal_at(tmp_path), replace(entry(), pattern=None)
    assert journal.open() == []
    assert journal.keep(mine) is None
    journal.close()
    assert kept(tmp_path) == [mine]


def test_keeping_the_same_session_brings_it_up_to_date(tmp_path: Path) -> None:
    journal, mine = journal_at(tmp_path), entry()
    journal.keep(mine)
    journal.keep(replace(mine, practised_s=60.0, breaths=6))
    assert journal.sessions() == [replace(mine, practised_s=60.0, breaths=6)]
    journal.close()


def test_the_newest_come_first_and_a_limit_counts(tmp_path: Path) -> None:
    journal, entries = journal_at(tmp_path), [entry(minute) for minute in (5, 1, 3)]
    for one in entries:
        journal.keep(one)
    assert [e.when.minute for e in journal.sessions()] == [5, 3, 1]
    assert [e.when.minute for e in journal.sessions(limit=1)] == [5]
    journal.close()


def test_times_are_stored_in_utc_with_the_zone_beside(tmp_path: Path) -> None:
    berlin = datetime.fromisoformat("2025-03-04T00:30:00+01:00")
    journal = journal_at(tmp_path)
    journal.keep(replace(entry(), when=berlin))
    journal.close()
    raw = sqlite3.connect(tmp_path / "journal.db")
    assert raw.execute("select when_utc, zone from session").fetchall() == [
        ("2025-03-03T23:30:00.000+00:00", "Europe/Berlin")
    ]
    raw.close()
    assert kept(tmp_path)[0].day.isoformat() == "2025-03-04"


def test_one_can_be_forgotten(tmp_path: Path) -> None:
    journal, first, second = journal_at(tmp_path), entry(1), entry(2)
    journal.keep(first)
    journal.keep(second)
    assert journal.forget(first.id) is None
    assert journal.forget(UUID(int=0)) is None
    assert journal.sessions() == [second]
    journal.close()


def test_rows_another_program_wrote_do_not_stop_the_reading(tmp_path: Path) -> None:
    journal, mine = journal_at(tmp_path), entry()
    journal.keep(mine)
    journal.close()
    raw = sqlite3.connect(tmp_path / "journal.db")
    raw.execute("insert into session values ('x', 'y', 'z', 'window', 'p', null, 1, 1, 1)")
    raw.commit()
    raw.close()
    assert kept(tmp_path) == [mine]


def bad_files(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.glob("journal.db.bad-*"))


@pytest.mark.parametrize("content", [b"no database", os.urandom(9000), b"SQLite format 3\0" + b"\1" * 9000])
def test_a_damaged_journal_is_kept_and_a_new_one_begun(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "journal.db").write_bytes(content)
    (tmp_path / "journal.db-wal").write_bytes(b"log")
    journal, mine = journal_at(tmp_path), entry()
    (line,) = journal.open()
    if "newer" in line:  # its version field said so: a newer one is never touched
        assert (tmp_path / "journal.db").read_bytes() == content
        return
    assert "journal.db.bad-20250304T050607Z" in line
    assert bad_files(tmp_path) == ["journal.db.bad-20250304T050607Z", "journal.db.bad-20250304T050607Z-wal"]
    assert (tmp_path / "journal.db.bad-20250304T050607Z").read_bytes() == content
    assert (tmp_path / "journal.db.bad-20250304T050607Z-wal").read_bytes() == b"log"
    assert journal.keep(mine) is None
    assert journal.sessions() == [mine]
    journal.close()


def test_a_damaged_journal_is_told_of_also_where_something_is_to_be_forgotten(tmp_path: Path) -> None:
    home_at(tmp_path).journal.write_bytes(b"no journal at all, but long enough to be one" * 40)
    journal = journal_at(tmp_path)
    told = journal.forget(uuid4())
    journal.close()
    assert told is not None
    assert "kept" in told


def test_truncated_anywhere_the_program_goes_on(tmp_path: Path) -> None:
    journal = journal_at(tmp_path)
    for minute in range(50):
        journal.keep(entry(minute))
    journal.close()
    whole = (tmp_path / "journal.db").read_bytes()
    for length in range(0, len(whole), 1024):
        for old in tmp_path.iterdir():
            old.unlink()
        (tmp_path / "journal.db").write_bytes(whole[:length])
        journal, mine = journal_at(tmp_path), entry()
        lines = journal.open()
        assert len(lines) == (0 if length == 0 else 1), length
        assert journal.keep(mine) is None
        journal.close()
        assert kept(tmp_path) == [mine]


def test_another_programs_database_is_set_aside(tmp_path: Path) -> None:
    raw = sqlite3.connect(tmp_path / "journal.db")
    raw.executescript("create table session (a); insert into session values (1);")
    raw.close()
    journal = journal_at(tmp_path)
    assert len(journal.open()) == 1
    assert journal.keep(entry()) is None
    journal.close()
    assert len(bad_files(tmp_path)) == 1


@pytest.mark.parametrize("table", ["session", "hard_times", "answer"])
def test_a_journal_without_one_of_its_tables_is_set_aside(tmp_path: Path, table: str) -> None:
    journal = journal_at(tmp_path)
    journal.keep(entry(1))
    journal.close()
    with closing(sqlite3.connect(tmp_path / "journal.db")) as raw:
        raw.execute(f"drop table {table}")
    journal = journal_at(tmp_path)
    assert "damaged" in " ".join(journal.open())
    mine = entry(2)
    assert journal.keep(mine) is None
    assert journal.sessions() == [mine]
    journal.close()
    assert "journal.db.bad-20250304T050607Z" in bad_files(tmp_path)


def test_damage_that_comes_while_it_is_open_is_said_and_the_session_kept(tmp_path: Path) -> None:
    journal = journal_at(tmp_path)
    for minute in range(50):
        journal.keep(entry(minute))
    journal.close()
    journal = journal_at(tmp_path)
    journal.open()
    (tmp_path / "journal.db").write_bytes(b"\xa5" * 40960)
    assert journal._database is not None
    journal._database.run("PRAGMA shrink_memory")  # what was read before must not hide the damage
    mine = entry(59)
    assert "damaged" in (journal.keep(mine) or "")
    assert journal.keep(mine) is None
    assert journal.sessions() == [mine]
    journal.close()


def test_damage_in_a_folder_that_cannot_be_changed_is_said_once_and_the_program_goes_on() -> None:
    with open_folder() as folder:
        journal = journal_at(folder)
        for minute in range(50):
            journal.keep(entry(minute))
        journal.close()
        journal = journal_at(folder)
        journal.open()
        (folder / "journal.db").write_bytes(b"\xa5" * 40960)
        assert journal._database is not None
        journal._database.run("PRAGMA shrink_memory")
        for file in folder.iterdir():
            file.chmod(0o666)
        folder.chmod(0o555)
        with as_somebody_else():
            lines = [journal.keep(entry(59)), journal.keep(entry(59))]
            journal.close()
        folder.chmod(0o755)
        assert "could not be set aside" in (lines[0] or "")
        assert lines[1] is None
        assert bad_files(folder) == []


def test_a_newer_journal_is_untouched_and_nothing_is_written_into_it(tmp_path: Path) -> None:
    raw = sqlite3.connect(tmp_path / "journal.db")
    raw.executescript(f"create table later (a); pragma user_version = {len(MIGRATIONS) + 1};")
    raw.close()
    before = (tmp_path / "journal.db").read_bytes()
    journal = journal_at(tmp_path)
    (line,) = journal.open()
    assert "newer" in line
    assert "\n" not in line
    mine = entry()
    assert journal.keep(mine) is None
    assert journal.open() == []
    assert journal.sessions() == [mine]
    journal.close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["journal.db", "journal.db.waiting"]
    assert (tmp_path / "journal.db").read_bytes() == before


def test_a_full_disk_is_said_once_and_what_was_kept_is_whole(tmp_path: Path) -> None:
    journal, first = journal_at(tmp_path), entry(1)
    journal.keep(first)
    assert journal._database is not None
    (pages,) = journal._database.run("PRAGMA page_count")[0]
    journal._database.run(f"PRAGMA max_page_count = {pages}")
    lines = [journal.keep(replace(entry(), practice="x" * 3000)) for _ in range(6)]
    (line,) = [line for line in lines if line]
    assert "full" in line
    assert first in journal.sessions()
    journal._database.run("PRAGMA max_page_count = 100000")
    second = entry(2)
    assert journal.keep(second) is None
    assert {first, second} <= set(journal.sessions())
    journal.close()


def test_a_read_only_journal_is_said_once_and_left_whole() -> None:
    with open_folder() as folder:
        journal, first = journal_at(folder), entry(1)
        journal.keep(first)
        journal.close()
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        with as_somebody_else():
            later = journal_at(folder)
            lines = [*later.open(), later.keep(entry(2)), later.keep(entry(3))]
            later.close()
        assert len([line for line in lines if line]) == 1
        folder.chmod(0o755)
        assert kept(folder) == [first]


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from tests.store.test_journal_store import entry, journal_at
journal = journal_at(Path(sys.argv[1]))
while True:
    mine = entry()
    for breaths in range(3):
        assert journal.keep(replace(mine, breaths=breaths)) is None
    print(mine.id, flush=True)
"""


def test_killed_twenty_times_while_saving_nothing_said_to_be_kept_is_lost(tmp_path: Path) -> None:
    said: set[UUID] = set()
    for run in range(20):
        command = [sys.executable, "-c", WRITER, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            # Another number of writes each time, so that the kill falls at other points of a write.
            lines = [child.stdout.readline() for _ in range(1 + 3 * run)]
            child.send_signal(signal.SIGKILL)
            lines += child.stdout.readlines()
        said.update(UUID(line.strip()) for line in lines if line.endswith("\n"))
        assert journal_note(home_at(tmp_path)) is None
    found = {e.id: e for e in kept(tmp_path)}
    assert said <= found.keys()
    assert all(found[one].breaths == 2 for one in said)
    assert bad_files(tmp_path) == []


def test_what_another_program_kept_from_being_written_is_written_later(tmp_path: Path) -> None:
    journal, first, second = journal_at(tmp_path), entry(1), entry(2)
    journal.open()
    with held_by_another(tmp_path / "journal.db"):
        assert journal.keep(first)
        assert journal.keep(second) is None  # it was said
        assert not journal.settle()
    assert journal.settle()
    assert {one.id for one in journal.sessions()} == {first.id, second.id}
    journal.close()


def test_what_is_left_to_be_written_is_written_at_the_end(tmp_path: Path) -> None:
    journal, mine = journal_at(tmp_path), entry()
    journal.open()
    with held_by_another(tmp_path / "journal.db"):
        assert journal.keep(mine)
    journal.close()
    assert kept(tmp_path) == [mine]


def test_a_page_for_hard_times_that_could_not_be_written_is_written_later(tmp_path: Path) -> None:
    journal = journal_at(tmp_path)
    seen = journal.hard_times()
    with held_by_another(tmp_path / "journal.db"):
        assert journal.keep_hard_times(seen.with_text("eases", "The kettle."))
        assert not journal.settle()
    assert journal.settle()
    assert journal.hard_times().eases == "The kettle."
    journal.close()
    again = journal_at(tmp_path)
    assert again.hard_times().eases == "The kettle."
    again.close()


def test_what_was_forgotten_meanwhile_is_not_written(tmp_path: Path) -> None:
    journal, mine = journal_at(tmp_path), entry()
    journal.open()
    with held_by_another(tmp_path / "journal.db"):
        assert journal.keep(mine)
    journal.forget(mine.id)
    journal.close()
    assert kept(tmp_path) == []


@pytest.mark.parametrize("gone", ["file", "folder", "another file"])
def test_a_journal_that_is_taken_away_is_begun_anew_and_said(tmp_path: Path, gone: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    journal, mine = journal_at(home), entry()
    assert journal.keep(mine) is None
    if gone == "folder":
        shutil.rmtree(home)
    else:
        for path in home.iterdir():
            path.unlink()
    if gone == "another file":
        (home / "journal.db").write_bytes(b"")
    told = journal.keep(mine)
    assert told is not None
    assert "taken away" in told
    assert journal.keep(mine) is None
    journal.close()
    assert kept(home) == [mine]


def test_days_stay_local(tmp_path: Path) -> None:
    auckland = replace(entry(), when=datetime(2025, 3, 3, 10, 59, tzinfo=UTC), zone="Pacific/Auckland")
    later = replace(auckland, id=uuid4(), when=auckland.when + timedelta(minutes=2))
    journal = journal_at(tmp_path)
    journal.keep(auckland)
    journal.keep(later)
    journal.close()
    assert [e.day.isoformat() for e in kept(tmp_path)] == ["2025-03-04", "2025-03-03"]


def test_the_driver_is_not_loaded_before_the_journal_is_opened(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kindtimer.core.clock import SystemClock;"
        "from kindtimer.store.journal_store import JournalStore; from kindtimer.store.paths import Home;"
        "journal = JournalStore(Home.at(Path(sys.argv[1])), SystemClock());"
        "assert 'apsw' not in sys.modules; assert journal.open() == []; assert 'apsw' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 0
