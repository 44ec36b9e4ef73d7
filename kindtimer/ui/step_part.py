"""Step part: a few widgets one under the other, in the middle, which know how high they will be.

A step of the first start has one above *First breath* and one below it. Main thread.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.ui.abreast import Abreast
from kindtimer.ui.buttons import Button


class StepPart(QWidget):
    """`parts` in the order in which they stand; one that is hidden when it comes stands aside."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        centre = Qt.AlignmentFlag.AlignHCenter
        for part in parts:
            lone = isinstance(part, Button) and not part.hasHeightForWidth()
            self._column.addWidget(part, 0, centre if lone else Qt.AlignmentFlag(0))
        self._usual = [part for part in parts if not part.isHidden()]

    def fit(self, width: int, gap: int) -> int:
        """Stand in `width` px, `gap` px between parts; the height then, with what stood in it at first."""
        self._column.setSpacing(gap)
        heights = [_fitted(part, width) for part in self._usual]
        return sum(heights) + (len(heights) - 1) * gap


def _fitted(part: QWidget, width: int) -> int:
    part.ensurePolished()
    if isinstance(part, Abreast):
        return part.fit(width)
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
