import pytest
from PySide6.QtGui import QColor

from kindtimer.core.settings import Theme
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette, contrast, mixed, palette_for

PALETTES = pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)
TEXT = ("ink", "quiet", "in_text", "out_text", "warmth_text", "leaf_text", "bloom_text")
SHAPES = ("breath_in", "breath_out", "warmth", "leaf", "bloom")


def least(palette: Palette, token: str) -> float:
    colour = getattr(palette, token)
    return min(contrast(colour, palette.ground_top), contrast(colour, palette.ground_bottom))


@PALETTES
@pytest.mark.parametrize("token", TEXT)
def test_small_text_is_legible(palette: Palette, token: str) -> None:
    assert least(palette, token) >= 4.5


@PALETTES
@pytest.mark.parametrize("token", SHAPES)
def test_shapes_that_carry_meaning_stand_out(palette: Palette, token: str) -> None:
    assert least(palette, token) >= 3.0


@pytest.mark.parametrize("token", TEXT)
def test_high_contrast_is_high(token: str) -> None:
    assert least(CONTRAST, token) >= 7.0


@PALETTES
def test_nothing_is_pure_black_or_white(palette: Palette) -> None:
    names = ("ground_top", "ground_bottom", *TEXT, *SHAPES)
    told = {getattr(palette, name).name() for name in names}
    assert not told & {"#000000", "#ffffff"}


def test_contrast_is_the_standards() -> None:
    assert contrast(QColor("#FFFFFF"), QColor("#000000")) == pytest.approx(21.0)
    assert contrast(QColor("#0072B2"), QColor("#FFFFFF")) == pytest.approx(5.19, abs=0.01)


@pytest.mark.parametrize(
    ("theme", "dark", "high", "palette"),
    [
        (Theme.SYSTEM, True, False, DUSK),
        (Theme.SYSTEM, False, False, DAWN),
        (Theme.DUSK, False, False, DUSK),
        (Theme.DAWN, True, False, DAWN),
        (Theme.CONTRAST, False, False, CONTRAST),
        (Theme.DAWN, False, True, CONTRAST),
    ],
)
def test_the_theme_decides_and_a_need_for_contrast_leads(
    theme: Theme, dark: bool, high: bool, palette: Palette
) -> None:
    assert palette_for(theme, dark, high) is palette


def test_mixing_meets_both_ends() -> None:
    assert mixed(DUSK.ink, DUSK.warmth, 0.0).name() == DUSK.ink.name()
    assert mixed(DUSK.ink, DUSK.warmth, 1.0, 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
