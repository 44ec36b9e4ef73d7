from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.texts import Text
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


class Pair:
    """A field that grows and a button beside it."""

    def __init__(self, qtbot: QtBot, wide: int) -> None:
        self.host, self.field, self.button = QWidget(), QWidget(), QWidget()
        self.field.setMinimumHeight(60)
        self.button.setFixedSize(100, 40)
        self.flow = FlowLayout(self.host)
        self.flow.grow(self.field, lambda: 200)
        self.flow.addWidget(self.button)
        qtbot.addWidget(self.host)
        self.host.resize(wide, self.flow.heightForWidth(wide))
        self.host.show()
        self.flow.activate()


def test_one_that_grows_takes_what_is_left_of_its_line(qtbot: QtBot) -> None:
    pair = Pair(qtbot, 500)
    assert (pair.field.x(), pair.field.width()) == (0, 400 - GRID)
    assert (pair.button.x(), pair.button.y()) == (400, 10)  # in the middle of the line's height
    assert pair.flow.sizeHint() == QSize(300 + GRID, 60)
    pair = Pair(qtbot, 300)
    assert (pair.field.width(), pair.button.y()) == (300, 60 + GRID)
    assert pair.flow.minimumSize().width() == 100


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    pair = Pair(qtbot, 500)
    pair.button.hide()
    pair.flow.activate()
    assert pair.field.width() == 500
    assert pair.flow.heightForWidth(150) == 60


def test_lines_that_wrap_are_as_high_as_they_are(qtbot: QtBot) -> None:
    host, words = QWidget(), Text("Words that go on more than one line where it is narrow.")
    qtbot.addWidget(host)
    flow = FlowLayout(host)
    flow.grow(words, lambda: 80)
    assert flow.heightForWidth(80) == words.heightForWidth(80) > flow.heightForWidth(800)


def test_words_that_may_wrap_stand_in_one_line_where_there_is_room(qtbot: QtBot) -> None:
    host, words = QWidget(), Text("What goes with the breath, and what does not")
    qtbot.addWidget(host)
    flow = FlowLayout(host)
    flow.addWidget(words)
    flow.addWidget(QWidget())
    one_line = words.fontMetrics().horizontalAdvance(words.text())
    assert flow.sizeHint().width() >= one_line
    assert flow.heightForWidth(one_line + 40) < flow.heightForWidth(one_line // 2)
