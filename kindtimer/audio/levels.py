"""Levels: from the person's volume to a gain, and the soft limiter at the end of the mix (facts §6.5).

Full scale is 1.0. Pure functions of arrays; the mixer calls them on the renderer's thread.
"""

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]

REFERENCE_VOLUME = 0.4
"""The volume at which a carrier's programme is −23 to −20 LUFS; it is also the default."""

KNEE = 10 ** (-6 / 20)
"""Up to here the limiter changes nothing at all: the sum of all sounds is meant to stay below it."""

CEILING = 10 ** (-3 / 20)
"""The limiter comes near this and never goes over it."""


def gain(volume: float) -> float:
    """Gain for a volume of 0–1: 1 at the reference, 0 at 0, +4 dB at most.

    Square law below the reference, so that the low end is really soft (0.1 is −24 dB); square root
    above it, about 1 dB for a step of 0.1, since loudness beyond that is the system volume's business.
    """
    share = min(1.0, max(0.0, volume)) / REFERENCE_VOLUME
    return float(share**2 if share < 1.0 else share**0.5)


def limited(samples: Samples) -> Samples:
    """The samples, with whatever goes over the knee bent softly towards the ceiling; any shape."""
    size = np.abs(samples)
    loud = size > KNEE
    if not loud.any():
        return samples
    room = CEILING - KNEE
    bent = samples.copy()
    bent[loud] = np.sign(samples[loud]) * (KNEE + room * np.tanh((size[loud] - KNEE) / room))
    return bent


def eased(progress: Samples) -> Samples:
    """Raised cosine from 0 to 1 with zero slope at both ends, for arrays (as `core.breath.ease`)."""
    return 0.5 - 0.5 * np.cos(np.pi * np.clip(progress, 0.0, 1.0))
