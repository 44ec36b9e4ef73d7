"""What keys do in a practice while something else asks, and what is told of them and of what is kept."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kindtimer.core.practice import Breathe, Step
from kindtimer.core.session import State
from kindtimer.core.settings import Settings
from tests.ui.practice_room import AFTER, FRIEND, PACED, SETTLE, TOUCH, WAYS, PracticeRoom

Made = Callable[..., PracticeRoom]
STEPPING = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Right, Qt.Key.Key_Left)


@pytest.fixture
def walked(qtbot: QtBot) -> Iterator[Made]:
    rooms: list[PracticeRoom] = []

    def made(*steps: Step, settings: Settings | None = None) -> PracticeRoom:
        rooms.append(PracticeRoom(qtbot, *steps, settings=settings))
        return rooms[-1]

    yield made
    for room in rooms:
        room.guide.leave()
        room.window.hide()


def take(room: PracticeRoom, words: str) -> None:
    found = room.window.findChildren(QPushButton, "choice")
    room.click(next(row for row in found if row.text() == words and row.isVisible()))


def too_much(room: PracticeRoom) -> None:
    room.press(Qt.Key.Key_G)


def ground(room: PracticeRoom) -> None:
    room.guide.ground()


def ordinary(room: PracticeRoom) -> None:
    room.guide.ground()
    take(room, "Something ordinary")


def away(room: PracticeRoom) -> None:
    room.clock.sleep(60.0)
    room.guide.look()
    assert room.session.state is State.AWAY


@pytest.mark.parametrize("key", STEPPING, ids=lambda key: key.name)
@pytest.mark.parametrize("guard", [too_much, ground, ordinary, away])
@pytest.mark.parametrize("step", [SETTLE, TOUCH], ids=["words", "holds"])
def test_no_key_steps_under_what_asks(
    walked: Made, key: Qt.Key, guard: Callable[[PracticeRoom], None], step: Step
) -> None:
    room = walked(AFTER, step, AFTER)
    room.walk(8)
    guard(room)
    timeline, state = room.session.timeline, room.session.state
    room.press(key)
    assert room.session.timeline is timeline
    assert room.session.state is state


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Right], ids=lambda key: key.name)
@pytest.mark.parametrize("waits", [False, True])
def test_else_each_of_them_steps(walked: Made, key: Qt.Key, waits: bool) -> None:
    room = walked(SETTLE, AFTER)
    room.walk(3)
    if waits:
        room.guide.toggle_pause()
    room.press(key)
    room.go_on(2)
    assert room.session.moment(room.clock.now()).step == AFTER


def test_quick_arrows_lead_as_many_steps(walked: Made) -> None:
    room = walked(SETTLE, PACED, FRIEND, AFTER)
    room.walk(3)
    for _ in range(3):
        room.press(Qt.Key.Key_Right)
        room.pass_time(0.25)
    room.go_on(2)
    assert room.session.moment(room.clock.now()).step == AFTER
    for _ in range(2):
        room.press(Qt.Key.Key_Left)
        room.pass_time(0.25)
    room.go_on(6)
    assert isinstance(room.session.moment(room.clock.now()).step, Breathe)


@pytest.mark.parametrize("step", [FRIEND, WAYS], ids=["words", "ways"])
def test_own_breath_at_a_question_keeps_the_question(walked: Made, step: Step) -> None:
    room = walked(step, PACED, AFTER)
    room.walk(1)
    room.press(Qt.Key.Key_F6)
    take(room, "Own breath, no pacing")
    room.go_on(3)
    assert room.window.guided.asks
    assert not room.session.timeline.paces
    room.press(Qt.Key.Key_F6)
    rows = [row.text() for row in room.window.findChildren(QPushButton, "choice") if row.isVisible()]
    assert "Own breath, no pacing" not in rows


def test_the_keys_that_are_told_are_those_there_are(walked: Made) -> None:
    room = walked(TOUCH, SETTLE)
    room.walk(2)
    room.press(Qt.Key.Key_H)
    captions = room.window.view._captions()
    told = f"{captions.hint} {captions.notice}"
    assert "→← holds" in told
    assert "Page" in told
    room.press(Qt.Key.Key_PageDown)
    room.go_on(3)
    room.press(Qt.Key.Key_H)
    captions = room.window.view._captions()
    assert "→ on · ← back" in f"{captions.hint} {captions.notice}"


def test_once_no_record_was_wanted_the_question_offers_to_keep_nothing(walked: Made) -> None:
    room = walked(SETTLE, FRIEND, AFTER)
    room.walk(3)
    room.preferences.change(keep_record=False)
    room.preferences.change(keep_record=True)
    room.go_on(9)
    assert room.panel.keep.isHidden()
    assert "No record is kept" in room.panel.note.text()


def test_an_open_question_hears_that_no_record_is_wanted(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk(1)
    assert room.panel.keep.isVisible()
    room.type("Tea")
    room.preferences.change(keep_record=False)
    assert room.panel.keep.isHidden()
    assert "No record is kept" in room.panel.note.text()
    assert room.form.answer == "Tea"
    room.preferences.change(keep_record=True)
    assert room.panel.keep.isHidden()
    assert room.journal.entries == {}


def test_what_is_not_kept_stays_for_the_session_alone(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk(1)
    room.type("Tea")
    room.click(room.panel.keep)
    room.form.first.setFocus()
    room.type(" first")
    room.click(room.panel.go_on)
    room.go_on(2)
    assert room.answers == []
    room.press(Qt.Key.Key_Left)
    room.go_on(2)
    assert room.form.answer == "Tea first"
    assert room.panel.keep.text() == "Keep this"
    room.click(room.panel.keep)
    room.pass_time(1)
    assert [one.said for one in room.answers] == ["Tea first"]
