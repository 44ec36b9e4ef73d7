"""Placing: on which screen and where a session stands, and how large text is wished. Pure but for asking Qt.

Full: the screen with the pointer. Small: 24 px from the lower right corner of its work area.
"""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QGuiApplication, QPalette, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

SMALL = QSize(360, 480)
FROM_CORNER = 24
USUAL_POINTS = 11.0
"""The largest size desktops use for ordinary text; beyond it larger text was asked for."""

USUAL_DPI = 96.0


def screen_with_pointer() -> QScreen:
    """The screen the pointer is on, else the first."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def small_place(work_area: QRect, text_scale: float) -> QRect:
    """Where the small session stands: in the corner, a little larger for larger text, never off-screen."""
    grown = min(2.0, max(1.0, text_scale))
    width = min(round(SMALL.width() * grown), work_area.width())
    height = min(round(SMALL.height() * grown), work_area.height())
    left = max(work_area.left(), work_area.right() + 1 - FROM_CORNER - width)
    top = max(work_area.top(), work_area.bottom() + 1 - FROM_CORNER - height)
    return QRect(left, top, width, height)


def fitted(stood: QRect, areas: Sequence[QRect], frame: QMargins) -> QRect | None:
    """Where a window that `stood` there goes now: onto a work area, with the `frame` it is given there.

    It stays on the area it lies on most, no larger than that; one whose screen is gone comes to the middle of
    the first. None where there is no screen at all.
    """

    def shared(area: QRect) -> int:
        common = area.intersected(stood)
        return max(0, common.width()) * max(0, common.height())

    area = max(areas, key=shared, default=None)
    if area is None:
        return None
    room = area.marginsRemoved(frame)
    if room.width() < 1 or room.height() < 1:
        room = area
    place = QRect(stood.topLeft(), stood.size().boundedTo(room.size()))
    if shared(area) == 0:
        place.moveCenter(room.center())
    left = min(max(place.left(), room.left()), room.right() + 1 - place.width())
    top = min(max(place.top(), room.top()), room.bottom() + 1 - place.height())
    place.moveTopLeft(QPoint(left, top))
    return place


def text_scale(font: QFont, screen: QScreen) -> float:
    """1–2: how much larger than usual the desktop wants its text.

    A desktop says it by its fonts' resolution (GNOME, KDE, `Xft.dpi`) or by a larger ordinary font.
    """
    by_dpi = screen.logicalDotsPerInch() / USUAL_DPI
    by_font = font.pointSizeF() / USUAL_POINTS if font.pointSizeF() > 0 else 1.0
    return min(2.0, max(1.0, by_dpi) * max(1.0, by_font))


def put_flags(window: QWidget, flags: Qt.WindowType) -> None:
    """Give a window these flags; one that is seen stays the same native window.

    Made anew, it would count as one without the keyboard: no ring of focus, nothing for a screen reader.
    """
    handle = window.windowHandle()
    if window.windowFlags() == flags:
        return
    if handle is None or not window.isVisible():
        window.setWindowFlags(flags)
        return
    window.overrideWindowFlags(flags)
    handle.setFlags(flags)


def seen_at(screen: QScreen, place: QRect) -> QPixmap | QColor | None:
    """What a session opens out of: the place as it is seen now, held for the 600 ms of the opening alone.

    Only X11 shows it to a program unasked. Elsewhere a dark desktop's own colour; from a light one the
    ground is there at once, since a white flash is no way into a quiet minute.
    """
    if QGuiApplication.platformName() == "xcb":
        at = place.topLeft() - screen.geometry().topLeft()
        seen = screen.grabWindow(0, at.x(), at.y(), place.width(), place.height())
        if not seen.isNull():
            return seen
    colour = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return colour if colour.lightness() < 128 else None
