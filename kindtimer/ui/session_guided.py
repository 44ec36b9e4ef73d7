"""Session guided: what a practice puts on a session's picture: questions, holds, a word after its end.

It shows what waits and leads each answer to the guide; whether there is room for it now the window says,
since *Too much?* and a pause come first. Main thread.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget

from kindtimer.core.moment import Moment
from kindtimer.core.practice import Ask, AskForm, Choose
from kindtimer.core.session import Session
from kindtimer.core.words import tr
from kindtimer.guide.session_guide import SessionGuide
from kindtimer.ui.buttons import BARE
from kindtimer.ui.choice_panel import Choice, ChoicePanel
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.session_question import EDGE, QuestionPanel
from kindtimer.ui.session_recall import BEHIND, SessionRecall
from kindtimer.ui.session_touch import SessionTouch
from kindtimer.ui.style import restyle
from kindtimer.visuals.breath_view import BreathView
from kindtimer.visuals.measures import GRID
from kindtimer.visuals.stage import Stage


class SessionGuided:
    """One question at most, the arrows of a hold, and the quiet button of an ending."""

    def __init__(
        self,
        window: QWidget,
        view: BreathView,
        guide: SessionGuide,
        *,
        say: Callable[[str], None],
        picture: Callable[[], None],
        stirred: Callable[[], None],
        due: Callable[[], None],
    ) -> None:
        self._window, self._view, self._guide = window, view, guide
        self._say, self._picture = say, picture
        self._question: Ask | Choose | None = None
        self._told = self._free = False
        self._stage = view.stage
        # Made when they are first wanted: most sessions ask nothing.
        self.panel: QuestionPanel | None = None
        self.ways: ChoicePanel | None = None
        self.touch = SessionTouch(window, view, say)
        self.recall = SessionRecall(window, view, guide, say=say, picture=picture, due=due)
        self.stirred = FoldingButton(tr("That stirred something up"), stirred, kind=BARE)
        self.stirred.setParent(window)
        self.stirred.hide()

    @property
    def asks(self) -> bool:
        """Whether a question can be seen."""
        return any(one is not None and one.isVisibleTo(self._window) for one in (self.panel, self.ways))

    @property
    def waits(self) -> bool:
        """Whether a question waits, seen or not."""
        return self._question is not None

    @property
    def types(self) -> bool:
        """Whether keys are letters now."""
        return self.asks and self.panel is not None and self.panel.types

    def begin(self) -> None:
        """A session begins."""
        self.rest()
        self.touch.begin()

    def rest(self) -> None:
        """The session is over, or not begun."""
        self._question, self._free = None, False
        self._hide()
        if self.panel is not None:
            self.panel.clear()
        self.touch.look(None, free=False)
        self.recall.rest()
        self.stirred.hide()

    def ask(self, question: Ask | Choose | None) -> None:
        """This waits for an answer now, or nothing does."""
        if self.asks:
            self._hide()
        before, self._question, self._told = self._question, question, False
        if isinstance(question, Ask):
            self._fill(question)
        if question is not None:
            self.stand(free=self._free)
        elif before is not None and self._free:
            self._view.set_light(1.0)
            self._view.stand_still(False)

    def stand(self, *, free: bool) -> None:
        """Whether there is room for it now."""
        self._free = free
        if not free or self._question is None:
            self._hide()
            return
        self._view.set_light(BEHIND)
        self._view.stand_still(True)  # nothing of it is looked at
        if self.asks:
            return
        if isinstance(self._question, Choose):
            self._choose(self._question)
        elif self.panel is not None:
            self._tell_kept()
            self.panel.show()
            self.panel.raise_()
        self.place(self._stage)
        self.take_keys()
        self._announce(self._question)

    def take_keys(self) -> None:
        """The keyboard goes to the question."""
        if self.panel is not None and self.panel.form is not None and self.panel.isVisibleTo(self._window):
            self.panel.form.first.setFocus()

    def leads_out(self, here: QWidget | None, *, forward: bool) -> bool:
        """Whether Tab leaves the question from here, to the controls."""
        if isinstance(self._question, Ask):
            return self.panel is not None and here is self.panel.edge(last=forward)
        rows = self.ways.findChildren(QPushButton) if self.ways is not None else []
        return bool(rows) and here is rows[-1 if forward else 0]

    def look(self, session: Session, moment: Moment, *, asks: bool) -> None:
        """Let be seen what belongs to this moment; `asks` while *Too much?* or the like is open."""
        self.touch.look(moment, free=self._free)
        self.recall.look(session, moment, asks=asks, waits=self.waits)
        ends = moment.closing and session.timeline.guided and self._free
        if not ends and self.stirred.hasFocus():
            self._picture()
        self.stirred.setVisible(ends)
        if ends:
            self.stirred.raise_()

    def place(self, stage: Stage) -> None:
        """Keep everything where it belongs on this stage."""
        self._stage = stage
        if self.panel is not None:
            self.panel.place(stage)
        area = QRect(0, 0, stage.width, stage.hint.top() - GRID // 2).adjusted(EDGE, EDGE, -EDGE, 0)
        if self.ways is not None and self.ways.isVisibleTo(self._window):
            self.ways.place(area)
        self.touch.place(stage)
        self.recall.place(stage)
        for tight in (False, True):
            restyle(self.stirred, "tight", tight)
            self.stirred.fold(stage.width - 2 * GRID)
            size = self.stirred.sizeHint()
            if size.height() <= stage.words.top() - 2 * GRID:
                break
        wide = min(size.width(), stage.width - 2 * GRID)
        top = stage.words.top() - GRID - size.height()
        self.stirred.setGeometry((stage.width - wide) // 2, top, wide, size.height())

    # --- inside --------------------------------------------------------------------------------

    def _fill(self, ask: Ask) -> None:
        session = self._guide.session
        if self.panel is None:
            self.panel = QuestionPanel(self._window)
            self.panel.go_on.clicked.connect(lambda: self._guide.go_on_from())
            self.panel.pass_over.clicked.connect(self._pass_over)
            self.panel.keep.clicked.connect(self._keep_or_not)
        options = tuple(tr(option) for option in ask.options)
        told = replace(ask, question=tr(ask.question), options=options)
        form = self.panel.ask(told, session.answer(ask) if session else "")
        form.answered.connect(self._answered)

    def _choose(self, choose: Choose) -> None:
        ways = [
            Choice(tr(way.words), partial(self._guide.go_on_from, number))
            for number, way in enumerate(choose.ways)
        ]
        if self.ways is None:
            self.ways = ChoicePanel(self._window)
        self.ways.ask(tr(choose.question), ways, plain=True)

    def _announce(self, question: Ask | Choose) -> None:
        """Once; a field is named by its question and told as it gets the keyboard."""
        if not self._told and not (isinstance(question, Ask) and question.form is AskForm.WORDS):
            self._say(tr(question.question))
        self._told = True

    def _hide(self) -> None:
        focused = self._window.focusWidget()
        for one in (self.panel, self.ways):
            if one is None:
                continue
            if focused is not None and one.isAncestorOf(focused):
                # First: what goes with the keys would hand them to the controls, and bring those.
                self._picture()
            one.hide()

    def _answered(self, words: str) -> None:
        if isinstance(self._question, Ask):
            self._guide.say(words)

    def _pass_over(self) -> None:
        self._guide.say("")
        self._guide.go_on_from()

    def _keep_or_not(self) -> None:
        session = self._guide.session
        if isinstance(self._question, Ask) and session is not None:
            self._guide.keep_answer(self._question.id in session.unkept)
            self.tell_kept()

    def tell_kept(self) -> None:
        """Whether a record is kept may be another thing now."""
        self._tell_kept()
        if self.panel is not None:
            self.panel.place(self._stage)

    def _tell_kept(self) -> None:
        ask, session = self._question, self._guide.session
        if isinstance(ask, Ask) and self.panel is not None and session is not None:
            kept = ask.id not in session.unkept
            self.panel.tell_kept(recorded=self._guide.record.keeps, kept=kept)
