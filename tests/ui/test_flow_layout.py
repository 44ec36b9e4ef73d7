from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.visuals.measures import GRID


def laid(
    qtbot: QtBot, wide: int, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> list[QPoint]:
    host = QWidget()
    qtbot.addWidget(host)
    host.setLayoutDirection(direction)
    flow = FlowLayout(host)
    boxes = []
    for _ in range(3):
        box = QWidget()
        box.setFixedSize(100, 40)
        flow.addWidget(box)
        boxes.append(box)
    host.resize(wide, flow.heightForWidth(wide))
    host.show()
    flow.activate()
    return [box.pos() for box in boxes]


def test_what_finds_no_room_goes_to_the_next_line(qtbot: QtBot) -> None:
    assert [at.y() for at in laid(qtbot, 320)] == [0, 0, 0]
    assert [at.y() for at in laid(qtbot, 300)] == [0, 0, 40 + GRID]
    assert [at.y() for at in laid(qtbot, 90)] == [0, 40 + GRID, 80 + 2 * GRID]


def test_from_right_to_left_the_first_stands_at_the_right(qtbot: QtBot) -> None:
    places = laid(qtbot, 320, Qt.LayoutDirection.RightToLeft)
    assert [at.x() for at in places] == [220, 220 - 100 - GRID, 220 - 200 - 2 * GRID]


def test_items_can_be_taken_out(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host)
    flow.addWidget(QWidget())
    assert flow.itemAt(1) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 0
