"""Pattern list: the patterns to choose from on *Breathe*, and *More* of them. One stop for Tab.

What is chosen is always among those to be seen. *More* stands still: what it opens comes below.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.pattern import Pattern
from kindtimer.core.pattern_words import seconds_told
from kindtimer.core.words import tr
from kindtimer.ui.buttons import BARE, Button, named
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.one_stop import OneStop
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.switch import Switch
from kindtimer.ui.texts import QUIET, Text
from kindtimer.visuals.measures import GRID, ICON

FIRST_ROWS = ("longer_out_46", "equal_4", "sigh")
"""What stands in the list before *More* (screens, *Breathe*)."""


class PatternList(QWidget, Wearer):
    """`take` is called with a pattern the person chose, `go_gently` with whether holds are to stay away."""

    def __init__(
        self,
        patterns: Mapping[str, Pattern],
        take: Callable[[Pattern], object],
        go_gently: Callable[[bool], object],
    ) -> None:
        super().__init__()
        self._patterns = patterns
        self._opened, self._gently = False, True
        self._dress: Dress | None = None
        self._group = OneStop(self)
        self._rows = {one.id: self._made(one, take) for one in patterns.values()}
        self.more = Button("", self._turn, kind=BARE)
        self.holds = Switch(tr("Gentle breathing only"))
        self.holds.toggled.connect(go_gently)
        self.told = Text(tr("While it is off, patterns that hold the breath stand here."), QUIET)
        self.holds.setAccessibleDescription(self.told.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        held = [one.id for one in patterns.values() if one.has_holds]
        first = [name for name in FIRST_ROWS if name in patterns]
        others = [name for name in patterns if name not in (*first, *held)]
        for name in first:
            column.addWidget(self._rows[name])
        column.addWidget(self.more)
        for name in others:
            column.addWidget(self._rows[name])
        column.addLayout(self._asked())
        for name in held:
            column.addWidget(self._rows[name])
        column.addStretch(1)
        for name in (*first, *others, *held):
            self._group.add(self._rows[name])
        self._show()

    def _asked(self) -> QVBoxLayout:
        pair = QVBoxLayout()
        pair.setContentsMargins(0, 0, 0, GRID)
        pair.setSpacing(0)
        pair.addWidget(self.holds)
        pair.addWidget(self.told)
        return pair

    def _made(self, pattern: Pattern, take: Callable[[Pattern], object]) -> RowButton:
        told = seconds_told(pattern)
        row = RowButton(tr(pattern.name), told, partial(take, pattern), checkable=True)
        row.setAccessibleDescription(tr("{seconds}. {purpose}", seconds=told, purpose=tr(pattern.purpose)))
        return row

    def row(self, pattern: str) -> RowButton:
        """The row of a pattern, to be seen or not."""
        return self._rows[pattern]

    def show_chosen(self, pattern: Pattern) -> None:
        """This one is chosen now; what was to be seen before stays, so that nothing moves under a hand."""
        self._rows[pattern.id].setChecked(True)
        self._rows[pattern.id].show()

    def show_gentle(self, gently: bool) -> None:
        """Whether patterns that hold the breath stay away."""
        self._gently = gently
        with QSignalBlocker(self.holds):
            self.holds.setChecked(gently)
        self._show()

    def wear(self, dress: Dress) -> None:
        """An arrow on *More*, down or up."""
        self._dress = dress
        self.more.setIcon(dress.icon("up" if self._opened else "down"))
        self.more.setIconSize(QSize(dress.px(ICON), dress.px(ICON)))

    def _turn(self) -> None:
        self._opened = not self._opened
        self._show()

    def _show(self) -> None:
        for name, row in self._rows.items():
            open_ = self._opened and not (self._gently and self._patterns[name].has_holds)
            row.setVisible(name in FIRST_ROWS or open_ or row.isChecked())
        for widget in (self.holds, self.told):
            widget.setVisible(self._opened)
        self.more.setText(tr("Fewer") if self._opened else tr("More"))
        named(self.more, tr("Fewer patterns") if self._opened else tr("More patterns"))
        if self._dress is not None:
            self.wear(self._dress)
