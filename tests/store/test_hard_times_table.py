import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kindtimer.core.hard_times import SECTIONS, HardTimes
from kindtimer.store.database import Database, Fault
from kindtimer.store.hard_times_table import not_kept, not_read, read_hard_times, write_hard_times
from kindtimer.store.journal_store import JournalStore
from kindtimer.store.migrations import MIGRATIONS
from kindtimer.store.paths import Home
from tests.store.kept import StandingClock, as_somebody_else, held_by_another, open_folder

FULL = HardTimes(**{one.id: f"words of {one.id}\n🌱 שלום " + "a" * 4000 for one in SECTIONS})  # type: ignore[arg-type]


def journal_at(folder: Path) -> JournalStore:
    return JournalStore(Home.at(folder, {"XDG_RUNTIME_DIR": str(folder)}), StandingClock())


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[JournalStore]:
    made = journal_at(tmp_path)
    yield made
    made.close()


def kept(folder: Path) -> HardTimes:
    journal = journal_at(folder)
    found = journal.hard_times()
    journal.close()
    assert found.trouble == ""
    return found


def test_what_is_kept_is_found_whole(tmp_path: Path, journal: JournalStore) -> None:
    assert journal.hard_times() == HardTimes()
    assert journal.keep_hard_times(FULL) is None
    journal.close()
    assert kept(tmp_path) == FULL


def test_what_is_kept_after_the_journal_was_closed_stands_once(tmp_path: Path) -> None:
    journal = journal_at(tmp_path)
    journal.keep_hard_times(HardTimes(places="the bench"))
    journal.close()
    assert journal.keep_hard_times(HardTimes(places="the bench by the canal")) is None
    journal.close()
    assert kept(tmp_path) == HardTimes(places="the bench by the canal")


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    clock = StandingClock()
    database = Database(tmp_path / "a.db")
    write_hard_times(database, HardTimes(), replace(FULL, people=""), clock.when())
    write_hard_times(database, HardTimes(), HardTimes(people="Mila"), clock.when())
    assert read_hard_times(database) == replace(FULL, people="Mila")
    write_hard_times(database, read_hard_times(database), HardTimes(), clock.when())
    assert read_hard_times(database) == HardTimes()
    database.close()


def test_a_section_of_a_later_version_stays(tmp_path: Path, journal: JournalStore) -> None:
    journal.keep_hard_times(HardTimes(places="the bench"))
    raw = sqlite3.connect(tmp_path / "journal.db")
    raw.execute("insert into hard_times values ('music', 'the slow one', '2025')")
    raw.commit()
    assert journal.hard_times() == HardTimes(places="the bench")
    journal.keep_hard_times(HardTimes(places="the other bench"))
    assert raw.execute("select count(*) from hard_times").fetchone() == (2,)
    raw.close()


def test_a_journal_from_before_is_copied_and_brought_up_to_date(tmp_path: Path) -> None:
    Database(tmp_path / "journal.db", MIGRATIONS[:1]).close()
    journal = journal_at(tmp_path)
    assert journal.keep_hard_times(FULL) is None
    journal.close()
    assert (tmp_path / "journal.db.before-2").is_file()
    assert kept(tmp_path) == FULL


def test_a_damaged_journal_gives_an_empty_page_that_can_be_filled(
    tmp_path: Path, journal: JournalStore
) -> None:
    (tmp_path / "journal.db").write_bytes(b"no journal" * 900)
    page = journal.hard_times()
    assert (page, page.can_be_kept) == (HardTimes(), True)
    assert "damaged" in page.trouble
    assert journal.keep_hard_times(HardTimes(people="Mila")) is None
    assert journal.hard_times().people == "Mila"


def test_damage_found_while_keeping_is_told_and_the_words_are_kept(
    tmp_path: Path, journal: JournalStore
) -> None:
    (tmp_path / "journal.db").write_bytes(b"no journal" * 900)
    assert "damaged" in (journal.keep_hard_times(FULL) or "")
    assert journal.hard_times() == FULL


def test_a_newer_journal_is_left_untouched(tmp_path: Path, journal: JournalStore) -> None:
    journal.keep_hard_times(FULL)
    journal.close()
    raw = sqlite3.connect(tmp_path / "journal.db")
    raw.execute("pragma user_version = 99")
    raw.close()
    later = journal_at(tmp_path)
    before = (tmp_path / "journal.db").read_bytes()
    for _ in range(2):
        page = later.hard_times()
        assert (page, page.can_be_kept) == (HardTimes(), False)
        assert "newer" in page.trouble
        assert "newer" in (later.keep_hard_times(HardTimes(people="x")) or "")
    later.close()
    assert (tmp_path / "journal.db").read_bytes() == before


def test_a_journal_that_is_held_is_told_and_nothing_is_written_over(
    tmp_path: Path, journal: JournalStore
) -> None:
    journal.keep_hard_times(FULL)
    journal.close()
    holder = Database(tmp_path / "journal.db")
    holder.run("pragma locking_mode = exclusive; begin exclusive")
    later = journal_at(tmp_path)
    page = later.hard_times()
    assert (page, page.can_be_kept) == (HardTimes(), False)
    assert "holds the journal" in page.trouble
    assert "holds the journal" in (later.keep_hard_times(HardTimes(people="new")) or "")
    holder.run("rollback")
    holder.close()
    assert later.keep_hard_times(HardTimes(people="new")) is None
    later.close()
    assert kept(tmp_path) == replace(FULL, people=f"{FULL.people}\n\nnew")


def test_a_write_that_has_to_wait_is_told_each_time(tmp_path: Path, journal: JournalStore) -> None:
    journal.keep_hard_times(HardTimes(people="old"))
    holder = Database(tmp_path / "journal.db")
    holder.run("begin immediate")
    for _ in range(2):
        assert "not kept so far" in (journal.keep_hard_times(HardTimes(people="secret")) or "")
    holder.run("rollback")
    holder.close()
    # Nobody has to write it a second time: what waited is written as soon as the page is looked at.
    page = journal.hard_times()
    assert (page.people, page.trouble, page.waits) == ("secret", "", False)
    assert kept(tmp_path).people == "secret"
    assert journal.keep_hard_times(HardTimes(people="secret")) is None
    assert journal.hard_times().people == "secret"


def test_a_page_opened_anew_while_a_write_waits_shows_what_was_written_last(
    tmp_path: Path, journal: JournalStore
) -> None:
    journal.keep_hard_times(HardTimes(people="Mila", places="the bench"))
    with held_by_another(tmp_path / "journal.db"):
        page = journal.hard_times().with_text("people", "Mila and Tom")
        assert "not kept so far" in (journal.keep_hard_times(page) or "")
        again = journal.hard_times()
        assert (again.people, again.places, again.can_be_kept) == ("Mila and Tom", "the bench", True)
        assert "not kept so far" in again.trouble
        assert again.waits
        # What is written on the page as it is shown takes the held words along.
        assert journal.keep_hard_times(again.with_text("eases", "tea")) is not None
    assert journal.settle()
    assert kept(tmp_path) == HardTimes(people="Mila and Tom", places="the bench", eases="tea")


def test_words_joined_to_a_page_unseen_before_stay_joined_where_the_write_has_to_wait(
    tmp_path: Path, journal: JournalStore
) -> None:
    journal.keep_hard_times(HardTimes(people="Mila"))
    journal.close()
    later = journal_at(tmp_path)
    with held_by_another(tmp_path / "journal.db", "IMMEDIATE"):  # it can be read, and not written
        assert "not kept so far" in (later.keep_hard_times(HardTimes(people="Tom")) or "")
        assert later.hard_times().people == "Mila\n\nTom"
    assert later.settle()
    assert later.hard_times() == HardTimes(people="Mila\n\nTom")
    later.close()


def test_a_read_only_journal_is_told(tmp_path: Path) -> None:
    with open_folder() as folder:
        journal = journal_at(folder)
        journal.keep_hard_times(FULL)
        journal.close()
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        with as_somebody_else():
            later = journal_at(folder)
            later.hard_times()
            told = later.keep_hard_times(HardTimes(people="secret"))
            later.close()
        assert told
        folder.chmod(0o755)
        assert kept(folder) == FULL


def test_no_fault_tells_a_word_of_the_page() -> None:
    for fault in Fault:
        assert "journal" in not_read(fault)
        assert "stay here" in not_kept(fault)


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_a_page_whose_journal_is_taken_away_is_written_whole_into_a_new_one(
    tmp_path: Path, gone: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    journal = journal_at(home)
    page = journal.hard_times().with_text("early_signs", "first")
    assert journal.keep_hard_times(page) is None
    if gone == "folder":
        shutil.rmtree(home)
    else:
        for path in home.iterdir():
            path.unlink()
    told = journal.keep_hard_times(page.with_text("eases", "kettle"))
    assert told is not None
    assert "taken away" in told
    journal.close()
    again = journal_at(home)
    assert (again.hard_times().early_signs, again.hard_times().eases) == ("first", "kettle")
    again.close()


def test_a_page_that_is_read_when_its_journal_was_taken_away_says_so(tmp_path: Path) -> None:
    journal = journal_at(tmp_path)
    journal.keep_hard_times(journal.hard_times().with_text("eases", "kettle"))
    for path in tmp_path.iterdir():
        path.unlink()
    shown = journal.hard_times()
    assert "taken away" in shown.trouble
    assert shown.can_be_kept
    assert shown.eases == "kettle"
    journal.close()
