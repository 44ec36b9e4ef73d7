import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.hard_times import SECTIONS, HardTimes
from kindtimer.ui.hard_times_page import AGAIN_MS, KEEP_MS, HardTimesPage
from kindtimer.ui.paper import Paper
from tests.ui.dressing import dressed, nameless, settle, too_small
from tests.ui.help_lines import DAY, FULL, LINES, PageKeeper, preferences


class NoDesktop(Paper):
    """A desktop with a printer or none, and an answer to where the file is to stand."""

    def __init__(self, path: str = "", *, printer: bool = False) -> None:
        self.path, self.printer = path, printer
        self.printed: list[str] = []

    def has_printer(self) -> bool:
        return self.printer

    def print_it(self, made: QTextDocument, country: str, window: QWidget) -> None:
        self.printed.append(made.toPlainText())

    def where(self, window: QWidget) -> str:
        return self.path


def opened(
    qtbot: QtBot,
    keeper: PageKeeper,
    paper: Paper | None = None,
    scale: float = 1.0,
    done: Callable[[], object] = lambda: None,
) -> HardTimesPage:
    page = HardTimesPage(keeper, preferences("de"), LINES, today, done=done, paper=paper or NoDesktop())
    qtbot.addWidget(page, before_close_func=lambda page: page.hide())
    page.resize(900, 600)
    dressed(page, scale=scale)
    page.opened()
    page.show()
    settle()
    return page


def today() -> date:
    return DAY


def test_seven_sections_show_what_is_kept(qtbot: QtBot) -> None:
    page = opened(qtbot, PageKeeper(FULL))
    assert list(page.sections) == [section.id for section in SECTIONS]
    assert page.page() == FULL
    assert page.first_to_focus() is page.sections["early_signs"].field
    assert page.trouble.isHidden()


def test_the_cursor_stands_after_what_was_written(qtbot: QtBot) -> None:
    page = opened(qtbot, PageKeeper(FULL))
    first = page.sections["early_signs"].field
    first.setFocus()
    qtbot.keyClicks(first, ", cold tea")
    assert first.words == f"{FULL.early_signs}, cold tea"
    assert page.sections["remember"].field.textCursor().atEnd()


def test_two_visible_ways_lead_back_and_the_words_are_kept(qtbot: QtBot) -> None:
    keeper = PageKeeper(FULL)
    page = opened(qtbot, keeper, done=lambda: page.hide())
    assert page.back.mapTo(page.viewport(), page.back.rect().bottomLeft()).y() < page.viewport().height()
    page.sections["places"].field.setPlainText("the bench")
    qtbot.mouseClick(page.done, Qt.MouseButton.LeftButton)
    assert not page.isVisible()
    assert keeper.page.places == "the bench"
    page.show()
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert not page.isVisible()
    keeper.page = HardTimes(trouble="Another program holds the journal.", can_be_kept=False)
    page.opened()
    page.show()
    assert page.back.isVisible()
    assert page.done.isVisible()
    assert page.leads_back.isHidden()


def test_words_are_kept_when_a_field_is_left_and_not_otherwise(qtbot: QtBot) -> None:
    keeper = PageKeeper(FULL)
    page = opened(qtbot, keeper)
    for section in ("early_signs", "eases", "places"):
        page.sections[section].field.setFocus()
    assert keeper.kept == []
    qtbot.keyClicks(page.sections["places"].field, "the bench")
    assert keeper.kept == []
    page.sections["people"].field.setFocus()
    assert [one.places for one in keeper.kept] == ["the bench"]
    assert keeper.page.people == FULL.people


def test_while_one_writes_it_is_kept_every_few_seconds_at_most(qtbot: QtBot) -> None:
    keeper = PageKeeper()
    page = opened(qtbot, keeper)
    assert not page.timer.isActive()
    page.sections["places"].field.setFocus()
    qtbot.keyClicks(page.sections["places"].field, "the bench")
    assert page.timer.isActive()
    assert page.timer.isSingleShot()
    assert page.timer.interval() == KEEP_MS <= 1000
    page.timer.timeout.emit()
    assert (keeper.page.places, page.timer.isActive()) == ("the bench", False)


def test_leaving_the_page_keeps_it(qtbot: QtBot) -> None:
    keeper = PageKeeper()
    page = opened(qtbot, keeper)
    page.sections["safer"].field.setPlainText("the keys")
    page.hide()
    assert keeper.page.safer == "the keys"
    assert not page.timer.isActive()


def test_what_cannot_be_kept_stays_and_one_line_says_so(qtbot: QtBot) -> None:
    keeper = PageKeeper(FULL)
    page = opened(qtbot, keeper)
    keeper.trouble = "The disk is full."
    part = page.sections["places"]
    part.field.setPlainText("the bench")
    page.keep_now()
    assert part.trouble.text() == "The disk is full."
    assert [one.section.id for one in page.sections.values() if one.trouble.isVisible()] == ["places"]
    page.opened()
    assert part.field.words == "the bench"
    page.sections["eases"].field.setPlainText("tea")
    page.keep_now()
    assert [one.section.id for one in page.sections.values() if one.trouble.isVisible()] == ["eases"]
    keeper.trouble = None
    page.opened()
    assert (keeper.page.places, keeper.page.eases) == ("the bench", "tea")
    assert not any(one.trouble.isVisible() for one in page.sections.values())


class Refuses(PageKeeper):
    """Refuses so many times, and says so while a page waits; then keeps."""

    def __init__(self, times: int, page: HardTimes | None = None) -> None:
        super().__init__(page)
        self.times, self.waiting = times, False

    def keep_hard_times(self, page: HardTimes) -> str | None:
        self.trouble = "The disk is full." if self.times else None
        self.times, self.waiting = max(0, self.times - 1), bool(self.times)
        self.page = page
        return super().keep_hard_times(page)

    def hard_times(self) -> HardTimes:
        return replace(self.page, trouble="The disk is full." if self.waiting else "", waits=self.waiting)


def test_what_could_not_be_kept_is_tried_anew_until_it_is(qtbot: QtBot) -> None:
    keeper = Refuses(2)
    page = opened(qtbot, keeper)
    part = page.sections["places"]
    part.field.setPlainText("the bench")
    page.timer.timeout.emit()
    for _ in range(2):
        assert part.trouble.isVisible()
        assert page.timer.isActive()
        assert page.timer.interval() == AGAIN_MS > KEEP_MS
        page.timer.timeout.emit()
    assert [one.places for one in keeper.kept] == ["the bench"]
    assert part.trouble.isHidden()
    assert not page.timer.isActive()


def test_out_of_sight_nothing_ticks(qtbot: QtBot) -> None:
    page = opened(qtbot, Refuses(3))
    page.sections["places"].field.setPlainText("the bench")
    page.keep_now()
    assert page.timer.isActive()
    page.hide()
    assert not page.timer.isActive()
    page.show()
    assert page.timer.isActive()


def test_while_one_writes_on_it_is_tried_no_later_than_else(qtbot: QtBot) -> None:
    page = opened(qtbot, Refuses(1))
    page.sections["places"].field.setPlainText("the bench")
    page.keep_now()
    page.sections["places"].field.setPlainText("the bench by the lake")
    assert page.timer.interval() == KEEP_MS


def test_words_that_wait_from_before_are_tried_anew_too(qtbot: QtBot) -> None:
    keeper = Refuses(3)
    keeper.keep_hard_times(FULL)
    page = opened(qtbot, keeper)
    assert page.page() == FULL
    assert page.timer.isActive()
    page.timer.timeout.emit()
    assert [page.trouble.text(), page.trouble.isVisible()] == ["The disk is full.", True]
    assert not any(part.trouble.isVisible() for part in page.sections.values())
    page.timer.timeout.emit()
    page.timer.timeout.emit()
    assert keeper.kept == [FULL]
    assert page.trouble.isHidden()
    assert not page.timer.isActive()


def test_news_that_are_told_once_make_nothing_tick(qtbot: QtBot) -> None:
    class Once(PageKeeper):
        def hard_times(self) -> HardTimes:
            told, self.page = self.page, replace(self.page, trouble="")
            return told

    page = opened(qtbot, Once(replace(FULL, trouble="A new one was begun.")))
    assert page.trouble.isVisible()
    assert not page.timer.isActive()


def test_a_journal_that_cannot_be_read_is_one_line_and_nothing_can_be_written_over(qtbot: QtBot) -> None:
    keeper = PageKeeper(HardTimes(trouble="Another program holds the journal.", can_be_kept=False))
    page = opened(qtbot, keeper)
    assert page.trouble.text() == "Another program holds the journal."
    assert not any(part.isVisible() for part in page.sections.values())
    assert (page.print.isHidden(), page.save.isHidden()) == (True, True)
    assert page.first_to_focus() is page.look_anew
    keeper.page = FULL
    qtbot.mouseClick(page.look_anew, Qt.MouseButton.LeftButton)
    assert page.page() == FULL
    assert page.look_anew.isHidden()
    assert (page.print.isVisible(), page.save.isVisible()) == (True, True)
    assert [part.isVisible() for part in page.sections.values()] == [True] * len(SECTIONS)


def test_a_new_journal_is_said_and_can_be_filled(qtbot: QtBot) -> None:
    keeper = PageKeeper(HardTimes(trouble="The journal was damaged. A new one was begun."))
    page = opened(qtbot, keeper)
    assert page.trouble.isVisible()
    page.sections["places"].field.setPlainText("the bench")
    page.keep_now()
    assert keeper.page.places == "the bench"


def test_long_and_foreign_text_is_kept_as_it_is(qtbot: QtBot) -> None:
    keeper = PageKeeper()
    page = opened(qtbot, keeper)
    words = "🌱 שלום " * 500 + "x" * 4000
    page.sections["remember"].field.setPlainText(words)
    page.keep_now()
    settle()
    assert keeper.page.remember == words
    assert page.sections["remember"].field.verticalScrollBar().maximum() == 0


def test_the_line_one_writes_on_stays_in_sight(qtbot: QtBot) -> None:
    page = opened(qtbot, PageKeeper())
    field = page.sections["remember"].field
    field.setFocus()
    field.setPlainText("line\n" * 40)
    settle()
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "last")
    settle()
    assert 0 <= field.cursor_foot(page.viewport()).y() <= page.viewport().height()


def test_without_a_printer_it_can_be_saved(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf"
    page = opened(qtbot, PageKeeper(FULL), NoDesktop(str(path)))
    page.print.click()
    assert "No printer" in page.told.text()
    assert page.save.hasFocus()
    page.save.click()
    assert path.read_bytes().startswith(b"%PDF-")
    assert "Saved" in page.told.text()


def test_what_is_told_of_paper_comes_into_sight(qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(qtbot, PageKeeper(FULL), NoDesktop(str(tmp_path / "mine.pdf")))
    for height in (420, 600):
        page.resize(900, height)
        settle()
        for button in (page.print, page.save):
            page.ensureWidgetVisible(button, 0, 0)
            page.told.hide()
            settle()
            button.click()
            qtbot.waitUntil(lambda: in_sight(page, page.told))


def in_sight(page: HardTimesPage, widget: QWidget) -> bool:
    top = widget.mapTo(page.viewport(), widget.rect().topLeft()).y()
    return widget.isVisible() and top >= 0 and top + widget.height() <= page.viewport().height()


def test_a_printer_gets_what_stands_in_the_fields(qtbot: QtBot) -> None:
    paper = NoDesktop(printer=True)
    page = opened(qtbot, PageKeeper(), paper)
    page.sections["places"].field.setPlainText("the bench")
    page.print.click()
    (printed,) = paper.printed
    assert "the bench" in printed
    assert "0800 111 0 111" in printed


@pytest.mark.parametrize("path", ["", "/no/such/folder/mine.pdf"])
def test_a_file_that_is_not_written_is_said_or_was_not_wished(qtbot: QtBot, path: str) -> None:
    page = opened(qtbot, PageKeeper(FULL), NoDesktop(path))
    page.save.click()
    assert ("could not be written" in page.told.text()) == bool(path)
    assert page.page() == FULL


def test_no_word_of_it_reaches_a_log_or_a_title(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    keeper = PageKeeper()
    keeper.trouble = "The disk is full."
    with caplog.at_level(logging.DEBUG):
        page = opened(qtbot, keeper)
        page.sections["places"].field.setPlainText("a secret bench")
        page.keep_now()
    assert "secret" not in caplog.text + page.title + page.windowTitle() + page.accessibleName()
    assert "secret" not in page.sections["places"].trouble.text()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_can_be_hit_and_heard(qtbot: QtBot, scale: float) -> None:
    page = opened(qtbot, PageKeeper(FULL), scale=scale)
    page.resize(360, 420)
    settle()
    assert (too_small(page), nameless(page)) == ([], [])
    for widget in page.held.findChildren(QWidget):
        if widget.isVisible():
            assert widget.mapTo(page.held, widget.rect().topRight()).x() <= page.held.width(), widget
