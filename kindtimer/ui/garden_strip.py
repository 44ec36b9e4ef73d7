"""Garden strip: the ground under Today, as wide as the page. Still: it is painted when its size changes."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kindtimer.core.words import tr
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.visuals.palette import DUSK, Palette
from kindtimer.visuals.soil import paint_soil


class GardenStrip(QWidget, Wearer):
    """A picture that is copied from what was painted once."""

    LEAST = 160

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(self.LEAST)
        self.setAccessibleName(tr("A picture: one seed in lit earth, and hills behind it."))
        self._palette: Palette = DUSK
        self._scale = 1.0
        self._painted: QPixmap | None = None
        self._painted_for: tuple[object, ...] = ()

    def wear(self, dress: Dress) -> None:
        """Take colours."""
        self._palette, self._scale = dress.palette, dress.scale
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight the picture is given back: it takes up to several MB, and a few ms to paint."""
        super().hideEvent(event)
        self._painted = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture; paint it anew where size or colours are others."""
        ratio = self.devicePixelRatioF()
        wanted = (self.size(), self._palette.name, self._scale, ratio)
        if self._painted is None or self._painted_for != wanted:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            paint_soil(painter, QRectF(self.rect()), self._palette, self._scale)
            painter.end()
            self._painted, self._painted_for = picture, wanted
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        painter.end()
