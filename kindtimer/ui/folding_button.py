"""Folding button: a button whose words go on another line where the window is narrow or the text large.

Its page tells it how wide it may be; a screen reader hears the words in one piece. Main thread.
"""

from collections.abc import Callable

from PySide6.QtGui import QFontMetrics

from kindtimer.ui.buttons import PLAIN, Button
from kindtimer.ui.dress import Dress


class FoldingButton(Button):
    """A Button; `say` sets its words, `fold` the room they have."""

    def __init__(
        self, words: str, pressed: Callable[[], object] | None = None, *, kind: str = PLAIN, drawing: str = ""
    ) -> None:
        super().__init__(words, pressed, kind=kind, drawing=drawing)
        self.words = words
        self._room = 0
        self._dress: Dress | None = None
        self.say(words)

    def say(self, words: str) -> None:
        """Other words."""
        self.words = words
        self.setAccessibleName(words)
        self.fold(self._room)

    def fold(self, room: int) -> None:
        """Be no wider than this, in px; 0 is any width."""
        self._room = room
        self.setText(self.words)
        around = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.words)
        if room and self.sizeHint().width() > room:
            self.setText("\n".join(folded(self.words, room - around, self.fontMetrics())))

    def point(self, *, up: bool) -> None:
        """Its arrow: up while what it opens stands below it, else down."""
        self._drawing = "up" if up else "down"
        if self._dress is not None:
            super().wear(self._dress)

    def wear(self, dress: Dress) -> None:
        """Another text size, other lines."""
        self._dress = dress
        super().wear(dress)
        self.fold(self._room)


def folded(words: str, room: int, metrics: QFontMetrics) -> list[str]:
    """Lines of at most `room` px; a word that is wider stands alone."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
