"""The gallery's sessions: a session window in each of its states, as pictures.

Hung by `tests/gallery.py` beside the pages of the home window. A clock is moved by hand; nothing sounds.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QImage

from kindtimer.core.entry import Door
from kindtimer.core.practice import Ask, AskForm, Choose, Ground, Rest, Say, Step, Touch, Way
from kindtimer.core.practice_plan import Depth, Length, PracticePlan, Serves, Shelf
from kindtimer.core.session import State
from kindtimer.core.settings import Settings, Size
from kindtimer.core.touch_holds import HOLDS
from kindtimer.core.wish import Wish
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.session_guide import SessionGuide
from kindtimer.ui.session_answer import WordsAnswer
from kindtimer.ui.session_window import SessionWindow
from tests import fakes
from tests.gallery import SIZES, THEMES, Frame, framed, frames

IN_THE_CORNER = (360, 480)


class Sitting:
    """A session window with everything it needs."""

    def __init__(self, frame: Frame) -> None:
        self.clock = fakes.ManualClock()
        self.preferences = Preferences(Settings(flower=11), fakes.FakeKeeper())
        self.guide = SessionGuide(
            self.clock,
            self.preferences,
            fakes.patterns(),
            fakes.RecordingPlayer(),
            fakes.FakeJournal(),
            fakes.identity(),
            lambda: {plan.id: plan for plan in PLANS},
        )
        self.window = SessionWindow(
            self.clock, self.guide, self.preferences, THEMES[frame.theme], still=False
        )
        self.guide.session_began.connect(self.window.show_session)
        self.guide.session_changed.connect(self.window.show_change)
        self.guide.question_changed.connect(self.window.show_question)
        self.size = frame.size

    def begin(self, seconds: float) -> None:
        """Breathe for so long."""
        self.guide.begin(Wish(Door.TRAY, size=Size.SMALL))
        self._stand()
        self.clock.step(seconds)
        self.window._look_at_session()

    def walk(self, plan: str, seconds: float) -> None:
        """A practice where words lead, so far."""
        self.guide.begin(Wish(Door.PRACTICE, practice=plan, size=Size.SMALL))
        self._stand()
        end = self.clock.now() + seconds
        while self.clock.now() < end:
            self.clock.step(0.25)
            self.guide.look()
        self.window._look_at_session()

    def look_around(self) -> None:
        """*The room around you*, at once."""
        self.guide.begin_room(Door.TRAY)
        self._stand()

    def show_controls(self) -> None:
        """The row of controls, as when the pointer moves."""
        self.window.controls.appear()
        self.window.controls._fade.stop()
        self.window.controls._effect.setOpacity(1.0)
        self.window.controls._faded()
        self.window._look_at_session()

    def go_away(self) -> None:
        """A lid that was closed."""
        session = self.guide.session
        assert session is not None
        self.guide._change(session.stopped(self.clock.now(), State.AWAY))

    def to_the_end(self) -> None:
        """The closing line."""
        session = self.guide.session
        assert session is not None
        self.clock.step(session.timeline.planned - session.position(self.clock.now()) + 8.0)
        self.window._look_at_session()

    def _stand(self) -> None:
        self.window.setMinimumSize(1, 1)
        self.window.showNormal()
        self.window.resize(*self.size)


@dataclass(frozen=True)
class Moment:
    """One state: how it comes to be."""

    name: str
    comes: Callable[[Sitting], object]


def _after(seconds: float, *deeds: Callable[[Sitting], object]) -> Callable[[Sitting], None]:
    def comes(sitting: Sitting) -> None:
        sitting.begin(seconds)
        for deed in deeds:
            deed(sitting)

    return comes


def _in(plan: str, seconds: float, *deeds: Callable[[Sitting], object]) -> Callable[[Sitting], None]:
    def comes(sitting: Sitting) -> None:
        sitting.walk(plan, seconds)
        for deed in deeds:
            deed(sitting)

    return comes


def _plan(name: str, *steps: Step) -> PracticePlan:
    lengths = MappingProxyType({Length.SHORT: steps})
    about = ("About.", "For.", "", "", "")
    return PracticePlan(name, name, *about, Depth.WARMING, (Serves.COMFORT,), Shelf.HURTS, lengths)


SETTLE = Say("Settle a little, in whatever way suits.", 12.0)
PLANS = (
    _plan(
        "words", SETTLE, Ask("friend", "What would a good friend say, if one were here in this room?", 60.0)
    ),
    _plan(
        "recall",
        Ask("letter", "What would a kind letter say?", 60.0),
        Say("Read it slowly, as if it came from a friend.", 60.0, "letter"),
    ),
    _plan("scale", Ask("how", "How true does it feel?", 20.0, AskForm.SCALE, ("not at all", "fully"))),
    _plan(
        "one",
        Ask(
            "which",
            "Which of these comes closest?",
            20.0,
            AskForm.ONE_OF,
            ("The part that pushes", "The part that wants things", "The part that soothes", "None of them"),
        ),
    ),
    _plan("feelings", Ask("felt", "What is here just now?", 30.0, AskForm.FEELINGS)),
    _plan(
        "choose",
        Choose(
            "Where may attention rest for a while?",
            tuple(Way(words, (SETTLE,)) for words in ("With the breath", "With sounds", "With the hands")),
        ),
    ),
    _plan("touch", Touch("One of these may feel kind, or none.", 40.0, tuple(HOLDS))),
    _plan("glow", SETTLE, Rest(60.0)),
    _plan("room", Ground(("Feet on the floor, a seat underneath.", "A sound nearby."), 16.0)),
)


def _write(sitting: Sitting) -> None:
    form = sitting.window.guided.panel.form if sitting.window.guided.panel else None
    assert isinstance(form, WordsAnswer)
    form.show_words("It is a lot at once. Tea first, then one thing.")


LETTER = (
    "Dear you,\n\nthis has been a lot, and it was carried for longer than anybody saw. Nothing of it "
    "has to be solved tonight. There is soup left, and the window can be opened for a while.\n\n"
    "What was said in that room was hard to hear. It does not say what you are. Most of what you did "
    "this week was careful, and some of it was brave, and nobody clapped.\n\n"
    "Rest first. The rest can wait until the morning, and then one thing only.\n\n"
    "With warmth,\nyour own hand"
)


def _recalled(plan: str, words: str, *deeds: Callable[[Sitting], object]) -> Callable[[Sitting], None]:
    return _in(
        plan,
        0.5,
        lambda one: one.guide.say(words),
        lambda one: one.guide.go_on_from(),
        lambda one: one.clock.step(3.0),
        lambda one: one.window._look_at_session(),
        *deeds,
    )


MOMENTS = (
    Moment("recall-line", _recalled("recall", "May there be rest.")),
    Moment("recall-two-lines", _recalled("recall", "May there be rest.\nMay there be soup.")),
    Moment("recall-letter", _recalled("recall", LETTER)),
    Moment("recall-letter-waits", _recalled("recall", LETTER, lambda one: one.guide.toggle_pause())),
    Moment(
        "recall-letter-focus",
        _recalled("recall", LETTER, lambda one: one.window.focusNextPrevChild(True)),
    ),
    Moment("ask", _in("words", 13.0)),
    Moment("ask-written", _in("words", 13.0, _write)),
    Moment(
        "ask-unrecorded",
        _in(
            "words",
            13.0,
            lambda one: one.preferences.change(keep_record=False),
            lambda one: one.guide.toggle_pause(),
            lambda one: one.guide.toggle_pause(),
        ),
    ),
    Moment("ask-scale", _in("scale", 0.5)),
    Moment("ask-one-of", _in("one", 0.5)),
    Moment("ask-feelings", _in("feelings", 0.5)),
    Moment("choose", _in("choose", 0.5)),
    Moment("touch", _in("touch", 3.0)),
    Moment("touch-keys", _in("touch", 3.0, lambda one: one.window.say_keys())),
    Moment("touch-other", _in("touch", 3.0, lambda one: one.window._turn(-2))),
    Moment("glow-bright", _in("glow", 29.5)),
    Moment("glow-dim", _in("glow", 19.5)),
    Moment("room-line", _in("room", 3.0)),
    Moment("guided-keys", _in("glow", 4.0, lambda one: one.window.say_keys(), Sitting.show_controls)),
    Moment("guided-too-much", _in("glow", 4.0, lambda one: one.window._ask_too_much())),
    Moment(
        "guided-closing",
        _in(
            "scale",
            0.5,
            lambda one: one.guide.go_on_from(),
            lambda one: one.clock.step(8.0),
            lambda one: one.window._look_at_session(),
        ),
    ),
    Moment(
        "stirred",
        _in("scale", 0.5, lambda one: one.guide.go_on_from(), lambda one: one.window._ask_stirred()),
    ),
    Moment("arriving", _after(3.0)),
    Moment("in", _after(6.5)),
    Moment("out", _after(9.0)),
    Moment("controls", _after(9.0, Sitting.show_controls)),
    Moment("keys", _after(30.0, lambda sitting: sitting.window.say_keys())),
    Moment("too-much", _after(9.0, lambda sitting: sitting.window._ask_too_much())),
    Moment("room", Sitting.look_around),
    Moment("own-way", _after(9.0, lambda sitting: sitting.guide.ease_off(), lambda one: one.clock.step(4.0))),
    Moment("paused", _after(9.0, lambda sitting: sitting.guide.toggle_pause())),
    Moment("away", _after(9.0, Sitting.go_away)),
    Moment("closing", _after(9.0, Sitting.to_the_end)),
)


def pictures(only: str = "") -> Iterator[tuple[str, QImage]]:
    """Names that sort, and the pictures; those alone whose name holds `only`. Needs a QApplication."""
    for moment in MOMENTS:
        for frame in frames((*SIZES, IN_THE_CORNER)):
            name = f"session-{moment.name}-{frame.name}"
            if only in name:
                yield name, shown(moment, frame)


def shown(moment: Moment, frame: Frame) -> QImage:
    """One state in one frame."""
    with framed(frame) as application:
        sitting = Sitting(frame)
        moment.comes(sitting)
        sitting.clock.step(0.6)  # what fades has faded
        for _ in range(3):
            application.processEvents()
        picture = sitting.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        sitting.guide.leave()
        sitting.window.fall_quiet()
        sitting.window.deleteLater()
        application.processEvents()
    return picture
