from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kindtimer.ui.offer_paper import OfferPaper, hairline, round_region
from kindtimer.visuals.measures import CARD_CORNER
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette, contrast
from tests.ui.dressing import dress

SIZE = QSize(344, 128)
PALETTES = pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)


def painted(
    palette: Palette, *, soft: bool, bud: QPoint | None = None, paper: OfferPaper | None = None
) -> QImage:
    picture = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.magenta)
    painter = QPainter(picture)
    (paper or OfferPaper()).paint(painter, QRect(QPoint(), SIZE), bud, dress(palette), soft=soft)
    painter.end()
    return picture


@PALETTES
def test_with_a_compositor_its_corners_are_see_through_and_smooth(qtbot: QtBot, palette: Palette) -> None:
    picture = painted(palette, soft=True)
    corners = product((0, SIZE.width() - 1), (0, SIZE.height() - 1))
    assert [picture.pixelColor(x, y).alpha() for x, y in corners] == [0, 0, 0, 0]
    rim = {picture.pixelColor(x, 2).alpha() for x in range(CARD_CORNER)}
    assert rim - {0, 255}
    assert picture.pixelColor(172, 64).alpha() == 255


@PALETTES
def test_without_one_all_of_it_is_painted(qtbot: QtBot, palette: Palette) -> None:
    picture = painted(palette, soft=False)
    for x, y in product(range(CARD_CORNER), range(CARD_CORNER)):
        assert picture.pixelColor(x, y).alpha() == 255
    left, right = picture.pixelColor(0, 0), hairline(palette)
    assert contrast(left, palette.ground_top) < contrast(right, palette.ground_top)  # no black corner


@PALETTES
def test_what_is_cut_off_is_round_on_all_sides(palette: Palette) -> None:
    region = round_region(SIZE, CARD_CORNER)
    assert region.boundingRect() == QRect(QPoint(), SIZE)
    for x, y in ((0, 0), (343, 0), (0, 127), (343, 127), (2, 2), (341, 125)):
        assert not region.contains(QPoint(x, y))
    for x, y in ((16, 0), (0, 16), (343, 64), (172, 127), (5, 5), (338, 122)):
        assert region.contains(QPoint(x, y))
    for x, y in product(range(20), range(20)):
        here = region.contains(QPoint(x, y))
        assert here is region.contains(QPoint(343 - x, y)) is region.contains(QPoint(x, 127 - y))


@PALETTES
def test_words_can_be_read_on_its_warmest_spot(qtbot: QtBot, palette: Palette) -> None:
    bud = QPoint(32, 36)
    picture = painted(palette, soft=False, bud=bud)
    assert contrast(palette.ink, picture.pixelColor(bud)) >= 4.5
    for x, y in product(range(2, 342, 7), range(2, 126, 7)):
        spot = picture.pixelColor(x, y)
        assert contrast(palette.ink, spot) >= 4.5
        if y > 66:  # quiet words and those of buttons stand below the line
            assert contrast(palette.quiet, spot) >= 4.5
            assert contrast(palette.in_text, spot) >= 4.5


def test_there_is_warmth_about_the_bud_but_not_where_contrast_is_asked_for(qtbot: QtBot) -> None:
    bud = QPoint(32, 36)
    for palette, warm in ((DUSK, True), (DAWN, True), (CONTRAST, False)):
        near, far = (painted(palette, soft=True, bud=bud).pixelColor(x, 36) for x in (32, 300))
        assert (abs(near.lightness() - far.lightness()) > 3) is warm


def test_the_edge_stands_out(qtbot: QtBot) -> None:
    for palette, least in ((DUSK, 1.4), (DAWN, 1.2), (CONTRAST, 3.0)):
        edge = painted(palette, soft=True).pixelColor(172, 0)
        assert contrast(edge, palette.ground) >= least


def test_it_is_painted_once_until_something_is_another(qtbot: QtBot) -> None:
    paper = OfferPaper()
    painted(DUSK, soft=True, paper=paper)
    first = paper._made
    painted(DUSK, soft=True, paper=paper)
    assert paper._made is first
    painted(DAWN, soft=True, paper=paper)
    assert paper._made is not first
    paper.forget()
    assert paper._made is None
