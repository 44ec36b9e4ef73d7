"""Touch drawing: the holds of `core/touch_holds.HOLDS`, drawn from lines: people without a face, of any kind.

One size of its own (360 by 360), one line, two colours: what is worn in ink, hands and warm things in warmth.
A pure function of its arguments; called by the breath view. Main thread.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QRadialGradient,
    QTransform,
)

from kindtimer.visuals.palette import Palette, mixed

SIDE = 360.0
"""Of the square the drawings are made in."""

LINE = 4.5
"""Width of the one line, in that square."""

At = tuple[float, float]


@dataclass(frozen=True)
class Brush:
    """Painter and colours of one drawing. `cloth` and `skin` cover what lies behind them."""

    painter: QPainter
    ink: QColor
    cloth: QColor
    hair: QColor
    far_cloth: QColor
    warm: QColor
    skin: QColor
    glow: float

    @classmethod
    def of(cls, painter: QPainter, palette: Palette) -> "Brush":
        """For one palette."""
        ground = palette.ground
        return cls(
            painter,
            ink=mixed(ground, palette.ink, 0.80),
            hair=mixed(ground, palette.ink, 0.34),
            cloth=mixed(ground, palette.ink, 0.11),
            far_cloth=mixed(ground, palette.ink, 0.06),
            warm=palette.warmth,
            skin=mixed(ground, palette.warmth, 0.30),
            glow=0.34 if palette.dark else 0.26,
        )

    def shape(self, path: QPainterPath, fill: QColor, line: QColor) -> None:
        """A filled shape with the one line about it."""
        self.painter.setPen(_pen(line))
        self.painter.setBrush(fill)
        self.painter.drawPath(path)

    def lines(self, path: QPainterPath, line: QColor, light: float = 1.0) -> None:
        """Lines alone."""
        colour = QColor(line)
        colour.setAlphaF(light)
        self.painter.setPen(_pen(colour))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

    def light(self, at: At, wide: float, high: float) -> None:
        """A soft warm place behind something, so far to its sides and up and down."""
        soft = QRadialGradient(0.0, 0.0, 1.0)
        for part, level in ((0.0, 1.0), (0.35, 0.72), (0.7, 0.22), (1.0, 0.0)):
            soft.setColorAt(part, mixed(self.warm, self.warm, 0.0, self.glow * level))
        self.painter.save()
        self.painter.translate(*at)
        self.painter.scale(wide, high)
        self.painter.fillRect(QRectF(-1.0, -1.0, 2.0, 2.0), QBrush(soft))
        self.painter.restore()


def paint_hold(painter: QPainter, place: QRectF, hold: str, palette: Palette, light: float = 1.0) -> None:
    """Draw one hold into a square place, by its id; `light` 0–1. Nothing for an id there is no drawing of."""
    draw = DRAWINGS.get(hold)
    if draw is None or light <= 0.0:
        return
    painter.save()
    painter.setOpacity(light)
    painter.translate(place.topLeft())
    painter.scale(place.width() / SIDE, place.height() / SIDE)
    painter.setClipRect(QRectF(0.0, 0.0, SIDE, SIDE), Qt.ClipOperation.IntersectClip)
    draw(Brush.of(painter, palette))
    painter.restore()


# --- what they are made of --------------------------------------------------------------------------


def _pen(colour: QColor) -> QPen:
    return QPen(colour, LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def curve(start: At, *parts: tuple[float, ...]) -> QPainterPath:
    """A path: each part is a line (2 numbers), a soft bend (4) or a curve (6), on from the last one's end."""
    path = QPainterPath(QPointF(*start))
    for part in parts:
        if len(part) == 2:
            path.lineTo(*part)
        elif len(part) == 4:
            path.quadTo(*part)
        else:
            path.cubicTo(*part)
    return path


def mirrored(path: QPainterPath) -> QPainterPath:
    """The same on the other side of the middle."""
    return QTransform(-1.0, 0.0, 0.0, 1.0, SIDE, 0.0).map(path)


def tube(path: QPainterPath, wide: float) -> QPainterPath:
    """A sleeve, a trouser leg: so wide along a path, round at its ends."""
    stroker = QPainterPathStroker()
    stroker.setWidth(wide)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(path).simplified()


def hand(at: At, angle: float, *, size: float = 1.0, flip: bool = False) -> tuple[QPainterPath, QPainterPath]:
    """A hand seen from its back, its wrist `at` a point, its fingers towards `angle` (degrees, 0 is right).

    Its outline, and the lines between its fingers. `flip` puts the thumb on the other side.
    """
    outline = tube(curve((-6.0, 0.0), (30.0, 0.0)), 40.0)
    for y, long in ((-14.5, 66.0), (-5.0, 73.0), (4.8, 71.0), (14.0, 61.0)):
        outline = outline.united(tube(curve((30.0, y * 0.9), (long, y)), 11.5))
    outline = outline.united(tube(curve((10.0, -12.0), (26.0, -27.0, 47.0, -29.0)), 12.5))
    between = QPainterPath()
    for y in (-9.8, -0.2, 9.4):
        between.moveTo(42.0, y * 0.95)
        between.lineTo(62.0, y)
    turn = radians(angle)
    across, along = size * cos(turn), size * sin(turn)
    side = -1.0 if flip else 1.0
    placed = QTransform(across, along, -side * along, side * across, at[0], at[1])
    return placed.map(outline.simplified()), placed.map(between)


def _hand(brush: Brush, at: At, angle: float, *, size: float = 1.0, flip: bool = False) -> None:
    outline, between = hand(at, angle, size=size, flip=flip)
    brush.shape(outline, brush.skin, brush.warm)
    brush.lines(between, brush.warm, 0.75)


def sleeve(path: QPainterPath, wide: float) -> QPainterPath:
    """A sleeve along a path: round where it begins, cut straight where the hand comes out."""
    stroker = QPainterPathStroker()
    stroker.setWidth(wide)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    shoulder = QPainterPath()
    shoulder.addEllipse(path.pointAtPercent(0.0), wide / 2.0, wide / 2.0)
    return stroker.createStroke(path).united(shoulder).simplified()


def _sleeve(brush: Brush, path: QPainterPath, wide: float = 50.0) -> None:
    brush.shape(sleeve(path, wide), brush.cloth, brush.ink)


HEAD: At = (180.0, 84.0)

TORSO = curve((52.0, 356.0), (52.0, 262.0, 62.0, 206.0, 142.0, 178.0), (180.0, 196.0, 218.0, 178.0))
TORSO.cubicTo(298.0, 206.0, 308.0, 262.0, 308.0, 356.0)
"""Shoulders and body; the lower edge of the drawing ends it."""


def _person(brush: Brush, head: At = HEAD) -> None:
    """Head, neck, shoulders and body, from the front."""
    x, y = head
    neck = curve((x - 22.0, y + 30.0), (x - 22.0, y + 70.0, 142.0, 178.0), (180.0, 200.0, 218.0, 178.0))
    neck.quadTo(x + 22.0, y + 70.0, x + 22.0, y + 30.0)
    brush.shape(neck, brush.skin, brush.warm)
    face = QPainterPath()
    face.addEllipse(QPointF(x, y), 47.0, 55.0)
    brush.shape(face, brush.skin, brush.warm)
    hair = curve((x - 49.0, y + 16.0), (x - 66.0, y - 82.0, x + 66.0, y - 82.0, x + 49.0, y + 16.0))
    hair.cubicTo(x + 44.0, y - 16.0, x + 20.0, y - 20.0, x - 4.0, y - 32.0)
    hair.cubicTo(x - 22.0, y - 18.0, x - 44.0, y - 12.0, x - 49.0, y + 16.0)
    brush.shape(hair, brush.hair, brush.ink)
    body = QPainterPath(TORSO)
    body.closeSubpath()
    brush.painter.setPen(Qt.PenStyle.NoPen)
    brush.painter.setBrush(brush.cloth)
    brush.painter.drawPath(body)
    brush.lines(TORSO, brush.ink)


# --- the drawings ----------------------------------------------------------------------------------


def _feet_on_floor(brush: Brush) -> None:
    brush.light((180.0, 318.0), 180.0, 42.0)
    brush.lines(curve((28.0, 322.0), (332.0, 322.0)), brush.warm)
    for x, far in ((206.0, True), (112.0, False)):
        foot = curve((x - 22.0, 250.0), (x - 30.0, 300.0), (x - 32.0, 320.0, x - 12.0, 320.0))
        foot.lineTo(x + 84.0, 320.0)
        foot.cubicTo(x + 108.0, 320.0, x + 104.0, 294.0, x + 78.0, 288.0)
        foot.cubicTo(x + 48.0, 282.0, x + 32.0, 268.0, x + 26.0, 244.0)
        foot.closeSubpath()
        brush.shape(foot, brush.skin, brush.warm)
        leg = curve((x - 38.0, 40.0), (x - 40.0, 120.0, x - 30.0, 190.0, x - 30.0, 252.0))
        leg.quadTo(x + 2.0, 264.0, x + 34.0, 250.0)
        leg.cubicTo(x + 36.0, 190.0, x + 44.0, 120.0, x + 44.0, 40.0)
        brush.shape(leg, brush.far_cloth if far else brush.cloth, brush.ink)
        brush.lines(curve((x - 20.0, 200.0), (x - 6.0, 208.0, x + 8.0, 204.0)), brush.ink, 0.5)


def _warm_cup(brush: Brush) -> None:
    brush.light((180.0, 196.0), 190.0, 170.0)
    for x in (146.0, 180.0, 214.0):
        steam = curve((x, 108.0), (x - 16.0, 92.0, x, 78.0), (x + 16.0, 62.0, x, 44.0))
        brush.lines(steam, brush.warm, 0.7)
    cup = curve((98.0, 132.0), (104.0, 236.0), (108.0, 296.0, 150.0, 296.0), (210.0, 296.0))
    cup.cubicTo(252.0, 296.0, 256.0, 236.0, 262.0, 132.0)
    cup.closeSubpath()
    brush.shape(cup, brush.cloth, brush.ink)
    rim = QPainterPath()
    rim.addEllipse(QPointF(180.0, 132.0), 82.0, 17.0)
    brush.shape(rim, brush.skin, brush.ink)
    for side in (False, True):
        _hand(
            brush, (290.0, 238.0) if side else (70.0, 238.0), -136.0 if side else -44.0, size=1.35, flip=side
        )
        arm = curve((-30.0, 362.0), (14.0, 308.0, 64.0, 246.0))
        _sleeve(brush, mirrored(arm) if side else arm, 66.0)


def _blanket(brush: Brush) -> None:
    brush.light((180.0, 210.0), 180.0, 170.0)
    _person(brush)
    for side in (True, False):
        fold = curve((132.0, 158.0), (60.0, 178.0, 26.0, 250.0, 26.0, 356.0), (226.0, 356.0))
        fold.cubicTo(232.0, 296.0, 196.0, 230.0, 158.0, 196.0)
        fold.quadTo(140.0, 180.0, 132.0, 158.0)
        brush.shape(mirrored(fold) if side else fold, brush.skin, brush.warm)
        for line in (
            curve((104.0, 214.0), (74.0, 266.0, 76.0, 338.0)),
            curve((142.0, 220.0), (128.0, 276.0, 136.0, 340.0)),
        ):
            brush.lines(mirrored(line) if side else line, brush.warm, 0.45)
    brush.lines(curve((166.0, 240.0), (196.0, 280.0, 204.0, 340.0)), brush.warm, 0.45)


def _cupped_hands(brush: Brush) -> None:
    brush.light((180.0, 214.0), 190.0, 140.0)
    arm = curve((-16.0, 372.0), (30.0, 292.0, 96.0, 240.0))
    _hand(brush, (268.0, 246.0), 176.0, size=1.75)
    _sleeve(brush, mirrored(arm), 76.0)
    _hand(brush, (94.0, 224.0), 8.0, size=1.75)
    _sleeve(brush, arm, 76.0)


def _own_hand(brush: Brush) -> None:
    brush.light((180.0, 188.0), 180.0, 160.0)
    _hand(brush, (254.0, 250.0), -132.0, size=1.75, flip=True)
    _sleeve(brush, mirrored(curve((-16.0, 376.0), (40.0, 330.0, 104.0, 252.0))), 76.0)
    _hand(brush, (102.0, 226.0), -22.0, size=1.75)
    _sleeve(brush, curve((-20.0, 300.0), (40.0, 280.0, 98.0, 230.0)), 76.0)


def _arm(brush: Brush, elbow: At, wrist: At, *, side: bool) -> None:
    """A bent arm of a person from the front: from its shoulder over its elbow to its wrist."""
    x, y = elbow
    path = curve((88.0, 226.0), (x - 6.0, y - 40.0, x, y - 4.0), (x + 12.0, y + 18.0, *wrist))
    _sleeve(brush, mirrored(path) if side else path, 48.0)


def _hands_on_chest(brush: Brush) -> None:
    _person(brush)
    brush.light((180.0, 246.0), 116.0, 100.0)
    _hand(brush, (222.0, 264.0), -156.0, size=1.15, flip=True)
    _arm(brush, (74.0, 310.0), (144.0, 270.0), side=True)
    _hand(brush, (138.0, 264.0), -24.0, size=1.15)
    _arm(brush, (74.0, 310.0), (144.0, 270.0), side=False)


def _chest_and_belly(brush: Brush) -> None:
    _person(brush)
    brush.light((180.0, 236.0), 96.0, 72.0)
    brush.light((180.0, 316.0), 96.0, 66.0)
    _hand(brush, (216.0, 320.0), 178.0, size=1.15, flip=True)
    _arm(brush, (72.0, 312.0), (146.0, 324.0), side=True)
    _hand(brush, (134.0, 246.0), -14.0, size=1.15)
    _arm(brush, (74.0, 304.0), (140.0, 250.0), side=False)


def _cheek(brush: Brush) -> None:
    _person(brush)
    brush.light((146.0, 112.0), 96.0, 96.0)
    _hand(brush, (112.0, 178.0), -62.0, size=1.15, flip=True)
    _sleeve(brush, curve((86.0, 240.0), (50.0, 300.0, 58.0, 286.0), (66.0, 262.0, 116.0, 172.0)), 48.0)


def _crossed_arms(brush: Brush) -> None:
    _person(brush)
    brush.light((180.0, 268.0), 150.0, 80.0)
    far = curve((88.0, 230.0), (62.0, 318.0, 112.0, 316.0), (166.0, 310.0, 212.0, 266.0))
    near = curve((88.0, 230.0), (62.0, 328.0, 116.0, 326.0), (172.0, 318.0, 216.0, 270.0))
    _hand(brush, (150.0, 262.0), -146.0, size=1.15, flip=True)
    _sleeve(brush, mirrored(far), 48.0)
    _hand(brush, (212.0, 264.0), -34.0, size=1.15)
    _sleeve(brush, near, 48.0)


DRAWINGS: Mapping[str, Callable[[Brush], None]] = {
    "feet_on_floor": _feet_on_floor,
    "warm_cup": _warm_cup,
    "blanket": _blanket,
    "cupped_hands": _cupped_hands,
    "own_hand": _own_hand,
    "hands_on_chest": _hands_on_chest,
    "chest_and_belly": _chest_and_belly,
    "cheek": _cheek,
    "crossed_arms": _crossed_arms,
}
"""Each hold's drawing, by its id."""
