"""Petals: puts a FlowerShape, lit by a FlowerLight, onto a painter. A pure function of its arguments.

Cost matters here more than anywhere: it runs for every frame. Measured: a path that is mapped first and
drawn under a plain painter is filled four times faster than one the painter turns and scales, so petals
are mapped to device pixels, and one radial gradient serves all petals of a whorl and shade. Main thread.
"""

from dataclasses import dataclass
from math import cos, pi, radians, sin, sqrt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QRadialGradient, QTransform

from kindtimer.visuals.flower import FlowerShape, Whorl
from kindtimer.visuals.flower_light import FlowerLight
from kindtimer.visuals.palette import Palette, mixed
from kindtimer.visuals.petal_dress import dressed, stops_of
from kindtimer.visuals.seed_mark import paint_seed

SEED_OF_CLOSED = 0.40
"""Height of the seed by the closed flower's diameter."""

STILL_OPENNESS = 0.62

FOLDED = 0.72
"""Length of a folded petal by the seed's height: all of it lies behind the seed."""

HEART = 0.15
"""Height of the seed by the radius, once the flower stands open."""

RIM, RIM_WIDTH = 0.62, 0.014
"""How strong the line about the held flower is, and how wide by the radius."""

GOLDEN = pi * (3.0 - sqrt(5.0))


@dataclass(frozen=True, slots=True)
class Bed:
    """Where and how one flower is painted: the petals' base and the radius in device pixels."""

    painter: QPainter
    base: QPointF
    radius: float
    openness: float
    light: FlowerLight
    palette: Palette
    shape: FlowerShape


def paint_flower(
    painter: QPainter,
    centre: QPointF,
    closed: float,
    opened: float,
    light: FlowerLight,
    palette: Palette,
    shape: FlowerShape,
) -> None:
    """Paint the flower about `centre`; `closed` and `opened` are its diameters in pixels."""
    start = painter.worldTransform()
    scale = painter.combinedTransform().m11()
    if scale != 1.0:
        # Device pixels: under a scaled painter every fill would take the slow way.
        painter.scale(1.0 / scale, 1.0 / scale)
        centre, closed, opened = centre * scale, closed * scale, opened * scale
    bloom = light.bloom
    openness = STILL_OPENNESS if light.still else light.openness
    seed_height = SEED_OF_CLOSED * closed
    radius = radius_of(closed, opened, light)
    base = QPointF(centre.x(), centre.y() + 0.5 * seed_height * (1.0 - bloom))
    # Folded petals stand a little inside the seed, so that none peeps out at its foot.
    inside = QPointF(base.x(), base.y() - 0.05 * seed_height * (1.0 - bloom))
    bed = Bed(painter, inside, radius, openness, light, palette, shape)
    painter.setPen(Qt.PenStyle.NoPen)
    if bloom > 0.0:
        for depth in range(len(shape.whorls)):
            _paint_whorl(bed, depth)
        _paint_glow(bed)
    height = seed_height + (radius * HEART - seed_height) * bloom
    foot = QPointF(base.x(), base.y() + 0.5 * height * bloom)
    paint_seed(painter, foot, height, palette, opened=bloom, warmed=light.warmth)
    if bloom > 0.0:
        _paint_signs(bed)
    painter.setWorldTransform(start)


def radius_of(closed: float, opened: float, light: FlowerLight) -> float:
    """How far the longest petal reaches from its base, in the unit of the two diameters."""
    openness = STILL_OPENNESS if light.still else light.openness
    full = 0.5 * (closed + (opened - closed) * openness)
    seed = SEED_OF_CLOSED * closed
    return seed + (full - seed) * light.bloom


def spread_of(bloom: float, part: float) -> float:
    """How far a whorl has fanned out, 0–1; outer whorls (`part` 0) lead, the heart's (1) follow."""
    late = 0.16 * part
    x = min(1.0, max(0.0, (bloom - late) / (1.0 - late)))
    return x * x * (3.0 - 2.0 * x)


def fanned(spread: float, angle: float) -> float:
    """How far a petal at `angle` degrees from upright has fanned out, 0–1.

    Those that will point down come last: the lowest one would hang alone beside the bud otherwise.
    """
    low = abs(angle) / 180.0
    return float(spread ** (1.0 + 0.8 * low**4))


def _whorl_length(whorl: Whorl, openness: float, bloom: float) -> float:
    length = whorl.closed_length + (whorl.length - whorl.closed_length) * openness
    return FOLDED + (length - FOLDED) * bloom


def _paint_whorl(bed: Bed, depth: int) -> None:
    whorl, shape, painter = bed.shape.whorls[depth], bed.shape, bed.painter
    part = depth / (len(shape.whorls) - 1)
    spread = spread_of(bed.light.bloom, part)
    reach = _whorl_length(whorl, bed.openness, bed.light.bloom)
    length = bed.radius * reach
    # A closed petal stands up towards the eye: it looks shorter, and so broader, than an open one.
    width = whorl.width * length * (1.30 - 0.30 * bed.openness) * (0.62 + 0.38 * bed.light.bloom)
    brush = _brush(bed, part, reach)
    fold, depth_of_fold = _fold(bed.palette, part)
    turn = shape.turn * (bed.openness - 0.5) * (1.0 if depth % 2 else -0.6)
    outline = shape.bared(depth) if bed.light.bloom >= 1.0 else shape.outline
    x, y = bed.base.x(), bed.base.y()
    rim = _rim(bed) if depth == 0 and bed.light.dew > 0.0 else None
    # The line lies within the petal: held, nothing grows.
    edge = rim.widthF() if rim is not None else 0.0
    for petal in whorl.petals:
        angle = radians((petal.angle + turn) * fanned(spread, petal.angle))
        wide, long = width * petal.width - edge, length * petal.length - 0.5 * edge
        across, along = cos(angle), sin(angle)
        placed = QTransform(wide * across, wide * along, -long * along, long * across, x, y)
        painter.setBrush(brush)
        if rim is not None:
            painter.setPen(rim)
        painter.drawPath(placed.map(outline))
        painter.setPen(Qt.PenStyle.NoPen)
        if petal.shade:
            fold.setAlphaF(depth_of_fold * abs(petal.shade))
            painter.setBrush(fold)
            painter.drawPath(placed.map(shape.folds[petal.shade > 0.0]))


def _rim(bed: Bed) -> QPen:
    """The edge of the outermost petals while a full breath is held: one still line of light."""
    colour = QColor(bed.palette.ink if bed.palette.dark else bed.palette.warmth)
    colour.setAlphaF(RIM * bed.light.dew)
    return QPen(colour, RIM_WIDTH * bed.radius * bed.light.dew)


def _fold(palette: Palette, part: float) -> tuple[QColor, float]:
    """The colour of a petal's shade, and its alpha where it is deepest: softer towards the heart."""
    if palette.dark:
        return QColor(palette.ground_top), 0.22 - 0.11 * part
    return QColor(palette.breath_out), 0.15 - 0.07 * part


def _brush(bed: Bed, part: float, reach: float) -> QBrush:
    """A whorl's light from base to tip. `part` 0 is the outermost whorl, 1 the inmost."""
    gradient = QRadialGradient(bed.base, bed.radius * reach)
    gradient.setStops(stops_of(dressed(bed.palette, bed.shape.tint, part), bed.light, reach))
    return QBrush(gradient)


def _paint_glow(bed: Bed) -> None:
    """The warm light about the heart, and the seeds it carries."""
    light, palette, painter = bed.light, bed.palette, bed.painter
    shown = max(0.0, light.bloom - 0.55) / 0.45
    if shown <= 0.0:
        return
    reach = bed.radius * (0.27 + 0.20 * light.warmth)
    glow = QRadialGradient(bed.base, reach)
    strength = ((0.42 if palette.dark else 0.25) + (0.50 if palette.dark else 0.30) * light.warmth) * shown
    warm = QColor(palette.warmth)
    for at, level in ((0.0, 1.0), (0.25, 0.74), (0.5, 0.34), (0.75, 0.08), (1.0, 0.0)):
        warm.setAlphaF(strength * level)
        glow.setColorAt(at, warm)
    painter.setBrush(glow)
    painter.drawEllipse(bed.base, reach, reach)
    lightness = 0.45 if palette.dark else 0.2
    painter.setBrush(mixed(palette.warmth, palette.ink, lightness, shown * (0.62 + 0.38 * light.warmth)))
    painter.drawPath(_stamens(bed.base, bed.radius * (1.0 + 0.10 * light.warmth), bed.shape.stamens))


def _stamens(base: QPointF, radius: float, count: int) -> QPainterPath:
    """Seeds about the heart, set by the golden angle, smaller the further out."""
    dots = QPainterPath()
    for k in range(count):
        part = (k + 0.5) / count
        away = radius * (0.095 + 0.095 * sqrt(part))
        size = max(0.7, radius * (0.0135 - 0.006 * part))
        turn = k * GOLDEN
        dots.addEllipse(QPointF(base.x() + away * sin(turn), base.y() - away * cos(turn)), size, size)
    return dots


def _paint_signs(bed: Bed) -> None:
    """What tells stillness: dew at the tips when full, one pearl in the heart when empty."""
    light, painter, radius = bed.light, bed.painter, bed.radius
    # A drop is light on either ground: it lies on a petal, not on the ground.
    ink = QColor(bed.palette.ink if bed.palette.dark else bed.palette.ground_top)
    if light.dew > 0.0:
        ink.setAlphaF(0.88 * light.dew)
        painter.setBrush(ink)
        painter.drawPath(_dew(bed))
    if light.pearl > 0.0:
        ink.setAlphaF(0.92 * light.pearl)
        painter.setBrush(ink)
        painter.drawEllipse(bed.base, radius * 0.085, radius * 0.085)


def _dew(bed: Bed) -> QPainterPath:
    whorl, shape = bed.shape.whorls[0], bed.shape
    length = bed.radius * _whorl_length(whorl, bed.openness, bed.light.bloom)
    drops = QPainterPath()
    size = bed.radius * 0.025
    for petal in whorl.petals:
        angle = radians(petal.angle - shape.turn * 0.6 * (bed.openness - 0.5))
        away = length * petal.length - size * 2.6
        x, y = bed.base.x() + away * sin(angle), bed.base.y() - away * cos(angle)
        drops.addEllipse(QPointF(x, y), size, size)
    return drops
