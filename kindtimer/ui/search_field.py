"""Search field: what is typed is found. Where it is filled, the first Esc empties it; the next one leaves.

*Settings* and *Guide* have one each. It finds nothing itself. Main thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely

LONGEST_SEARCH = 200

PAUSE_MS = 100
"""So long after the last letter a page begins with what takes time: whoever types on need not wait."""


class SearchField(QLineEdit):
    """`find` is called with what stands in it, whenever that is something else."""

    def __init__(self, name: str, find: Callable[[str], object], *, hint: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint or name)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST_SEARCH)
        self.textChanged.connect(find)

    def event(self, event: QEvent) -> bool:
        """While something stands in it, Esc is its own and not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and self._empties(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties it."""
        if self._empties(event):
            self.clear()
            speak_politely(self, tr("The search is empty, and all of it is there. Esc once more goes back."))
        else:
            super().keyPressEvent(event)

    def _empties(self, event: QEvent) -> bool:
        escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return escapes and bool(self.text())
