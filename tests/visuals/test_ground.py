import itertools

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kindtimer.visuals.ground import _strip_pixmap, give_back_ground, lay_ground, make_ground
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette
from kindtimer.visuals.stage import Stage

STAGE = Stage.for_window(900, 600)
PALETTES = pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)


def channel(image: QImage, y: int, which: int) -> bytes:
    stride = image.bytesPerLine()
    row = bytes(image.constBits()[y * stride : (y + 1) * stride])
    return row[which : image.width() * 4 : 4]


def means(palette: Palette, halo: bool) -> list[float]:
    image = make_ground(STAGE, palette, halo=halo).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return [sum(channel(image, y, 1)) / image.width() for y in range(image.height())]


@PALETTES
def test_no_row_stands_out_from_the_next(palette: Palette) -> None:
    rows = means(palette, halo=False)
    low, high = sorted((palette.ground_top.green(), palette.ground_bottom.green()))
    for above, below in itertools.pairwise(rows):
        # An undithered gradient of these few steps would jump by a whole one, all along the row.
        assert abs(above - below) < 0.15
    assert rows[0] == pytest.approx(palette.ground_top.green(), abs=0.3)
    assert rows[-1] == pytest.approx(palette.ground_bottom.green(), abs=0.3)
    assert low - 0.5 < min(rows) <= max(rows) < high + 0.5


@PALETTES
def test_the_halo_ends_softly_and_has_no_ring(palette: Palette) -> None:
    image = make_ground(STAGE, palette).toImage().convertToFormat(QImage.Format.Format_RGB32)
    plain = make_ground(STAGE, palette, halo=False).toImage().convertToFormat(QImage.Format.Format_RGB32)
    x, half = STAGE.centre.x(), round(STAGE.halo / 2)
    steps = []
    for away in range(0, half, 6):
        sums = []
        for one in (image, plain):
            y = STAGE.centre.y()
            block = [
                one.pixelColor(x + away + dx, y + dy).green() for dx in range(-6, 7) for dy in range(-12, 13)
            ]
            sums.append(sum(block) / len(block))
        steps.append(abs(sums[0] - sums[1]))
    assert steps[0] > 2.0
    assert steps[-1] < 0.25
    assert all(inner >= outer - 0.4 for inner, outer in itertools.pairwise(steps))
    corner = [one.copy(0, 0, 20, 600) for one in (image, plain)]
    assert corner[0] == corner[1]


@PALETTES
def test_it_is_the_palettes_own_light(palette: Palette) -> None:
    image = make_ground(STAGE, palette).toImage()
    middle = image.pixelColor(STAGE.centre)
    darker = middle.lightness() < palette.ground_top.lightness()
    assert darker is not palette.dark
    assert abs(middle.lightness() - palette.ground_top.lightness()) < 24


def test_it_is_made_for_the_screens_own_pixels() -> None:
    ground = make_ground(Stage.for_window(360, 480), DUSK, 2.0)
    assert (ground.width(), ground.height()) == (720, 960)
    assert ground.devicePixelRatio() == 2.0


def test_a_windows_ground_that_was_given_back_is_the_same_when_it_is_laid_anew(qapp: QApplication) -> None:
    laid = [QImage(300, 200, QImage.Format.Format_RGB32) for _ in range(2)]
    for image in laid:
        painter = QPainter(image)
        lay_ground(painter, QRect(0, 0, 300, 200), DUSK)
        painter.end()
        assert _strip_pixmap.cache_info().currsize > 0
        give_back_ground()
        assert _strip_pixmap.cache_info().currsize == 0
    assert laid[0] == laid[1]
