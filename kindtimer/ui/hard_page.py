"""Something is hard: a few doors, each named by what is felt, each one click from what may ease it.

Only doors that lead somewhere stand here; more come with what they lead to.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kindtimer.core.words import tr
from kindtimer.ui.page import Page
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.texts import QUIET, Text
from kindtimer.visuals.measures import GRID


class HardPage(Page):
    """Doors to the room around, to a slow breath, and to people."""

    def __init__(
        self, *, room: Callable[[], object], breath: Callable[[], object], people: Callable[[], object]
    ) -> None:
        super().__init__(tr("Something is hard"), tr("One of these may fit. None has to."))
        self.column.addSpacing(GRID)
        self.loud = self._door(
            tr("It is loud"), tr("The room around you: eyes open, five lines to look at."), room
        )
        self.hurts = self._door(
            tr("It hurts"), tr("One slow minute: breathing out a little longer than in."), breath
        )
        self.person = self._door(
            tr("I need a person"), tr("Numbers to call or write to, and your own people."), people
        )
        self.column.addSpacing(GRID)
        self.column.addWidget(
            Text(tr("Esc leaves at any moment. Leaving in the middle is one of the ways to do this."), QUIET)
        )

    def _door(self, words: str, told: str, opened: Callable[[], object]) -> RowButton:
        door = RowButton(words, told, opened)
        self.column.addWidget(door)
        return door

    def first_to_focus(self) -> QWidget:
        """The first door."""
        return self.loud
