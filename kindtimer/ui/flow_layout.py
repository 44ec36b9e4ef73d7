"""Flow layout: side by side, and on the next line where there is no more room. Right to left, too.

One of them may grow: it is as wide as it has to be, and takes what is left of its line. Main thread.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget

from kindtimer.visuals.measures import GRID


@dataclass
class _Placed:
    item: QLayoutItem
    wide: int

    @property
    def high(self) -> int:
        """At this width."""
        item = self.item
        return item.heightForWidth(self.wide) if item.hasHeightForWidth() else item.sizeHint().height()


class FlowLayout(QLayout):
    """Widgets at their own size, so far `apart` in a line, each in the middle of its line's height."""

    def __init__(self, parent: QWidget | None = None, apart: int = GRID) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._apart = apart
        self._items: list[QLayoutItem] = []
        self._grows: QWidget | None = None
        self._least: Callable[[], int] = lambda: 0
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None

    def grow(self, widget: QWidget, least: Callable[[], int]) -> None:
        """Add the one that grows; `least` tells how wide, in px, it has to be to share its line."""
        self.addWidget(widget)
        self._grows, self._least = widget, least

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands its items over here."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It grows in neither direction by itself."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines; Qt asks many times for one width."""
        if width not in self._heights:
            self._heights[width] = self._laid(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it is of another size."""
        self._heights, self._hint = {}, None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put each where it goes."""
        super().setGeometry(rect)
        self._laid(rect, place=True)

    def sizeHint(self) -> QSize:
        """All of them in one line."""
        if self._hint is None:
            self._hint = self._one_line()
        return self._hint

    def _one_line(self) -> QSize:
        shown = self._shown()
        wide = sum(self._wanted(item) for item in shown) + self._apart * max(0, len(shown) - 1)
        high = max((_Placed(item, self._wanted(item)).high for item in shown), default=0)
        return QSize(wide, high).expandedTo(self.minimumSize())

    def minimumSize(self) -> QSize:
        """The widest one, and the highest."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _does_grow(self, item: QLayoutItem) -> bool:
        return self._grows is not None and item.widget() is self._grows

    def _wanted(self, item: QLayoutItem) -> int:
        if self._does_grow(item):
            return self._least()
        label = item.widget()
        if isinstance(label, QLabel) and label.wordWrap():
            # Words that may wrap stand in one line where there is room; Qt would ask for a square.
            return max(label.minimumWidth(), label.fontMetrics().horizontalAdvance(label.text()) + 2)
        return item.sizeHint().width()

    def _lines(self, room: int) -> list[list[_Placed]]:
        lines: list[list[_Placed]] = []
        left = -1
        for item in self._shown():
            wide = min(self._wanted(item), room)
            if left < wide:
                lines.append([])
                left = room
            lines[-1].append(_Placed(item, wide))
            left -= wide + self._apart
        return lines

    def _laid(self, rect: QRect, *, place: bool) -> int:
        y = rect.top()
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for number, line in enumerate(self._lines(rect.width())):
            y += GRID if number else 0
            spare = rect.width() - sum(one.wide for one in line) - self._apart * (len(line) - 1)
            for one in line:
                one.wide += spare if self._does_grow(one.item) else 0
            high = max(one.high for one in line)
            x = rect.left()
            for one in line if place else ():
                left = rect.right() + 1 - (x - rect.left()) - one.wide if mirrored else x
                size = QSize(one.wide, one.high)
                one.item.setGeometry(QRect(QPoint(left, y + (high - one.high) // 2), size))
                x += one.wide + self._apart
            y += high
        return y - rect.top()
