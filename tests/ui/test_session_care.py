import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kindtimer.core.entry import Door
from kindtimer.core.session import State
from tests.ui.conftest import Room


def _rows(room: Room) -> list[str]:
    return [row.text() for row in room.window.findChildren(QPushButton, "choice") if row.isVisible()]


def _take(room: Room, words: str) -> None:
    row = next(row for row in room.window.findChildren(QPushButton, "choice") if row.text() == words)
    room.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


def test_less_and_out_are_offered_and_staying_too(room: Room) -> None:
    room.begin(seconds=6)
    room.press(Qt.Key.Key_G)
    assert _rows(room) == [
        "Look around the room",
        "Own breath, no pacing",
        "A person to talk to",
        "Leave",
        "Stay with this",
    ]
    _take(room, "Stay with this")
    assert not room.window.care.asks
    assert room.session.runs


def test_own_breath_fades_the_pacing(room: Room) -> None:
    room.begin(seconds=6)
    room.press(Qt.Key.Key_G)
    _take(room, "Own breath, no pacing")
    assert room.session.eased
    assert not room.window.care.asks


def test_leaving_from_the_panel_leaves(room: Room) -> None:
    room.begin(seconds=6)
    room.press(Qt.Key.Key_G)
    _take(room, "Leave")
    assert room.guide.session is None
    assert not room.window.isVisible()


def test_after_the_room_one_may_stop_sit_quietly_or_do_something_ordinary(room: Room) -> None:
    room.begin(seconds=6)
    room.guide.ground()
    assert _rows(room) == ["Stop", "Sit quietly", "Something ordinary", "A person"]
    _take(room, "Sit quietly")
    assert room.session.eased
    assert room.session.runs


def test_something_ordinary_says_what_and_closes_by_itself(room: Room) -> None:
    room.begin(seconds=6)
    room.guide.ground()
    _take(room, "Something ordinary")
    assert "glass of water" in room.window.view.spoken_value()
    room.window.care._ordinary.timeout.emit()
    assert room.guide.session is None


def test_what_closes_brings_no_controls(room: Room) -> None:
    room.begin(seconds=6)
    room.press(Qt.Key.Key_Tab)
    room.press(Qt.Key.Key_G)
    assert room.window.controls.isHidden()
    _take(room, "Look around the room")
    assert room.window.controls.isHidden()
    for row in room.window.findChildren(QPushButton, "choice"):
        if row.text() == "Something ordinary":
            row.setFocus()
    _take(room, "Something ordinary")
    assert room.window.controls.isHidden()


@pytest.mark.parametrize(("looks_around", "words"), [(False, "A person to talk to"), (True, "A person")])
def test_a_person_to_talk_to_is_one_choice_away(room: Room, looks_around: bool, words: str) -> None:
    room.begin(seconds=6)
    wanted: list[str] = []
    room.window.help_wanted.connect(lambda: wanted.append("help now"))
    if looks_around:
        room.guide.ground()
    else:
        room.press(Qt.Key.Key_G)
    _take(room, words)
    assert room.guide.session is None
    assert not room.window.isVisible()
    assert wanted == ["help now"]


def test_no_row_has_the_keys_where_the_room_is_what_begins(room: Room) -> None:
    room.guide.begin_room(Door.TRAY)
    assert room.window.focusWidget() is room.window.view
    room.press(Qt.Key.Key_Space)
    assert room.session.state is State.RUNNING
    room.pass_time(5)
    assert room.window.view._captions().words == "A quiet minute. Nothing more is asked."


def test_space_goes_on_from_the_room(room: Room) -> None:
    room.begin(seconds=6)
    room.guide.ground()
    room.press(Qt.Key.Key_Space)
    assert room.session.state is State.RUNNING
    assert not room.window.care.asks


@pytest.mark.parametrize("size", [(1440, 900), (900, 600), (360, 480)])
def test_rows_stand_inside_the_window(room: Room, size: tuple[int, int]) -> None:
    room.begin(seconds=6)
    room.press(Qt.Key.Key_G)
    for looks_around in (False, True):
        if looks_around:
            room.guide.ground()
        room.window.resize(*size)
        for row in room.window.findChildren(QPushButton, "choice"):
            if row.isVisible():
                place = row.rect().translated(row.mapTo(room.window, QPoint()))
                assert room.window.rect().contains(place)
                assert row.height() >= 44


def test_a_question_stands_alone(room: Room) -> None:
    room.begin(seconds=2)
    view = room.window.view
    assert view._captions().words
    room.press(Qt.Key.Key_G)
    assert (view._captions().words, view._captions().second) == ("", "")
    view.set_still(True)
    assert view._captions().words == ""
    room.press(Qt.Key.Key_G)
    assert view._captions().words


def test_own_breath_answers_the_question_in_the_quiet_at_the_end_too(room: Room) -> None:
    session = room.begin(seconds=6)
    room.pass_time(session.timeline.planned - room.position + 1.0)
    room.press(Qt.Key.Key_G)
    _take(room, "Own breath, no pacing")
    assert not room.window.care.asks
    assert room.session.runs


def test_nothing_lies_on_a_question_whatever_else_changes(room: Room) -> None:
    room.begin(seconds=6)
    room.press(Qt.Key.Key_Space)
    assert room.window.controls.isVisible()
    room.press(Qt.Key.Key_G)
    for deed in (
        room.guide.toggle_size,
        lambda: room.guide.show_scene("words"),
        room.window._look_at_session,
    ):
        deed()
        assert room.window.care.asks
        assert room.window.controls.isHidden()
    room.press(Qt.Key.Key_G)
    assert room.session.state is State.PAUSED
    assert room.window.controls.isVisible()


@pytest.mark.parametrize("goes_on", [True, False])
def test_the_row_still_goes_by_itself_where_nothing_waits(room: Room, goes_on: bool) -> None:
    room.begin(seconds=6)
    if goes_on:
        room.press(Qt.Key.Key_Space)
        room.press(Qt.Key.Key_Space)
    room.window.controls.appear()
    room.window.controls._going.stop()
    room.window._look_at_session()
    assert not room.window.controls._going.isActive()  # a look at the session does not keep it


def test_being_away_is_asked_of_in_the_panel_alone(room: Room) -> None:
    room.begin(seconds=6)
    room.guide._change(room.session.stopped(room.clock.now(), State.AWAY))
    assert _rows(room) == ["Go on", "Finish here"]
    (question,) = room.window.findChildren(QLabel, "question")
    assert question.text() == "You were away. Go on, or finish here?"
    assert room.window.view._captions().words == ""
    _take(room, "Go on")
    assert room.session.runs
    assert room.window.view._captions().words != ""
