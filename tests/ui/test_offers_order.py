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
