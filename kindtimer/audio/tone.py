"""Tone: the breath as a soft note that glides up a fourth and down again (facts §6.2, carrier B).

Pitch follows openness, a raised cosine, in log frequency. Its phase is integrated in closed form, so
that any position can be asked for by itself and no turn has a step. Renderer's thread.
"""

from functools import lru_cache
from math import factorial, log, pi

import numpy as np

from kindtimer.audio.levels import Samples
from kindtimer.audio.score import Part, Score

LOWEST = 196.0
RATIO = 261.6 / 196.0
SECOND = 10 ** (-14 / 20)
THIRD = 10 ** (-22 / 20)
DARKER = 0.2
"""What is left of the two overtones on the out-breath: in and out differ by more than pitch."""

LEVEL = 10 ** (-17.3 / 20)
"""Peak of the fundamental of a part at its loudest; sets the programme's loudness."""

_TERMS = 5
"""What is left out of the series is less than 1e-7 of a cycle."""


@lru_cache(maxsize=8)
def _bessel(z: float) -> tuple[float, ...]:
    """Modified Bessel functions I0 … I5 by their power series; |z| < 1."""
    return tuple(
        sum((z / 2.0) ** (2 * m + n) / (factorial(m) * factorial(m + n)) for m in range(12))
        for n in range(_TERMS + 1)
    )


def _shape(part: Part) -> tuple[float, tuple[float, ...]]:
    """Mid frequency in Hz, and the series of the glide around it.

    Frequency is f·exp(−z·cos πp) = f·(I0 + 2 Σ (−1)ⁿ Iₙ(z) cos nπp), p the progress through the part.
    """
    z = log(RATIO) * (part.high - part.low) / 2.0
    return LOWEST * RATIO ** ((part.low + part.high) / 2.0), _bessel(z)


def cycles(part: Part, at: Samples) -> Samples:
    """Cycles of the fundamental from the start of a part to each of `at`."""
    middle, bessel = _shape(part)
    progress = (at - part.start) / part.length
    total = bessel[0] * progress
    if part.low != part.high:
        angle = pi * progress
        twice = 2.0 * np.cos(angle)
        # Σ cₙ sin nθ by Clenshaw's recurrence: two trigonometric calls for all terms.
        later, latest = np.zeros(len(at)), np.zeros(len(at))
        for n in range(_TERMS, 0, -1):
            weight = 2.0 * (-1.0) ** n * bessel[n] / (n * pi)
            later, latest = latest, weight + twice * latest - later
        total += latest * np.sin(angle)
    return middle * part.length * total


class Tone:
    """A note whose phase runs on through the whole of one score."""

    def __init__(self) -> None:
        self._score: Score | None = None
        self._cycles: list[float] = []

    def sound(self, score: Score, index: int, at: Samples) -> Samples:
        """Part `index` of the score at positions within it."""
        if score is not self._score:
            self._count(score)
        part = score.parts[index]
        run = self._cycles[index] + cycles(part, at)
        angle = 2.0 * pi * (run - np.floor(run))
        first = np.sin(angle)
        second = 2.0 * first * np.cos(angle)
        third = first * (3.0 - 4.0 * first * first)
        bright = 1.0 - (1.0 - DARKER) * part.darkness(at)
        return (first + (SECOND * second + THIRD * third) * bright) * (part.level(at) * LEVEL)

    def _count(self, score: Score) -> None:
        """Cycles (their fraction) at the start of each part."""
        run = 0.0
        counted = []
        for part in score.parts:
            counted.append(run)
            run = (run + float(cycles(part, np.array([part.start + part.length]))[0])) % 1.0
        self._score, self._cycles = score, counted
