"""Session lines: the hint about keys, and the notice about what happened. Each stands for six seconds.

The hint stays throughout a person's first sessions. Told by the window; it writes on the canvas and speaks.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kindtimer.core.moment import Moment
from kindtimer.core.session import Session
from kindtimer.core.sound import Heard, SoundState
from kindtimer.core.words import tr
from kindtimer.guide.preferences import Preferences
from kindtimer.ui import session_words
from kindtimer.ui.announcer import Announcer
from kindtimer.visuals.breath_view import BreathView
from kindtimer.visuals.scenes import SYNC

BRIEF_MS = 6000


class SessionLines:
    """Two 14-px lines on the canvas."""

    def __init__(
        self, window: QWidget, view: BreathView, preferences: Preferences, announcer: Announcer
    ) -> None:
        self._view, self._preferences, self._announcer = view, preferences, announcer
        self._hint = ""
        self._says_keys = self._told_of_sound = self._guided = False
        self._hint_goes = _after(window, self.end_hint)
        self._notice_goes = _after(window, lambda: view.set_notice(""))

    @property
    def _lasting(self) -> bool:
        # Where words lead a way out is always to be seen.
        return self._guided or self._preferences.settings.sessions_met < session_words.HINT_SESSIONS

    def begin(self, session: Session) -> None:
        """A session begins: its hint, and no notice."""
        self._says_keys = self._told_of_sound = False
        self._guided = session.timeline.guided
        self._view.set_notice("")
        self._hint_goes.stop()
        if session.scene == SYNC.id:
            self._hint = tr("Esc leaves. A light and a click each second.")
        else:
            self._hint = session_words.hint()
            if not self._lasting:
                self._hint_goes.start()
        self._view.set_hint(self._hint)

    def look(self, session: Session, moment: Moment, *, asks: bool, question: bool = False) -> None:
        """Let the hint say what the keys do now."""
        hint = session_words.hint(session.state, closing=moment.closing, asks=asks, question=question)
        if session.scene == SYNC.id or hint == self._hint:
            return
        self._hint = hint
        if self._says_keys:
            # Other keys do other things now; the list of all of them would be wrong.
            self._says_keys = False
            self._view.set_notice("")
        if self._lasting or self._hint_goes.isActive():
            self._view.set_hint(hint)

    def rest(self) -> None:
        """The window is out of sight: nothing is said any more."""
        self._hint, self._says_keys = "", False
        self._hint_goes.stop()
        self._notice_goes.stop()
        self._view.set_hint("")
        self._view.set_notice("")

    def show_keys(self, first: str, second: str) -> None:
        """H: every key, for six seconds, in two lines, to stay large enough to read."""
        self._says_keys = True
        self._view.set_hint(first)
        self._view.set_notice(second)
        self._notice_goes.start()
        self._hint_goes.start()

    def end_hint(self) -> None:
        """Six seconds are over: what stays is what a first session keeps."""
        self._says_keys = False
        self._view.set_hint(self._hint if self._lasting else "")

    def sound(self, sound: SoundState) -> None:
        """Say where sound is not as it was wanted, and once that it is there."""
        words = session_words.notice(sound, self._preferences.settings.sound)
        was_told, self._told_of_sound = self._told_of_sound, bool(words)
        if was_told and not words and sound.state is Heard.PLAYING:
            words = tr("Sound is on.")
        self.tell(words)

    def tell(self, words: str) -> None:
        """A notice, on the screen and to a screen reader; nothing takes it away."""
        self._view.set_notice(words)
        self._announcer.say(words)
        if words:
            self._notice_goes.start()


def _after(parent: QWidget, done: Callable[[], object]) -> QTimer:
    timer = QTimer(parent, interval=BRIEF_MS, singleShot=True)
    timer.timeout.connect(done)
    return timer
