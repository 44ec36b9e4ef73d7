"""Offers field: one line to type, its name above it, and under it a quiet line that answers what is typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kindtimer.ui.buttons import Button
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.offers_part import say
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID, LEAST_FIELD, SMALL_TYPE

TYPING_MS = 600
"""After so long without another letter, what was typed is answered."""


class OffersField(QWidget, Wearer):
    """`typed` is called whenever it holds something else, `entered` on Return, `left` when it is left.

    `rested` is called once somebody who types pauses. There is always room for so many `lines` under it, so
    that nothing below moves when they are said.

    What a person typed is theirs: nothing here changes it, and no key but Return has a meaning of its own.
    """

    def __init__(
        self,
        name: str,
        *,
        hint: str = "",
        most: int = 400,
        typed: Callable[[str], object] | None = None,
        entered: Callable[[], object] | None = None,
        left: Callable[[], object] | None = None,
        rested: Callable[[], object] | None = None,
        lines: int = 0,
        beside: Button | None = None,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self.name = Text(name, PLAIN)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.setMaxLength(most)
        self.told = Text("", QUIET)
        self.told.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._lines = lines
        column.addWidget(self.name)
        if beside is None:
            column.addWidget(self.edit)
        else:  # under it, where there is no room
            line = FlowLayout()
            line.grow(self.edit, lambda: LEAST_FIELD)
            line.addWidget(beside)
            column.addLayout(line)
        column.addWidget(self.told)
        self.told.setVisible(bool(lines))
        self.typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        if rested is not None:
            self.typing.timeout.connect(rested)
            self.edit.textEdited.connect(lambda: self.typing.start())
            self.edit.editingFinished.connect(self.typing.stop)
        if typed is not None:
            self.edit.textChanged.connect(typed)
        if entered is not None:
            self.edit.returnPressed.connect(entered)
        if left is not None:
            self.edit.editingFinished.connect(left)

    @property
    def words(self) -> str:
        """What stands in it, on one line."""
        return " ".join(self.edit.text().split())

    def show_words(self, words: str) -> None:
        """Put other words in, without a call to anybody; the same ones leave the cursor where it is."""
        self.typing.stop()
        if words != self.words:
            self.edit.blockSignals(True)
            self.edit.setText(words)
            self.edit.blockSignals(False)

    def tell(self, words: str) -> None:
        """The line under it; a screen reader has it as the field's description."""
        say(self.told, words)
        self.told.setVisible(bool(words or self._lines))
        self.edit.setAccessibleDescription(words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is answered."""
        super().hideEvent(event)
        self.typing.stop()

    def wear(self, dress: Dress) -> None:
        """Room for its lines at this text size."""
        font = QFont(self.told.font())
        font.setPixelSize(dress.px(SMALL_TYPE))
        self.told.setMinimumHeight(self._lines * QFontMetrics(font).lineSpacing())
