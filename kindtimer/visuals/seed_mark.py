"""The seed: one drawing for tray, card, session and garden, at four sizes. Main thread.

A warm seed between two leaves. As a flower opens it becomes the heart. For the tray the same drawing
stands in `assets/icons` as SVG, with a dark keyline so that it reads on any panel; a test compares them.
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPixmap, QRadialGradient, QTransform
from PySide6.QtSvg import QSvgRenderer

from kindtimer.visuals.palette import Palette, mixed

SEED_ASPECT = 0.60
"""Width of the closed seed by its height."""

ROUND = 0.5523
"""Where a cubic's handles stand for a quarter of a circle."""

RESTING = "resting"
SESSION = "session"
PAUSED = "paused"
OFFER = "offer"
STATES = (RESTING, SESSION, PAUSED, OFFER)
"""What the tray's seed can say: nothing, a session runs, offers are paused, an offer waits."""

ICON_SIZES = (16, 22, 24, 32, 44, 48, 64, 128)


@lru_cache(maxsize=64)
def seed_path(roundness: float) -> QPainterPath:
    """A seed standing on (0, 0), 1 high with its tip up; `roundness` 1 makes it a ball."""
    half = 0.5 * (SEED_ASPECT + (1.0 - SEED_ASPECT) * roundness)
    low = 0.36 + 0.14 * roundness
    tip = half * ROUND * roundness
    rise = low + (1.0 - low) * (0.40 + (ROUND - 0.40) * roundness)
    path = QPainterPath()
    path.cubicTo(half * ROUND, 0.0, half, -low * (1 - ROUND), half, -low)
    path.cubicTo(half, -rise, tip, -1.0, 0.0, -1.0)
    path.cubicTo(-tip, -1.0, -half, -rise, -half, -low)
    path.cubicTo(-half, -low * (1 - ROUND), -half * ROUND, 0.0, 0.0, 0.0)
    return path


@lru_cache(maxsize=2)
def leaf_path(side: float) -> QPainterPath:
    """A leaf from (0, 0) up and to `side` (-1 or 1), 0.74 high."""
    leaf = QPainterPath(QPointF(0.0, 0.03))
    leaf.cubicTo(side * 0.36, 0.06, side * 0.60, -0.30, side * 0.44, -0.74)
    leaf.cubicTo(side * 0.30, -0.52, side * 0.10, -0.40, 0.0, 0.03)
    return leaf


def paint_seed(
    painter: QPainter,
    foot: QPointF,
    height: float,
    palette: Palette,
    opened: float = 0.0,
    warmed: float = 0.0,
) -> None:
    """Paint the seed standing on `foot`, `height` high.

    `opened` 0–1 rounds it into a flower's heart and lets the leaves go; `warmed` 0–1 lights it.
    """
    # Mapped first: under a scaled painter every path is filled the slow way.
    placed = QTransform(height, 0.0, 0.0, height, foot.x(), foot.y())
    painter.setPen(Qt.PenStyle.NoPen)
    leaves = 1.0 - min(1.0, opened * 2.5)
    fill = QRadialGradient(placed.map(QPointF(-0.10, -0.52 - 0.06 * opened)), 0.62 * height)
    pale = palette.ink if palette.dark else palette.ground_top
    fill.setColorAt(0.0, mixed(palette.warmth, pale, 0.42 + 0.2 * warmed))
    fill.setColorAt(0.55, palette.warmth)
    fill.setColorAt(1.0, mixed(palette.warmth, palette.bloom, 0.4))
    painter.setBrush(fill)
    painter.drawPath(placed.map(seed_path(round(opened, 2))))
    if leaves > 0.0:
        for side, cool in ((-1.0, 0.35), (1.0, 0.0)):
            painter.setBrush(mixed(palette.leaf, palette.breath_in, cool, leaves))
            painter.drawPath(placed.map(leaf_path(side)))


def icon_pixmap(assets: Path, state: str, size: int, dpr: float = 1.0) -> QPixmap:
    """The tray's seed in a `state` of STATES, `size` logical pixels square.

    KeyError for another state, FileNotFoundError where `assets` lacks the drawing.
    """
    drawing = _renderer(assets, state)
    pixmap = QPixmap(QSize(round(size * dpr), round(size * dpr)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0.0, 0.0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap


def seed_icon(assets: Path, state: str = RESTING) -> QIcon:
    """The tray's seed as an icon of all usual sizes; `assets` is the program's folder of assets."""
    icon = QIcon()
    for size in ICON_SIZES:
        icon.addPixmap(icon_pixmap(assets, state, size))
    return icon


@lru_cache(maxsize=len(STATES))
def _renderer(assets: Path, state: str) -> QSvgRenderer:
    names = {
        RESTING: "seed.svg",
        SESSION: "seed-session.svg",
        PAUSED: "seed-paused.svg",
        OFFER: "seed-offer.svg",
    }
    drawing = assets / "icons" / names[state]
    if not drawing.is_file():
        raise FileNotFoundError(f"{drawing} is not there")
    return QSvgRenderer(str(drawing))
