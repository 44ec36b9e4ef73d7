"""Lines: a few words set into a rectangle, wrapped and made smaller rather than cut. Main thread."""

from PySide6.QtCore import QPointF, QRect, Qt
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
        line.setPosition(QPointF(0.0, height))
        height += max(pitch, line.height())
    layout.endLayout()
    return layout, height


def unparted(text: str) -> str:
    """A line that names several things breaks between them: their dot ends a line, never begins one."""
    parts = text.split(" · ")
    if len(parts) == 1:
        return text
    return "\u00a0· ".join(part.replace(" ", "\u00a0") for part in parts)


def fitting_size(text: str, place: QRect, pixels: float, align: Qt.AlignmentFlag) -> float:
    """The type size in which `text` stands in `place`: `pixels`, or as much smaller as it has to be."""
    text, size = unparted(text), pixels
    layout, height = laid(text, font_of(size), place.width(), align)
    while (height > place.height() + 2 or widest(layout) > place.width()) and size > pixels * SMALLEST:
        size -= max(1.0, pixels * 0.05)
        layout, height = laid(text, font_of(size), place.width(), align)
    return size


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
    text = unparted(text)
    layout, height = laid(text, font_of(fitting_size(text, place, pixels, align)), place.width(), align)
    layout, height = _balanced(layout, height, text, place.width(), align)
    inked = QColor(colour)
    inked.setAlphaF(colour.alphaF() * min(1.0, light))
    painter.setPen(inked)
    top = place.top() + max(0.0, (place.height() - height) / 2.0)
    spare = (
        (place.width() - layout.lineAt(0).width()) / 2.0 if align == Qt.AlignmentFlag.AlignHCenter else 0.0
    )
    layout.draw(painter, QPointF(place.left() + spare, top))


def _balanced(
    layout: QTextLayout, height: float, text: str, wide: float, align: Qt.AlignmentFlag
) -> tuple[QTextLayout, float]:
    """The same number of centred lines, set as narrow as they go, so that no single word is left over."""
    lines, font = layout.lineCount(), layout.font()
    if lines < 2 or align != Qt.AlignmentFlag.AlignHCenter:
        return layout, height
    narrow = wide
    while narrow > wide * 0.5:
        narrow -= wide * 0.04
        tried, high = laid(text, font, narrow, align)
        if tried.lineCount() > lines or widest(tried) > narrow:
            break
        layout, height = tried, high
    return layout, height


def widest(layout: QTextLayout) -> float:
    """The longest line's natural width."""
    return max((layout.lineAt(k).naturalTextWidth() for k in range(layout.lineCount())), default=0.0)
