from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from kindtimer.core.settings import Settings
from kindtimer.core.sound import Heard, SoundState
from kindtimer.ui import session_words
from tests.ui.conftest import Room


def _hint_after_six_seconds(room: Room) -> str:
    assert room.window.view._hint == session_words.hint()
    room.window.lines.end_hint()
    return room.window.view._hint


def test_the_hint_stays_throughout_the_first_three_sessions(new_room: Callable[[Settings], Room]) -> None:
    for met in (0, 1, 2):
        room = new_room(Settings(sessions_met=met))
        room.begin()
        assert _hint_after_six_seconds(room) == session_words.hint()


def test_later_on_it_goes_by_itself(new_room: Callable[[Settings], Room]) -> None:
    room = new_room(Settings(sessions_met=3))
    room.begin()
    assert room.window.lines._hint_goes.isActive()
    assert _hint_after_six_seconds(room) == ""


@pytest.mark.parametrize("size", [(360, 480), (1440, 900)])
def test_all_keys_stand_in_two_lines_and_give_way_to_what_was_there(
    room: Room, size: tuple[int, int]
) -> None:
    room.begin()
    room.window.resize(*size)
    room.window.lines.show_keys(*session_words.all_keys())
    assert (room.window.view._hint, room.window.view._notice) == session_words.all_keys()
    assert _hint_after(room) == session_words.hint()
    room.window.lines._notice_goes.timeout.emit()
    assert room.window.view._notice == ""


def _hint_after(room: Room) -> str:
    room.window.lines._hint_goes.timeout.emit()
    return room.window.view._hint


def test_a_notice_goes_by_itself(room: Room) -> None:
    room.begin()
    room.window.lines.sound(SoundState(Heard.LOST))
    assert room.window.view._notice == "Picture only for now; nothing is lost."
    room.window.lines._notice_goes.timeout.emit()
    assert room.window.view._notice == ""


def test_the_hint_says_what_the_keys_do_now(room: Room) -> None:
    session = room.begin(seconds=6)
    room.press(Qt.Key.Key_Space)
    assert room.window.view._hint == "Esc leaves · Space goes on · G if it is too much"
    room.press(Qt.Key.Key_G)
    assert room.window.view._hint == "Esc leaves · G goes back"
    room.press(Qt.Key.Key_G)
    room.guide.ground()
    assert room.window.view._hint == "Esc leaves · Space goes on"
    room.press(Qt.Key.Key_Space)
    assert room.window.view._hint == session_words.hint()
    room.pass_time(session.timeline.planned - room.position + 1.0)
    room.window._look_at_session()
    assert room.window.view._hint == "Esc leaves · Space stays"


def test_sync_says_what_it_does(room: Room) -> None:
    room.guide.begin_sync(5)
    assert "click each second" in room.window.view._hint
