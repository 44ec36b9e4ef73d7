from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette, contrast
from kindtimer.visuals.seed_mark import ICON_SIZES, STATES, icon_pixmap, paint_seed, seed_icon, seed_path
from tests.visuals.pictures import ASSETS, blank, pixels, touched

SIZES = (16, 22, 24, 32, 48, 64)


def on(panel: str, state: str, size: int) -> QImage:
    image = blank(size, size, QColor(panel))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, icon_pixmap(ASSETS, state, size))
    painter.end()
    return image


@pytest.mark.parametrize("panel", ["#000000", "#FFFFFF", "#2B303B", "#D8D8D8"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("size", SIZES)
def test_it_reads_on_any_panel(panel: str, state: str, size: int) -> None:
    image = on(panel, state, size)
    clear = sum(
        contrast(image.pixelColor(x, y), QColor(panel)) >= 3.0 for x in range(size) for y in range(size)
    )
    assert clear >= 0.12 * size * size


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("size", SIZES)
def test_it_fills_its_square_and_is_not_cut(state: str, size: int) -> None:
    box = touched(on("#7F7F7F", state, size), QColor("#7F7F7F"))
    assert box.height() >= 0.6 * size
    assert box.width() >= 0.6 * size
    edge = icon_pixmap(ASSETS, state, 128).toImage()
    assert all(edge.pixelColor(x, y).alpha() < 40 for x in range(128) for y in (0, 127))


@pytest.mark.parametrize("size", SIZES)
def test_each_state_looks_different(size: int) -> None:
    told = {pixels(on("#2B303B", state, size)) for state in STATES}
    assert len(told) == len(STATES)


def test_the_icon_is_the_session_s_own_seed() -> None:
    icon = icon_pixmap(ASSETS, "resting", 128).toImage()
    drawn = QImage(128, 128, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(0)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_seed(painter, QPointF(64.0, 116.0), 104.0, DUSK)
    painter.end()
    both = either = 0
    for x in range(128):
        for y in range(128):
            # The icon's keyline is dark; its light fills are the seed.
            filled = icon.pixelColor(x, y).alpha() > 128 and icon.pixelColor(x, y).lightness() > 90
            painted = drawn.pixelColor(x, y).alpha() > 128
            both += filled and painted
            either += filled or painted
    assert both / either > 0.93


def test_the_icon_has_all_sizes_and_doubles_for_fine_screens() -> None:
    icon = seed_icon(ASSETS, "paused")
    assert {size.width() for size in icon.availableSizes()} == set(ICON_SIZES)
    assert icon_pixmap(ASSETS, "paused", 22, 2.0).width() == 44


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        icon_pixmap(ASSETS, "wilted", 22)
    with pytest.raises(FileNotFoundError):
        icon_pixmap(tmp_path, "resting", 22)


def test_the_seed_rounds_into_a_heart() -> None:
    closed, ball = seed_path(0.0).boundingRect(), seed_path(1.0).boundingRect()
    assert closed.width() < 0.65 * closed.height()
    assert ball.width() == pytest.approx(ball.height(), rel=0.01)


@pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)
def test_a_bud_of_32_and_a_mark_of_14_stand_out(palette: Palette) -> None:
    for height in (14.0, 32.0):
        image = blank(48, 48, palette.ground_bottom)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_seed(painter, QPointF(24.0, 40.0), height, palette)
        painter.end()
        clear = sum(
            contrast(image.pixelColor(x, y), palette.ground_bottom) >= 3.0
            for x in range(48)
            for y in range(48)
        )
        assert clear > 0.3 * height * height
