"""A session window that walks practices made for a test, a step of each kind."""

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.entry import Answer, Door
from kindtimer.core.pace import Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Ask, AskForm, Breathe, Choose, Ground, Rest, Say, Step, Touch, Way
from kindtimer.core.practice_plan import Length
from kindtimer.core.settings import Settings
from kindtimer.core.wish import Wish
from kindtimer.guide.session_guide import SessionGuide
from kindtimer.ui.session_answer import Form
from kindtimer.ui.session_question import QuestionPanel
from kindtimer.ui.session_window import SessionWindow
from tests import fakes
from tests.core.test_practice_plan import plan
from tests.ui.conftest import Room

FRIEND = Ask("friend", "What would a good friend say?", 60.0)
HOW = Ask("how", "How true does it feel?", 20.0, AskForm.SCALE, ("not at all", "fully"))
WHICH = Ask(
    "which", "Which comes closest?", 20.0, AskForm.ONE_OF, ("One part", "Another part", "None of them")
)
FELT = Ask("felt", "What is here just now?", 20.0, AskForm.FEELINGS)
WAYS = Choose("Which way?", (Way("Words", (Say("Kind words.", 8.0),)), Way("Quiet", (Rest(20.0),))))
TOUCH = Touch("Choose one of these.", 20.0, ("feet_on_floor", "warm_cup", "cheek"))
ROOM = Ground(("Feet on the floor.", "A sound nearby."), 12.0)
SETTLE, AFTER = Say("Settle.", 10.0), Say("Now the room.", 6.0)
PACED = Breathe(Pace(Phases(4, out=6)), 3)


class PracticeRoom(Room):
    """A room in which these steps are walked."""

    def __init__(self, qtbot: QtBot, *steps: Step, settings: Settings | None = None) -> None:
        super().__init__(qtbot, settings or Settings(flower=11))
        made = plan(**{Length.SHORT.value: steps})
        plans = MappingProxyType({made.id: made})
        self.guide = SessionGuide(
            self.clock,
            self.preferences,
            fakes.patterns(),
            self.player,
            self.journal,
            fakes.identity(),
            lambda: plans,
        )
        self.window.hide()
        self.window = SessionWindow(
            self.clock, self.guide, self.preferences, self.window._palette, still=False
        )
        qtbot.addWidget(self.window, before_close_func=lambda window: window.hide())
        self.said: list[str] = []
        self.window._announcer._speak = self.said.append
        self.guide.session_began.connect(self.window.show_session)
        self.guide.session_changed.connect(self.window.show_change)
        self.guide.session_ended.connect(self.window.show_ending)
        self.guide.question_changed.connect(self.window.show_question)

    def walk(self, seconds: float = 0.5) -> None:
        """Begin, and let so much time go by."""
        self.guide.begin(Wish(Door.PRACTICE, practice="one"))
        self.go_on(seconds)

    def go_on(self, seconds: float) -> None:
        """Let so much time go by, and the window look."""
        self.pass_time(seconds)
        self.window._look_at_session()

    @property
    def panel(self) -> QuestionPanel:
        panel = self.window.guided.panel
        assert panel is not None
        return panel

    @property
    def form(self) -> Form:
        form = self.panel.form
        assert form is not None
        return form

    @property
    def answers(self) -> list[Answer]:
        """What is kept."""
        (entry,) = self.journal.entries.values()
        return list(entry.answers)

    def type(self, words: str) -> None:
        """Keys, where the keys go."""
        self.qtbot.keyClicks(self.window.focusWidget(), words)

    def click(self, button: QWidget) -> None:
        """With the pointer."""
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
