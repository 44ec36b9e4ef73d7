from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.offers_order import order, stops


def test_what_was_made_last_is_reached_where_it_stands(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    last = QPushButton("last")
    column.addWidget(last)
    inner = QWidget()
    row = QHBoxLayout(inner)
    first, second, hidden = QLineEdit(), QPushButton("second"), QPushButton("hidden")
    hidden.hide()
    for widget in (first, QLabel("no stop"), hidden, second):
        row.addWidget(widget)
    column.insertWidget(0, inner)
    assert list(stops(column)) == [first, hidden, second, last]
    order(column)
    box.show()
    seen = []
    first.setFocus()
    for _ in range(3):
        seen.append(box.focusWidget())
        box.focusNextChild()
    assert seen == [first, second, last]


def test_what_was_made_last_is_told_where_it_stands(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    column.addWidget(QLabel("last"))
    line = QHBoxLayout()
    column.insertLayout(0, line)
    made_last = QWidget()
    inner = QVBoxLayout(made_last)
    inner.addWidget(QLabel("third"))
    inner.insertWidget(0, QLabel("second"))
    column.insertWidget(1, made_last)
    line.addWidget(QLabel("first"))
    assert told(box) != ["first", "second", "third", "last"]
    order(column)
    assert told(box) == ["first", "second", "third", "last"]


def told(widget: QWidget) -> list[str]:
    """The names of the lines in a widget, as a screen reader goes through them."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    found = []
    for number in range(spoken.childCount()):
        child = spoken.child(number).object()
        assert isinstance(child, QWidget)
        found += [child.text()] if isinstance(child, QLabel) else told(child)
    return found
