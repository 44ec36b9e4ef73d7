"""Message: one calm line within the window, with at most one thing to do; never a box in the way.

It stays until it is put away. A screen reader is told politely. Main thread.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, Button
from kindtimer.ui.texts import PLAIN, Text
from kindtimer.visuals.measures import GRID


class Message(QWidget):
    """Hidden until `tell`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        self.words = Text("", PLAIN)
        self.act = Button("", self._do, kind=BARE)
        self.put_away = Button(tr("Put away"), self.hide, kind=BARE)
        row.addWidget(self.words, 1)
        row.addWidget(self.act)
        row.addWidget(self.put_away)
        self._done: Callable[[], object] | None = None
        self.hide()

    def tell(self, words: str, act: str = "", done: Callable[[], object] | None = None) -> None:
        """Show these words; `act` names the one thing to do about it, `done` does it."""
        self.words.setText(words)
        self.act.setText(act)
        self.act.setVisible(bool(act))
        self._done = done
        self.show()
        speak_politely(self, words)

    def _do(self) -> None:
        self.hide()
        if self._done is not None:
            self._done()
