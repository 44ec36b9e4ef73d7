"""Message: the few calm lines that stand above a page; never a box in the way.

A line stays until it is put away, or until it is no longer true. While a page is open that nothing may
stand over, all of them wait. A screen reader is told politely, once a line is to be seen. Main thread.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, Button
from kindtimer.ui.texts import PLAIN, Text
from kindtimer.visuals.measures import GRID


class Message(QWidget):
    """Hidden while there is nothing to say, or while it is held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        self.words = Text("", PLAIN)
        self.put_away = Button(tr("Put away"), self._forget, kind=BARE)
        row.addWidget(self.words, 1)
        row.addWidget(self.put_away)
        self._lines: list[str] = []
        self._said: list[str] = []
        self._held = False
        self.hide()

    def tell(self, words: str) -> None:
        """Say this too; what stands there already is not said twice."""
        if words not in self._lines:
            self._lines.append(words)
            self._show()

    def take_back(self, words: str) -> None:
        """This is no longer true."""
        if words in self._lines:
            self._lines.remove(words)
            self._show()

    def hold(self, held: bool) -> None:
        """Wait out of sight, or come back with what there is to say."""
        self._held = held
        self._show()

    def _forget(self) -> None:
        self._lines.clear()
        self._show()

    def _show(self) -> None:
        self.words.setText("\n".join(self._lines))
        shown = bool(self._lines) and not self._held
        self.setVisible(shown)
        if not shown:
            self._said = [line for line in self._said if line in self._lines]
            return
        for line in self._lines:
            if line not in self._said:
                speak_politely(self, line)
        self._said = list(self._lines)
