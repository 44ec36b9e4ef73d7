"""Air: the breath as soft, warm noise through a gliding band (facts §6.2, carrier A).

The in-breath rises from 300 to 900 Hz and is the brighter one; the out-breath falls from 900 to 250 Hz,
is darker and sinks. A carrier: the mixer asks it for a part at positions, on the renderer's thread.
"""

from functools import cached_property

import numpy as np

from kindtimer.audio.levels import Samples
from kindtimer.audio.noise import Loop, NoiseBands, Response, pink_spectrum
from kindtimer.audio.score import Part, Score

IN_BAND = (300.0, 900.0)
OUT_BAND = (250.0, 900.0)
BANDS = 6
"""A third of an octave apart: cross-fading neighbours then keeps level within a few tenths of a dB."""

LEVEL = 10 ** (-20.7 / 20)
"""RMS of a part at its loudest; sets the programme's loudness."""


def _bright(centre: float) -> Response:
    """Q 1, with the top taken off above 2.2 kHz: air, not hiss."""

    def response(hertz: Samples) -> Samples:
        return _band(hertz, centre, 1.0) / np.sqrt(1.0 + (hertz / 2200.0) ** 8)

    return response


def _dark(centre: float) -> Response:
    """Q 0.8, falling away steeply a little above its centre."""

    def response(hertz: Samples) -> Samples:
        return _band(hertz, centre, 0.8) / np.sqrt(1.0 + (hertz / (1.5 * centre)) ** 6)

    return response


def _band(hertz: Samples, centre: float, q: float) -> Samples:
    """A second-order band-pass, and nothing to speak of below 150 Hz: no hum, nothing small speakers lose."""
    band = 1.0 / np.sqrt(1.0 + (q * (hertz / centre - centre / hertz)) ** 2)
    return np.asarray(band / np.sqrt(1.0 + (150.0 / hertz) ** 8))


def _centres(band: tuple[float, float]) -> list[float]:
    low, high = band
    return [low * (high / low) ** (k / (BANDS - 1)) for k in range(BANDS)]


class Air:
    """The loops of both colours: 12 MB while a session sounds.

    The out-breath's are made when the first out-breath is rendered, so that the first breath starts sooner.
    """

    def __init__(self) -> None:
        self._spectrum = pink_spectrum()
        self._bright = NoiseBands(self._spectrum, [_bright(c) for c in _centres(IN_BAND)])

    @cached_property
    def _dark(self) -> NoiseBands:
        return NoiseBands(self._spectrum, [_dark(c) for c in _centres(OUT_BAND)])

    def sound(self, score: Score, index: int, at: Samples) -> Samples:
        """Part `index` of the score at positions within it."""
        part = score.parts[index]
        level = part.level(at) * LEVEL
        turned = 0
        if part.dark != part.was_dark:
            turned = int(np.searchsorted(at, part.start + part.attack))
        openness = part.openness(at)
        own = self._dark if part.dark else self._bright
        sound = own.read(at, openness)
        if turned:
            sound[:turned] = self._turning(part, at[:turned], openness[:turned], sound[:turned])
        return sound * level

    def _turning(self, part: Part, at: Samples, openness: Samples, own: Loop) -> Samples:
        """Cross-fade from the colour of the part before; both come from one noise, so they add up."""
        before = (self._bright if part.dark else self._dark).read(at, openness)
        darkness = part.darkness(at)
        share = darkness if part.dark else 1.0 - darkness
        return before + (own - before) * share
