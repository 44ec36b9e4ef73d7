from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from kindtimer.ui.row_button import RowButton
from kindtimer.visuals.measures import TARGET
from tests.ui.dressing import dressed

LONG = "A line that is so long that it will not stand beside its own end in a window of this width"


def test_it_is_one_button_with_a_name_and_a_description(qtbot: QtBot) -> None:
    pressed: list[int] = []
    row = dressed(RowButton("It is loud", LONG, lambda: pressed.append(1)))
    qtbot.addWidget(row)
    row.resize(400, row.heightForWidth(400))
    row.show()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert pressed == [1]
    told = QAccessible.queryAccessibleInterface(row)
    assert told.text(QAccessible.Text.Name) == "It is loud"
    assert told.text(QAccessible.Text.Description) == LONG


def test_its_lines_wrap_and_nothing_is_cut(qtbot: QtBot) -> None:
    row = dressed(RowButton("It is loud", LONG, lambda: None), scale=2.0)
    qtbot.addWidget(row)
    assert row.heightForWidth(300) > row.heightForWidth(1400) >= TARGET
    row.resize(300, row.heightForWidth(300))
    row.show()
    assert row.told.height() >= row.told.heightForWidth(row.told.width())
