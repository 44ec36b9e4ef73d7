"""Petal dress: the colours of a whorl from base to tip, and what a moment's light does to them. Pure.

All that a palette and a flower decide is worked out once; a frame only blends it. Plain tuples, since
a QColor for every step would cost more than the painting. Called by `petals` for every frame.
"""

from dataclasses import dataclass
from math import exp

from PySide6.QtGui import QColor

from kindtimer.visuals.flower_light import FlowerLight
from kindtimer.visuals.palette import Palette

STOPS = (0.0, 0.12, 0.25, 0.38, 0.5, 0.62, 0.75, 0.88, 1.0)
"""Where along a petal its colour is set, 0 at its base."""

BAND = 0.17
"""Half width of the light that runs outward on an in-breath, by the flower's radius."""

Tone = tuple[float, float, float]
"""Red, green, blue, each 0–1."""


@dataclass(frozen=True, slots=True)
class Dress:
    """A whorl's colours at each of STOPS, as they are empty and full; the light that runs over them.

    `warm` is the heart's colour, `glow` how strongly it shines on the petals when nothing warms it.
    """

    empty: tuple[Tone, ...]
    full: tuple[Tone, ...]
    alphas: tuple[float, ...]
    crest_empty: Tone
    crest_full: Tone
    warm: Tone
    glow: float


def tone_of(colour: QColor) -> Tone:
    """A colour's tone, without its alpha."""
    return colour.redF(), colour.greenF(), colour.blueF()


def blend(one: Tone, other: Tone, part: float) -> Tone:
    """`part` 0–1 of the way from one to the other."""
    rest = 1.0 - part
    return (
        one[0] * rest + other[0] * part,
        one[1] * rest + other[1] * part,
        one[2] * rest + other[2] * part,
    )


def _dress(palette: Palette, tint: float, part: float) -> Dress:
    sides = [_ends(palette, tint, part, tone) for tone in (palette.breath_out, palette.breath_in)]
    alphas = [
        (0.78 + 0.15 * part - 0.08 * at) if palette.dark else (0.76 + 0.12 * part + 0.10 * at) for at in STOPS
    ]
    steps = [tuple(_step(at, *ends[:3]) for at in STOPS) for ends in sides]
    return Dress(
        *(steps[0], steps[1], tuple(alphas), sides[0][3], sides[1][3], tone_of(palette.warmth)),
        glow=0.50 if palette.dark else 0.20,
    )


_worn: dict[tuple[str, float, float], Dress] = {}
WARDROBE = 64
"""So many dresses are kept: a person needs four, a page of flowers a few more."""


def dressed(palette: Palette, tint: float, part: float) -> Dress:
    """The dress of a whorl: `part` 0 is the outermost, 1 the inmost; `tint` is the flower's own."""
    # Looked up by name: hashing a palette's colours for every frame would cost as much as blending.
    key = (palette.name, tint, part)
    if key not in _worn:
        if len(_worn) >= WARDROBE:
            _worn.clear()
        _worn[key] = _dress(palette, tint, part)
    return _worn[key]


def _ends(palette: Palette, tint: float, part: float, breath: QColor) -> tuple[Tone, Tone, Tone, Tone]:
    """Colours at a petal's base, belly and tip, and of the light that runs over it."""
    body, ground, ink = tone_of(breath), tone_of(palette.ground_top), tone_of(palette.ink)
    warm, hue, tinted = tone_of(palette.warmth), _hue(palette, tint), 0.92 * part * part
    if palette.dark:
        pale = blend(body, ink, 0.55)
        belly = blend(blend(body, pale, 0.50 * part), blend(hue, ink, 0.22), tinted)
        dim = blend(ground, tone_of(palette.breath_out), 0.35)
        base = blend(blend(belly, dim, 0.46), warm, 0.18 * part)
        return base, belly, blend(belly, pale, 0.55), (0.94, 1.0, 0.97)
    # As a wash of colour on paper: pale where it is wet, gathered at the edge.
    base = blend(blend(body, ground, 0.46 - 0.30 * part), blend(hue, ground, 0.22), 0.9 * tinted)
    belly = blend(blend(body, ground, 0.09 + 0.39 * part), blend(hue, ground, 0.50), tinted)
    return base, belly, blend(body if part == 0.0 else belly, ground, 0.4 * part), blend(belly, ground, 0.8)


def _step(at: float, base: Tone, belly: Tone, tip: Tone) -> Tone:
    edge = max(0.0, at - 0.55) / 0.45
    return blend(blend(base, belly, min(1.0, at / 0.62)), tip, 0.9 * edge * edge)


def _hue(palette: Palette, tint: float) -> Tone:
    """The colour about the heart: from the out-breath's (0) by the bloom's to a warm one (1)."""
    bloom = tone_of(palette.bloom)
    if tint < 0.5:
        return blend(tone_of(palette.breath_out), bloom, 0.35 + 1.3 * tint)
    return blend(bloom, tone_of(palette.warmth), (tint - 0.5) * 1.3)


def stops_of(dress: Dress, light: FlowerLight, reach: float) -> list[tuple[float, QColor]]:
    """Gradient stops from base to tip; `reach` is the petals' length by the flower's radius."""
    crest = blend(dress.crest_empty, dress.crest_full, light.openness)
    warm_reach = 0.28 + 0.42 * light.warmth
    warm_level = dress.glow + 0.42 * light.warmth
    found = []
    for at, empty, full, alpha in zip(STOPS, dress.empty, dress.full, dress.alphas, strict=True):
        colour = blend(empty, full, light.openness)
        away = at * reach
        if light.wave > 0.0:
            # A soft band at one radius through all whorls.
            band = (away - light.wave_at * 1.02) / BAND
            colour = blend(colour, crest, 0.42 * light.wave * exp(-band * band))
        if away < warm_reach:
            colour = blend(colour, dress.warm, (1.0 - away / warm_reach) * warm_level)
        found.append((at, QColor.fromRgbF(*colour, alpha)))
    return found
