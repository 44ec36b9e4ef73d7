"""Prose: words that can be marked with the pointer, and copied as one would type them.

What is typed in a terminal, such as a command's options, is never broken at the end of a line: between its
signs stand others that nobody sees. They are for showing only, and are left out of all that is copied.
"""

import re
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from kindtimer.ui.texts import PLAIN, Text

JOINS = "\u2060"
"""No line ends before or after it."""

TYPED = re.compile(r"(?<![^\s(“])--?\w[\w-]*")
"""An option as one types it."""


def unbroken(words: str) -> str:
    """With the options in it held together."""
    return TYPED.sub(lambda found: found[0].replace("-", "-" + JOINS), words)


def typed(words: str) -> str:
    """As one would type it."""
    return words.replace(JOINS, "")


class Prose(Text):
    """Some words on a page."""

    def __init__(self, words: str, kind: str = PLAIN) -> None:
        super().__init__(unbroken(words), kind)
        if JOINS in self.text():
            keep_typeable()
        self.setAccessibleName(words)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def mark(self, words: Sequence[str]) -> None:
        """Mark the first of these small-lettered words that stands here."""
        held = self.text().casefold()
        for word in map(unbroken, words):
            if len(held) == len(self.text()) and (at := held.find(word)) >= 0:
                self.setSelection(at, len(word))
                return

    @property
    def marked(self) -> str:
        """What is marked, as one would type it."""
        return typed(self.selectedText())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is marked could be dragged away with what nobody sees in it: it is marked anew instead."""
        anew = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if anew and JOINS in self.selectedText():
            self.setSelection(0, 0)
        super().mousePressEvent(event)


def _clean(mode: QClipboard.Mode) -> None:
    held = QApplication.focusWidget()
    # What others copy is not read.
    if isinstance(held, Prose) and JOINS in held.selectedText():
        clipboard = QGuiApplication.clipboard()
        if JOINS in (copied := clipboard.text(mode)):
            clipboard.setText(typed(copied), mode)


@cache
def keep_typeable() -> None:
    """From now on what is copied out of any Prose is as one would type it, by keys, menu or pointer."""
    QGuiApplication.clipboard().changed.connect(_clean)
