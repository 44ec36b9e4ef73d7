"""Session answer: what a question of a practice is answered with: words, one of several, 0–10, feelings.

Each form announces its answer as text while it comes to be, and can show one that was given before. Nothing
here comments on an answer. `session_question` holds them; main thread.
"""

from collections.abc import Callable, Mapping
from functools import partial
from math import ceil

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QGuiApplication, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kindtimer.core.practice import Ask, AskForm
from kindtimer.core.words import tr
from kindtimer.ui.buttons import PILL, ROW
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.growing_field import GrowingField
from kindtimer.ui.one_stop import OneStop
from kindtimer.ui.session_feelings import BETWEEN, feeling_groups
from kindtimer.ui.style import restyle
from kindtimer.ui.texts import Text
from kindtimer.visuals.measures import GRID, TARGET

MOST = 10
"""Of a scale from 0."""

CLOSE = 4
"""Between the numbers of a scale, in px: eleven of them stand in one line."""


class WordsAnswer(GrowingField):
    """A field of one height, in which longer words scroll. Named by its question."""

    answered = Signal(str)

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask.question)
        self.setObjectName("answer")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.textChanged.connect(lambda: self.answered.emit(self.words))

    @property
    def answer(self) -> str:
        """What stands there."""
        return self.words

    def show_answer(self, words: str) -> None:
        """What was written before."""
        self.show_words(words)

    @property
    def first(self) -> QWidget:
        """What has the keyboard when it comes."""
        return self

    def sizeHint(self) -> QSize:
        """Its place decides, not its words."""
        return QPlainTextEdit.sizeHint(self)

    def minimumSizeHint(self) -> QSize:
        """A line."""
        return QSize(0, self.fontMetrics().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The field scrolls here."""
        QPlainTextEdit.wheelEvent(self, event)


class ChosenAnswer(QScrollArea):
    """Buttons to choose from, in a place that scrolls where it is too low for them."""

    answered = Signal(str)

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self.setAccessibleName(ask.question)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._sheet = QWidget()
        self._sheet.setObjectName("page")
        self.column = QVBoxLayout(self._sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        self.buttons: list[FoldingButton] = []
        self.setWidget(self._sheet)

    def button(self, words: str, kind: str, chosen: Callable[[], object]) -> FoldingButton:
        """One more to choose."""
        made = FoldingButton(words, kind=kind)
        made.setCheckable(True)
        made.clicked.connect(lambda: chosen())
        made.installEventFilter(self)
        self.buttons.append(made)
        return made

    @property
    def answer(self) -> str:
        """What is chosen."""
        return BETWEEN.join(one.words for one in self.buttons if one.isChecked())

    @property
    def first(self) -> QWidget:
        """What has the keyboard when it comes: what was chosen, or the first."""
        return next((one for one in self.buttons if one.isChecked()), self.buttons[0])

    def height_for(self, width: int) -> int:
        """How high all of it is at a width."""
        self._fold(width)
        return self.column.heightForWidth(width) if self.column.hasHeightForWidth() else self._high()

    def _high(self) -> int:
        return self.column.sizeHint().height()

    def _fold(self, width: int) -> None:
        for one in self.buttons:
            one.fold(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        self._fold(self.viewport().width())
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the keyboard can be seen."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, GRID)
        return super().eventFilter(watched, event)


class OneOfAnswer(ChosenAnswer):
    """Rows of which one is chosen."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        self._group = OneStop(self)
        for number, option in enumerate(ask.options, 1):
            row = self.button(option, ROW, partial(self.answered.emit, option))
            row.setAccessibleDescription(tr("{number} of {count}", number=number, count=len(ask.options)))
            self._group.add(row)
            self.column.addWidget(row)

    def show_answer(self, words: str) -> None:
        """What was chosen before."""
        _show_one(self._group, self.buttons, words)


class NumberRow(QWidget):
    """Numbers as wide as one another, in one line, or in two where there is less room."""

    def __init__(self, numbers: list[FoldingButton]) -> None:
        super().__init__()
        self._numbers = numbers
        for one in numbers:
            one.setParent(self)
            restyle(one, "brief", True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """One line, or two."""
        lines = ceil(len(self._numbers) / self._columns(width))
        return lines * self._high() + (lines - 1) * CLOSE

    def sizeHint(self) -> QSize:
        """One line of the least width."""
        return QSize(self._least() * 3, self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Each in its place."""
        super().resizeEvent(event)
        columns, high = self._columns(self.width()), self._high()
        cell = (self.width() - (columns - 1) * CLOSE) / columns
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for k, one in enumerate(self._numbers):
            column = columns - 1 - k % columns if mirrored else k % columns
            left = round(column * (cell + CLOSE))
            one.setGeometry(left, k // columns * (high + CLOSE), int(cell), high)

    def _high(self) -> int:
        return max(TARGET, self._numbers[0].sizeHint().height())

    def _least(self) -> int:
        return max(TARGET, self._numbers[-1].sizeHint().width())

    def _columns(self, width: int) -> int:
        count = len(self._numbers)
        for columns in (count, ceil(count / 2), ceil(count / 3), 3):
            if columns * (self._least() + CLOSE) - CLOSE <= width:
                return columns
        return 3


class ScaleAnswer(ChosenAnswer):
    """Numbers from 0 to 10, and what the two ends mean."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        self._group = OneStop(self)
        ends = {0: ask.options[0], MOST: ask.options[1]} if len(ask.options) > 1 else {}
        for number in range(MOST + 1):
            one = self.button(str(number), PILL, partial(self.answered.emit, str(number)))
            if number in ends:
                one.setAccessibleName(tr("{number}, {words}", number=number, words=ends[number]))
            self._group.add(one)
        self.column.addWidget(NumberRow(self.buttons))
        meant = QHBoxLayout()
        mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for number, words in ends.items():
            end = Text(tr("{number}: {words}", number=number, words=words))
            # By the side it stands on, whatever direction its own words run in.
            left = (number == 0) is not mirrored
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            end.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            meant.addWidget(end)
        self.column.addLayout(meant)

    def _fold(self, width: int) -> None:
        """A number stands in one piece."""

    def show_answer(self, words: str) -> None:
        """The number that was chosen before."""
        _show_one(self._group, self.buttons, words)


class FeelingsAnswer(ChosenAnswer):
    """Words for what is felt, by energy and pleasantness; as many of them as fit."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        self._groups = []
        for title, words in feeling_groups().items():
            self.column.addWidget(Text(title))
            line = QWidget()
            line.spoken_role = QAccessible.Role.Grouping  # type: ignore[attr-defined]
            line.setAccessibleName(title)
            policy = line.sizePolicy()
            policy.setHeightForWidth(True)
            line.setSizePolicy(policy)
            flow = FlowLayout(line)
            group = QButtonGroup(self)
            group.setExclusive(False)
            for word in words:
                one = self.button(word, PILL, self._tell)
                group.addButton(one)
                flow.addWidget(one)
            self._groups.append(group)
            self.column.addWidget(line)

    def show_answer(self, words: str) -> None:
        """What was chosen before."""
        chosen = words.split(BETWEEN)
        for one in self.buttons:
            one.setChecked(one.words in chosen)

    def _tell(self) -> None:
        self.answered.emit(self.answer)


Form = WordsAnswer | OneOfAnswer | ScaleAnswer | FeelingsAnswer

FORMS: Mapping[AskForm, type[WordsAnswer | OneOfAnswer | ScaleAnswer | FeelingsAnswer]] = {
    AskForm.WORDS: WordsAnswer,
    AskForm.ONE_OF: OneOfAnswer,
    AskForm.SCALE: ScaleAnswer,
    AskForm.FEELINGS: FeelingsAnswer,
}


def _show_one(group: OneStop, buttons: list[FoldingButton], words: str) -> None:
    chosen: QAbstractButton | None = next((one for one in buttons if one.words == words), None)
    if chosen is None:
        group.choose_none()
    else:
        chosen.setChecked(True)
