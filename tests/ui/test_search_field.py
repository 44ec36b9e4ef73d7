from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.search_field import LONGEST_SEARCH, SearchField
from tests.ui.dressing import dressed, nameless, settle, too_small


class Held:
    """A field in a window that leaves with Esc."""

    def __init__(self, qtbot: QtBot) -> None:
        self.asked: list[str] = []
        self.left: list[bool] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field = SearchField("Search in the guide", self.asked.append)
        QVBoxLayout(self.window).addWidget(self.field)
        QShortcut(QKeySequence("Escape"), self.window).activated.connect(lambda: self.left.append(True))
        dressed(self.window)
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()
        settle()
        qtbot.waitUntil(self.field.hasFocus)


def test_what_is_typed_is_asked_for(qtbot: QtBot) -> None:
    held = Held(qtbot)
    qtbot.keyClicks(held.field, "so")
    assert held.asked == ["s", "so"]
    qtbot.keyClicks(held.field, "x" * 300)
    assert len(held.field.text()) == LONGEST_SEARCH


def test_the_first_esc_empties_it_and_the_next_one_leaves(qtbot: QtBot) -> None:
    held = Held(qtbot)
    qtbot.keyClicks(held.field, "sound")
    qtbot.keyClick(held.field, Qt.Key.Key_Escape)
    assert (held.field.text(), held.asked[-1], held.left) == ("", "", [])
    assert held.field.hasFocus()
    qtbot.keyClick(held.field, Qt.Key.Key_Escape)
    assert held.left == [True]


def test_it_has_a_name_and_can_be_hit(qtbot: QtBot) -> None:
    held = Held(qtbot)
    assert (nameless(held.window), too_small(held.window)) == ([], [])
    assert held.field.accessibleName() == held.field.placeholderText() == "Search in the guide"
    assert (
        SearchField("Search in the settings", held.asked.append, hint="Search").placeholderText() == "Search"
    )
