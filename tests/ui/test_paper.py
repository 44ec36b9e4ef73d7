import stat
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from pytestqt.qtbot import QtBot

from kindtimer.core.hard_times import HardTimes
from kindtimer.ui.paper import Paper, document, pdf, save_whole
from tests.ui.help_lines import DAY, FULL, LINES


def test_title_day_sections_with_words_and_the_lines_of_the_country(qtbot: QtBot) -> None:
    text = document(FULL, LINES, "de", DAY).toPlainText().split("\n")
    order = [
        text.index(one)
        for one in (
            "My page for hard times",
            "25 November 2026",
            "Early signs",
            "no sleep",
            "People",
            "What I want to remember",
            "Numbers",
            "findahelpline.com",
            "112",
            "0800 111 0 111 · 0800 111 0 222",
        )
    ]
    assert order == sorted(order)
    assert "Places" not in text
    assert "142" not in text


def test_with_no_country_the_directory_alone(qtbot: QtBot) -> None:
    text = document(HardTimes(), LINES, "none", DAY).toPlainText()
    assert "findahelpline.com" in text
    assert "112" not in text


def test_markup_in_words_is_words(qtbot: QtBot) -> None:
    page = replace(FULL, places="<b>5 < 6</b> & so on")
    assert "<b>5 < 6</b> & so on" in document(page, LINES, "none", DAY).toPlainText()


@pytest.mark.parametrize("words", ["no sleep", "x" * 4000, "word " * 4000, "🌱 שלום\n" * 200])
def test_a_pdf_of_any_length_with_none_of_the_words_in_its_title(qtbot: QtBot, words: str) -> None:
    content = pdf(document(HardTimes(places=words), LINES, "us", DAY), "us")
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert b"no sleep" not in content


def test_a_file_is_written_whole_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"what was there")
    path.chmod(0o644)
    assert save_whole(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["mine.pdf"]


def test_where_it_cannot_be_written_nothing_is_left(tmp_path: Path) -> None:
    assert not save_whole(str(tmp_path / "none" / "mine.pdf"), b"new")
    (tmp_path / "folder.pdf").mkdir()
    assert not save_whole(str(tmp_path / "folder.pdf"), b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["folder.pdf"]


def test_a_printer_is_there_where_the_desktop_has_one(qtbot: QtBot) -> None:
    assert Paper().has_printer() == bool(QPrinterInfo.availablePrinterNames())
