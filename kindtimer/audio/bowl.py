"""Bowl: a soft singing bowl, struck at a position; a sum of slowly beating partials (facts §6.3).

Closed form, so that a bowl can be joined while it rings. Renderer's thread.
"""

from dataclasses import dataclass
from math import pi

import numpy as np

from kindtimer.audio.levels import Samples, eased

LOWEST = 196.0
ATTACK = 0.035
"""Seconds of the strike: a felt mallet."""

PEAK = 10 ** (-13.5 / 20)
"""Roughly its highest sample, at the reference volume."""


@dataclass(frozen=True)
class _Partial:
    """`t60` in seconds, `beats` in Hz between its two modes."""

    ratio: float
    decibels: float
    t60: float
    beats: float

    @property
    def lasts(self) -> float:
        """Seconds until it is 80 dB down and may stop."""
        return self.t60 * 80.0 / 60.0


# Above 3 kHz there is nothing; 2.5 kHz is 33 dB down: no bright metal.
_PARTIALS = (
    _Partial(1.0, 0.0, 14.0, 0.7),
    _Partial(2.986, -6.0, 8.0, 0.9),
    _Partial(5.704, -15.0, 4.0, 1.1),
    _Partial(9.006, -25.0, 2.0, 1.3),
    _Partial(12.82, -33.0, 1.0, 1.5),
)
_SUM = sum(10 ** (p.decibels / 20) for p in _PARTIALS)

LASTS = max(p.lasts for p in _PARTIALS)
"""Seconds after which a bowl is silent."""


def bowl(since: Samples) -> Samples:
    """The bowl at `since` seconds after its strike (rising; before 0 there is silence)."""
    sound = np.zeros(len(since))
    for partial in _PARTIALS:
        low, high = np.searchsorted(since, (0.0, partial.lasts))
        if low < high:
            sound[low:high] += _ringing(partial, since[low:high])
    low, high = np.searchsorted(since, (0.0, ATTACK))
    if low < high:
        sound[low:high] *= eased(since[low:high] / ATTACK)
    return sound * (PEAK / _SUM)


def _ringing(partial: _Partial, since: Samples) -> Samples:
    """Two modes a little apart, the second at 0.6 of the first, so that the beating never reaches silence."""
    middle = 2.0 * pi * LOWEST * partial.ratio
    half = pi * partial.beats
    fall = np.exp(since * (-np.log(1000.0) / partial.t60)) * 10 ** (partial.decibels / 20)
    # 0.625·sin((m−h)t) + 0.375·sin((m+h)t), by their sum and difference.
    wave = np.sin(middle * since) * np.cos(half * since)
    wave -= 0.25 * np.cos(middle * since) * np.sin(half * since)
    tail = eased((partial.lasts - since) / (0.1 * partial.lasts))
    return np.asarray(wave * fall * tail)
