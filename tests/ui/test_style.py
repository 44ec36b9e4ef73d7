import re

import pytest

from kindtimer.ui.style import TARGET, sheet
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette, contrast, mixed

PALETTES = pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)


@PALETTES
def test_words_on_buttons_can_be_read(palette: Palette) -> None:
    ground = mixed(palette.ground_top, palette.ground_bottom, 0.5)
    for raised in (0.08, 0.16):
        assert contrast(palette.ink, mixed(ground, palette.ink, raised)) >= 4.5
    assert contrast(palette.warmth_text, mixed(ground, palette.ink, 0.08)) >= 4.5
    assert contrast(palette.breath_in, mixed(ground, palette.ink, 0.08)) >= 3.0


@PALETTES
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_to_click_is_large_enough(palette: Palette, scale: float) -> None:
    heights = [int(found) + 4 for found in re.findall(r"min-height: (\d+)px", sheet(palette, scale))]
    assert len(heights) == 3
    assert min(heights) >= TARGET
