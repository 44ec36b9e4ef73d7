"""The picture of *ground*: a low still horizon and a few lines, all legible at once. Nothing moves here."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QLinearGradient, QPainter, QPainterPath

from kindtimer.visuals.lines import font_of, laid, paint_line
from kindtimer.visuals.palette import Palette, mixed
from kindtimer.visuals.stage import Stage

SMALLEST_PX = 11.0

HORIZON = 0.74
"""Height of the far ridge by the window's height."""


def paint_horizon(painter: QPainter, stage: Stage, palette: Palette) -> None:
    """Two low ridges, one behind the other, over the lower part of the window."""
    width, height = float(stage.width), float(stage.height)
    painter.setPen(Qt.PenStyle.NoPen)
    for at, lift, strength in ((HORIZON, -0.035, 0.10), (HORIZON + 0.07, 0.03, 0.16)):
        ridge = QPainterPath(QPointF(0.0, height * (at + 0.02)))
        ridge.cubicTo(
            width * 0.3, height * (at + lift), width * 0.62, height * (at - lift * 0.6), width, height * at
        )
        ridge.lineTo(width, height)
        ridge.lineTo(0.0, height)
        ridge.closeSubpath()
        fill = QLinearGradient(0.0, height * at, 0.0, height)
        earth = mixed(palette.leaf, palette.breath_out, 0.35)
        fill.setColorAt(0.0, mixed(earth, earth, 0.0, strength))
        fill.setColorAt(1.0, mixed(earth, earth, 0.0, strength * 0.35))
        painter.setBrush(fill)
        painter.drawPath(ridge)


def line_place(stage: Stage) -> QRect:
    """Where one line stands alone over the horizon: in the sky, above the middle."""
    wide = round(min(stage.width - 48.0, 760.0 * stage.text_scale))
    bottom = stage.words.top() if stage.small else round(stage.height * (HORIZON - 0.06))
    top = round(bottom * 0.16)
    return QRect((stage.width - wide) // 2, top, wide, max(1, bottom - top))


def paint_one_line(painter: QPainter, stage: Stage, palette: Palette, line: str, light: float) -> None:
    """One line alone in the sky, `light` 0–1."""
    size = (18.0 if stage.small else 32.0) * stage.text_scale
    paint_line(painter, line_place(stage), line, size, palette.ink, light)


def paint_grounding(painter: QPainter, stage: Stage, palette: Palette, lines: tuple[str, ...]) -> None:
    """The lines, one under the other, between the window's top and its controls."""
    bottom = stage.controls.top() if stage.small else stage.second.top()
    room = QRectF(24.0, 24.0, stage.width - 48.0, bottom - 36.0)
    scale = stage.text_scale
    wide = min(room.width(), 760.0 * scale)
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    # As large as the words of a breath where all five fit so, and never cut.
    sizes = [32.0 * scale, 18.0 * scale, *(18.0 * scale - step for step in range(1, 24))]
    for size in sizes if not stage.small else sizes[1:]:
        gap = size * 1.15
        heights = [laid(line, font_of(size), wide, side)[1] for line in lines]
        total = sum(heights) + gap * (len(lines) - 1)
        if total <= room.height() or size <= SMALLEST_PX:
            break
    left = round((stage.width - wide) / 2.0)
    top = room.top() + max(0.0, (room.height() - total) * 0.42)
    for line, high in zip(lines, heights, strict=True):
        place = QRect(left, round(top), round(wide), round(high) + 2)
        paint_line(painter, place, line, size, palette.ink, 1.0, side)
        top += high + gap
