"""Beside: two widgets side by side where both have room, else one above the other. Mirrors by itself."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from kindtimer.ui.dress import Dress, Wearer
from kindtimer.visuals.measures import GRID


class Beside(QWidget, Wearer):
    """`least` tells how wide, in px, the first one has to be for the second to stand beside it.

    The first takes what is left over where it `grows`; else the second follows it closely. Where
    `keeps` is true the height is the same whether or not the second one is to be seen.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        least: Callable[[], int],
        *,
        grows: bool = True,
        keeps: bool = False,
    ) -> None:
        super().__init__()
        self.first, self.second = first, second
        self._least, self._grows, self._keeps = least, grows, keeps
        self._boxes = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(GRID)
        self._boxes.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._boxes.addWidget(first, 1 if grows else 0)
        self._boxes.addWidget(second)
        if not grows:
            self._boxes.addStretch(1)

    @property
    def are_beside(self) -> bool:
        """Whether they stand side by side now."""
        return self._boxes.direction() is QBoxLayout.Direction.LeftToRight

    def look(self) -> None:
        """Find out whether there is room; called where the words of one of them changed."""
        self.first.ensurePolished()
        self.second.ensurePolished()
        least = self._least()
        beside = least + GRID + self.second.sizeHint().width() <= self.width()
        self._boxes.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self.first.setMinimumWidth(least if beside else 0)
        self.setMinimumHeight(self.second.sizeHint().height() if beside and self._keeps else 0)
        leading = Qt.AlignmentFlag.AlignLeading
        self._boxes.setAlignment(
            self.second, Qt.AlignmentFlag.AlignVCenter if beside else leading | Qt.AlignmentFlag.AlignTop
        )

    def minimumSizeHint(self) -> QSize:
        """As narrow as one above the other: while they stand side by side, too, or they would never part."""
        wide = max(one.minimumSizeHint().width() for one in (self.first, self.second))
        return QSize(wide, super().minimumSizeHint().height())

    def wear(self, dress: Dress) -> None:
        """Another text size."""
        self.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self.look()
