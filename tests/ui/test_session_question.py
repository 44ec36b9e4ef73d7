import gettext

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.practice import Ask
from tests.ui.practice_room import AFTER, FELT, FRIEND, HOW, WHICH, PracticeRoom
from tests.ui.test_session_sizes import Longer, wished

ASKS = (FRIEND, HOW, WHICH, FELT)
LONG = Ask(
    "long", "What would a good friend say, if one were here in this room at the end of such a day?", 60.0
)
SIZES = ((280, 360), (360, 480), (640, 480), (900, 600), (1440, 900))


def place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint()), widget.size())


def stood(room: PracticeRoom, size: tuple[int, int]) -> None:
    room.walk()
    room.window.setMinimumSize(1, 1)
    room.window.showNormal()
    room.window.resize(*size)


@pytest.mark.parametrize("ask", [*ASKS, LONG], ids=lambda ask: ask.id)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("points", [11.0, 16.5, 22.0])
@pytest.mark.parametrize("language", [gettext.NullTranslations, Longer])
def test_nothing_lies_on_anything_else(
    qapp: QApplication,
    qtbot: QtBot,
    ask: Ask,
    size: tuple[int, int],
    points: float,
    language: type[gettext.NullTranslations],
) -> None:
    with wished(qapp, points, language):
        room = PracticeRoom(qtbot, ask, AFTER)
        stood(room, size)
        panel, stage = room.panel, room.window.view.stage
        page = panel.widget()
        assert page is not None
        parts = [panel.question, room.form, panel.go_on, panel.pass_over, panel.keep]
        places = [place(one, page) for one in parts]
        assert all(page.rect().contains(one) for one in places)
        assert not any(one.intersects(other) for k, one in enumerate(places) for other in places[k + 1 :])
        assert panel.question.height() >= panel.question.heightForWidth(panel.question.width())
        assert panel.go_on.size() == panel.pass_over.size()
        assert panel.go_on.height() >= 44
        assert room.window.rect().contains(panel.geometry())
        assert panel.geometry().bottom() < stage.hint.top()
        for one in (panel.go_on, panel.pass_over):
            lines = one.text().split("\n")
            assert max(one.fontMetrics().horizontalAdvance(line) for line in lines) <= one.width() - 4
        assert all(one.height() >= 44 for one in getattr(room.form, "buttons", ()))
        room.guide.leave()


def test_in_a_full_window_each_has_its_place(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, FRIEND, AFTER)
    stood(room, (1440, 900))
    field = place(room.form, room.window)
    assert (field.width(), field.height()) == (560, 160)
    assert abs(field.top() - 360) <= 1
    assert (room.panel.go_on.width(), room.panel.go_on.height()) == (160, 48)
    assert room.panel.verticalScrollBar().maximum() == 0
    room.guide.leave()


@pytest.mark.parametrize("points", [11.0, 16.5])
@pytest.mark.parametrize("size", [(360, 480), (900, 600), (1440, 900)], ids=str)
def test_all_of_it_is_seen_without_scrolling(
    qapp: QApplication, qtbot: QtBot, size: tuple[int, int], points: float
) -> None:
    with wished(qapp, points, gettext.NullTranslations):
        room = PracticeRoom(qtbot, FRIEND, AFTER)
        wide, high = size
        if points > 11.0 and wide == 360:
            wide, high = 540, 720  # the small window grows with the text
        stood(room, (wide, high))
        assert room.panel.verticalScrollBar().maximum() == 0
        room.guide.leave()


def test_read_from_right_to_left_going_on_comes_first_too(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, FRIEND, AFTER)
    room.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    stood(room, (900, 600))
    assert room.panel.go_on.x() > room.panel.pass_over.x()
    room.guide.leave()
