"""Breath: one instant of a breath, and the curve of its openness.

Openness runs from 0 (empty) to 1 (full). Between two turns it follows a raised cosine, whose slope is
zero at both ends: value and slope meet at every turn, and holds are still.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi

TOP_UP_FROM = 0.8
"""Openness at which the first in-breath of a sigh hands over to the second, smaller one."""


class Phase(StrEnum):
    """The five things a breath can be doing, in their order within it."""

    IN = "in"
    TOP_UP = "top_up"
    HOLD = "hold"
    OUT = "out"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Breath:
    """One instant of a breath.

    `progress` runs 0–1 through the phase, `seconds` is the whole phase's length, `index` counts breaths
    from 0 within its step, `openness` is 0–1.
    """

    phase: Phase
    progress: float
    openness: float
    seconds: float
    index: int


def ease(progress: float) -> float:
    """Raised cosine from 0 to 1 with zero slope at both ends; `progress` 0–1."""
    return 0.5 - 0.5 * cos(pi * min(1.0, max(0.0, progress)))


def span(phase: Phase, has_top_up: bool) -> tuple[float, float]:
    """Openness at the start and the end of a phase."""
    top = TOP_UP_FROM if has_top_up else 1.0
    return {
        Phase.IN: (0.0, top),
        Phase.TOP_UP: (TOP_UP_FROM, 1.0),
        Phase.HOLD: (1.0, 1.0),
        Phase.OUT: (1.0, 0.0),
        Phase.REST: (0.0, 0.0),
    }[phase]
