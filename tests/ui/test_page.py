from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.page import SIDE, Page, across, emptied
from kindtimer.ui.texts import Text
from kindtimer.visuals.measures import COLUMN
from tests.ui.dressing import dressed

LONG = "Words. " * 60


def opened(qtbot: QtBot, wide: int, scale: float = 1.0) -> Page:
    page = Page("A page", "And its lead")
    page.column.addWidget(Text(LONG))
    qtbot.addWidget(page)
    page.resize(wide, 500)
    dressed(page, scale=scale)
    page.show()
    return page


def test_its_column_is_as_wide_as_lines_may_be_and_stands_in_the_middle(qtbot: QtBot) -> None:
    page = opened(qtbot, 1240)
    assert page.held.width() == COLUMN
    assert abs(page.held.geometry().center().x() - page.body.rect().center().x()) <= 1


def test_in_a_narrow_window_it_keeps_to_the_room_there_is(qtbot: QtBot) -> None:
    page = opened(qtbot, 400, scale=2.0)
    assert page.held.width() == page.viewport().width() - 2 * SIDE
    assert page.held.geometry().left() >= SIDE
    assert page.horizontalScrollBar().maximum() == 0


def test_lines_that_find_no_room_are_scrolled_to_and_no_hole_is_left(qtbot: QtBot) -> None:
    page = opened(qtbot, 400, scale=2.0)
    assert page.body.height() > page.viewport().height()
    assert page.head.height() <= page.head.heightForWidth(page.head.width()) + 1


def test_things_in_a_row_and_a_layout_that_is_emptied(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    one, other = QLabel("1"), QLabel("2")
    row = across(one, other)
    outer = QHBoxLayout(host)
    outer.addLayout(row)
    assert row.count() == 3
    emptied(outer)
    assert outer.count() == 0
    assert not one.isVisible()


def test_a_long_word_grows_smaller_before_it_is_cut(qtbot: QtBot) -> None:
    page = Page("Something")
    qtbot.addWidget(page)
    page.resize(360, 420)
    dressed(page, scale=2.0)
    page.show()
    assert page.head.fontMetrics().horizontalAdvance("Something") <= page.held.width()
