"""The end of a practice, and what is offered where it stirred something up."""

import gettext

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kindtimer.core.session import State
from tests.ui.practice_room import AFTER, SETTLE, PracticeRoom
from tests.ui.test_session_sizes import Half, wished


def rows(room: PracticeRoom) -> list[str]:
    return [row.text() for row in room.window.findChildren(QPushButton, "choice") if row.isVisible()]


def take(room: PracticeRoom, words: str) -> None:
    found = room.window.findChildren(QPushButton, "choice")
    room.click(next(row for row in found if row.text() == words and row.isVisible()))


def closing(room: PracticeRoom) -> None:
    room.walk(1)
    room.guide.finish()
    room.go_on(3)


def test_after_each_practice_one_may_say_that_it_stirred_something_up(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, SETTLE)
    room.walk(3)
    assert not room.window.guided.stirred.isVisible()
    closing(room)
    assert room.window.guided.stirred.isVisible()
    room.click(room.window.guided.stirred)
    assert rows(room)[:3] == ["Look around the room", "Something ordinary", "My people"]
    room.go_on(60)
    assert room.window.care.asks  # nothing ends under it
    take(room, "Look around the room")
    assert room.session.state is State.GROUND
    room.guide.leave()


def test_something_ordinary_and_my_people_lead_out(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, SETTLE)
    closing(room)
    room.click(room.window.guided.stirred)
    take(room, "Something ordinary")
    room.pass_time(60)
    assert "glass of water" in room.window.view.spoken_value()
    room.window.care._ordinary.timeout.emit()
    assert room.guide.session is None
    wanted: list[str] = []
    room.window.help_wanted.connect(lambda: wanted.append("help now"))
    closing(room)
    room.click(room.window.guided.stirred)
    take(room, "My people")
    assert wanted == ["help now"]
    assert room.guide.session is None
    room.guide.leave()


def test_tab_reaches_it_and_a_breath_has_none(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, SETTLE)
    closing(room)
    room.press(Qt.Key.Key_Tab)
    assert room.window.focusWidget() is room.window.guided.stirred
    room.begin(seconds=200)
    room.window._look_at_session()
    assert not room.window.guided.stirred.isVisible()
    room.guide.leave()


def test_the_care_panel_has_it_too(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, SETTLE, AFTER)
    room.walk(3)
    room.press(Qt.Key.Key_G)
    assert "That stirred something up" in rows(room)
    assert "Own breath, no pacing" not in rows(room)  # nothing is paced that could fade
    take(room, "That stirred something up")
    assert "My people" in rows(room)
    room.press(Qt.Key.Key_G)
    assert not room.window.care.asks
    room.guide.leave()


@pytest.mark.parametrize("size", [(280, 360), (360, 480), (640, 480), (900, 600), (1440, 900)], ids=str)
@pytest.mark.parametrize("points", [11.0, 16.5, 22.0])
@pytest.mark.parametrize("language", [gettext.NullTranslations, Half])
def test_what_is_offered_is_read_whole(
    qapp: QApplication,
    qtbot: QtBot,
    size: tuple[int, int],
    points: float,
    language: type[gettext.NullTranslations],
) -> None:
    with wished(qapp, points, language):
        room = PracticeRoom(qtbot, SETTLE)
        closing(room)
        room.window.setMinimumSize(1, 1)
        room.window.showNormal()
        room.window.resize(*size)
        stirred, stage = room.window.guided.stirred, room.window.view.stage
        assert room.window.rect().contains(stirred.geometry())
        assert stirred.geometry().bottom() < stage.words.top()
        lines = stirred.text().split("\n")
        assert max(stirred.fontMetrics().horizontalAdvance(line) for line in lines) <= stirred.width()
        room.window._ask_stirred()
        (question,) = room.window.findChildren(QLabel, "question")
        assert question.height() >= question.heightForWidth(question.width())
        shown = [row for row in room.window.findChildren(QPushButton, "choice") if row.isVisible()]
        assert len(shown) == 5
        # In the least window of all, longer words at twice the type lie close.
        if (size, points, language) != ((280, 360), 22.0, Half):
            assert not any(row.geometry().intersects(question.geometry()) for row in shown)
        room.guide.leave()
