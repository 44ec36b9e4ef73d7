"""Pattern list: the patterns to choose from on *Breathe*, and *More* of them. One stop for Tab.

What is chosen is always among those to be seen. *More* stands still: what it opens comes below. What is
said of the chosen one stands on the page, beside the list.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.pattern import Pattern
from kindtimer.core.pattern_words import seconds_in_full, seconds_told
from kindtimer.core.words import tr
from kindtimer.ui.buttons import BARE, Button, named
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.one_stop import OneStop
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.switch import Switch
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID, ICON, UNBOUNDED

FIRST_ROWS = ("longer_out_46", "equal_4", "sigh")
"""What stands in the list before *More* (screens, *Breathe*)."""


class PatternSaid(QWidget):
    """What a pattern is for, and its caution where it has one; as high for every pattern one can choose.

    For whoever is new to it the seconds stand above that in full.
    """

    def __init__(self) -> None:
        super().__init__()
        self.in_full, self.purpose, self.caution = Text("", QUIET), Text("", QUIET), Text("", PLAIN)
        self.in_full.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self._column.addWidget(self.in_full)
        self._column.addWidget(self.purpose)
        self._column.addWidget(self.caution)
        self._column.addStretch(1)

    def show_pattern(self, pattern: Pattern) -> None:
        """Say this of it."""
        self.in_full.setText(seconds_in_full(pattern))
        self.purpose.setText(tr(pattern.purpose))
        self.caution.setText(tr(pattern.caution))
        self.caution.setVisible(bool(pattern.caution))

    def explain(self, explained: bool) -> None:
        """Whether the seconds stand there in full."""
        self.in_full.setVisible(explained)

    def keep_room(self, patterns: Sequence[Pattern], width: int) -> None:
        """Be so wide, in px, and high enough for any of these: what is chosen moves nothing."""
        self.setFixedSize(width, max(self._high(one, width) for one in patterns))

    def _high(self, pattern: Pattern, width: int) -> int:
        said = [(self.purpose, tr(pattern.purpose)), (self.caution, tr(pattern.caution))]
        if not self.in_full.isHidden():
            said.append((self.in_full, seconds_in_full(pattern)))
        return sum(_lines_high(text, words, width) + self._column.spacing() for text, words in said if words)


def _lines_high(text: Text, words: str, width: int) -> int:
    text.ensurePolished()
    room = QRect(0, 0, width, UNBOUNDED)
    return text.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()


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
        row = RowButton(tr(pattern.name), seconds_told(pattern), partial(take, pattern), checkable=True)
        told = tr("{seconds} {purpose}", seconds=seconds_in_full(pattern), purpose=tr(pattern.purpose))
        row.setAccessibleDescription(told)
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

    def offered(self) -> list[Pattern]:
        """Every pattern one can choose now, with *More* open or folded."""
        rows = self._rows
        return [one for one in self._patterns.values() if self._may_stand(one) or rows[one.id].isChecked()]

    def _may_stand(self, pattern: Pattern) -> bool:
        return not (self._gently and pattern.has_holds)

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
            open_ = self._opened and self._may_stand(self._patterns[name])
            row.setVisible(name in FIRST_ROWS or open_ or row.isChecked())
        for widget in (self.holds, self.told):
            widget.setVisible(self._opened)
        self.more.setText(tr("Fewer") if self._opened else tr("More"))
        named(self.more, tr("Fewer patterns") if self._opened else tr("More patterns"))
        if self._dress is not None:
            self.wear(self._dress)
