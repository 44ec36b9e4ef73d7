"""Help row: one help line as one reads it when it is needed: its name, the number large, a way to copy it.

Nothing is dialled or opened. Also the card of a country, which is several of them. Main thread.
"""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kindtimer.core.help_line import HelpLine, Sure, country_name, kind_told, may_have_changed, read_told
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, Button, named
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.growing_field import GrowingField
from kindtimer.ui.texts import PART, PLAIN, QUIET, Copied, Text
from kindtimer.visuals.measures import GRID

SHORT_WORD = 5
"""Digits in one piece that fit beside each other at 200 % in the narrowest window."""


class NumberRow(QWidget, Wearer):
    """A number or an address, and *Copy* beside it, or below where there is no room beside."""

    def __init__(self, number: str, copied: Callable[["NumberRow"], object]) -> None:
        super().__init__()
        self.number = number
        self.shown = Copied(number)
        self.broken = self._broken()
        self.copy = named(
            Button("", self._copy, kind=BARE, drawing="copy"), tr("Copy {number}", number=number)
        )
        self._copied = copied
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        for widget in self.stops:
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.tell(copied=False)

    @property
    def stops(self) -> list[QWidget]:
        """What has the keyboard in turn."""
        return [*self._texts(), self.copy]

    def _texts(self) -> list[QWidget]:
        return [self.shown] if self.broken is None else [self.shown, self.broken]

    def _broken(self) -> GrowingField | None:
        """An address is one long word; in a narrow window it has to break somewhere."""
        if max(len(word) for word in self.number.split()) <= SHORT_WORD:
            return None
        field = GrowingField(self.number, read_only=True)
        field.setPlainText(self.number)
        field.hide()
        return field

    def describe(self, words: str) -> None:
        """Whose number it is, for a screen reader."""
        for widget in self._texts():
            widget.setAccessibleDescription(words)

    def tell(self, *, copied: bool) -> None:
        """Whether this is the one that was copied last."""
        self.copy.setText(tr("Copied") if copied else tr("Copy"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.number)
        self._copied(self)
        speak_politely(self, tr("Copied"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit()

    def wear(self, dress: Dress) -> None:
        """Another text size."""
        self._fit()

    def _fit(self) -> None:
        """Beside or below; whole or broken."""
        self.shown.ensurePolished()
        metrics, room = self.shown.fontMetrics(), self.width()
        one_line = metrics.horizontalAdvance(self.number) + GRID
        widest_word = max(metrics.horizontalAdvance(word) for word in self.number.split())
        if self.broken is not None:
            self.broken.setVisible(widest_word > room)
            self.shown.setVisible(widest_word <= room)
        self.shown.setFixedWidth(min(one_line, room))
        beside = one_line + 2 * GRID + self.copy.sizeHint().width() <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self._row.setAlignment(self.copy, Qt.AlignmentFlag.AlignLeading)


class HelpRow(QWidget):
    """One row of the data."""

    def __init__(self, line: HelpLine, copied: Callable[[NumberRow], object]) -> None:
        super().__init__()
        self.line = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = tr(line.name)
        words = name if line.is_emergency else tr("{name} · {kind}", name=name, kind=kind_told(line))
        self.name = Text(words, PLAIN)
        column.addWidget(self.name)
        self.numbers = [NumberRow(number, copied) for number in line.numbers]
        for row in self.numbers:
            row.describe(words)
            column.addWidget(row)
        told = [tr(line.hours), tr(line.languages)]
        self.hours = Text(". ".join(one for one in told if one), QUIET)
        self.hours.setVisible(any(told))
        self.read = Text("", QUIET)
        column.addWidget(self.hours)
        column.addWidget(self.read)

    def look(self, today: date) -> None:
        """Say how old it is."""
        told = read_told(self.line)
        if may_have_changed(self.line, today):
            told = tr("{read}. This may have changed; the directory above is the surer way.", read=told)
        elif self.line.sure is not Sure.HIGH:
            told = tr("{read}. Less sure than the others.", read=told)
        self.read.setText(told)


class CountryCard(QWidget):
    """A country with its lines."""

    def __init__(
        self, country: str, lines: Sequence[HelpLine], copied: Callable[[NumberRow], object]
    ) -> None:
        super().__init__()
        self.country = country
        self.setProperty("kind", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 2 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        self.name = Text(country_name(country), PART)
        column.addWidget(self.name)
        self.rows = [HelpRow(line, copied) for line in lines]
        for row in self.rows:
            column.addWidget(row)
