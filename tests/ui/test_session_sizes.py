"""Nothing is cut and nothing lies on anything else: every size, text size, and words twice as long."""

import gettext

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton

from kindtimer.core.words import speak
from tests.ui.conftest import Room

SIZES = ((360, 480), (640, 480), (900, 600), (1440, 900))
STATES = {"running": (False, False), "waiting": (True, False), "eased": (False, True)}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("points", [11.0, 16.5, 22.0])
@pytest.mark.parametrize("longer", [False, True])
def test_no_word_of_the_row_is_cut(
    qapp: QApplication, room: Room, size: tuple[int, int], points: float, longer: bool
) -> None:
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(points)
    if longer:
        speak(Longer())
    qapp.setFont(font)
    try:
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
    finally:
        speak(gettext.NullTranslations())
        qapp.setFont(before)


class Longer(gettext.NullTranslations):
    """A language whose words are twice as long."""

    def gettext(self, message: str) -> str:
        return f"{message} {message}"


def test_where_sound_finds_no_room_it_stands_in_the_other_menu(qapp: QApplication, room: Room) -> None:
    speak(Longer())
    try:
        room.begin(seconds=2)
        room.window.resize(360, 480)
        controls = room.window.controls
        controls.appear()
        assert controls.sound.isHidden()
        more = controls.more.menu()
        more.aboutToShow.emit()
        assert more.actions()[0].menu() is controls.sound.menu()
    finally:
        speak(gettext.NullTranslations())


@pytest.mark.parametrize("size", [*SIZES, (700, 300), (512, 300)], ids=str)
@pytest.mark.parametrize("points", [11.0, 22.0])
@pytest.mark.parametrize("longer", [False, True])
def test_rows_of_a_question_never_lie_on_each_other_nor_on_the_hint(
    qapp: QApplication, room: Room, size: tuple[int, int], points: float, longer: bool
) -> None:
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(points)
    if longer:
        speak(Longer())
    qapp.setFont(font)
    try:
        room.begin(seconds=2)
        room.window.setMinimumSize(1, 1)
        room.window.resize(*size)
        room.press(Qt.Key.Key_G)
        rows = [row for row in room.window.findChildren(QPushButton, "choice") if row.isVisible()]
        assert len(rows) == 4
        for k, row in enumerate(rows):
            assert not any(row.geometry().intersects(other.geometry()) for other in rows[k + 1 :])
            lines = row.text().split("\n")
            assert max(row.fontMetrics().horizontalAdvance(line) for line in lines) <= row.width()
        panel = rows[0].parentWidget()
        assert panel is not None
        if points == 11.0 and not longer and size in SIZES:
            assert panel.geometry().bottom() < room.window.view.stage.hint.top()
    finally:
        speak(gettext.NullTranslations())
        qapp.setFont(before)
