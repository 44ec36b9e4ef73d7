"""Offers part: one part of the Offers page, with its head and its column, and what all parts do alike."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.ui.dress import Dress, Wearer, dress_parts
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.switch import Switch
from kindtimer.ui.texts import PART, Text
from kindtimer.visuals.measures import GRID


class OffersPart(QWidget, Wearer):
    """A head, then `column`. Subclasses show what the settings and the guide of offers say in `look`."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._dress: Dress | None = None
        self.made_late: Callable[[], object] = lambda: None
        """Called when something was made after the page was."""
        self.head = Text(title, PART)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 3 * GRID, 0, 0)
        self.column.setSpacing(GRID)
        self.column.addWidget(self.head)
        self.column.addSpacing(GRID)

    def look(self, settings: Settings) -> None:
        """Show what stands now, wherever it was changed. The keyboard stays where it is."""

    def wear(self, dress: Dress) -> None:
        """What is made later is dressed like this."""
        self._dress = dress

    def dress_late(self, widget: QWidget) -> None:
        """Dress what was made after the page was."""
        if self._dress is not None:
            dress_parts(widget, self._dress)
        for button in widget.findChildren(FoldingButton):
            button.fold(self.width())
        self.made_late()


def together(*widgets: QWidget) -> QVBoxLayout:
    """Lines that belong together, close under one another."""
    rows = QVBoxLayout()
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    for widget in widgets:
        rows.addWidget(widget)
    return rows


def switched(words: str, toggled: Callable[[bool], object], told: str = "") -> Switch:
    """A switch that tells what the person chose; `told` is said of it to a screen reader."""
    switch = Switch(words)
    switch.setAccessibleDescription(told)
    switch.toggled.connect(toggled)
    return switch


def show_switch(switch: Switch, on: bool) -> None:
    """Show that it is on or off, without a choice of anybody."""
    with QSignalBlocker(switch):
        switch.setChecked(on)
    switch.update()


def unfold(button: FoldingButton, *, up: bool) -> None:
    """What the button opens stands open from now on, or does not: its arrow, and what is said of it."""
    button.point(up=up)
    button.setAccessibleDescription(tr("open") if up else tr("closed"))


def say(text: Text, words: str) -> None:
    """Put words into a line; one without words takes no room."""
    text.setText(words)
    text.setVisible(bool(words))
