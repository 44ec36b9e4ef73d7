import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.practice import Touch
from tests.ui.practice_room import AFTER, SETTLE, TOUCH, PracticeRoom

ONE = Touch("Like this.", 20.0, ("blanket",))


def test_what_is_shown_is_said_with_its_words(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, SETTLE, TOUCH, AFTER)
    room.walk(12)
    assert "Both feet on the floor" in room.said
    assert room.window.view.spoken_value() == "Choose one of these. Both feet on the floor"
    room.guide.leave()


def test_arrows_stand_beside_it_and_lead_round(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, TOUCH, AFTER)
    room.walk(2)
    touch = room.window.guided.touch
    assert touch.before.isVisible()
    shown = []
    for _ in TOUCH.holds:
        room.click(touch.after)
        shown.append(room.said[-1])
    assert shown == ["A warm cup between the hands", "A hand on the cheek", "Both feet on the floor"]
    room.click(touch.before)
    assert room.said[-1] == "A hand on the cheek"
    room.guide.leave()


def test_one_hold_alone_has_no_arrows_and_the_keys_lead_on(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, ONE, AFTER)
    room.walk(2)
    assert not room.window.guided.touch.after.isVisible()
    room.press(Qt.Key.Key_Right)
    room.go_on(2)
    assert room.session.moment(room.clock.now()).line.words == "Now the room."
    room.guide.leave()


def test_what_was_chosen_stays_for_the_steps_that_come(qtbot: QtBot) -> None:
    again = Touch("Once more.", 20.0, ("blanket", "cheek"))
    room = PracticeRoom(qtbot, TOUCH, again, AFTER)
    room.walk(2)
    room.press(Qt.Key.Key_Left)
    room.press(Qt.Key.Key_PageDown)
    room.go_on(3)
    assert room.window.view.spoken_value() == "Once more. A hand on the cheek"
    room.walk(2)
    assert "Both feet" in room.window.view.spoken_value()
    room.guide.leave()


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("size", [(280, 360), (360, 480), (900, 600), (1440, 900)], ids=str)
def test_arrows_are_in_the_window_and_off_the_drawing(
    qtbot: QtBot, size: tuple[int, int], mirrored: bool
) -> None:
    room = PracticeRoom(qtbot, TOUCH, AFTER)
    if mirrored:
        room.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    room.walk(2)
    room.window.setMinimumSize(1, 1)
    room.window.showNormal()
    room.window.resize(*size)
    touch = room.window.guided.touch
    for arrow in (touch.before, touch.after):
        assert room.window.rect().contains(arrow.geometry())
        assert min(arrow.width(), arrow.height()) >= 44
    assert (touch.before.x() > touch.after.x()) is mirrored
    room.guide.leave()


def test_a_pause_and_too_much_put_them_away(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, TOUCH, AFTER)
    room.walk(2)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_G):
        room.press(key)
        assert not room.window.guided.touch.after.isVisible()
        room.press(key)
        assert room.window.guided.touch.after.isVisible()
    room.guide.leave()
