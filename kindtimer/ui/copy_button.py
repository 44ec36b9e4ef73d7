"""Copy button: puts a text on the clipboard and says so, until the keyboard or the hand goes elsewhere.

Where several stand on a page, the one that says *Copied* is the one pressed last. Main thread.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication

from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE
from kindtimer.ui.folding_button import FoldingButton


class CopyButton(FoldingButton):
    """`copies` is what goes to the clipboard as it is, `name` what a screen reader calls the button."""

    def __init__(self, copies: str, name: str) -> None:
        self._name = name
        super().__init__(tr("Copy"), self._copy, kind=BARE, drawing="copy")
        self.copies = copies

    def say(self, words: str) -> None:
        """Other words to read; its name stays, since *Copy* alone does not say what."""
        super().say(words)
        self.setAccessibleName(self._name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was copied is long known."""
        super().focusOutEvent(event)
        self.say(tr("Copy"))

    def _copy(self) -> None:
        # Whatever pressed it: what says *Copied* has the keyboard, or nothing would take the word back.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        QGuiApplication.clipboard().setText(self.copies)
        self.say(tr("Copied"))
        speak_politely(self, tr("Copied"))
