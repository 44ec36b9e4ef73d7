"""Session question: a question of a practice on the screen, and the ways on from it.

*Go on* and *Not this one* are equal; *Don't keep this* is quiet. What they do, and whether the question is
seen now, is `session_guided`'s. It knows no guide. Main thread.
"""

from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QScrollArea, QWidget

from kindtimer.core.practice import Ask
from kindtimer.core.words import tr
from kindtimer.ui.buttons import BARE
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.session_answer import FORMS, FeelingsAnswer, Form
from kindtimer.ui.style import restyle
from kindtimer.ui.texts import HEAD, PART, Text
from kindtimer.visuals.measures import (
    ANSWER_HIGH,
    ANSWER_LOW,
    ANSWER_TOP,
    ANSWER_WIDE,
    ANSWER_WIDER,
    GRID,
    WAY_HIGH,
    WAY_WIDE,
)
from kindtimer.visuals.stage import Stage

EDGE = 2 * GRID


class QuestionPanel(QScrollArea):
    """The question, a place for its answer, two equal ways on, and a quiet word about what is kept.

    What its buttons do is their owner's. It scrolls where even the least of it finds no room.
    """

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QWidget()
        self._sheet.setObjectName("page")
        self.setWidget(self._sheet)
        self.question = Text("", HEAD, self._sheet)
        self.question.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.form: Form | None = None
        self.go_on = FoldingButton(tr("Go on"))
        self.pass_over = FoldingButton(tr("Not this one"))
        self.keep = FoldingButton("", kind=BARE)
        for button in (self.go_on, self.pass_over, self.keep):
            button.setParent(self._sheet)
        self.note = Text("", parent=self._sheet)
        self.note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def ask(self, ask: Ask, answer: str) -> Form:
        """Show a question, and what was answered before; the form it is answered with."""
        self.clear()
        self.setAccessibleName(ask.question)
        self.question.setText(ask.question)
        self.form = form = FORMS[ask.form](ask)
        form.setParent(self._sheet)
        form.show_answer(answer)
        form.show()
        stops = (form.first, self.go_on, self.pass_over, self.keep)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        return form

    def clear(self) -> None:
        """The answer's place goes."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def tell_kept(self, *, recorded: bool, kept: bool) -> None:
        """Whether a record is kept at all, and whether this answer is."""
        self.keep.setVisible(recorded)
        self.keep.say(tr("Don't keep this") if kept else tr("Keep this"))
        if not recorded:
            self.note.setText(tr("No record is kept: this stays here only as long as the session does."))
        else:
            self.note.setText("" if kept else tr("Nothing of this is kept."))
        self.note.setVisible(bool(self.note.text()))

    @property
    def types(self) -> bool:
        """Whether keys are letters now."""
        return isinstance(self.form, QPlainTextEdit) and self.form.hasFocus()

    def edge(self, *, last: bool) -> QWidget | None:
        """Where Tab leaves it: its last stop, or its first."""
        ends: tuple[QPushButton, ...] = (self.keep, self.pass_over)
        if last:
            return next((one for one in ends if not one.isHidden()), None)
        return self.form.first if self.form else None

    # --- where it stands -----------------------------------------------------------------------

    def place(self, stage: Stage) -> None:
        """Stand in the window, as large as there is room for: the question gives way first."""
        form = self.form
        if form is None:
            return
        scale = max(1.0, stage.text_scale)
        area = QRect(0, 0, stage.width, stage.hint.top() - GRID // 2).adjusted(EDGE, EDGE, -EDGE, 0)
        widest = ANSWER_WIDER if isinstance(form, FeelingsAnswer) else ANSWER_WIDE
        wide = min(area.width(), round(widest * (0.5 + 0.5 * scale)))
        asked, gap, high, foot = self._heights(form, wide, area.height(), stage)
        total = asked + high + foot + 2 * gap
        if total > area.height():  # it scrolls, and its bar wants room
            wide -= self.verticalScrollBar().sizeHint().width()
            asked, gap, high, foot = self._heights(form, wide, area.height(), stage)
            total = asked + high + foot + 2 * gap
        top = max(GRID, min(round(stage.height * ANSWER_TOP) - gap - asked, area.bottom() + 1 - total))
        left, seen = (stage.width - wide) // 2, min(total, area.bottom() + 1 - top)
        self._sheet.setFixedSize(wide, total)
        bar = (stage.width - wide) // 2 if seen < total else 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setGeometry(QRect(left - bar if mirrored else left, top, wide + bar, seen))
        self.question.setGeometry(0, 0, wide, asked)
        form.setGeometry(0, asked + gap, wide, high)
        self._place_foot(wide, asked + 2 * gap + high)

    def _heights(self, form: Form, wide: int, most: int, stage: Stage) -> tuple[int, int, int, int]:
        """Of the question, the gaps, the answer's place and what is below: the largest that fit."""
        foot = self._foot(wide)
        wanted, least = self._answer_heights(form, wide, max(1.0, stage.text_scale))
        fits = ((HEAD, EDGE, wanted), (HEAD, GRID, least), (PART, GRID, least), (PART, GRID // 2, least))
        for kind, gap, enough in fits[2:] if stage.small else fits:
            restyle(self.question, "kind", kind)
            asked = self.question.heightForWidth(wide)
            room = most - asked - foot - 2 * gap
            if room >= enough:
                break
        return asked, gap, max(min(wanted, room), least), foot

    def _answer_heights(self, form: Form, wide: int, scale: float) -> tuple[int, int]:
        if isinstance(form, QPlainTextEdit):
            return round(ANSWER_HIGH * scale), round(ANSWER_LOW * scale)
        high = form.height_for(wide)
        return high, min(high, round(ANSWER_LOW * scale))

    def _way_size(self, wide: int) -> tuple[int, int, bool]:
        """Width and height of the two ways on, and whether they stand side by side."""
        ways = (self.go_on, self.pass_over)
        for way in ways:
            way.fold(wide)
        least = max(WAY_WIDE, *(way.sizeHint().width() for way in ways))
        high = max(WAY_HIGH, *(way.sizeHint().height() for way in ways))
        beside = 2 * least + GRID <= wide
        return min(least, wide), high, beside

    def _foot(self, wide: int) -> int:
        _, high, beside = self._way_size(wide)
        self.keep.fold(wide)
        ways = high if beside else 2 * high + GRID
        keep = 0 if self.keep.isHidden() else self.keep.sizeHint().height() + GRID // 2
        note = 0 if self.note.isHidden() else self.note.heightForWidth(wide) + GRID // 2
        return ways + keep + note

    def _place_foot(self, wide: int, top: int) -> None:
        way, high, beside = self._way_size(wide)
        ways: tuple[FoldingButton, FoldingButton] = (self.go_on, self.pass_over)
        if beside:
            left = (wide - 2 * way - EDGE) // 2 if 2 * way + EDGE <= wide else 0
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            for k, one in enumerate(reversed(ways) if mirrored else ways):
                one.setGeometry(left if k == 0 else wide - left - way, top, way, high)
            top += high
        else:
            for one in ways:
                one.setGeometry((wide - way) // 2, top, way, high)
                top += high + GRID
            top -= GRID
        if not self.keep.isHidden():
            size = self.keep.sizeHint()
            keep = min(wide, size.width())
            self.keep.setGeometry((wide - keep) // 2, top + GRID // 2, keep, size.height())
            top += GRID // 2 + size.height()
        if not self.note.isHidden():
            self.note.setGeometry(0, top + GRID // 2, wide, self.note.heightForWidth(wide))
