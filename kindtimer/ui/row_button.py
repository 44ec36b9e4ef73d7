"""Row button: a row to choose or to go through, with a quieter line under its name. Both may wrap."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from kindtimer.ui.buttons import ROW, Button
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID, ROW_EDGE, ROW_GAP, ROW_LEAST


class RowButton(Button):
    """To a screen reader one button: the name, and the line as its description."""

    def __init__(
        self, words: str, told: str, pressed: Callable[[], object], *, checkable: bool = False
    ) -> None:
        super().__init__("", pressed, kind=ROW)
        self.setAccessibleName(words)
        self.setAccessibleDescription(told)
        self.setCheckable(checkable)
        self.setAutoExclusive(checkable)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.words, self.told = Text(words, PLAIN), Text(told, QUIET)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, ROW_EDGE, 2 * GRID, ROW_EDGE)
        self._column.setSpacing(ROW_GAP)
        for text in (self.words, self.told):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(text)

    def sizeHint(self) -> QSize:
        """As high as its lines are."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As high as its lines are at the width it has."""
        return QSize(ROW_LEAST, self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Its lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All of its lines."""
        return max(self._column.heightForWidth(width), self._column.sizeHint().height())
