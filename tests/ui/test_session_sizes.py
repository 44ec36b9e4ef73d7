"""Nothing is cut and nothing lies on anything else: every size, text size, and words twice as long."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from kindtimer.core.session import State
from kindtimer.core.words import speak
from kindtimer.ui.session_sizes import LEAST, least_size
from kindtimer.visuals.lines import fitting_size
from tests.ui.conftest import Room

SIZES = ((360, 480), (640, 480), (900, 600), (1440, 900))
English = gettext.NullTranslations
STATES = {"running": (False, False), "waiting": (True, False), "eased": (False, True)}


@contextmanager
def wished(qapp: QApplication, points: float, language: type[gettext.NullTranslations]) -> Iterator[None]:
    """Meanwhile the desktop wants text of this size, and the program speaks this language."""
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(points)
    speak(language())
    qapp.setFont(font)
    try:
        yield
    finally:
        speak(English())
        qapp.setFont(before)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("points", [11.0, 16.5, 22.0])
@pytest.mark.parametrize("longer", [False, True])
def test_no_word_of_the_row_is_cut(
    qapp: QApplication, room: Room, size: tuple[int, int], points: float, longer: bool
) -> None:
    with wished(qapp, points, Longer if longer else English):
        room.begin(seconds=2)
        room.window.resize(*size)
        controls = room.window.controls
        controls.appear()
        for waits, eased in STATES.values():
            controls.name_buttons(waits=waits, eased=eased)
            controls._row.activate()
            for button in controls._buttons():
                if not button.isHidden():
                    words = button.fontMetrics().horizontalAdvance(button.text())
                    assert words <= button.width() - 4, button.text()
                    assert controls.rect().contains(button.geometry()), button.text()


class Longer(gettext.NullTranslations):
    """A language whose words are twice as long."""

    def gettext(self, message: str) -> str:
        return f"{message} {message}"


def test_where_sound_finds_no_room_it_stands_in_the_other_menu(qapp: QApplication, room: Room) -> None:
    with wished(qapp, 11.0, Longer):
        room.begin(seconds=2)
        room.window.resize(360, 480)
        controls = room.window.controls
        controls.appear()
        assert controls.sound.isHidden()
        more = controls.more.menu()
        more.aboutToShow.emit()
        assert more.actions()[0].menu() is controls.sound.menu()


@pytest.mark.parametrize("size", [*SIZES, (700, 300), (512, 300)], ids=str)
@pytest.mark.parametrize("points", [11.0, 22.0])
@pytest.mark.parametrize("longer", [False, True])
def test_rows_of_a_question_never_lie_on_each_other_nor_on_the_hint(
    qapp: QApplication, room: Room, size: tuple[int, int], points: float, longer: bool
) -> None:
    with wished(qapp, points, Longer if longer else English):
        room.begin(seconds=2)
        room.window.setMinimumSize(1, 1)
        room.window.resize(*size)
        room.press(Qt.Key.Key_G)
        rows = [row for row in room.window.findChildren(QPushButton, "choice") if row.isVisible()]
        assert len(rows) == 5
        for k, row in enumerate(rows):
            assert not any(row.geometry().intersects(other.geometry()) for other in rows[k + 1 :])
            lines = row.text().split("\n")
            assert max(row.fontMetrics().horizontalAdvance(line) for line in lines) <= row.width()
        panel = rows[0].parentWidget()
        assert panel is not None
        if points == 11.0 and not longer and size in SIZES:
            assert panel.geometry().bottom() < room.window.view.stage.hint.top()


@pytest.mark.parametrize("size", [(900, 600), (1440, 900)], ids=str)
@pytest.mark.parametrize("points", [11.0, 16.5, 22.0])
def test_a_full_window_has_room_for_words_that_are_longer_by_half(
    qapp: QApplication, room: Room, size: tuple[int, int], points: float
) -> None:
    with wished(qapp, points, Half):
        room.begin(seconds=2)
        room.window.resize(*size)
        room.window.controls.appear()
        for waits, eased in STATES.values():
            room.window.controls.name_buttons(waits=waits, eased=eased)
            assert not any("…" in button.text() for button in room.window.controls._buttons())
            assert not room.window.controls.sound.isHidden()


class Half(gettext.NullTranslations):
    """A language whose words are longer by two fifths, each of them in one piece."""

    def gettext(self, message: str) -> str:
        if "{" in message:
            return message
        return " ".join(word + word[: round(0.4 * len(word))] for word in message.split(" "))


class Pieces(gettext.NullTranslations):
    """A language that writes what it says in one long word."""

    def gettext(self, message: str) -> str:
        return message if "{" in message else message.replace(" ", "")


@pytest.mark.parametrize("size", [(280, 360), *SIZES], ids=str)
@pytest.mark.parametrize("points", [11.0, 16.5, 22.0])
@pytest.mark.parametrize("language", [English, Longer, Half, Pieces])
@pytest.mark.parametrize("looks_around", [False, True])
def test_no_word_of_a_panel_is_cut(
    qapp: QApplication,
    room: Room,
    size: tuple[int, int],
    points: float,
    language: type[gettext.NullTranslations],
    looks_around: bool,
) -> None:
    with wished(qapp, points, language):
        room.begin(seconds=2)
        room.window.resize(*size)
        if looks_around:
            room.guide.ground()
        else:
            room.press(Qt.Key.Key_G)
        rows = [row for row in room.window.findChildren(QPushButton, "choice") if row.isVisible()]
        assert len(rows) == (4 if looks_around else 5)
        for row in rows:
            lines = row.text().split("\n")
            wide = max(row.fontMetrics().horizontalAdvance(line) for line in lines)
            assert wide <= row.width() - 4, row.text()
            assert len(lines) * row.fontMetrics().height() <= row.height(), row.text()
            panel = row.parentWidget()
            assert panel is not None
            assert panel.rect().contains(row.geometry()), row.text()
            assert room.window.rect().contains(panel.geometry())


@pytest.mark.parametrize("size", [(280, 360), *SIZES], ids=str)
@pytest.mark.parametrize("points", [11.0, 16.5, 22.0])
@pytest.mark.parametrize("language", [English, Longer, Half])
@pytest.mark.parametrize("away", [False, True])
def test_a_question_is_read_whole_above_its_rows(
    qapp: QApplication,
    room: Room,
    size: tuple[int, int],
    points: float,
    language: type[gettext.NullTranslations],
    away: bool,
) -> None:
    with wished(qapp, points, language):
        room.begin(seconds=2)
        room.window.setMinimumSize(1, 1)
        room.window.resize(*size)
        if away:
            room.guide._change(room.session.stopped(room.clock.now(), State.AWAY))
        else:
            room.press(Qt.Key.Key_G)
        (question,) = room.window.findChildren(QLabel, "question")
        assert question.height() >= question.heightForWidth(question.width())
        panel = question.parentWidget()
        assert panel is not None
        assert panel.rect().contains(question.geometry())
        assert room.window.rect().contains(panel.geometry())


@pytest.mark.parametrize("screen", [(320, 240), (1024, 300), (1440, 900)])
def test_a_window_is_never_held_larger_than_its_screen(screen: tuple[int, int]) -> None:
    least = least_size(QRect(0, 0, *screen))
    assert least == QSize(min(screen[0], LEAST.width()), min(screen[1], LEAST.height()))


def test_the_window_is_held_to_it(room: Room) -> None:
    room.begin(seconds=2)
    assert room.window.minimumSize() == LEAST


@pytest.mark.parametrize("points", [11.0, 16.5, 22.0])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_hint_or_notice_grows_too_small_to_read(
    qapp: QApplication, room: Room, size: tuple[int, int], points: float
) -> None:
    with wished(qapp, points, English):
        room.begin(seconds=2)
        room.window.resize(*size)
        room.window.say_keys()
        stage = room.window.view.stage
        shown = replace(room.window.view._captions(), second="", second_light=0)
        side = Qt.AlignmentFlag.AlignHCenter if stage.small else Qt.AlignmentFlag.AlignLeft
        for words, place in ((shown.hint, shown.hint_place(stage)), (shown.notice, stage.notice)):
            assert words
            assert fitting_size(words, place, stage.line_px, side) >= 14.0
