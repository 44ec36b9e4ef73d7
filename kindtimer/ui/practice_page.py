"""A practice's own page: what it is, what to know, how long, *Begin*; and what is known of it, and is not.

One page for all of them, filled whenever it is opened. For one that can stir things up a question comes
first, in place of the button; nothing is locked. Main thread.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.entry import Door
from kindtimer.core.practice_plan import Length, PracticePlan
from kindtimer.core.wish import Wish
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, MAIN, Button, named
from kindtimer.ui.choices import Choices
from kindtimer.ui.dress import Dress, dress_parts
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.page import ROUNDS, Page, across
from kindtimer.ui.practice_words import FROM_A_FILE, STIRS_ASKED, length_told, stirs, time_told
from kindtimer.ui.texts import LEAD, PART, PLAIN, QUIET, Text
from kindtimer.visuals.measures import DOOR_WIDE, GRID, ROOM_BESIDE

ROOM_ABOVE_BEGIN = ROOM_BESIDE + 10 * GRID
"""In a page as high as this all that stands above *Begin*, and it, is in sight."""


class Told(QWidget):
    """A small head and what is said under it; without words it takes no room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.words, self.more = Text("", PLAIN), Text("", QUIET)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID // 2)
        for text in (Text(name, QUIET), self.words, self.more):
            self.column.addWidget(text)

    def say(self, words: str, more: str = "") -> None:
        """These words, and a quieter line or none."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.setVisible(bool(words or more))


class StirsQuestion(QWidget):
    """*Now*, or *Another time*: equal ways, asked before one that can stir things up."""

    def __init__(self, now: Callable[[], object], another: Callable[[], object]) -> None:
        super().__init__()
        self.words = Text(tr(STIRS_ASKED), PART)
        self.now, self.another = FoldingButton(tr("Now"), now), FoldingButton(tr("Another time"), another)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.words)
        flow = FlowLayout(apart=2 * GRID)
        flow.addWidget(self.now)
        flow.addWidget(self.another)
        column.addLayout(flow)


class PracticePage(Page):
    """`chosen` tells which practice is to be shown, `begin` takes a wish, `back` leads to the shelves."""

    def __init__(
        self,
        chosen: Callable[[], PracticePlan],
        begin: Callable[[Wish], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__(tr("Practice"))
        self._chosen, self._take_wish, self._leave = chosen, begin, back
        self.plan = chosen()
        self.length = self.plan.usual_length()
        arrow = "forward" if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else "back"
        self.back = named(
            Button(tr("Practices"), back, kind=BARE, drawing=arrow), tr("Back to the practices")
        )
        self.column.insertLayout(0, across(self.back))
        self.about = Text("", LEAD)
        self.from_file = Text(tr(FROM_A_FILE), PLAIN)
        self.benefit, self.caution = Told(tr("What for")), Told(tr("What to know"))
        self.time = Told(tr("About how long"))
        self.choices: Choices[Length] | None = None
        self.begin = Button(tr("Begin"), self._begin_or_ask, kind=MAIN)
        self.question = StirsQuestion(self._go, self._another_time)
        self.known = Told(tr("What is known of it"))
        for part in (self.about, self.from_file, self.benefit, self.caution, self.time):
            self.column.addWidget(part)
        self.column.addLayout(across(self.begin))
        self.column.addWidget(self.question)
        self.column.addWidget(self.known)
        self.question.hide()

    def opened(self) -> None:
        """Show the practice that was chosen."""
        self._show(self._chosen())

    def first_to_focus(self) -> QWidget:
        """*Begin*, where it stands in sight; in a low window or at large type what stands first."""
        scale = self._dress.scale if self._dress is not None else 1.0
        return self.begin if self.viewport().height() >= ROOM_ABOVE_BEGIN * scale else self.back

    def step_back(self) -> bool:
        """Esc takes the question back."""
        if self.question.isHidden():
            return False
        self._ask(asked=False)
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def wear(self, dress: Dress) -> None:
        """The question's two answers are equally wide."""
        super().wear(dress)
        for button in (self.question.now, self.question.another):
            button.setMinimumWidth(dress.px(DOOR_WIDE))

    def _show(self, plan: PracticePlan) -> None:
        self._ask(asked=False)
        same = plan == self.plan and self.choices is not None
        self.plan = plan
        if not same:
            self.length = plan.usual_length()
            self._fill(plan)

    def _fill(self, plan: PracticePlan) -> None:
        self.title = tr(plan.title)
        self.setAccessibleName(self.title)
        self.head.setText(self.title)
        self.about.setText(tr(plan.about))
        self.from_file.setVisible(bool(plan.packed))
        self.benefit.say(tr(plan.benefit))
        self.caution.say(tr(plan.caution))
        source = tr("Source: {source}", source=tr(plan.source)) if plan.source else ""
        self.known.say(tr(plan.evidence), source)
        self._offer_lengths(plan)
        if self._dress is not None:
            self._fit_head(self._dress)

    def _offer_lengths(self, plan: PracticePlan) -> None:
        if self.choices is not None:
            self.choices.hide()
            self.time.column.removeWidget(self.choices)
            self.choices.deleteLater()
            self.choices = None
        if len(plan.lengths) < 2:
            self.time.say(time_told(plan, self.length))
            return
        self.time.say("")
        self.time.show()
        words = {length: length_told(plan, length) for length in plan.lengths}
        self.choices = Choices(self.time.name, words, self.length, self._take)
        self.time.column.addWidget(self.choices)
        before: QWidget = self.back
        for length in plan.lengths:  # what is made late stands last for the Tab key, unless it is told
            QWidget.setTabOrder(before, self.choices.button(length))
            before = self.choices.button(length)
        if self._dress is not None:
            dress_parts(self.choices, self._dress)
            self._fit()

    def _take(self, length: Length) -> None:
        self.length = length

    def _begin_or_ask(self) -> None:
        if not stirs(self.plan):
            self._go()
            return
        self._ask(asked=True)
        self.question.now.setFocus(Qt.FocusReason.OtherFocusReason)
        self._held_in_sight = self.question.now
        self._bring_back(ROUNDS)
        speak_politely(self, self.question.words.text())

    def _ask(self, *, asked: bool) -> None:
        self.begin.setVisible(not asked)
        self.question.setVisible(asked)

    def _another_time(self) -> None:
        self._ask(asked=False)
        self._leave()

    def _go(self) -> None:
        self._ask(asked=False)
        self._take_wish(Wish(Door.PRACTICE, practice=self.plan.id, length=self.length))
