from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.ui.message import Message
from tests.ui.dressing import dressed, nameless, too_small

DAMAGED = "The settings file was damaged in places."
FULL = "The settings could not be saved."


def made(qtbot: QtBot) -> Message:
    message = dressed(Message())
    qtbot.addWidget(message)
    return message


def test_it_is_hidden_until_there_is_something_to_say_and_stays_until_it_is_put_away(qtbot: QtBot) -> None:
    message = made(qtbot)
    assert not message.isVisible()
    message.tell(DAMAGED)
    assert message.isVisible()
    assert (too_small(message), nameless(message)) == ([], [])
    qtbot.mouseClick(message.put_away, Qt.MouseButton.LeftButton)
    assert not message.isVisible()
    message.tell(DAMAGED)
    assert message.words.text() == DAMAGED


def test_two_lines_stand_under_each_other_and_none_twice(qtbot: QtBot) -> None:
    message = made(qtbot)
    for line in (DAMAGED, FULL, DAMAGED):
        message.tell(line)
    assert message.words.text() == f"{DAMAGED}\n{FULL}"


def test_a_line_that_is_no_longer_true_goes_and_others_stay(qtbot: QtBot) -> None:
    message = made(qtbot)
    message.tell(DAMAGED)
    message.tell(FULL)
    message.take_back(FULL)
    assert message.words.text() == DAMAGED
    message.take_back("Never said.")
    message.take_back(DAMAGED)
    assert not message.isVisible()


def test_held_it_waits_and_then_says_what_is_still_true(qtbot: QtBot) -> None:
    message = made(qtbot)
    message.tell(DAMAGED)
    message.hold(True)
    assert not message.isVisible()
    message.tell(FULL)
    assert not message.isVisible()
    message.take_back(DAMAGED)
    message.hold(False)
    assert message.isVisible()
    assert message.words.text() == FULL
