from collections.abc import Callable, Iterator
from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.entry import Answer
from kindtimer.core.practice import Step
from kindtimer.core.session import State
from kindtimer.core.settings import Settings
from kindtimer.core.words import speak
from kindtimer.ui.session_answer import WordsAnswer
from tests.ui.practice_room import (
    AFTER,
    FELT,
    FRIEND,
    HOW,
    PACED,
    ROOM,
    SETTLE,
    TOUCH,
    WAYS,
    WHICH,
    PracticeRoom,
)

Made = Callable[..., PracticeRoom]
ASKS = (FRIEND, HOW, WHICH, FELT)


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


def rows(room: PracticeRoom) -> list[str]:
    return [row.text() for row in room.window.findChildren(QPushButton, "choice") if row.isVisible()]


def line(room: PracticeRoom) -> str:
    return room.session.moment(room.clock.now()).line.words


def take(room: PracticeRoom, words: str) -> None:
    found = room.window.findChildren(QPushButton, "choice")
    room.click(next(row for row in found if row.text() == words and row.isVisible()))


# --- words -----------------------------------------------------------------------------------------


def test_a_question_has_the_keyboard_and_letters_are_letters(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    assert isinstance(room.window.focusWidget(), WordsAnswer)
    room.type("ghes mf, Tea First")
    assert room.form.answer == "ghes mf, Tea First"
    assert room.session.runs
    assert not room.window.care.asks


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_PageDown])
def test_arrows_move_in_the_field_alone(walked: Made, key: Qt.Key) -> None:
    room = walked(SETTLE, FRIEND, AFTER)
    room.walk(12)
    room.type("Tea")
    volume = room.preferences.settings.volume
    for _ in range(8):
        room.press(key)
    room.go_on(1)
    assert room.window.guided.asks
    assert room.preferences.settings.volume == volume


def test_what_is_typed_is_kept_within_a_moment_and_when_one_leaves_at_once(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    room.type("Tea")
    room.pass_time(0.75)
    assert [one.said for one in room.answers] == ["Tea"]
    room.type(" first")
    room.press(Qt.Key.Key_Escape)
    assert not room.window.isVisible()
    assert room.answers == [Answer("friend", "What would a good friend say?", "Tea first")]


def test_going_on_keeps_it_and_the_walk_goes_on(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    room.type("Tea")
    room.click(room.panel.go_on)
    room.go_on(2)
    assert not room.window.guided.asks
    assert room.window.focusWidget() is room.window.view
    assert line(room) == "Now the room."
    assert [one.said for one in room.answers] == ["Tea"]


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.id)
def test_passing_over_keeps_nothing(walked: Made, ask: Step) -> None:
    room = walked(ask, AFTER)
    room.walk()
    if isinstance(room.form, WordsAnswer):
        room.type("Tea")
    else:
        room.click(room.form.buttons[1])
    room.pass_time(1)
    assert len(room.answers) == 1
    room.click(room.panel.pass_over)
    room.go_on(1)
    assert room.answers == []
    assert not room.window.guided.asks


def test_do_not_keep_this_keeps_nothing_and_stays_until_it_is_wanted_after_all(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    room.type("Tea")
    room.click(room.panel.keep)
    assert room.panel.note.text() == "Nothing of this is kept."
    room.form.first.setFocus()
    room.type(" first")
    room.pass_time(1)
    assert room.answers == []
    assert room.form.answer == "Tea first"
    room.click(room.panel.keep)
    room.pass_time(1)
    assert [one.said for one in room.answers] == ["Tea first"]


def test_without_a_record_it_says_how_long_this_stays(walked: Made) -> None:
    room = walked(FRIEND, AFTER, settings=Settings(keep_record=False))
    room.walk()
    assert "only as long as the session" in room.panel.note.text()
    assert room.panel.note.isVisible()
    assert not room.panel.keep.isVisible()
    room.type("Tea")
    room.press(Qt.Key.Key_Escape)
    assert room.journal.entries == {}


def test_what_was_written_is_there_when_one_comes_back(walked: Made) -> None:
    room = walked(SETTLE, FRIEND, AFTER)
    room.walk(12)
    room.type("Tea")
    room.click(room.panel.go_on)
    room.go_on(2)
    room.press(Qt.Key.Key_Left)
    room.go_on(2)
    assert room.form.answer == "Tea"


def test_too_much_comes_out_of_the_field_and_what_was_written_stays(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    room.type("Tea")
    room.press(Qt.Key.Key_F6)
    assert room.window.care.asks
    assert not room.window.guided.asks
    room.press(Qt.Key.Key_G)
    assert not room.window.care.asks
    assert room.window.guided.asks
    assert isinstance(room.window.focusWidget(), WordsAnswer)
    assert room.form.answer == "Tea"


def test_a_pause_puts_the_question_away_and_going_on_brings_it_back(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    room.type("Tea")
    room.guide.toggle_pause()
    assert not room.window.guided.asks
    assert room.window.view._captions().words == "Waiting. Space goes on."
    room.press(Qt.Key.Key_Space)
    assert room.window.guided.asks
    assert room.form.answer == "Tea"


def test_tab_goes_through_the_question_and_then_to_the_controls(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    stops: list[QWidget] = []
    for _ in range(4):
        stops.append(room.window.focusWidget())
        room.press(Qt.Key.Key_Tab)
    assert stops == [room.form, room.panel.go_on, room.panel.pass_over, room.panel.keep]
    assert room.window.focusWidget() is room.window.controls.leave
    assert room.window.guided.asks


def test_a_screen_reader_hears_each_question_once(walked: Made) -> None:
    for ask in (HOW, WHICH, FELT, WAYS):
        room = walked(ask, AFTER)
        room.walk()
        room.go_on(3)
        room.press(Qt.Key.Key_F6)
        room.press(Qt.Key.Key_G)
        assert room.said.count(ask.question) == 1
    room = walked(FRIEND, AFTER)
    room.walk()
    assert room.form.accessibleName() == FRIEND.question  # told as the field gets the keyboard
    assert FRIEND.question not in room.said


def test_it_says_which_keys_do_something_there(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    assert room.window.view._captions().hint == "Esc leaves · F6 if it is too much"
    room.click(room.panel.go_on)
    room.go_on(2)
    assert "G if it is too much" in room.window.view._captions().hint


def test_the_pointer_is_seen_where_something_is_asked(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    assert room.window.cursor().shape() is Qt.CursorShape.ArrowCursor
    room.click(room.panel.go_on)
    room.go_on(2)
    assert room.window.cursor().shape() is Qt.CursorShape.BlankCursor


def test_however_long_it_takes_nothing_after_it_is_said(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    room.go_on(400)
    assert "Now the room." not in room.said
    assert room.window.guided.asks


# --- choices ---------------------------------------------------------------------------------------


def test_ways_to_go_are_rows_of_which_the_first_has_the_keyboard(walked: Made) -> None:
    room = walked(WAYS, AFTER)
    room.walk()
    assert rows(room) == ["Words", "Quiet"]
    focused = room.window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Words"
    take(room, "Words")
    room.go_on(2)
    assert line(room) == "Kind words."
    assert room.window.focusWidget() is room.window.view


def test_return_takes_a_way(walked: Made) -> None:
    room = walked(WAYS, AFTER)
    room.walk()
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Return)
    room.go_on(3)
    assert not room.window.guided.asks
    assert room.session.moment(room.clock.now()).step == WAYS.ways[1].steps[0]


# --- steps -----------------------------------------------------------------------------------------


def test_arrows_lead_on_and_back_and_space_waits(walked: Made) -> None:
    room = walked(SETTLE, AFTER, ROOM)
    room.walk(3)
    room.press(Qt.Key.Key_Right)
    room.go_on(2)
    assert line(room) == "Now the room."
    room.press(Qt.Key.Key_Left)
    room.go_on(2)
    assert line(room) == "Settle."
    room.press(Qt.Key.Key_Space)
    assert room.session.state is State.PAUSED


def test_read_from_right_to_left_the_arrows_do_so_too(walked: Made) -> None:
    room = walked(SETTLE, AFTER)
    room.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    room.walk(3)
    room.press(Qt.Key.Key_Left)
    room.go_on(2)
    assert line(room) == "Now the room."


def test_several_holds_are_turned_by_the_arrows_and_steps_by_the_page_keys(walked: Made) -> None:
    room = walked(TOUCH, AFTER)
    room.walk(3)
    room.press(Qt.Key.Key_Right)
    assert "A warm cup" in room.window.view.spoken_value()
    room.press(Qt.Key.Key_PageDown)
    room.go_on(2)
    assert line(room) == "Now the room."


@pytest.mark.parametrize("steps", [(SETTLE, AFTER), (SETTLE, PACED), (ROOM,), (TOUCH,), (FRIEND,)])
def test_the_keys_are_shown_whatever_is_walked(walked: Made, steps: tuple[Step, ...]) -> None:
    room = walked(*steps)
    room.walk(3)
    room.window.say_keys()
    captions = room.window.view._captions()
    assert ("→← holds · Page ↓↑ step" if steps == (TOUCH,) else "→ on · ← back") in captions.hint
    assert captions.notice


def test_easing_off_twice_does_not_pace_over_the_words(walked: Made) -> None:
    room = walked(SETTLE, PACED, AFTER)
    room.walk(3)
    for _ in range(2):
        room.press(Qt.Key.Key_E)
        room.go_on(1)
    assert AFTER in room.session.timeline.walk
    assert not any(one.phases for one in room.session.timeline.segments)


def test_looking_around_one_may_go_on_with_the_practice(walked: Made) -> None:
    room = walked(SETTLE, AFTER)
    room.walk(3)
    room.press(Qt.Key.Key_G)
    take(room, "Look around the room")
    assert rows(room) == ["Stop", "Go on", "Something ordinary", "A person"]
    take(room, "Go on")
    assert room.session.runs


def test_a_session_that_ends_leaves_nothing_behind(walked: Made) -> None:
    room = walked(FRIEND, AFTER)
    room.walk()
    room.type("Tea")
    room.guide.leave()
    assert not room.window.guided.asks
    assert room.panel.form is None
    room.walk()
    assert room.form.answer == ""


class Marked(NullTranslations):
    def gettext(self, message: str) -> str:
        return f"«{message}" if message in (FRIEND.question, *WHICH.options) else message


def test_what_a_practice_asks_is_asked_in_the_language_that_is_spoken(walked: Made) -> None:
    speak(Marked())
    try:
        asked = walked(FRIEND)
        asked.walk()
        assert asked.panel.question.text() == f"«{FRIEND.question}"
        chosen = walked(WHICH)
        chosen.walk()
        shown = [button.text() for button in chosen.panel.findChildren(QPushButton)]
        assert {f"«{option}" for option in WHICH.options} <= set(shown)
    finally:
        speak(NullTranslations())
