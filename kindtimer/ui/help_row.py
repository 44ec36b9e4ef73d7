"""Help row: one help line as one reads it when it is needed: its name, the number large, a way to copy it.

Nothing is dialled or opened. Also the card of a country, which is several of them. Many rows stand on one
page, so each has as few widgets as it can. Main thread.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.help_line import (
    EVERYWHERE,
    HelpLine,
    Sure,
    country_name,
    kind_told,
    may_have_changed,
    read_told,
)
from kindtimer.core.words import tr
from kindtimer.ui.copy_button import CopyButton
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.growing_field import GrowingField
from kindtimer.ui.texts import PART, PLAIN, QUIET, Copied, Text
from kindtimer.visuals.measures import GRID

BEFORE, AFTER = 3 * GRID, 2 * GRID
"""Room within a card, before and after its words."""


class NumberRow:
    """A number or an address, and *Copy* beside it, or below where there is no room beside."""

    def __init__(self, number: str, whose: str, column: QVBoxLayout) -> None:
        self.number, self.whose = number, whose
        self.shown = Copied(number)
        self.copy = CopyButton(number, tr("Copy {number}", number=number))
        self.copy.setAccessibleDescription(whose)
        self.broken: GrowingField | None = None
        """An address is one long word; in a narrow window it has to break somewhere."""
        self._flow = FlowLayout()
        self._flow.addWidget(self.shown)
        self._flow.addWidget(self.copy)
        self._column = column
        column.addLayout(self._flow)

    @property
    def stops(self) -> list[QWidget]:
        """What has the keyboard in turn."""
        return [self.copy] if self.broken is None else [self.broken, self.copy]

    def fit(self, room: int) -> None:
        """Whole or broken, in a card that has so much room, in px."""
        self.shown.ensurePolished()
        metrics = self.shown.fontMetrics()
        too_long = max(metrics.horizontalAdvance(word) for word in self.number.split()) > room
        if too_long and self.broken is None:
            self.broken = GrowingField(self.number, self.whose, read_only=True)
            self.broken.setPlainText(self.number)
            self._column.insertWidget(self._column.indexOf(self._flow), self.broken)
            self.broken.stackUnder(self.copy)
            QWidget.setTabOrder(self.broken, self.copy)
        if self.broken is not None:
            self.broken.setVisible(too_long)
            self.shown.setVisible(not too_long)


class HelpRow:
    """One row of the data: its widgets, put into a card's column."""

    def __init__(self, line: HelpLine, column: QVBoxLayout) -> None:
        self.line = line
        name = tr(line.name)
        words = name if line.is_emergency else tr("{name} · {kind}", name=name, kind=kind_told(line))
        self.name = Text(words, PLAIN)
        country = country_name(line.country)
        whose = tr("{name} · {country}", name=words, country=country) if country else words
        column.addWidget(self.name)
        self.numbers = [NumberRow(number, whose, column) for number in line.numbers]
        self.told = Text("", QUIET)
        """Hours and languages; below them when and where it was read."""
        column.addWidget(self.told)

    def look(self, today: date) -> None:
        """Say how old it is."""
        read = read_told(self.line)
        if may_have_changed(self.line, today):
            read = tr(
                "{read}. This may have changed; the directory on this page is the surer way.", read=read
            )
        elif self.line.sure is not Sure.HIGH:
            read = tr("{read}. Less sure than the others.", read=read)
        told = ". ".join(one for one in (tr(self.line.hours), tr(self.line.languages)) if one)
        self.told.setText("\n".join(one for one in (told, read) if one))


class CountryCard(QWidget):
    """A country with its lines, or what serves every country."""

    def __init__(self, country: str, lines: Sequence[HelpLine]) -> None:
        super().__init__()
        self.country = country
        self.setProperty("kind", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(BEFORE, 2 * GRID, AFTER, 3 * GRID)
        column.setSpacing(0)
        self.name = Text(tr("Any country") if country == EVERYWHERE else country_name(country), PART)
        column.addWidget(self.name)
        self.rows: list[HelpRow] = []
        for line in lines:
            column.addSpacing(2 * GRID)
            self.rows.append(HelpRow(line, column))

    def fit(self, width: int) -> None:
        """Be so wide, in px, with its numbers whole or broken."""
        for row in self.rows:
            for number in row.numbers:
                number.fit(width - BEFORE - AFTER)
