import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.buttons import Button
from kindtimer.ui.page import SIDE, Page, across, emptied
from kindtimer.ui.texts import Text
from kindtimer.visuals.measures import COLUMN, GRID
from tests.ui.dressing import dressed, settle

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
    settle()
    assert page.verticalScrollBar().isVisible()
    assert page.held.width() == page.width() - 2 * max(SIDE, page.verticalScrollBar().width() + GRID)
    assert page.held.geometry().right() + GRID < page.viewport().width()
    assert page.held.geometry().left() >= SIDE
    assert page.horizontalScrollBar().maximum() == 0


def test_lines_that_find_no_room_are_scrolled_to_and_no_hole_is_left(qtbot: QtBot) -> None:
    page = opened(qtbot, 400, scale=2.0)
    assert page.body.height() > page.viewport().height()
    assert page.head.height() <= page.head.heightForWidth(page.head.width()) + 1


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("wide", [360, 900, 1240])
@pytest.mark.parametrize("mirrored", [False, True])
def test_its_column_stays_where_it_is_when_a_scroll_bar_comes(
    qtbot: QtBot, wide: int, scale: float, mirrored: bool
) -> None:
    page = Page("A page")
    qtbot.addWidget(page)
    if mirrored:
        page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(wide, 500)
    dressed(page, scale=scale)
    page.show()
    settle()

    def stands() -> QRect:
        return QRect(page.held.mapTo(page, QPoint(0, 0)), QSize(page.held.width(), 0))

    before = stands()
    assert not page.verticalScrollBar().isVisible()
    page.held.setMinimumHeight(4000)
    qtbot.waitUntil(page.verticalScrollBar().isVisible)
    settle()
    assert stands() == before
    assert abs(before.left() - (page.width() - before.right() - 1)) <= 1


class Listed(Page):
    def __init__(self) -> None:
        super().__init__("A list")
        self.buttons = [Button(f"One {number}") for number in range(30)]
        for button in self.buttons:
            self.column.addWidget(Text(LONG))
            self.column.addWidget(button)


def seen(page: Page, widget: QWidget) -> bool:
    place = QRect(widget.mapTo(page.viewport(), QPoint(0, 0)), widget.size())
    return page.viewport().rect().contains(place)


@pytest.fixture
def listed(qtbot: QtBot) -> Listed:
    page = Listed()
    qtbot.addWidget(page)
    page.resize(1240, 800)
    dressed(page)
    page.show()
    settle()
    page.buttons[20].setFocus()
    page.ensureWidgetVisible(page.buttons[20])
    settle()
    assert seen(page, page.buttons[20])
    return page


def test_what_has_the_keyboard_stays_in_sight_in_another_size_and_at_another_text_size(
    qtbot: QtBot, listed: Listed
) -> None:
    for width, height in ((500, 420), (1240, 900), (360, 300)):
        listed.resize(width, height)
        qtbot.waitUntil(lambda: seen(listed, listed.buttons[20]))
    for scale in (2.0, 1.0):
        dressed(listed, scale=scale)
        qtbot.waitUntil(lambda: seen(listed, listed.buttons[20]))


def test_a_scroll_bar_that_comes_moves_nothing(qtbot: QtBot, listed: Listed) -> None:
    first = listed.buttons[0]
    first.setFocus()
    listed.verticalScrollBar().setValue(0)
    listed.resize(700, first.mapTo(listed.viewport(), QPoint(0, 0)).y() + 10)
    listed.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    qtbot.waitUntil(lambda: listed._held_in_sight is None)
    listed.verticalScrollBar().setValue(0)
    listed.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    qtbot.waitUntil(listed.verticalScrollBar().isVisible)
    settle()
    assert listed.verticalScrollBar().value() == 0
    assert not seen(listed, first)


def test_whoever_scrolled_away_from_it_is_left_where_they_are(listed: Listed) -> None:
    listed.verticalScrollBar().setValue(0)
    listed.resize(700, 420)
    settle()
    assert listed.verticalScrollBar().value() == 0


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
