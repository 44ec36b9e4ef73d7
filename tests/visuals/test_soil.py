"""The ground under Today: still, the same each time, its seed in lit earth, without an edge at its top."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette, contrast
from kindtimer.visuals.soil import HILLS, paint_soil

PALETTES = pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)


def painted(palette: Palette, wide: int = 800, high: int = 300) -> QImage:
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(palette.ground)
    painter = QPainter(image)
    paint_soil(painter, QRectF(0, 0, wide, high), palette)
    painter.end()
    return image


@PALETTES
def test_it_is_the_same_each_time(qtbot: QtBot, palette: Palette) -> None:
    assert painted(palette) == painted(palette)


@PALETTES
def test_its_sky_comes_out_of_the_page_without_an_edge(qtbot: QtBot, palette: Palette) -> None:
    top = painted(palette).pixelColor(20, 0)
    assert contrast(top, palette.ground) < 1.01


@PALETTES
def test_the_seed_is_seen(qtbot: QtBot, palette: Palette) -> None:
    image = painted(palette)
    earth = image.pixelColor(20, 290)
    seen = max(contrast(image.pixelColor(400, y), earth) for y in range(150, 300))
    assert seen >= 3.0


def test_nearer_hills_lie_lower(qtbot: QtBot) -> None:
    place = QRectF(0, 0, 800, 300)
    for x in range(0, 801, 50):
        heights = [hill.height(place, x) for hill in HILLS]
        assert heights == sorted(heights)
