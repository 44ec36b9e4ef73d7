"""Breathe shortcut: the keys a person chose to begin *Breathe* from any window, held while the program runs.

What holds them is the desktop's and is made when keys are first chosen: without them nothing is at rest.
Main thread; never waits.
"""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from kindtimer.core.chord import Chord, ChordNotPossible, parse_chord
from kindtimer.guide.preferences import Preferences


class Keys(Protocol):
    """Holds one chord, so that no other window is given it."""

    pressed: Any
    """Signal()"""

    def why_not(self) -> str:
        """Why there can be none on this desktop, or nothing."""

    def hold(self, chord: Chord) -> str:
        """Hold this one instead of the last. Empty, or one kind line why not."""

    def close(self) -> None:
        """Give it back."""


class BreatheShortcut(QObject):
    """The shortcut there is, and the one way to change it."""

    pressed = Signal()
    trouble_told = Signal(str)
    """A kind line: the keys that were chosen cannot be held this time."""

    def __init__(
        self,
        preferences: Preferences,
        make: Callable[[QObject], Keys],
        command: str,
        parent: QObject | None = None,
    ) -> None:
        """`command` is what a desktop's own shortcut can be given."""
        super().__init__(parent)
        self._preferences, self._make, self._command = preferences, make, command
        self._keys: Keys | None = None

    def begin(self) -> None:
        """The program has started: hold what was chosen."""
        chosen = self.keys()
        if chosen and (trouble := self._hold(chosen)):
            self.trouble_told.emit(trouble)

    def why_not(self) -> str:
        """Why there can be none here, and what there is instead; empty where there can be one."""
        return self._held.why_not()

    def command(self) -> str:
        """What a desktop's own shortcut can be given."""
        return self._command

    def keys(self) -> str:
        """The keys as they are written, empty where none are chosen."""
        return self._preferences.settings.breathe_key

    def choose(self, keys: str) -> str:
        """Take these keys from now on, none where it is empty. Empty, or one kind line why not."""
        if not keys.strip():
            self._let_go()
            self._preferences.change(breathe_key="")
            return ""
        trouble = self._hold(keys)
        if not trouble:
            self._preferences.change(breathe_key=str(parse_chord(keys)))
        elif self.keys():
            self._hold(self.keys())  # the ones there were stay
        return trouble

    def close(self) -> None:
        """The program ends."""
        self._let_go()

    @property
    def _held(self) -> Keys:
        if self._keys is None:
            self._keys = self._make(self)
            self._keys.pressed.connect(self.pressed)
        return self._keys

    def _hold(self, keys: str) -> str:
        try:
            chord = parse_chord(keys)
        except ChordNotPossible as reason:
            return str(reason)
        return self._held.hold(chord)

    def _let_go(self) -> None:
        if self._keys is not None:
            self._keys.close()
