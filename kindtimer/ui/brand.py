"""Brand: the seed and the program's name, above the places of a wide home window. It only paints itself."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kindtimer.ui.dress import Dress, Wearer
from kindtimer.visuals.measures import BRAND, BRAND_EDGE, GRID, ICON, SMALL_TYPE
from kindtimer.visuals.seed_mark import paint_seed


class Brand(QWidget, Wearer):
    """The seed and the name, above the places."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("KindTimer")
        self._dress: Dress | None = None

    def wear(self, dress: Dress) -> None:
        """Colours and size."""
        self._dress = dress
        self.setFixedHeight(dress.px(BRAND))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(0, self._dress.px(BRAND) if self._dress else BRAND)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The seed at the near end, the name beside it."""
        if self._dress is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dress, mirrored = self._dress, self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        high = dress.px(ICON)
        edge = dress.px(BRAND_EDGE)
        x = self.width() - edge if mirrored else edge
        foot = QPointF(x, (self.height() + high) / 2.0 - 2.0)
        paint_seed(painter, foot, high * 0.92, dress.palette)
        font = self.font()
        font.setPixelSize(dress.px(SMALL_TYPE))
        painter.setFont(font)
        painter.setPen(dress.palette.ink)
        away = edge + dress.px(3 * GRID)
        place = self.rect().adjusted(0, 0, -away, 0) if mirrored else self.rect().adjusted(away, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, "KindTimer")
        painter.end()
