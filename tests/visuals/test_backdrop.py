"""What lies behind a picture: the ground, and for a moment what was there before."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from kindtimer.visuals.backdrop import OPENING_SECONDS, Backdrop
from kindtimer.visuals.palette import DAWN, DUSK, Palette
from kindtimer.visuals.stage import Stage

STAGE = Stage.for_window(320, 240)
PLACE = QRect(0, 0, 320, 240)
BEFORE = QColor("#C04020")


def painted(backdrop: Backdrop, palette: Palette = DUSK, *, now: float = 0.0, calm: bool = False) -> QImage:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    backdrop.lay(painter, PLACE, STAGE, palette, 1.0, calm=calm)
    backdrop.lay_opening(painter, PLACE, STAGE, now)
    painter.end()
    return image


def test_the_ground_comes_over_what_was_before_and_then_forgets_it(qtbot: QtBot) -> None:
    backdrop = Backdrop()
    bare = painted(backdrop)
    backdrop.open_from(BEFORE)
    assert not backdrop.opens
    backdrop.begin(10.0)
    assert painted(backdrop, now=10.0).pixelColor(5, 5) == BEFORE
    half = painted(backdrop, now=10.0 + OPENING_SECONDS / 2).pixelColor(5, 5)
    assert bare.pixelColor(5, 5).red() < half.red() < BEFORE.red()
    backdrop.look(10.0 + OPENING_SECONDS / 2)
    assert backdrop.opens
    backdrop.look(11.0)
    assert not backdrop.opens
    assert painted(backdrop, now=11.0) == bare


def test_other_colours_and_the_calm_form_are_made_anew(qtbot: QtBot) -> None:
    backdrop = Backdrop()
    dusk = painted(backdrop)
    assert painted(backdrop, DAWN) != dusk
    assert painted(backdrop, calm=True) != dusk
    backdrop.let_go()
    assert painted(backdrop) == dusk
