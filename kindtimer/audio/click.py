"""Click: a short, band-limited click whose peak stands exactly at each breath's beginning.

For `doctor sync` alone. Its peak is −6 dBFS whatever the volume: it was asked for, and announced.
"""

import numpy as np

from kindtimer.audio.levels import KNEE, Samples
from kindtimer.audio.score import Score

PITCH = 1500.0
WIDTH = 0.0006
REACH = 0.003
"""Seconds on either side after which nothing is left of it."""


def click(away: Samples) -> Samples:
    """The click at `away` seconds from its peak."""
    return np.asarray(KNEE * np.exp(-((away / WIDTH) ** 2)) * np.cos(2.0 * np.pi * PITCH * away))


def clicks(score: Score, at: Samples) -> Samples:
    """All clicks at rising positions."""
    sound = np.zeros(len(at))
    for part in score.parts:
        if part.opens and at[0] - REACH < part.start < at[-1] + REACH:
            low, high = np.searchsorted(at, (part.start - REACH, part.start + REACH))
            sound[low:high] += click(at[low:high] - part.start)
    return sound
