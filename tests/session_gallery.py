"""The gallery's sessions: a session window in each of its states, as pictures.

Hung by `tests/gallery.py` beside the pages of the home window. A clock is moved by hand; nothing sounds.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QImage

from kindtimer.core.entry import Door
from kindtimer.core.session import State
from kindtimer.core.settings import Settings, Size
from kindtimer.core.wish import Wish
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.session_guide import SessionGuide
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
        )
        self.window = SessionWindow(
            self.clock, self.guide, self.preferences, THEMES[frame.theme], still=False
        )
        self.guide.session_began.connect(self.window.show_session)
        self.guide.session_changed.connect(self.window.show_change)
        self.size = frame.size

    def begin(self, seconds: float) -> None:
        """Breathe for so long."""
        self.guide.begin(Wish(Door.TRAY, size=Size.SMALL))
        self._stand()
        self.clock.step(seconds)
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


MOMENTS = (
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
