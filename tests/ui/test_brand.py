import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.ui.brand import Brand
from kindtimer.visuals.palette import DAWN, DUSK, Palette
from tests.ui.dressing import dressed


def made(qtbot: QtBot, palette: Palette = DUSK, scale: float = 1.0) -> Brand:
    brand = dressed(Brand(), palette, scale)
    qtbot.addWidget(brand)
    brand.resize(200, brand.height())
    return brand


def test_it_is_as_high_as_one_line_and_grows_with_the_text(qtbot: QtBot) -> None:
    assert (made(qtbot).height(), made(qtbot, scale=2.0).height()) == (32, 64)
    assert made(qtbot).accessibleName() == "KindTimer"


def test_it_wears_the_colours_and_stands_at_the_near_end(qtbot: QtBot) -> None:
    brand = made(qtbot)
    dusk = brand.grab().toImage()
    assert made(qtbot, DAWN).grab().toImage() != dusk
    brand.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert brand.grab().toImage() != dusk


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_nothing_of_it_is_cut(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    brand = made(qtbot)
    brand.setLayoutDirection(direction)
    picture = brand.grab().toImage()
    edge = [picture.pixelColor(x, y) for x in (0, picture.width() - 1) for y in range(picture.height())]
    assert len({colour.name() for colour in edge}) == 1
