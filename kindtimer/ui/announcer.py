"""Announcer: says to a screen reader what the screen says, politely and seldom (facts §7.2).

Phase words for the first three breaths only; then lines as they change. Silent without a screen reader.
"""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from kindtimer.core.breath import Phase
from kindtimer.core.moment import Moment
from kindtimer.core.words import PHASE_WORDS, tr

SPOKEN_BREATHS = 3


def speak_politely(window: QWidget, words: str) -> None:
    """One announcement for this window, where a screen reader listens."""
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(window, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)


class Announcer:
    """Decides what is worth saying; told of moments by its owner's slow tick."""

    def __init__(self, speak: Callable[[str], None]) -> None:
        self._speak = speak
        self._phase: tuple[int, Phase] | None = None
        self._line = ""

    def begin(self, words: str) -> None:
        """A session begins: what it is, once."""
        self._phase, self._line = None, ""
        self.say(words)

    def look(self, moment: Moment, *, asked: bool = False) -> None:
        """Say what is new in this moment, if anything; `asked` for, phases beyond the first breaths, too."""
        breath = moment.breath
        line = moment.line.words
        if breath is not None and (asked or breath.index < SPOKEN_BREATHS):
            phase = (breath.index, breath.phase)
            if phase != self._phase:
                self._phase = phase
                self.say(tr(PHASE_WORDS[breath.phase]))
        elif breath is None and line and line != self._line:
            self.say(line)
        self._line = line

    def say_again(self, moment: Moment, words: str) -> None:
        """The phase there is, asked for, and more words."""
        breath = moment.breath
        if breath is not None:
            self._phase = (breath.index, breath.phase)
            words = f"{tr(PHASE_WORDS[breath.phase])}. {words}"
        self.say(words)

    def say(self, words: str) -> None:
        """One polite announcement; nothing for no words."""
        if words:
            self._speak(words)
