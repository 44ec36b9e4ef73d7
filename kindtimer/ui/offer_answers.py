"""Offer answers: what can be answered to the card of an offer, two or three in a row and the others folded.

The others unfold within the card and are no menu of Qt: that would take keyboard and mouse for itself. No
button here can have the keyboard. It says what was pressed and decides nothing. Main thread.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kindtimer.core.offer_lines import ASKS
from kindtimer.core.offer_replies import Reply, reply_words
from kindtimer.core.words import tr
from kindtimer.ui.buttons import BARE, PLAIN, named
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.texts import Text
from kindtimer.visuals.measures import GRID

COLUMNS = 2

FOREMOST = (Reply.TAKE, Reply.NOT_NOW)
"""They stand in the row that is always in sight; the others unfold."""


class OfferAnswers(QWidget):
    """The foot of the card. `folded` says that the others came or went, and so its height changed."""

    answered = Signal(object)
    """The Reply that was pressed."""
    folded = Signal()

    spoken_role = QAccessible.Role.Grouping

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Answers"))
        self.asking = Text(tr(ASKS))
        self.sooner = self._button(Reply.ANOTHER_TIME, BARE)
        self.take = self._button(Reply.TAKE, "offer")
        self.let_be = self._button(Reply.NOT_NOW, BARE)
        self.more = _button("⋯", "more")
        self.more.clicked.connect(self._turn)
        self.others = {reply: self._button(reply, PLAIN) for reply in Reply if reply not in FOREMOST}
        self._asks = False
        self._asked_now: bool | None = None
        """Whether the question is in sight; not known before anything is laid out."""
        self._lay_out()
        self.fold()

    def _button(self, reply: Reply, kind: str) -> FoldingButton:
        button = _button(reply_words(reply), kind)
        button.clicked.connect(lambda: self.answered.emit(reply))
        return button

    def _lay_out(self) -> None:
        self._question = QWidget()
        self._asked = asked = FlowLayout(self._question)
        asked.grow(self.asking, self._least_question)
        asked.addWidget(self.sooner)
        self._unfolded = QWidget()
        self._grid = QGridLayout(self._unfolded)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._row = QWidget()
        self._answers = answers = FlowLayout(self._row)
        answers.addWidget(self.take)
        answers.addWidget(self.let_be)
        answers.grow(QWidget(), lambda: 0)
        answers.addWidget(self.more)
        self._parts = parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        for part in (self._question, self._unfolded, self._row):
            parts.addWidget(part)

    @property
    def is_folded(self) -> bool:
        """Whether the others are out of sight."""
        return self._unfolded.isHidden()

    def offer(self, practice: str) -> None:
        """Have the button that takes it say what that is: a breath, or the room alone."""
        self.take.say(reply_words(Reply.TAKE, practice))

    def ask(self, asks: bool) -> None:
        """Ask whether another time suits, or not."""
        self._asks = asks
        self._show_question(asks)

    def fold(self) -> None:
        """Put the others out of sight."""
        self._set_folded(True)

    def fit(self, room: int, apart: int) -> None:
        """Be `room` px wide, with its parts so far `apart`: words that are longer break."""
        self._parts.setSpacing(apart)
        # Qt shifts a row from right to left by the blank it breaks at: room for that, or a letter is cut.
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        blank = self.asking.fontMetrics().horizontalAdvance(" ") if mirrored else 0
        self.asking.setContentsMargins(blank, 0, 0, 0)
        for button in (self.take, self.let_be, self.sooner):
            button.fold(room)
        for button in self.others.values():
            button.fold((room - GRID) // COLUMNS)
        # What folds tells only what it stands in, and the rest one event later.
        for layout in (self._asked, self._grid, self._answers):
            layout.invalidate()
        for part in (self._question, self._unfolded, self._row, self):
            part.updateGeometry()

    def high(self, room: int) -> int:
        """How high it is when it is `room` px wide."""
        return self._parts.totalHeightForWidth(room)

    def hold_still(self, held: bool) -> None:
        """Leave the question out of sight where it has no room; its answer is among the others then."""
        self._show_question(self._asks and not held)

    def _turn(self) -> None:
        self._set_folded(not self.is_folded)
        self.folded.emit()

    def _set_folded(self, folded: bool) -> None:
        self._unfolded.setVisible(not folded)
        named(self.more, tr("Other answers") if folded else tr("Fold the other answers"))

    def _show_question(self, seen: bool) -> None:
        """The others in their columns; what stands beside the question is not offered twice."""
        if seen is self._asked_now:
            return
        self._asked_now = seen
        self._question.setVisible(seen)
        for button in self.others.values():
            self._grid.removeWidget(button)
        another = self.others[Reply.ANOTHER_TIME]
        another.setVisible(not seen)
        shown = [button for button in self.others.values() if not (seen and button is another)]
        for number, button in enumerate(shown):
            self._grid.addWidget(button, number // COLUMNS, number % COLUMNS)

    def _least_question(self) -> int:
        """The question stands beside its answer where it finds room for three rows of its words there."""
        return self.asking.fontMetrics().horizontalAdvance(self.asking.text()) // 3 + 2 * GRID


def _button(words: str, kind: str) -> FoldingButton:
    button = FoldingButton(words, kind=kind)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAutoDefault(False)
    button.setMouseTracking(True)
    return button
