from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.help_line import EVERYWHERE, FRESH_DAYS, HelpLine
from kindtimer.ui.help_row import CountryCard, HelpRow, NumberRow
from tests.ui.dressing import dressed, nameless, settle, too_small
from tests.ui.help_lines import AUSTRIA, DAY, DIRECTORY, EMERGENCY, LINE


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    room = QWidget()
    qtbot.addWidget(room)
    return room


def number_row(room: QWidget, number: str, width: int = 400, scale: float = 1.0) -> NumberRow:
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    row = NumberRow(number, "Samaritans · Call", column)
    column.addStretch(1)
    dressed(room, scale=scale)
    room.resize(width, 400)
    row.fit(width)
    room.show()
    settle()
    return row


def help_row(room: QWidget, line: HelpLine) -> HelpRow:
    row = HelpRow(line, QVBoxLayout(room))
    row.look(DAY)
    return row


def test_copy_puts_the_number_on_the_clipboard_and_says_whose_it_is(qtbot: QtBot, room: QWidget) -> None:
    row = number_row(room, "0800 111 0 111")
    assert row.copy.accessibleName() == "Copy 0800 111 0 111"
    assert row.copy.accessibleDescription() == "Samaritans · Call"
    qtbot.mouseClick(row.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "0800 111 0 111"
    assert row.copy.text() == "Copied"


@pytest.mark.parametrize("width", [250, 400, 800])
@pytest.mark.parametrize("number", ["112", "0800 111 0 111", "findahelpline.com"])
def test_no_number_is_cut_off(room: QWidget, number: str, width: int) -> None:
    row = number_row(room, number, width, 2.0)
    metrics = row.shown.fontMetrics()
    if row.shown.isVisible():
        assert row.broken is None or not row.broken.isVisible()
        assert max(metrics.horizontalAdvance(word) for word in number.split()) <= row.shown.width()
        assert row.shown.height() >= row.shown.heightForWidth(row.shown.width())
    else:
        assert row.broken is not None
        assert row.broken.horizontalScrollBar().maximum() == 0
        assert row.broken.verticalScrollBar().maximum() == 0
        assert (row.broken.words, row.broken.accessibleDescription()) == (number, "Samaritans · Call")
    assert row.copy.geometry().right() < width


def test_an_address_is_whole_as_soon_as_there_is_room(room: QWidget) -> None:
    row = number_row(room, "findahelpline.com", 250, 2.0)
    assert row.broken is not None
    assert row.stops == [row.broken, row.copy]
    room.resize(900, 200)
    row.fit(900)
    settle()
    assert row.shown.isVisible()
    assert not row.broken.isVisible()


@pytest.mark.parametrize("width", [200, 900])
def test_copy_stands_beside_the_number_or_below_it(room: QWidget, width: int) -> None:
    row = number_row(room, "0800 111 0 111", width)
    beside = row.copy.geometry().center().y() < row.shown.geometry().bottom()
    assert beside is (width == 900)
    dressed(room, scale=2.0)
    row.fit(width)
    settle()
    assert row.shown.height() >= row.shown.heightForWidth(row.shown.width())


def test_a_row_says_whose_how_when_and_where_it_was_read(room: QWidget) -> None:
    row = help_row(room, LINE)
    assert row.name.text() == "TelefonSeelsorge · Call"
    assert row.told.text() == "Day and night. German\nRead November 2026 at SR (2024)"
    assert [one.number for one in row.numbers] == list(LINE.numbers)
    told = {one.copy.accessibleDescription() for one in row.numbers}
    assert told == {"TelefonSeelsorge · Call · Germany"}


def test_an_old_row_says_that_it_may_have_changed(room: QWidget) -> None:
    row = help_row(room, AUSTRIA)
    row.look(DAY + timedelta(days=FRESH_DAYS))
    assert "Less sure" in row.told.text()
    row.look(DAY + timedelta(days=FRESH_DAYS + 1))
    assert "may have changed; the directory on this page is the surer way" in row.told.text()


def test_what_is_not_known_leaves_no_hole(room: QWidget) -> None:
    row = help_row(room, replace(EMERGENCY, hours=""))
    assert row.told.text() == "Read November 2026 at SR (2024)"
    assert row.name.text() == "Emergency number"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(("country", "name"), [("de", "Germany"), (EVERYWHERE, "Any country")])
def test_a_country_can_be_hit_and_heard(qtbot: QtBot, scale: float, country: str, name: str) -> None:
    card = dressed(CountryCard(country, [EMERGENCY, LINE, DIRECTORY]), scale=scale)
    qtbot.addWidget(card)
    card.resize(320, 900)
    card.fit(320)
    card.show()
    settle()
    assert card.name.text() == name
    assert (too_small(card), nameless(card)) == ([], [])
