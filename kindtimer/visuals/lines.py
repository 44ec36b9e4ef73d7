"""Lines: a few words set into a rectangle, wrapped and made smaller rather than cut. Main thread."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QTextLayout, QTextOption

SMALLEST = 0.6
"""How far words that are too long for their place shrink, by the size that was asked for."""

LEADING = 1.22
"""Height of a line by its type size."""


def font_of(pixels: float) -> QFont:
    """The system's sans in its regular weight, `pixels` high."""
    font = QFont(QGuiApplication.font())
    font.setWeight(QFont.Weight.Normal)
    font.setPixelSize(max(8, round(pixels)))
    return font


def laid(text: str, font: QFont, wide: float, align: Qt.AlignmentFlag) -> tuple[QTextLayout, float]:
    """The text broken into lines `wide` pixels long, and the height they take."""
    layout = QTextLayout(text, font)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        pitch = font.pixelSize() * LEADING
        line.setPosition(QRectF(0.0, height, 0.0, 0.0).topLeft())
        height += max(pitch, line.height())
    layout.endLayout()
    return layout, height


def paint_line(
    painter: QPainter,
    place: QRect,
    text: str,
    pixels: float,
    colour: QColor,
    light: float = 1.0,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
) -> None:
    """Set `text` into `place`, centred in its height; `light` 0–1. Too long a text grows smaller."""
    if not text or light <= 0.0:
        return
    size = pixels
    layout, height = laid(text, font_of(size), place.width(), align)
    while (height > place.height() + 2 or widest(layout) > place.width()) and size > pixels * SMALLEST:
        size -= max(1.0, pixels * 0.05)
        layout, height = laid(text, font_of(size), place.width(), align)
    inked = QColor(colour)
    inked.setAlphaF(colour.alphaF() * min(1.0, light))
    painter.setPen(inked)
    top = place.top() + max(0.0, (place.height() - height) / 2.0)
    layout.draw(painter, QRectF(place.left(), top, 0.0, 0.0).topLeft())


def widest(layout: QTextLayout) -> float:
    """The longest line's natural width."""
    return max((layout.lineAt(k).naturalTextWidth() for k in range(layout.lineCount())), default=0.0)
