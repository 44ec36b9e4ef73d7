"""FlowerShape: the flower that grows from a person's own number. No two numbers grow the same one.

Pure values and unit paths: every petal points up from (0, 0) to (0, -1). How it is lit is `flower_light`'s,
how it is put on the screen `petals`'. Main thread.
"""

from dataclasses import dataclass
from functools import cached_property
from math import radians, sin
from random import Random

from PySide6.QtGui import QPainterPath, QTransform

LIGHT_FROM = -38.0
"""Degrees from upright, clockwise: where the light on the petals comes from."""

LIT_EVENLY = 0.35
"""Below this much difference between a petal's two halves no shade is laid on either."""


HIDDEN = (0.28, 0.20)
"""How much of a petal, from its base, lies under others: of the outermost whorl, and of those between.

Painting it would cost a fifth of the frame and show nothing.
"""


@dataclass(frozen=True)
class Petal:
    """One petal: `angle` in degrees from upright (-180–180), `length` and `width` about 1.

    `shade` says which half lies in shade and how deep: -1 (left) to 1 (right), 0 for neither.
    """

    angle: float
    length: float
    width: float
    shade: float


@dataclass(frozen=True)
class Whorl:
    """One ring of petals. `length` when open and `closed_length` when closed are parts of the radius.

    `width` is a petal's width by its length; `petals` are in painting order.
    """

    length: float
    closed_length: float
    width: float
    petals: tuple[Petal, ...]


@dataclass(frozen=True)
class FlowerShape:
    """A flower: whorls from the outermost in, the petals' outline, and the ring of stamens.

    `tip` 0–1 runs from round to pointed, `curl` -1–1 leans every petal, `tint` 0–1 is the colour of the
    inner petals, cool to warm, `turn` is by how many degrees the flower turns as it opens.
    """

    seed: int
    whorls: tuple[Whorl, ...]
    tip: float
    belly: float
    curl: float
    tint: float
    turn: float
    stamens: int

    @classmethod
    def grown(cls, seed: int) -> "FlowerShape":
        """The flower of a number (0–2³¹-1); the same number always grows the same flower."""
        chance = Random(seed * 2 + 1)
        count = chance.choice((6, 7, 8, 9))
        slender = chance.uniform(0.0, 1.0)
        rings = 3 if count > 7 else chance.choice((3, 4))
        uneven = chance.uniform(0.25, 1.0)
        start = chance.uniform(-8.0, 8.0)
        whorls = []
        for ring in range(rings):
            part = ring / (rings - 1)
            petals = count if ring < 2 else max(5, count - chance.choice((1, 2, 3)))
            length = (1.0, 0.80, 0.60, 0.43)[ring] * chance.uniform(0.97, 1.03)
            closed = length + (0.985 - length) * 0.42
            width = (0.65 - 0.19 * slender) * (8.5 / petals) ** 0.6 * (1.0 + 0.16 * part)
            offset = start + (180.0 / petals if ring % 2 else 0.0) + chance.uniform(-5.0, 5.0) * uneven
            # Petals in between are mostly covered: their shade would cost more than it shows.
            shaded = ring in (0, rings - 1)
            whorls.append(Whorl(length, closed, width, _ring(chance, petals, offset, uneven, shaded)))
        return cls(
            seed,
            tuple(whorls),
            tip=chance.uniform(0.0, 1.0),
            belly=chance.uniform(0.50, 0.62),
            curl=chance.uniform(-1.0, 1.0),
            tint=chance.uniform(0.0, 1.0),
            turn=chance.choice((-1.0, 1.0)) * chance.uniform(3.0, 7.0),
            stamens=chance.choice((11, 13, 13, 15, 17)),
        )

    @cached_property
    def outline(self) -> QPainterPath:
        """One petal of half width 0.5, soft at its tip."""
        return _petal(self.tip, self.belly, self.curl, -0.5, 0.5)

    @cached_property
    def _bared(self) -> tuple[QPainterPath, ...]:
        inner = len(self.whorls) - 1
        return tuple(
            self.outline if depth == inner else _without_base(self.outline, HIDDEN[min(depth, 1)])
            for depth in range(len(self.whorls))
        )

    def bared(self, depth: int) -> QPainterPath:
        """A petal of the whorl `depth` without the part that the whorls above it cover when all are open."""
        return self._bared[depth]

    @cached_property
    def folds(self) -> tuple[QPainterPath, QPainterPath]:
        """The halves of a petal left and right of its midrib."""
        right = _petal(self.tip, self.belly, self.curl, 0.0, 0.5)
        left = QTransform.fromScale(-1.0, 1.0).map(_petal(self.tip, self.belly, -self.curl, 0.0, 0.5))
        return left, right


def _ring(chance: Random, count: int, offset: float, uneven: float, shaded: bool) -> tuple[Petal, ...]:
    petals = []
    for k in range(count):
        angle = offset + 360.0 * k / count + chance.uniform(-4.5, 4.5) * uneven
        angle = (angle + 180.0) % 360.0 - 180.0
        # The half that looks away from the light, the more so the more the petal lies across it.
        across = sin(radians(angle - LIGHT_FROM))
        shade = across if shaded and abs(across) > LIT_EVENLY else 0.0
        length = 1.0 - chance.uniform(0.0, 0.10) * uneven
        petals.append(Petal(angle, length, 1.0 + chance.uniform(-0.09, 0.09) * uneven, shade))
    # From the back (pointing down, away from the light) to the front: each lies over its neighbours.
    return tuple(sorted(petals, key=lambda petal: -abs(petal.angle)))


def _without_base(outline: QPainterPath, part: float) -> QPainterPath:
    kept = QPainterPath()
    kept.addRect(-1.0, -1.1, 2.0, 1.1 - part)
    return outline.intersected(kept)


def _petal(tip: float, belly: float, curl: float, left: float, right: float) -> QPainterPath:
    lean = 0.035 * curl
    soft = 0.44 - 0.30 * tip
    path = QPainterPath()
    path.moveTo(0.0, 0.0)
    _side(path, left, belly, lean, soft)
    path.cubicTo(lean + right * soft, -1.0, right, -(belly + 0.55 * (1.0 - belly)), right, -belly)
    path.cubicTo(right, -(belly - 0.30), right * 0.34, -0.12, 0.0, 0.0)
    path.closeSubpath()
    return path


def _side(path: QPainterPath, left: float, belly: float, lean: float, soft: float) -> None:
    if left >= 0.0:
        # The midrib: straight up, leaning with the petal.
        path.cubicTo(0.0, -0.3, lean * 0.2, -0.7, lean, -1.0)
        return
    path.cubicTo(left * 0.34, -0.12, left, -(belly - 0.30), left, -belly)
    path.cubicTo(left, -(belly + 0.55 * (1.0 - belly)), lean + left * soft, -1.0, lean, -1.0)
