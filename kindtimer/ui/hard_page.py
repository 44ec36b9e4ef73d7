"""Something is hard: five doors, each named by what is felt, each a click or two from what may ease it.

A door unfolds its few ways in place; the first one stands open, so that the room around and a slow breath
are there at once. What the doors lead to is not decided here. Main thread.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kindtimer.core.practice_plan import Shelf
from kindtimer.core.words import tr
from kindtimer.ui.buttons import BARE, PLAIN
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.hard_ways import HardWay
from kindtimer.ui.light_row import LightRow
from kindtimer.ui.page import Page
from kindtimer.ui.practice_words import SHELVES
from kindtimer.ui.texts import QUIET, Text
from kindtimer.visuals.measures import GRID


class HardDoor(QWidget):
    """A door, and below it, where it is open, the ways behind it and the way to its shelf."""

    def __init__(
        self, words: str, told: str, ways: Sequence[HardWay], more: Callable[[], object] | None
    ) -> None:
        super().__init__()
        self._told = told
        self.row = LightRow(words, "", self.turn, beside=told, sign="down", kind=PLAIN)
        self.inner = QWidget()
        aside = QHBoxLayout(self.inner)
        aside.setContentsMargins(0, 0, 0, GRID)
        aside.setSpacing(0)
        aside.addSpacing(2 * GRID)
        flow = FlowLayout()
        aside.addLayout(flow, 1)
        self.ways = [_button(way) for way in ways]
        for button in self.ways:
            flow.addWidget(button)
        self.more = FoldingButton(tr("More of these"), more, kind=BARE)
        self.more.setAccessibleDescription(tr("The shelf “{name}” of Practices.", name=words))
        flow.addWidget(self.more)
        self.more.setVisible(more is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.row)
        column.addWidget(self.inner)
        self.show_open(False)

    @property
    def is_open(self) -> bool:
        """Whether its ways are to be seen."""
        return self.inner.isVisibleTo(self)

    def turn(self) -> None:
        """Open it where it is closed; close it where it is open."""
        self.show_open(not self.is_open)

    def show_open(self, open_: bool) -> None:
        """Be open, or closed."""
        self.inner.setVisible(open_)
        self.row.point("up" if open_ else "down")
        told = tr("Open. {told}", told=self._told) if open_ else tr("Closed. {told}", told=self._told)
        self.row.setAccessibleDescription(told)


class HardPage(Page):
    """`ways` behind the doors, by shelf; `room` and `breath` stand before those of the first one."""

    def __init__(
        self,
        *,
        room: Callable[[], object],
        breath: Callable[[], object],
        people: Callable[[], object],
        ways: Mapping[Shelf, Sequence[HardWay]],
        more: Callable[[Shelf], object],
    ) -> None:
        super().__init__(tr("Something is hard"), tr("One of these may fit. None has to."))
        self.column.setSpacing(GRID)
        self.column.addSpacing(GRID)
        at_once = [
            HardWay(tr("The room around you"), tr("Eyes open, five lines to look at."), room),
            HardWay(tr("One slow minute"), tr("Breathing out a little longer than in."), breath),
        ]
        told = {
            Shelf.LOUD: tr("The room around you, or a slow breath"),
            Shelf.HURTS: tr("Something warm, or a kind minute"),
            Shelf.HARD_ON_MYSELF: tr("A friend’s tone, and kinder words"),
            Shelf.CANNOT_BEGIN: tr("The smallest step"),
        }
        self.doors: dict[Shelf, HardDoor] = {}
        for shelf, words in told.items():
            behind = [*(at_once if shelf is Shelf.LOUD else ()), *ways.get(shelf, ())]
            leads = (lambda shelf=shelf: more(shelf)) if ways.get(shelf) else None
            if behind:
                self.doors[shelf] = door = HardDoor(tr(SHELVES[shelf]), words, behind, leads)
                self.column.addWidget(door)
        self.loud = self.doors[Shelf.LOUD]
        self.room, self.breath = self.loud.ways[:2]
        self.person = LightRow(
            tr("I need a person"),
            "",
            people,
            beside=tr("Numbers, and your own people"),
            kind=PLAIN,
        )
        self.column.addWidget(self.person)
        self.column.addSpacing(GRID)
        self.column.addWidget(
            Text(tr("Esc leaves at any moment. Leaving in the middle is one of the ways to do this."), QUIET)
        )
        self.loud.show_open(True)

    def opened(self) -> None:
        """Whoever comes anew finds the first door open and the others closed."""
        for door in self.doors.values():
            door.show_open(door is self.loud)

    def first_to_focus(self) -> QWidget:
        """What leads to the room: one key away, as ever."""
        return self.room


def _button(way: HardWay) -> FoldingButton:
    button = FoldingButton(way.words, way.begin)
    button.setAccessibleDescription(way.told)
    return button
