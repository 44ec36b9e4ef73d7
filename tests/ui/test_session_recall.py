import gettext
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kindtimer.core.practice import Say, Step
from kindtimer.core.session import State
from kindtimer.ui.session_recall import RecalledWords, fits_one_line
from kindtimer.visuals.stage import Stage
from tests.ui.practice_room import AFTER, FRIEND, PACED, PracticeRoom
from tests.ui.test_session_sizes import wished

READ = Say("Read it, slowly, as if to a friend.", 30.0, "friend")
SHORT = "You are tired, and that is allowed."
LETTER = "Dear you,\n" + "this has been a lot, and you carried it for longer than anybody saw. " * 24
Made = Callable[..., PracticeRoom]


@pytest.fixture
def read(qtbot: QtBot) -> Iterator[Made]:
    rooms: list[PracticeRoom] = []

    def made(words: str, *steps: Step, seconds: float = 3.0) -> PracticeRoom:
        room = PracticeRoom(qtbot, FRIEND, *(steps or (READ, AFTER)))
        rooms.append(room)
        room.walk()
        room.window.resize(900, 600)
        room.form.show_answer(words)
        room.click(room.panel.go_on)
        room.go_on(seconds)
        return room

    yield made
    for room in rooms:
        room.guide.leave()
        room.window.hide()


def field(room: PracticeRoom) -> RecalledWords:
    shown = room.window.guided.recall.field
    assert shown is not None
    return shown


def second(room: PracticeRoom) -> str:
    return room.window._moment(room.clock.now()).second.words


# --- where it stands -------------------------------------------------------------------------------


def test_a_line_stands_under_the_words_and_comes_with_them(read: Made) -> None:
    room = read(SHORT, seconds=1.0)
    seen = [room.window._moment(room.clock.now() + k / 10) for k in range(300)]
    assert {one.second.words for one in seen if one.step == READ} == {SHORT}
    assert all(one.second.light == one.line.light for one in seen if one.step == READ)
    assert room.window.guided.recall.field is None
    room.go_on(40)
    assert second(room) == ""


@pytest.mark.parametrize("words", [LETTER, "Two lines,\none of them short."])
def test_longer_words_have_a_field_and_go_with_their_step(read: Made, words: str) -> None:
    room = read(words)
    assert field(room).isVisible()
    assert field(room).words == words.strip()
    assert field(room).isReadOnly()
    assert second(room) == ""
    room.press(Qt.Key.Key_PageDown)
    room.go_on(2)
    assert not field(room).isVisible()
    assert second(room) == ""


def test_the_field_comes_with_the_light_of_the_words(read: Made) -> None:
    room = read(LETTER, seconds=0.5)
    lights = []
    for _ in range(40):
        room.clock.step(0.05)
        room.guide.look()
        moment = room.window._moment(room.clock.now())
        QApplication.processEvents()
        shown = room.window.guided.recall
        lights.append(
            (moment.line.light if moment.step == READ else 0.0, shown.field.light if shown.field else 0.0)
        )
    assert lights[-1] == (1.0, 1.0)
    assert any(0.1 < seen < 0.9 for _, seen in lights)
    assert all(abs(light - seen) < 0.3 for light, seen in lights)


@pytest.mark.parametrize("steps", [(READ, AFTER), (PACED, READ), (AFTER, READ)])
def test_where_nothing_was_written_there_is_nothing(read: Made, steps: tuple[Step, ...]) -> None:
    room = read("  ", *steps)
    for _ in range(30):
        room.go_on(2)
        assert second(room) == ""
        assert room.window.guided.recall.field is None


@pytest.mark.parametrize("size", [(280, 360), (360, 480), (640, 480), (900, 600), (1440, 900)], ids=str)
@pytest.mark.parametrize("points", [11.0, 16.5, 22.0])
def test_it_stands_above_the_words_at_every_size(
    qapp: QApplication, read: Made, size: tuple[int, int], points: float
) -> None:
    with wished(qapp, points, gettext.NullTranslations):
        room = read(LETTER)
        room.window.setMinimumSize(1, 1)
        room.window.showNormal()
        room.window.resize(*size)
        room.window._look_at_session()
        place, stage = field(room).geometry(), room.window.view.stage
        assert room.window.rect().contains(place)
        assert place.bottom() < stage.words.top()
        assert field(room).viewport().height() >= field(room).fontMetrics().height()
        bar = field(room).verticalScrollBar()
        assert bar.value() == 0
        bar.setValue(bar.maximum())
        last = field(room).document().lastBlock()
        end = field(room).blockBoundingGeometry(last).translated(field(room).contentOffset())
        assert end.bottom() <= field(room).viewport().height() + 4


def test_only_what_is_whole_in_one_line_stands_there() -> None:
    stage = Stage.for_window(900, 600)
    assert fits_one_line(SHORT, stage)
    assert not fits_one_line(LETTER, stage)
    assert not fits_one_line("One.\nTwo.", stage)
    assert not fits_one_line(SHORT * 3, stage)
    assert not fits_one_line(SHORT * 2, Stage.for_window(360, 480))


# --- keys, and what comes first ---------------------------------------------------------------------


def test_keys_stay_the_session_s_and_tab_leads_to_it_and_on(read: Made) -> None:
    room = read(LETTER)
    assert room.window.focusWidget() is room.window.view
    room.press(Qt.Key.Key_Tab)
    assert room.window.focusWidget() is field(room)
    bar = field(room).verticalScrollBar()
    for _ in range(3):
        room.qtbot.keyClick(field(room), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert room.session.moment(room.clock.now()).step == READ
    room.qtbot.keyClick(field(room), Qt.Key.Key_Space)
    assert room.session.state is State.PAUSED
    room.qtbot.keyClick(field(room), Qt.Key.Key_Space)
    room.qtbot.keyClick(field(room), Qt.Key.Key_Tab)
    assert room.window.focusWidget() is room.window.controls.leave
    field(room).setFocus()
    room.qtbot.keyClick(field(room), Qt.Key.Key_Backtab)
    assert room.window.focusWidget() is room.window.view
    field(room).setFocus()
    room.qtbot.keyClick(field(room), Qt.Key.Key_Right)
    room.go_on(2)
    assert room.session.moment(room.clock.now()).step == AFTER
    assert room.window.focusWidget() is room.window.view
    assert room.window.controls.isHidden() or not room.window.controls.leave.hasFocus()


def test_esc_leaves_out_of_it_and_nothing_of_it_stays(read: Made) -> None:
    room = read(LETTER)
    field(room).setFocus()
    room.qtbot.keyClick(field(room), Qt.Key.Key_Escape)
    assert room.guide.session is None
    assert field(room).words == ""


def test_a_pause_leaves_time_to_read_and_too_much_comes_first(read: Made) -> None:
    room = read(LETTER)
    room.guide.toggle_pause()
    room.go_on(60)
    assert field(room).isVisible()
    room.guide.toggle_pause()
    room.press(Qt.Key.Key_G)
    assert not field(room).isVisible()
    room.press(Qt.Key.Key_G)
    room.go_on(0.5)
    assert field(room).isVisible()
    room.guide.ground()
    assert not field(room).isVisible()


# --- what is told of it -----------------------------------------------------------------------------


@pytest.mark.parametrize("words", [SHORT, LETTER.strip()])
def test_a_screen_reader_hears_it_once(read: Made, words: str) -> None:
    room = read(words)
    for _ in range(10):
        room.go_on(1)
    assert room.said.count(words) == 1
    if words == SHORT:
        assert room.window.view.spoken_value().endswith(SHORT)
    else:
        told = QAccessible.queryAccessibleInterface(field(room))
        assert told.text(QAccessible.Text.Name) == "What you wrote"
        assert told.state().readOnly


@pytest.mark.parametrize("words", [SHORT, LETTER])
def test_no_title_says_anything_of_it(read: Made, words: str) -> None:
    room = read(words)
    titles = (room.window.windowTitle(), room.window.accessibleName(), room.window.accessibleDescription())
    assert not any("tired" in title or "Dear" in title for title in titles)
