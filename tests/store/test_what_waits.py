"""What the journal cannot take waits on the disk, and the next run writes it: however the program ends."""

import sqlite3
from pathlib import Path

from kindtimer.store.migrations import MIGRATIONS
from tests.store.kept import as_somebody_else, held_by_another, open_folder
from tests.store.test_journal_store import entry, journal_at, kept


def waiting_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if "waiting" in path.name]


def test_what_cannot_be_written_to_the_end_is_written_by_the_next_run_and_said(tmp_path: Path) -> None:
    journal, mine = journal_at(tmp_path), entry()
    seen = journal.hard_times()
    with held_by_another(tmp_path / "journal.db"):
        assert journal.keep(mine)
        assert journal.keep_hard_times(seen.with_text("eases", "The kettle."))
        assert journal.safe
        journal.close()
        (name,) = waiting_in(tmp_path)
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    later = journal_at(tmp_path)
    assert later.waits
    assert later.settle()
    assert "is in it now" in (later.came_back() or "")
    assert later.came_back() is None
    assert later.sessions() == [mine]
    assert later.hard_times().eases == "The kettle."
    assert waiting_in(tmp_path) == []
    later.close()
    assert not journal_at(tmp_path).waits


def test_a_run_that_is_killed_loses_nothing_that_waits(tmp_path: Path) -> None:
    journal = journal_at(tmp_path)
    seen = journal.hard_times()
    with held_by_another(tmp_path / "journal.db"):
        assert journal.keep_hard_times(seen.with_text("eases", "The kettle."))
        later = journal_at(tmp_path)  # and the first one is never closed
        found = later.hard_times()
        assert (found.eases, found.waits) == ("The kettle.", True)
        assert later.keep_hard_times(found.with_text("eases", "The kettle, the cat."))
        later.close()
    last = journal_at(tmp_path)
    assert last.hard_times().eases == "The kettle, the cat."
    last.close()


def test_what_was_taken_out_of_the_page_stays_out_and_what_others_wrote_stays_in(tmp_path: Path) -> None:
    journal = journal_at(tmp_path)
    journal.keep_hard_times(journal.hard_times().with_text("eases", "Old.").with_text("places", "The park."))
    seen = journal.hard_times()
    with held_by_another(tmp_path / "journal.db"):
        changed = seen.with_text("eases", "").with_text("places", "The lake.")
        assert journal.keep_hard_times(changed)
        journal.close()
    beside = sqlite3.connect(tmp_path / "journal.db")
    with beside:
        beside.execute("UPDATE hard_times SET words = 'The hill.' WHERE section = 'places'")
    beside.close()
    later = journal_at(tmp_path)
    page = later.hard_times()
    assert page.eases == ""
    assert page.places == "The hill.\n\nThe lake."
    later.close()


def test_a_session_that_waits_can_be_forgotten(tmp_path: Path) -> None:
    journal, mine = journal_at(tmp_path), entry()
    journal.open()
    with held_by_another(tmp_path / "journal.db"):
        assert journal.keep(mine)
        assert journal.sessions() == [mine]
        journal.forget(mine.id)
        assert waiting_in(tmp_path) == []
        journal.close()
    assert kept(tmp_path) == []


def test_beside_a_newer_journal_what_is_kept_waits_for_the_newer_program(tmp_path: Path) -> None:
    journal, first, second = journal_at(tmp_path), entry(1), entry(2)
    journal.keep(first)
    assert journal._database is not None
    journal._database.run(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    journal.close()
    older = journal_at(tmp_path)
    assert "waits beside it" in (older.keep(second) or "")
    assert older.safe
    older.close()
    beside = sqlite3.connect(tmp_path / "journal.db")
    beside.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    beside.close()
    assert kept(tmp_path) == [second, first]
    assert waiting_in(tmp_path) == []


def test_where_nothing_can_be_written_anywhere_it_says_that_an_end_would_lose_it() -> None:
    with open_folder() as folder:
        journal = journal_at(folder)
        seen = journal.hard_times()
        journal.close()
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        with as_somebody_else():
            later = journal_at(folder)
            assert later.keep_hard_times(seen.with_text("eases", "The kettle."))
            assert not later.safe
        folder.chmod(0o755)
        for file in folder.iterdir():
            file.chmod(0o644)
        assert later.settle()
        assert later.safe
        later.close()
    assert seen.eases == ""


def test_a_waiting_file_that_is_damaged_is_kept_beside_and_said(tmp_path: Path) -> None:
    (tmp_path / "journal.db.waiting").write_text('{"sessions": [')
    journal = journal_at(tmp_path)
    assert journal.settle()
    assert "could not be read" in (journal.came_back() or "")
    journal.close()
    assert (tmp_path / "journal.db.waiting.bad-20250304T050607Z").exists()
