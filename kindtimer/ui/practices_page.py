"""Practices: five shelves, each named by what is felt, a row for each practice; a search where they are many.

A row tells what is done and about how long; nothing is counted or ticked. Where it leads is not decided
here. Main thread.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.practice_plan import Depth, PracticePlan, Shelf
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, Button, named
from kindtimer.ui.dress import dress_parts
from kindtimer.ui.light_row import LightRow
from kindtimer.ui.page import Page, across, emptied
from kindtimer.ui.practice_words import SHELVES, beside_told
from kindtimer.ui.search_field import SearchField
from kindtimer.ui.texts import PART, QUIET, Text
from kindtimer.visuals.measures import GRID

MANY = 24
"""With more than so many there is a field to search in."""

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PracticeRow(LightRow):
    """A practice on its shelf. Arrow keys lead to the others, Home and End to the first and the last."""

    def __init__(self, page: "PracticesPage", plan: PracticePlan) -> None:
        title, about = tr(plan.title), tr(plan.about)
        super().__init__(title, about, lambda: page.leave_by(self), beside=beside_told(plan))
        self._page, self.plan = page, plan
        self.searched = " ".join((title, about, tr(plan.benefit))).casefold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """To another row."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self._page.step(self, STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._page.to_edge(last=key is Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)


class PracticeShelf(QWidget):
    """A shelf's name and its rows, the gentle ones first."""

    def __init__(self, page: "PracticesPage", name: str, plans: Sequence[PracticePlan]) -> None:
        super().__init__()
        gentle = list(Depth)
        found = sorted(plans, key=lambda plan: gentle.index(plan.depth))
        self.rows = [PracticeRow(page, plan) for plan in found]
        self.head = Text(name, PART)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.head)
        for row in self.rows:
            column.addWidget(row)

    def narrow(self, words: Sequence[str]) -> None:
        """Only the rows that hold all of these words; without one, none of it is to be seen."""
        for row in self.rows:
            row.setVisible(all(word in row.searched for word in words))
        self.setVisible(any(not row.isHidden() for row in self.rows))


class PracticesPage(Page):
    """`plans` gives all of them, `leads` takes the chosen one, `wanted` says, once, where to stand."""

    def __init__(
        self,
        plans: Callable[[], Mapping[str, PracticePlan]],
        leads: Callable[[PracticePlan], object],
        wanted: Callable[[], Shelf | None] = lambda: None,
    ) -> None:
        super().__init__(tr("Practices"), tr("Each can be left at any moment, and none is ever due."))
        self._plans, self._leads, self._asked_for = plans, leads, wanted
        self._shown: Mapping[str, PracticePlan] | None = None
        self._left: PracticeRow | None = None
        self._wanted: PracticeShelf | None = None
        self.search = SearchField(tr("Search in the practices"), self._find)
        self.clear = named(
            Button(tr("Clear"), self._clear, kind=BARE),
            tr("Clear the search"),
            tr("All practices are shown."),
        )
        self.clear.hide()
        line = across(self.search, self.clear, stretch=False)
        line.setStretchFactor(self.search, 1)
        self.column.addLayout(line)
        self.nothing = Text("", QUIET)
        self.nothing.hide()
        self.column.addWidget(self.nothing)
        self._held_shelves = QWidget()
        self._listed = QVBoxLayout(self._held_shelves)
        self._listed.setContentsMargins(0, 0, 0, 0)
        self._listed.setSpacing(GRID)
        self.shelves: dict[Shelf, PracticeShelf] = {}
        self.column.addWidget(self._held_shelves)

    def _fill(self, plans: Mapping[str, PracticePlan]) -> None:
        """Put these on their shelves, in place of what stood there."""
        self._shown, self._left = plans, None
        self._held_shelves.hide()  # one laying out for all of them
        emptied(self._listed)
        self.shelves = {}
        for shelf, words in SHELVES.items():
            if found := [plan for plan in plans.values() if plan.shelf is shelf]:
                self.shelves[shelf] = made = PracticeShelf(self, tr(words), found)
                self._listed.addWidget(made)
                if self._dress is not None:
                    dress_parts(made, self._dress)
        self._held_shelves.show()
        self.search.clear()
        self.search.setVisible(len(plans) > MANY)

    @property
    def rows_seen(self) -> list[PracticeRow]:
        """The rows that are shown, from the top on."""
        rows = (row for shelf in self.shelves.values() for row in shelf.rows)
        return [row for row in rows if row.isVisibleTo(self._held_shelves)]

    def leave_by(self, row: PracticeRow) -> None:
        """A row was pressed: whoever comes back comes back to it."""
        self._left = row
        self._leads(row.plan)

    def opened(self) -> None:
        """An earlier search is over, but for whoever comes back from what it found."""
        plans, asked_for = self._plans(), self._asked_for()
        if plans != self._shown:  # for the first time, or a pack came or went
            self._fill(plans)
        if asked_for is not None:
            self._left, self._wanted = None, self.shelves.get(asked_for)
        if self._left is None:
            self.search.clear()

    def first_to_focus(self) -> QWidget | None:
        """The row one comes back to, the first of a shelf that was asked for, or what stands first."""
        if self._left is not None:
            return self._left
        if self._wanted is not None:
            return self._wanted.rows[0]
        return next(iter(self.rows_seen), None) if self.search.isHidden() else self.search

    def begin_at_top(self) -> None:
        """At the top, or where one comes back to."""
        left, wanted, self._left, self._wanted = self._left, self._wanted, None, None
        if left is None and wanted is None:
            super().begin_at_top()
            return
        # Once the rows have their places: all of them were made in this same moment, maybe.
        QTimer.singleShot(0, self, lambda: self._stand_at(left, wanted))

    def _stand_at(self, row: PracticeRow | None, shelf: PracticeShelf | None) -> None:
        if row is not None:
            self.ensureWidgetVisible(row, 0, GRID)
        elif shelf is not None:
            self.verticalScrollBar().setValue(shelf.mapTo(self.body, QPoint()).y())

    # --- keys and search --------------------------------------------------------------------------

    def step(self, row: PracticeRow, by: int) -> None:
        """To the row that is so many further."""
        rows = self.rows_seen
        at = rows.index(row) + by
        if 0 <= at < len(rows):
            self._go_to(rows[at])

    def to_edge(self, *, last: bool) -> None:
        """To the first row, or the last."""
        self._go_to(self.rows_seen[-1 if last else 0])

    def _go_to(self, row: PracticeRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(row, 0, GRID)

    def _clear(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.clear()

    def _find(self, asked: str) -> None:
        words = asked.casefold().split()
        self.clear.setVisible(bool(words))
        self._held_shelves.hide()  # one laying out for all that changes
        for shelf in self.shelves.values():
            shelf.narrow(words)
        self._held_shelves.show()
        empty = not self.rows_seen
        self.nothing.setText(tr("Nothing here holds these words. A shorter word may.") if empty else "")
        self.nothing.setVisible(empty)
        if empty:
            speak_politely(self, self.nothing.text())
