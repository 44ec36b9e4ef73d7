"""Soil: the still ground under Today: sky, hills, and one seed in lit earth. A pure function of its size.

What grows there comes with the garden. Painted once for a size and palette, then only copied.
Main thread.
"""

from dataclasses import dataclass
from math import pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QRadialGradient

from kindtimer.visuals.palette import Palette, mixed
from kindtimer.visuals.seed_mark import paint_seed

HORIZON = 0.62
"""Height of the horizon in the strip, from its top (screens, *Today*)."""

STEPS = 48
"""So many straight pieces to a line of hills."""


@dataclass(frozen=True)
class Hill:
    """One line of hills: how far `below` the horizon, how high its `wave`, how many, and where they begin."""

    below: float
    wave: float
    count: float
    at: float

    def height(self, place: QRectF, x: float) -> float:
        """Where its edge is at `x`."""
        part = (x - place.left()) / place.width()
        curve = 0.7 * sin(self.at + part * self.count * 2.0 * pi)
        curve += 0.3 * sin(self.at * 1.7 + part * self.count * 5.0)
        return place.top() + (HORIZON + self.below + self.wave * curve) * place.height()


HILLS = (Hill(-0.030, 0.030, 1.35, 0.4), Hill(0.070, 0.036, 1.05, 2.3), Hill(0.215, 0.030, 0.80, 4.4))
"""From far to near, by the strip's height."""

SEED = 0.19
"""Height of the seed by the strip's height, and at most SEED_MOST px."""

SEED_MOST = 46.0


def paint_soil(painter: QPainter, place: QRectF, palette: Palette, scale: float = 1.0) -> None:
    """Paint the strip: sky that grows out of the page's ground, three hills, a seed in lit soil."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    horizon = place.top() + HORIZON * place.height()
    _paint_sky(painter, place, horizon, palette)
    centre = place.center().x()
    ground = horizon + HILLS[-1].below * place.height()
    for depth, hill in enumerate(HILLS):
        part = depth / (len(HILLS) - 1)
        painter.setBrush(_earth(palette, place, part))
        painter.drawPath(_outline(hill, place))
        if depth == len(HILLS) - 2:
            _paint_light(painter, QPointF(centre, ground), place, palette)
    height = min(SEED_MOST * scale, SEED * place.height())
    foot = QPointF(centre, HILLS[-1].height(place, centre) + 0.34 * height)
    _paint_warm_earth(painter, foot, height, palette)
    paint_seed(painter, foot, height, palette)
    _paint_bed(painter, foot, height, palette)


def _paint_sky(painter: QPainter, place: QRectF, horizon: float, palette: Palette) -> None:
    far = palette.breath_out if palette.dark else palette.warmth
    sky = QLinearGradient(0.0, place.top(), 0.0, horizon)
    for at in (0.0, 0.25, 0.5, 0.75, 1.0):
        tone = QColor(far)
        tone.setAlphaF((0.10 if palette.dark else 0.09) * at * at)
        sky.setColorAt(at, tone)
    painter.fillRect(QRectF(place.left(), place.top(), place.width(), horizon - place.top() + 12.0), sky)


def _earth(palette: Palette, place: QRectF, part: float) -> QLinearGradient:
    near = mixed(palette.ground, palette.leaf, 0.20 if palette.dark else 0.25)
    far = mixed(palette.ground, palette.breath_out, 0.16 if palette.dark else 0.14)
    top = mixed(far, near, part)
    low = mixed(top, palette.ground_top if palette.dark else palette.leaf, 0.42 if palette.dark else 0.10)
    earth = QLinearGradient(0.0, place.top() + HORIZON * place.height(), 0.0, place.bottom())
    earth.setColorAt(0.0, top)
    earth.setColorAt(1.0, low)
    return earth


def _outline(hill: Hill, place: QRectF) -> QPainterPath:
    path = QPainterPath(place.bottomLeft())
    for k in range(STEPS + 1):
        x = place.left() + place.width() * k / STEPS
        path.lineTo(x, hill.height(place, x))
    path.lineTo(place.bottomRight())
    path.closeSubpath()
    return path


def _paint_light(painter: QPainter, at: QPointF, place: QRectF, palette: Palette) -> None:
    """A warm light that lies over the earth, behind the nearest hill."""
    reach = 0.62 * place.height()
    light = QRadialGradient(at, reach)
    warm = QColor(palette.warmth)
    for part in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        warm.setAlphaF((0.30 if palette.dark else 0.24) * (1.0 - part) ** 2)
        light.setColorAt(part, warm)
    painter.setBrush(light)
    painter.drawEllipse(at, reach, reach)


def _paint_warm_earth(painter: QPainter, foot: QPointF, height: float, palette: Palette) -> None:
    reach = 3.2 * height
    light = QRadialGradient(foot, reach)
    warm = QColor(palette.warmth)
    for part in (0.0, 0.25, 0.5, 0.75, 1.0):
        warm.setAlphaF((0.34 if palette.dark else 0.26) * (1.0 - part) ** 2)
        light.setColorAt(part, warm)
    painter.setBrush(light)
    painter.drawEllipse(foot, reach, reach * 0.42)


def _paint_bed(painter: QPainter, foot: QPointF, height: float, palette: Palette) -> None:
    """A little earth before the seed: it lies in the soil, not on it."""
    bed = QPainterPath()
    wide = 0.95 * height
    bed.moveTo(foot.x() - wide, foot.y() + 0.02 * height)
    bed.quadTo(foot.x() - 0.45 * wide, foot.y() - 0.20 * height, foot.x(), foot.y() - 0.13 * height)
    bed.quadTo(foot.x() + 0.45 * wide, foot.y() - 0.20 * height, foot.x() + wide, foot.y() + 0.02 * height)
    bed.quadTo(foot.x(), foot.y() + 0.22 * height, foot.x() - wide, foot.y() + 0.02 * height)
    near = mixed(palette.ground, palette.leaf, 0.20 if palette.dark else 0.25)
    painter.setBrush(mixed(near, palette.warmth, 0.26))
    painter.drawPath(bed)
