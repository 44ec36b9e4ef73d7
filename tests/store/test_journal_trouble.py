from pathlib import Path

from kindtimer.store.journal_trouble import journal_note
from tests.store.test_journal_store import entry, home_at, journal_at


def test_the_doctor_hears_of_it(tmp_path: Path) -> None:
    assert journal_note(home_at(tmp_path)) is None
    journal = journal_at(tmp_path)
    journal.keep(entry())
    assert journal_note(home_at(tmp_path)) is None
    journal.close()
    (tmp_path / "journal.db").write_bytes(b"broken")
    assert "damaged" in (journal_note(home_at(tmp_path)) or "")
    assert (tmp_path / "journal.db").read_bytes() == b"broken"
