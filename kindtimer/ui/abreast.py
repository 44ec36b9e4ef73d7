"""Abreast: a few buttons side by side, or one above the other where they find no room beside each other.

Its page tells it how wide it may be, so that its height is known before it is shown. Main thread.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from kindtimer.ui.buttons import Button
from kindtimer.ui.row_button import RowButton
from kindtimer.visuals.measures import GRID


class Abreast(QWidget):
    """The buttons; `equal` ones fill the line, and have but the room they need where they cannot be equal."""

    def __init__(self, buttons: Sequence[Button], *, equal: bool = True) -> None:
        super().__init__()
        self._buttons, self._equal = buttons, equal
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID + GRID // 2)
        if not equal:
            self._row.addStretch(1)
        for button in buttons:
            if equal:
                self._row.addWidget(button, 1)
            else:
                self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        if not equal:
            self._row.addStretch(1)

    @property
    def across(self) -> bool:
        """Whether they stand beside each other."""
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """It may always be as narrow as its widest button."""
        return QSize(0, 0)

    def fit(self, width: int) -> int:
        """Stand beside each other if all of them have room for their words in `width` px; the height then."""
        widths = [one_line(button) for button in self._buttons]
        gaps = (len(widths) - 1) * self._row.spacing()
        room = width - gaps
        if len(widths) * max(widths) <= room:
            return self._stand_across([room // len(widths)] * len(widths))
        if self._equal and sum(widths) <= room:
            spare = (room - sum(widths)) // len(widths)
            return self._stand_across([wide + spare for wide in widths])
        self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        return sum(_high(button, width) for button in self._buttons) + gaps

    def _stand_across(self, widths: Sequence[int]) -> int:
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        for button, wide in zip(self._buttons, widths, strict=True):
            self._row.setStretchFactor(button, wide if self._equal else 0)
        return max(_high(button, wide) for button, wide in zip(self._buttons, widths, strict=True))


def one_line(button: Button) -> int:
    """How wide a button is, in px, that has its name in one line."""
    button.ensurePolished()
    if isinstance(button, RowButton):
        button.words.ensurePolished()
        return button.words.fontMetrics().horizontalAdvance(button.words.text()) + 5 * GRID
    return button.sizeHint().width()


def _high(button: Button, width: int) -> int:
    high = button.heightForWidth(width) if button.hasHeightForWidth() else button.sizeHint().height()
    return max(high, button.minimumHeight())
