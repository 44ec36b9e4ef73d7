"""Offers quiet: times of the day, weekdays and dates on which nothing is offered, one row each."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.date_words import read_day
from kindtimer.core.day_words import date_told
from kindtimer.core.quiet_times import Quiet, QuietSpan
from kindtimer.core.rule import RuleNotPossible
from kindtimer.core.rule_records import MOST_QUIET
from kindtimer.core.rule_words import NIGHT, read_quiet
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, PILL, Button, named
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.offers_changes import OffersChanges
from kindtimer.ui.offers_field import OffersField
from kindtimer.ui.offers_part import OffersPart
from kindtimer.ui.page import emptied
from kindtimer.ui.rule_days import RuleDays
from kindtimer.ui.rule_draft import LAST_EXAMPLE
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID

T = TypeVar("T")

LONGEST_TYPED = 40

DEEP_IN_THE_NIGHT = 3 * 60
"""A minute of the day; where it is quiet, nights are."""


class OffersQuiet(OffersPart):
    """What is typed is set on *Add* or Return; a row goes with its *Remove*, and comes back with undo."""

    def __init__(self, changes: OffersChanges, today: Callable[[], date]) -> None:
        super().__init__(tr("Quiet times"))
        self._changes, self._today = changes, today
        self._shown: Quiet | None = None
        self.column.addWidget(Text(tr("Nothing is offered in them, whatever your times say."), QUIET))
        self.spans = _Rows()
        self.nights = FoldingButton(tr("Nights, 22:00 to 7:00"), self._add_nights, kind=PILL)
        pills = FlowLayout()
        pills.addWidget(self.nights)
        self.add_span = named(Button(tr("Add"), self._add_span), tr("Add a quiet part of the day"))
        self.span = OffersField(
            tr("A quiet part of the day"),
            hint="22:00-07:00",
            most=LONGEST_TYPED,
            entered=self._add_span,
            beside=self.add_span,
        )
        self.days = RuleDays(tr("Days off"), self._choose_days)
        self.dates = _Rows()
        self.add_date = named(Button(tr("Add"), self._add_date), tr("Add a date off"))
        self.date = OffersField(
            tr("A date off"),
            hint=LAST_EXAMPLE,
            most=LONGEST_TYPED,
            entered=self._add_date,
            beside=self.add_date,
        )
        self.column.addWidget(self.spans)
        self.column.addLayout(pills)
        self.column.addWidget(self.span)
        self.column.addSpacing(GRID)
        for widget in (Text(tr("Days off"), PLAIN), self.days):
            self.column.addWidget(widget)
        self.column.addSpacing(GRID)
        for part in (self.dates, self.date):
            self.column.addWidget(part)
        self.look(changes.settings)

    def look(self, settings: Settings) -> None:
        """The quiet times as they are now."""
        quiet = settings.quiet
        if quiet == self._shown:
            return
        self._shown = quiet
        self.spans.fill(self, {str(span): span for span in quiet.spans}, self._remove_span)
        self.dates.fill(self, {date_with_year(day): day for day in sorted(quiet.dates)}, self._remove_date)
        self.days.show_days(quiet.days)
        there = DEEP_IN_THE_NIGHT not in quiet.minutes
        if self.nights.hasFocus() and not there:
            self.span.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.nights.setVisible(there)

    @property
    def _quiet(self) -> Quiet:
        return self._changes.settings.quiet

    def _put(self, was: str, quiet: Quiet) -> None:
        self._changes.change(was, quiet=quiet)

    def _add_span(self) -> None:
        if self.span.too_long:
            self._refuse(self.span, self.span.too_long)
        else:
            self._add(self.span.words)

    def _add_nights(self) -> None:
        self._add(str(NIGHT))

    def _add(self, words: str) -> None:
        try:
            span = read_quiet(words)
            self._refuse_more(len(self._quiet.spans))
        except RuleNotPossible as reason:
            self._refuse(self.span, str(reason))
            return
        self._put(
            tr("{span} is not quiet.", span=span),
            replace(self._quiet, spans=tuple(dict.fromkeys((*self._quiet.spans, span)))),
        )
        if words == self.span.words:
            self.span.show_words("")
        self.span.tell(tr("Quiet from now on: {span}.", span=span))

    def _add_date(self) -> None:
        if self.date.too_long:
            self._refuse(self.date, self.date.too_long)
            return
        try:
            day = read_day(self.date.words or "–", self._today())
            self._refuse_more(len(self._quiet.dates))
        except RuleNotPossible as reason:
            self._refuse(self.date, str(reason))
            return
        told = date_with_year(day)
        self._put(tr("{day} is no day off.", day=told), replace(self._quiet, dates=self._quiet.dates | {day}))
        self.date.show_words("")
        self.date.tell(tr("A day off: {day}.", day=told))

    def _refuse_more(self, there: int) -> None:
        if there >= MOST_QUIET:
            raise RuleNotPossible(
                tr("There are {most} of them already; one that goes makes room.", most=MOST_QUIET)
            )

    def _refuse(self, field: OffersField, reason: str) -> None:
        field.tell(reason)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        speak_politely(self, reason)

    def _choose_days(self, days: frozenset[int]) -> bool:
        self._put(tr("Days off are as they were."), replace(self._quiet, days=days))
        return True

    def _remove_span(self, span: QuietSpan) -> None:
        self.span.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        spans = tuple(one for one in self._quiet.spans if one != span)
        self._put(tr("{span} is quiet.", span=span), replace(self._quiet, spans=spans))
        self.span.tell(tr("{span} is no longer quiet.", span=span))

    def _remove_date(self, day: date) -> None:
        self.date.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        told = date_with_year(day)
        self._put(tr("{day} is a day off.", day=told), replace(self._quiet, dates=self._quiet.dates - {day}))
        self.date.tell(tr("{day} is no longer a day off.", day=told))


class _Rows(QWidget):
    """Rows with a way to remove each."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.buttons: dict[str, Button] = {}

    def fill(self, part: OffersPart, rows: Mapping[str, T], remove: Callable[[T], object]) -> None:
        """Rows by their words, each with what is handed to `remove`."""
        emptied(self.column)
        self.buttons = {}
        for words, value in rows.items():
            row = QWidget()
            flow = FlowLayout(row, apart=2 * GRID)
            button = FoldingButton(tr("Remove"), partial(remove, value), kind=BARE)
            named(button, tr("Remove {what}", what=words))
            flow.addWidget(Text(words, PLAIN))
            flow.addWidget(button)
            self.buttons[words] = button
            self.column.addWidget(row)
            part.dress_late(row)
        self.setVisible(bool(rows))


def date_with_year(day: date) -> str:
    """“Thursday 24 December 2026”."""
    return tr("{day} {year}", day=date_told(day), year=day.year)
