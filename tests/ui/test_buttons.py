from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.ui.buttons import BARE, MAIN, Button, named
from tests.ui.dressing import dressed


def test_a_click_space_and_return_press_it(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = dressed(Button("Start", lambda: pressed.append("x"), kind=MAIN))
    qtbot.addWidget(button)
    button.show()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert len(pressed) == 3


def test_a_drawing_stands_beside_its_words_and_grows_with_them(qtbot: QtBot) -> None:
    button = Button("More", kind=BARE, drawing="down")
    qtbot.addWidget(button)
    dressed(button, scale=2.0)
    assert not button.icon().isNull()
    assert button.iconSize().width() == 48


def test_more_can_be_said_than_is_written(qtbot: QtBot) -> None:
    button = named(Button("Change"), "Change what Breathe brings", "Opens Breathe")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.accessibleDescription()) == (
        "Change what Breathe brings",
        "Opens Breathe",
    )
