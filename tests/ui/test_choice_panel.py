import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.choice_panel import Choice, ChoicePanel, broken


class Shown:
    """A window with a panel of three rows."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.panel = ChoicePanel(self.window)
        self.taken: list[str] = []
        self.window.show()
        self.panel.ask("Less is fine.", [self.row(words) for words in ("A", "B", "C")])
        self.panel.place(self.window.rect())

    def row(self, words: str) -> Choice:
        return Choice(words, lambda: self.taken.append(words))


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_rows_are_reached_by_tab_and_taken_by_return(qtbot: QtBot, shown: Shown) -> None:
    window = shown.window
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "A"
    qtbot.keyClick(focused, Qt.Key.Key_Tab)
    second = window.focusWidget()
    assert second is not None
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert shown.taken == ["B"]


def test_every_row_has_a_name_and_room_for_a_finger(shown: Shown) -> None:
    rows = shown.panel.findChildren(QPushButton)
    assert [row.accessibleName() for row in rows] == ["A", "B", "C"]


def test_asking_anew_leaves_no_old_row(qtbot: QtBot, shown: Shown) -> None:
    shown.panel.ask("", [Choice("D", lambda: None)])
    qtbot.waitUntil(lambda: len(shown.panel.findChildren(QPushButton)) == 1)
    assert shown.panel.findChildren(QPushButton)[0].text() == "D"


@pytest.mark.parametrize("across", [False, True])
@pytest.mark.parametrize("area", [QRect(0, 300, 900, 300), QRect(16, 0, 328, 300), QRect(0, 0, 900, 600)])
def test_it_stands_inside_its_area_in_a_column_or_a_line(shown: Shown, area: QRect, across: bool) -> None:
    words = ("Stop", "Sit quietly", "Something ordinary")
    shown.panel.ask("", [shown.row(one) for one in words], across=across)
    shown.panel.place(area)
    assert area.contains(shown.panel.geometry())
    lines = {row.y() for row in shown.panel.findChildren(QPushButton) if row.text() in words}
    assert len(lines) == (1 if across else 3)


def test_a_line_of_rows_leaves_the_keys_where_they_were(shown: Shown) -> None:
    shown.panel.hide()
    shown.window.setFocus()
    shown.panel.ask("", [shown.row("Stop")], across=True)
    assert not isinstance(shown.window.focusWidget(), QPushButton)


def test_words_break_between_words_and_a_longer_one_ends_in_dots_where_it_may(shown: Shown) -> None:
    metrics = shown.window.fontMetrics()
    room = metrics.horizontalAdvance("Something")
    assert broken("Something ordinary", metrics, room + 4) == "Something\nordinary"
    assert broken("Something ordinary", metrics, 4 * room) == "Something ordinary"
    assert broken("Somethingordinary", metrics, room) == "Somethingordinary"
    cut = broken("Somethingordinary", metrics, room, cuts=True)
    assert cut.endswith("…")
    assert metrics.horizontalAdvance(cut) <= room
    assert len(broken("Some thing or di na ry", metrics, room, cuts=True).split("\n")) == 2
