"""Offers field: one line to type, its name above it, and under it a quiet line that answers what is typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kindtimer.core.own_words import one_line
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import Button
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.offers_part import say
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID, LEAST_FIELD, SMALL_TYPE

TYPING_MS = 600
"""After so long without another letter, what was typed is answered."""

MOST_TAKEN = 20_000
"""Letters it takes at all. What is pasted beyond them is left out, and that is said."""


class OffersField(QWidget, Wearer):
    """`typed` is called whenever it holds something else, `entered` on Return, `left` when it is left.

    `rested` is called once somebody who types pauses. There is always room for so many `lines` under it, so
    that nothing below moves when they are said.

    What a person typed is theirs: nothing here changes it, and no key but Return has a meaning of its own.
    Where it has more than `most` letters it stays as it is; that is said at once, and stands in `too_long`.
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
        self.edit.setMaxLength(MOST_TAKEN)
        self._most, self._told_long, self._left_out = most, False, False
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
        self.edit.textChanged.connect(self._count)
        self.edit.inputRejected.connect(self._leave_out)
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

    @property
    def too_long(self) -> str:
        """How many letters there are and may be, in a line; nothing where they have room."""
        many = len(one_line(self.edit.text()))
        if many <= self._most:
            return ""
        told = tr("{count} letters stand here, and up to {most} can be kept.", count=many, most=self._most)
        return " ".join((told, tr("What came beyond them was left out."))) if self._left_out else told

    def show_words(self, words: str) -> None:
        """Put other words in, without a call to anybody; the same ones leave the cursor where it is."""
        self.typing.stop()
        if words != self.words:
            self.edit.blockSignals(True)
            self.edit.setText(words)
            self.edit.blockSignals(False)
            self._count()

    def tell(self, words: str) -> None:
        """The line under it; a screen reader has it as the field's description."""
        say(self.told, words)
        self.told.setVisible(bool(words or self._lines))
        self.edit.setAccessibleDescription(words)

    def _count(self) -> None:
        self._left_out = self._left_out and len(self.edit.text()) >= MOST_TAKEN
        told = self.too_long
        if told and not self._told_long:
            speak_politely(self, told)
        if told or self._told_long:
            self.tell(told)
        self._told_long = bool(told)

    def _leave_out(self) -> None:
        # Said before the letters that were taken are there, or without any.
        self._left_out = True
        told = self.too_long or tr("There is no more room here; what came last was left out.")
        self.tell(told)
        speak_politely(self, told)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is answered."""
        super().hideEvent(event)
        self.typing.stop()

    def wear(self, dress: Dress) -> None:
        """Room for its lines at this text size."""
        font = QFont(self.told.font())
        font.setPixelSize(dress.px(SMALL_TYPE))
        self.told.setMinimumHeight(self._lines * QFontMetrics(font).lineSpacing())
