from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.ui.message import Message
from tests.ui.dressing import dressed, nameless, too_small


def test_it_is_hidden_until_there_is_something_to_say_and_stays_until_it_is_put_away(qtbot: QtBot) -> None:
    message = dressed(Message())
    qtbot.addWidget(message)
    assert not message.isVisible()
    message.tell("The settings file was damaged in places.")
    assert message.isVisible()
    assert not message.act.isVisible()
    assert (too_small(message), nameless(message)) == ([], [])
    qtbot.mouseClick(message.put_away, Qt.MouseButton.LeftButton)
    assert not message.isVisible()


def test_one_thing_can_be_done_about_it(qtbot: QtBot) -> None:
    done: list[int] = []
    message = dressed(Message())
    qtbot.addWidget(message)
    message.tell("Changed.", "Undo", lambda: done.append(1))
    qtbot.mouseClick(message.act, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not message.isVisible()
