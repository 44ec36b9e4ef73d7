from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kindtimer.core.help_line import FRESH_DAYS
from kindtimer.ui.help_row import CountryCard, HelpRow, NumberRow
from tests.ui.dressing import dressed, nameless, settle, too_small
from tests.ui.help_lines import AUSTRIA, DAY, DIRECTORY, EMERGENCY, LINE


def test_copy_puts_the_number_on_the_clipboard_and_says_so(qtbot: QtBot) -> None:
    told: list[str] = []
    row = dressed(NumberRow("0800 111 0 111", lambda one: told.append(one.number)))
    qtbot.addWidget(row)
    row.show()
    qtbot.mouseClick(row.copy, Qt.MouseButton.LeftButton)
    assert (QGuiApplication.clipboard().text(), told) == ("0800 111 0 111", ["0800 111 0 111"])
    row.tell(copied=True)
    assert row.copy.text() == "Copied"
    row.tell(copied=False)
    assert row.copy.text() == "Copy"
    assert row.copy.accessibleName() == "Copy 0800 111 0 111"


@pytest.mark.parametrize("width", [250, 400, 800])
@pytest.mark.parametrize("number", ["112", "0800 111 0 111", "findahelpline.com"])
def test_no_number_is_cut_off(qtbot: QtBot, number: str, width: int) -> None:
    row = dressed(NumberRow(number, print), scale=2.0)
    qtbot.addWidget(row)
    row.resize(width, 400)
    row.show()
    settle()
    metrics = row.shown.fontMetrics()
    if row.shown.isVisible():
        assert row.broken is None or not row.broken.isVisible()
        assert max(metrics.horizontalAdvance(word) for word in number.split()) <= row.shown.width()
        assert row.shown.height() >= row.shown.heightForWidth(row.shown.width())
    else:
        assert row.broken is not None
        assert row.broken.horizontalScrollBar().maximum() == 0
        assert row.broken.verticalScrollBar().maximum() == 0
    assert row.copy.geometry().right() < width


def test_larger_text_finds_its_room_at_once(qtbot: QtBot) -> None:
    row = dressed(NumberRow("0800 111 0 111", print))
    qtbot.addWidget(row)
    row.resize(900, 200)
    row.show()
    settle()
    dressed(row, scale=2.0)
    settle()
    assert row.shown.fontMetrics().horizontalAdvance(row.number) <= row.shown.width()


def test_a_row_says_whose_how_when_and_where_it_was_read(qtbot: QtBot) -> None:
    row = HelpRow(LINE, print)
    qtbot.addWidget(row)
    row.look(DAY)
    assert row.name.text() == "TelefonSeelsorge · Call"
    assert row.hours.text() == "Day and night. German"
    assert row.read.text() == "Read November 2026 at SR (2024)"
    assert [one.number for one in row.numbers] == list(LINE.numbers)


def test_an_old_row_says_that_it_may_have_changed(qtbot: QtBot) -> None:
    row = HelpRow(AUSTRIA, print)
    qtbot.addWidget(row)
    row.look(DAY + timedelta(days=FRESH_DAYS))
    assert "Less sure" in row.read.text()
    row.look(DAY + timedelta(days=FRESH_DAYS + 1))
    assert "may have changed; the directory above is the surer way" in row.read.text()


def test_what_is_not_known_leaves_no_hole(qtbot: QtBot) -> None:
    row = HelpRow(replace(EMERGENCY, hours=""), print)
    qtbot.addWidget(row)
    assert row.hours.isHidden()
    assert row.name.text() == "Emergency number"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_country_can_be_hit_and_heard(qtbot: QtBot, scale: float) -> None:
    card = dressed(CountryCard("de", [EMERGENCY, LINE, DIRECTORY], print), scale=scale)
    qtbot.addWidget(card)
    card.resize(320, 900)
    card.show()
    settle()
    assert card.name.text() == "Germany"
    assert (too_small(card), nameless(card)) == ([], [])
