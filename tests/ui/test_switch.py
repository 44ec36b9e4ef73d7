import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from kindtimer.ui.switch import Switch
from kindtimer.visuals.measures import TARGET
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette
from tests.ui.dressing import dressed


def made(qtbot: QtBot, words: str = "Keep a record", palette: Palette = DUSK, scale: float = 1.0) -> Switch:
    switch = dressed(Switch(words), palette, scale)
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    switch.show()
    return switch


def test_all_of_it_switches_and_so_does_space(qtbot: QtBot) -> None:
    switch = made(qtbot)
    for at in (QPoint(2, 2), QPoint(switch.width() - 3, switch.height() - 3)):
        before = switch.isChecked()
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=at)
        assert switch.isChecked() is not before
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


def test_a_screen_reader_hears_a_check_box(qtbot: QtBot) -> None:
    switch = made(qtbot)
    told = QAccessible.queryAccessibleInterface(switch)
    assert told.role() is QAccessible.Role.CheckBox
    assert told.text(QAccessible.Text.Name) == "Keep a record"


@pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_on_and_off_differ_by_shape(qtbot: QtBot, palette: Palette, direction: Qt.LayoutDirection) -> None:
    switch = made(qtbot, palette=palette)
    switch.setLayoutDirection(direction)
    off = switch.grab().toImage().convertToFormat(switch.grab().toImage().Format.Format_Grayscale8)
    switch.setChecked(True)
    on = switch.grab().toImage().convertToFormat(off.format())
    assert on != off


def test_long_words_wrap_and_stay_large_enough(qtbot: QtBot) -> None:
    switch = made(
        qtbot, "Words that are long in some languages, and longer still at twice the size", scale=2.0
    )
    assert switch.heightForWidth(300) > switch.heightForWidth(1200)
    assert min(switch.sizeHint().height(), switch.minimumSizeHint().height()) >= TARGET


def test_from_right_to_left_the_words_stand_beside_the_track(qtbot: QtBot) -> None:
    switch = made(qtbot)
    switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    switch.resize(500, switch.heightForWidth(500))
    image = switch.grab().toImage()
    ground = image.pixelColor(5, 5)
    inked = [x for x in range(8, 440) if any(image.pixelColor(x, y) != ground for y in range(10, 34))]
    assert min(inked) > 250
