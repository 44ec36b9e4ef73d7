import pytest

from kindtimer.core.breath import Phase
from kindtimer.visuals.flower_light import FlowerLight
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette
from kindtimer.visuals.petal_dress import STOPS, WARDROBE, blend, dressed, stops_of
from tests.visuals.pictures import breathing

PALETTES = pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)


def lightness(palette: Palette, light: FlowerLight, part: float = 0.0) -> list[int]:
    return [colour.lightness() for _, colour in stops_of(dressed(palette, 0.5, part), light, 1.0)]


@PALETTES
@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("tint", [0.0, 0.49, 0.5, 1.0])
def test_every_colour_is_one(palette: Palette, part: float, tint: float) -> None:
    for phase in Phase:
        stops = stops_of(dressed(palette, tint, part), FlowerLight.of(breathing(phase)), 0.8)
        assert [at for at, _ in stops] == list(STOPS)
        assert all(colour.isValid() and 0.5 < colour.alphaF() < 1.0 for _, colour in stops)


@PALETTES
def test_the_light_of_an_in_breath_is_where_it_has_run_to(palette: Palette) -> None:
    plain = lightness(palette, FlowerLight(0.5, 1.0))
    for at in (0.5, 0.75):
        lit = lightness(palette, FlowerLight(0.5, 1.0, wave_at=at, wave=1.0))
        gains = [b - a for a, b in zip(plain, lit, strict=True)]
        assert max(gains) > 5
        assert abs(STOPS[gains.index(max(gains))] - at) <= 0.25


@PALETTES
def test_an_out_breath_warms_the_heart_and_not_the_tips(palette: Palette) -> None:
    cool, warm = (
        [colour for _, colour in stops_of(dressed(palette, 0.5, 0.0), FlowerLight(0.5, 1.0, warmth=w), 1.0)]
        for w in (0.0, 1.0)
    )
    assert warm[2].red() - warm[2].blue() > cool[2].red() - cool[2].blue() + 30
    assert warm[-1] == cool[-1]


def test_a_dress_is_made_once_and_not_for_ever() -> None:
    assert dressed(DUSK, 0.3, 0.5) is dressed(DUSK, 0.3, 0.5)
    first = dressed(DUSK, 0.3, 0.5)
    for k in range(WARDROBE + 1):
        dressed(DUSK, k / 1000, 1.0)
    assert dressed(DUSK, 0.3, 0.5) == first


def test_blending_meets_both_ends() -> None:
    one, other = (0.1, 0.2, 0.3), (0.9, 0.8, 0.7)
    assert blend(one, other, 0.0) == one
    assert blend(one, other, 1.0) == pytest.approx(other)
