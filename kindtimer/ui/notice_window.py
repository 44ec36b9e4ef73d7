"""Notice window: why KindTimer could not start, for whoever began it from a menu and sees no terminal.

The only window that opens without the program behind it. Made by `program`; main thread.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kindtimer.core.words import tr
from kindtimer.ui.appearance import Look
from kindtimer.ui.brand import Brand
from kindtimer.ui.buttons import MAIN, Button
from kindtimer.ui.dress import Dress, dress_up
from kindtimer.ui.placing import text_scale
from kindtimer.ui.texts import LEAD, PLAIN, SELECTED, Text
from kindtimer.visuals.ground import lay_ground
from kindtimer.visuals.measures import GRID, RAIL_COLUMN


class NoticeWindow(QWidget):
    """One line, and a way to close it. Closing it ends what opened it."""

    def __init__(self, line: str, look: Look, assets: Path) -> None:
        super().__init__()
        self.setWindowTitle("KindTimer")
        self._look, self._assets = look, assets
        self._dress: Dress | None = None
        self.head = Text(tr("KindTimer could not open this time."), LEAD)
        self.line = Text(line, PLAIN)
        self.line.setTextInteractionFlags(SELECTED)
        self.done = Button(tr("Close"), self.close, kind=MAIN)
        self._column = QVBoxLayout(self)
        for part in (Brand(), self.head, self.line):
            self._column.addWidget(part)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.done)
        self._column.addStretch()
        self._column.addLayout(foot)
        for keys in ("Esc", "Ctrl+Q", "Ctrl+W"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.close)
        self.setAccessibleDescription(line)
        self.done.setFocus()
        self._dress_anew()

    def sizeHint(self) -> QSize:
        """As wide as a column, as high as its words."""
        wide = self._dress.px(RAIL_COLUMN) if self._dress else RAIL_COLUMN
        return QSize(wide, self._column.totalHeightForWidth(wide))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._dress_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        lay_ground(painter, self.rect(), self._look.palette, self.devicePixelRatioF())
        painter.end()

    def _dress_anew(self) -> None:
        dress = Dress(
            self._look, text_scale(self.font(), self.screen()), self.devicePixelRatioF(), self._assets
        )
        if dress != self._dress:
            self._dress = dress
            self._column.setContentsMargins(*4 * [dress.px(3 * GRID)])
            self._column.setSpacing(dress.px(2 * GRID))
            dress_up(self, dress)
