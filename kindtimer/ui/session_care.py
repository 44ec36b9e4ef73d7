"""Session care: what is offered when it is too much, after looking around the room, and after being away.

It owns the one panel of choices over a session's picture and leads each choice to the guide. Main thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QWidget

from kindtimer.core.session import Session, State
from kindtimer.core.words import AWAY, GROUNDING, tr
from kindtimer.guide.session_guide import SessionGuide
from kindtimer.ui.choice_panel import Choice, ChoicePanel
from kindtimer.visuals.breath_view import BreathView
from kindtimer.visuals.stage import Stage

ORDINARY_MS = 8000
"""How long *Something ordinary* stands before the window closes by itself."""

DIMMED = 0.4
LOW = 400
"""Times the text scale: a lower window has no room for two lines above five rows."""

BEHIND = 0.12
"""Light of a picture behind a question: its edges beside the panel ask for nothing."""


class SessionCare:
    """The panel, and the ways out and the ways to less behind it."""

    def __init__(
        self,
        window: QWidget,
        view: BreathView,
        guide: SessionGuide,
        *,
        leave: Callable[[], None],
        closed: Callable[[], None],
        people: Callable[[], None],
        changed: Callable[[], None],
    ) -> None:
        self._window, self._view, self._guide = window, view, guide
        self._leave, self._closed, self._people, self._changed = leave, closed, people, changed
        self._panel = ChoicePanel(window)
        self._session: Session | None = None
        self._stage = view.stage
        self._ordinary = QTimer(window, interval=ORDINARY_MS, singleShot=True)
        self._ordinary.timeout.connect(leave)

    @property
    def has_keys(self) -> bool:
        """Whether a row of the panel has the keyboard from the first; after the room none has."""
        return self.asks and self._panel.leads

    @property
    def asks(self) -> bool:
        """Whether the panel is open."""
        return self._panel.isVisibleTo(self._window)

    def follow(self, session: Session) -> None:
        """Show what this session's state asks for; what else changes of it leaves an open question alone."""
        before, self._session = self._session, session
        if before is None or (before.id, before.state, before.eased) != (
            session.id,
            session.state,
            session.eased,
        ):
            self._show(session)

    def _show(self, session: Session) -> None:
        self._ordinary.stop()
        grounds = session.state is State.GROUND
        waits = session.state is State.PAUSED
        away = session.state is State.AWAY
        self._view.set_light(BEHIND if away else DIMMED if waits else 1.0)
        self._view.set_grounding(tuple(tr(line) for line in GROUNDING) if grounds else None)
        if grounds:
            self._view.set_wordless(False)
            self._ask("", self._after_ground(session), across=True, name=tr("The room around you"))
        elif away:
            again = Choice(tr("Go on"), self._guide.go_on)
            finish = Choice(tr("Finish here"), self._guide.finish)
            self._view.set_wordless(True)  # the panel asks it; large words would lie under its rows
            self._ask(tr(AWAY), [again, finish])
        else:
            self.close()

    def ask_too_much(self) -> None:
        """G: less, or out; a second G closes it."""
        session = self._session
        if session is None or session.state is State.GROUND:
            return
        if self.asks:
            self._show(session)
            return
        self._view.set_light(BEHIND)
        self._view.set_wordless(True)  # one thing at a time: the question stands alone
        self._guide.await_answer(True)
        choices = [Choice(tr("Look around the room"), self._guide.ground)]
        if session.timeline.guided:
            choices.append(Choice(tr("That stirred something up"), self.ask_stirred))
        if not session.eased and session.timeline.paces:
            choices.append(Choice(tr("Own breath, no pacing"), self._own_breath))
        choices += [
            Choice(tr("A person to talk to"), self._people),
            Choice(tr("Leave"), self._leave),
            Choice(tr("Stay with this"), self._stay),
        ]
        self._ask(tr("Less is fine."), choices)

    def ask_stirred(self) -> None:
        """Old hurt came up: the room, something ordinary, one's own people."""
        if self._session is None or self._session.state is State.GROUND:
            return
        self._view.set_light(BEHIND)
        self._view.set_wordless(True)
        self._guide.await_answer(True)
        choices = [
            Choice(tr("Look around the room"), self._guide.ground),
            Choice(tr("Something ordinary"), self._ground_and_ordinary),
            Choice(tr("My people"), self._people),
            Choice(tr("Leave"), self._leave),
            Choice(tr("Stay with this"), self._stay),
        ]
        told = tr("Old hurt can show itself when kindness comes. Less is fine now.")
        # A long line would leave no room for its rows in a low window at large type.
        low = self._stage.height < LOW * self._stage.text_scale
        self._ask(tr("Less is fine.") if low else told, choices)

    def rest(self) -> None:
        """The session is over."""
        self.close()
        self._session = None

    def close(self) -> None:
        """Close the panel; the picture has the keys again."""
        self._ordinary.stop()
        self._view.set_wordless(False)
        self._guide.await_answer(False)
        if self.asks:
            # First: a row that goes with the keys would hand them to the controls, and bring those.
            self._closed()
            self._panel.hide()
        self._changed()

    def place(self, stage: Stage) -> None:
        """Keep the panel where it belongs on this stage."""
        self._stage = stage
        area = QRect(0, 0, stage.width, stage.height).adjusted(16, 16, -16, -16)
        grounds = self._session is not None and self._session.state is State.GROUND
        area.setBottom(stage.hint.top() - 4)
        if grounds and stage.small:
            # The hint gives way to the lines there; large words may take the notice's place as well.
            area = stage.controls.united(stage.notice) if stage.text_scale > 1.0 else stage.controls
        elif grounds:
            area.setTop(stage.second.top())
        self._panel.place(area)

    def _after_ground(self, session: Session) -> list[Choice]:
        # Where words lead there are more of them to come: that is no quiet.
        quiet = Choice(tr("Sit quietly"), self._guide.ease_off)
        on = Choice(tr("Go on"), self._guide.go_on)
        return [
            Choice(tr("Stop"), self._leave),
            on if session.timeline.guided else quiet,
            Choice(tr("Something ordinary"), self._go_ordinary),
            Choice(tr("A person"), self._people),
        ]

    def _stay(self) -> None:
        if self._session is not None:
            self._show(self._session)

    def _own_breath(self) -> None:
        self._guide.ease_off()
        if self.asks:
            # In the quiet at the end nothing is paced that could fade: the question is answered all the same.
            self._stay()

    def _go_ordinary(self) -> None:
        self.close()
        ordinary = tr("Something ordinary: a glass of water, a window, a few steps.")
        self._view.set_grounding((ordinary, tr("This closes by itself.")))
        self._ordinary.start()  # after `close`, which would stop it

    def _ground_and_ordinary(self) -> None:
        self._guide.ground()  # nothing ends under it
        self._go_ordinary()

    def _ask(self, question: str, choices: list[Choice], *, across: bool = False, name: str = "") -> None:
        if self.asks:
            self._closed()
        self._panel.ask(question, choices, across=across, plain=across, name=name)
        self.place(self._stage)
        self._changed()
