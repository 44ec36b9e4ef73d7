"""Offer paper: what the card of an offer is made of. The ground, some warmth about the bud, a hairline.

With a compositor its corners are see-through; without one the window is cut to `round_region`. Main thread.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QRadialGradient, QRegion

from kindtimer.ui.dress import Dress
from kindtimer.visuals.ground import lay_ground
from kindtimer.visuals.measures import CARD_BUD, CARD_CORNER
from kindtimer.visuals.palette import CONTRAST, Palette, mixed

GLOW = 2.4
"""Radius of the warmth by the bud's height."""


class OfferPaper:
    """Painted once for a size and a look, then only copied."""

    def __init__(self) -> None:
        self._made: tuple[tuple[object, ...], QPixmap] | None = None

    def forget(self) -> None:
        """Give the picture back."""
        self._made = None

    def paint(self, painter: QPainter, place: QRect, bud: QPoint | None, dress: Dress, *, soft: bool) -> None:
        """Paint it on `place`; `bud` is the middle of the bud, `soft` says that corners are see-through."""
        ratio = painter.device().devicePixelRatioF()
        wanted = (place.size(), bud, dress.palette.name, dress.scale, ratio, soft)
        if self._made is None or self._made[0] != wanted:
            self._made = wanted, _paper(place.size(), bud, dress, ratio, soft=soft)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(place.topLeft(), self._made[1])
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _paper(size: QSize, bud: QPoint | None, dress: Dress, ratio: float, *, soft: bool) -> QPixmap:
    made = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(0.0, 0.0, size.width(), size.height())
    lay_ground(painter, QRect(0, 0, size.width(), size.height()), dress.palette, ratio)
    if bud is not None:
        _warm(painter, place, QPointF(bud), dress.px(CARD_BUD) * GLOW, dress.palette)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(hairline(dress.palette), 1.0))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), CARD_CORNER - 0.5, CARD_CORNER - 0.5)
    if soft:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        cut = QPixmap(made.size())
        cut.setDevicePixelRatio(ratio)
        cut.fill(Qt.GlobalColor.transparent)
        scissors = QPainter(cut)
        scissors.setRenderHint(QPainter.RenderHint.Antialiasing)
        scissors.setPen(Qt.PenStyle.NoPen)
        scissors.setBrush(Qt.GlobalColor.black)
        scissors.drawRoundedRect(place, CARD_CORNER, CARD_CORNER)
        scissors.end()
        painter.drawPixmap(0, 0, cut)
    painter.end()
    return made


def _warm(painter: QPainter, place: QRectF, at: QPointF, reach: float, palette: Palette) -> None:
    if palette.name == CONTRAST.name:
        return  # nothing but what is said
    strength = 0.13 if palette.dark else 0.08
    light = QRadialGradient(at, reach)
    for step in range(9):
        x = step / 8.0
        level = 1.0 - x * x * (3.0 - 2.0 * x)
        light.setColorAt(x, mixed(palette.warmth, palette.warmth, 0.0, strength * level))
    painter.fillRect(place, light)


def hairline(palette: Palette) -> QColor:
    """What sets the card apart from whatever lies behind it; where contrast is asked for, an outline."""
    if palette.name == CONTRAST.name:
        return palette.line
    return mixed(palette.ground, palette.ink, 0.20 if palette.dark else 0.16)


def round_region(size: QSize, radius: int) -> QRegion:
    """A rectangle without its corners: each row of them is as long as its middle wants it."""
    wide, high = size.width(), size.height()
    region = QRegion(0, radius, wide, max(0, high - 2 * radius))
    for row in range(radius):
        up = radius - row - 0.5
        inset = round(radius - (radius * radius - up * up) ** 0.5)
        for y in (row, high - 1 - row):
            region += QRegion(inset, y, wide - 2 * inset, 1)
    return region
