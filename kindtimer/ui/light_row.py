"""Light row: a row to go through that paints its own lines; a page can hold hundreds of them.

Its name, a quiet line under it, quiet words at the far edge (below, where there is no room), and maybe a
sign. To the desktop it is a button with a name and a description. Main thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kindtimer.ui.buttons import ROW, Button
from kindtimer.ui.dress import Dress
from kindtimer.visuals.measures import CORNER, GRID, ICON, ROW_GAP, ROW_LEAST, SMALL_TYPE, TARGET, UNBOUNDED

WRAPPED = Qt.TextFlag.TextWordWrap


class LightRow(Button):
    """`words`, `told` under them, `beside` at the far edge; `sign` is a drawing there, or none."""

    def __init__(
        self,
        words: str,
        told: str,
        pressed: Callable[[], object],
        *,
        beside: str = "",
        sign: str = "",
        kind: str = ROW,
    ) -> None:
        super().__init__("", pressed, kind=kind)
        self.words, self.told, self.beside, self.sign = words, told, beside, sign
        self.setAccessibleName(words)
        self.setAccessibleDescription(" ".join(f"{one.rstrip('.')}." for one in (told, beside) if one))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._worn: Dress | None = None
        self._type = QFont(self.font())
        self._lines: dict[int, list[tuple[QRect, str, bool]]] = {}

    def wear(self, dress: Dress) -> None:
        """Colours, and the size of its letters."""
        self._worn = dress
        self._type = QFont(self.font())
        self._type.setPixelSize(dress.px(SMALL_TYPE))
        self._lines = {}
        self.updateGeometry()
        self.update()

    def point(self, sign: str) -> None:
        """Another sign at its far edge."""
        self.sign = sign
        self.update()

    def sizeHint(self) -> QSize:
        """A target: how high it is at a width is asked for by itself, and to lay lines out takes time."""
        return QSize(ROW_LEAST, TARGET)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Its lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All of its lines, and a target at the least."""
        foot = self._laid(width)[-1][0]
        return max(TARGET, foot.y() + foot.height() + CORNER)

    def _laid(self, width: int) -> list[tuple[QRect, str, bool]]:
        """Each line's place in a row of this width, its words, and whether it is a quiet one."""
        if width not in self._lines:
            self._lines[width] = self._lay(width)
        return self._lines[width]

    def _lay(self, width: int) -> list[tuple[QRect, str, bool]]:
        metrics = QFontMetrics(self._type)
        sign = self._side + GRID if self.sign else 0
        edge = 2 * GRID
        room = max(1, width - 2 * edge - sign)
        aside = metrics.horizontalAdvance(self.beside) + 1 if self.beside else 0
        together = aside + 2 * GRID + metrics.horizontalAdvance(self.words) <= room
        y = CORNER
        own = room - aside - 2 * GRID if aside and together else room
        high = _high(metrics, self.words, own)
        lines = [(QRect(edge, y, own, high), self.words, False)]
        if aside and together:
            lines.append((QRect(edge + room - aside, y, aside, high), self.beside, True))
        y += high
        for words in (self.told, "" if together else self.beside):
            if words:
                high = _high(metrics, words, room)
                lines.append((QRect(edge, y + ROW_GAP, room, high), words, True))
                y += ROW_GAP + high
        return lines

    @property
    def _side(self) -> int:
        return ICON if self._worn is None else self._worn.px(ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and ring as every row, then its lines."""
        super().paintEvent(event)
        if self._worn is None:
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        lines = self._laid(self.width())
        foot = lines[-1][0]
        lower = (self.height() - foot.y() - foot.height() - CORNER) // 2
        painter = QPainter(self)
        painter.setFont(self._type)
        palette = self._worn.palette
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        for place, words, quiet in lines:
            painter.setPen(palette.quiet if quiet else palette.ink)
            painter.drawText(self._seen(place, mirrored).translated(0, lower), flags | WRAPPED, words)
        if self.sign:
            at = QRect(self.width() - 2 * GRID - self._side, 0, self._side, self._side)
            at.moveTop((self.height() - self._side) // 2)
            drawing = self._worn.icon(self.sign).pixmap(self._side, self._side)
            painter.drawPixmap(self._seen(at, mirrored), drawing)
        painter.end()

    def _seen(self, place: QRect, mirrored: bool) -> QRect:
        """Where it stands: from right to left at the other side."""
        return place.translated(self.width() - 2 * place.x() - place.width(), 0) if mirrored else place


def _high(metrics: QFontMetrics, words: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, UNBOUNDED), WRAPPED, words).height()
