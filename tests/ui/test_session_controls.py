from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.session_controls import SessionControls, left_in_words


class Row:
    """Controls in a window of their own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1000, 200)
        self.controls = SessionControls(QMenu(self.window), QMenu(self.window), self.window)
        self.controls.setGeometry(0, 100, 1000, 44)
        self.window.show()

    def names(self) -> list[str]:
        return [button.accessibleName() for button in self.controls.findChildren(QPushButton)]


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[Row]:
    row = Row(qtbot)
    yield row
    row.controls.vanish()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "less than a minute"), (29, "less than a minute"), (61, "about 1 minute"), (178, "about 3 minutes")],
)
def test_time_left_is_told_roughly(seconds: float, words: str) -> None:
    assert left_in_words(seconds) == words


def test_every_button_has_a_name_with_its_key(row: Row) -> None:
    assert row.names() == [
        "Leave, key Esc",
        "Pause, key Space",
        "Too much?, key G",
        "Sound, key M",
        "More: size, picture, movement, record",
    ]


def test_names_follow_the_state(row: Row) -> None:
    row.controls.name_buttons(waits=True, eased=False)
    assert row.names()[1] == "Go on, key Space"
    row.controls.name_buttons(waits=False, eased=True)
    assert row.names()[1] == "With pacing, key E"


def test_keys_are_left_out_where_there_is_no_room(row: Row) -> None:
    row.controls.name_buttons(waits=False, eased=False)
    row.controls.show()
    assert row.controls.pause.text() == "Pause   Space"
    row.controls.resize(360, 44)
    assert row.controls.pause.text() == "Pause"
    row.controls.resize(1000, 44)
    assert row.controls.pause.text() == "Pause   Space"


def test_it_comes_and_goes(qtbot: QtBot, row: Row) -> None:
    assert row.controls.isHidden()
    with qtbot.waitSignal(row.controls.shown_changed) as shown:
        row.controls.appear()
    assert shown.args == [True]
    with qtbot.waitSignal(row.controls.shown_changed) as shown:
        row.controls.vanish()
    assert shown.args == [False]
    assert row.controls.isHidden()


def test_it_goes_by_itself_but_stays_while_pinned(qtbot: QtBot, row: Row) -> None:
    row.controls.pin(True)
    row.controls._going.setInterval(1)
    row.controls._going.timeout.emit()
    assert row.controls.isVisible()
    with qtbot.waitSignal(row.controls.shown_changed, timeout=5000):
        row.controls.pin(False)
    assert row.controls.isHidden()


def test_presses_are_announced(qtbot: QtBot, row: Row) -> None:
    row.controls.appear()
    for button, pressed in (
        (row.controls.leave, row.controls.leave_pressed),
        (row.controls.pause, row.controls.pause_pressed),
        (row.controls.too_much, row.controls.too_much_pressed),
    ):
        with qtbot.waitSignal(pressed):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_line_of_time_fills_from_where_lines_begin(row: Row, direction: Qt.LayoutDirection) -> None:
    row.controls.setLayoutDirection(direction)
    row.controls.appear()
    row.controls.tell_time(0.25, 60.0)
    row.controls._fade.stop()
    row.controls._effect.setEnabled(False)
    image = row.controls.grab().toImage()
    left, right = (image.pixelColor(x, 0).lightness() for x in (200, 800))
    passed, to_come = (right, left) if direction is Qt.LayoutDirection.RightToLeft else (left, right)
    ground = row.window.palette().window().color().lightness()
    assert abs(passed - ground) > abs(to_come - ground) + 20
