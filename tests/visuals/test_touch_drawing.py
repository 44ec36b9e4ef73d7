import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from kindtimer.core.touch_holds import HOLDS
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette, contrast, mixed
from kindtimer.visuals.touch_drawing import DRAWINGS, Brush, curve, paint_hold, sleeve, tube
from tests.visuals.pictures import blank

PALETTES = (DUSK, DAWN, CONTRAST)
SIDE = 120


def drawn(hold: str, palette: Palette = DUSK, light: float = 1.0) -> QImage:
    image = blank(SIDE + 40, SIDE + 40, palette.ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_hold(painter, QRectF(20, 20, SIDE, SIDE), hold, palette, light)
    painter.end()
    return image


def test_every_hold_has_a_drawing_and_no_drawing_is_without_a_hold() -> None:
    assert list(DRAWINGS) == list(HOLDS)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_no_two_are_alike(qtbot: QtBot, palette: Palette) -> None:
    pictures = [drawn(hold, palette) for hold in HOLDS]
    assert all(one != other for k, one in enumerate(pictures) for other in pictures[k + 1 :])


@pytest.mark.parametrize("hold", list(HOLDS))
def test_it_stays_within_its_square(qtbot: QtBot, hold: str) -> None:
    image = drawn(hold)
    ground = image.pixelColor(2, 2)
    edge = [(x, y) for x in range(SIDE + 40) for y in (10, SIDE + 30)]
    assert all(image.pixelColor(x, y) == image.pixelColor(y, x) == ground for x, y in edge)


def test_without_light_or_by_another_name_there_is_nothing(qtbot: QtBot) -> None:
    empty = blank(SIDE + 40, SIDE + 40, DUSK.ground)
    assert drawn("blanket", light=0.0) == empty
    assert drawn("no such hold") == empty


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_its_lines_stand_out_from_the_ground(palette: Palette) -> None:
    image = blank(4, 4, palette.ground)
    painter = QPainter(image)
    brush = Brush.of(painter, palette)
    painter.end()
    for line in (brush.ink, brush.warm):
        for behind in (palette.ground, brush.cloth, brush.skin):
            assert contrast(line, behind) >= 3.0, (line.name(), behind.name())
    assert brush.cloth != mixed(QColor(palette.ground), palette.ink, 0.0)


def test_a_sleeve_ends_straight_where_the_hand_comes_out(qtbot: QtBot) -> None:
    path = curve((0.0, 0.0), (100.0, 0.0))
    assert sleeve(path, 40.0).boundingRect().right() == pytest.approx(100.0, abs=0.5)
    assert tube(path, 40.0).boundingRect().right() == pytest.approx(120.0, abs=0.5)
