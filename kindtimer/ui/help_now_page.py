"""Help now: one still page for the worst moment. The person's own page, then a directory, then every line.

A country that is chosen only moves up; nothing is hidden. Nothing moves, dials or opens by itself.
Main thread; the journal is first opened when the page is.
"""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.hard_times import TITLE
from kindtimer.core.help_line import NO_COUNTRY, HelpLine, by_country, country_name, directories
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.guide.hard_times_keeper import HardTimesKeeper
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.buttons import BARE, Button
from kindtimer.ui.choices import Choices
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.growing_field import GrowingField
from kindtimer.ui.help_row import CountryCard, HelpRow, NumberRow
from kindtimer.ui.page import Page, across, emptied
from kindtimer.ui.texts import PART, PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID


class HelpNowPage(Page):
    """`edit` opens *My page for hard times*; `today` is the day the rows' age is told for."""

    def __init__(
        self,
        lines: Sequence[HelpLine],
        preferences: Preferences,
        keeper: HardTimesKeeper,
        today: Callable[[], date],
        *,
        edit: Callable[[], object],
    ) -> None:
        super().__init__(tr("Help now"))
        self._preferences, self._keeper, self._today = preferences, keeper, today
        self._country = preferences.settings.country
        self.to_numbers = FoldingButton(tr("To the numbers"), self._show_numbers, kind=BARE, drawing="down")
        self.own_head = Text(tr(TITLE), PART)
        self._own = QVBoxLayout()
        self._own.setSpacing(0)
        self.own: list[GrowingField] = []
        self.own_told = Text("", QUIET)
        self.edit = FoldingButton("", edit, kind=BARE, drawing="edit")
        self.directory = [HelpRow(line, self._tell_copied) for line in directories(lines)]
        self.danger = Text(
            tr("In danger, the emergency number of the country comes first. It leads each list here."), PLAIN
        )
        self.cards = {
            country: CountryCard(country, of_it, self._tell_copied)
            for country, of_it in by_country(lines, NO_COUNTRY)
        }
        self._order = list(self.cards)
        self.which = Text("", QUIET)
        self.choose = FoldingButton("", self._show_countries, kind=BARE, drawing="down")
        self.countries = Choices(
            tr("The country that stands first"),
            {NO_COUNTRY: tr("None chosen"), **{one: country_name(one) for one in self.cards}},
            self._country,
            lambda country: preferences.change(country=country),
        )
        self.countries.hide()
        self._build()
        preferences.changed.connect(self._follow)
        self._place_cards()

    def _build(self) -> None:
        self.column.addLayout(across(self.to_numbers))
        self.column.addWidget(self.own_head)
        self.column.addLayout(self._own)
        self.column.addWidget(self.own_told)
        self.column.addLayout(across(self.edit))
        self.column.addSpacing(GRID)
        for row in self.directory:
            self.column.addWidget(row)
        self.column.addWidget(self.danger)
        self.column.addSpacing(GRID)
        self.column.addWidget(self.which)
        self.column.addLayout(across(self.choose))
        self.column.addWidget(self.countries)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(2 * GRID)
        self.column.addSpacing(GRID)
        self.column.addLayout(self._cards)
        self.column.addSpacing(GRID)
        self.column.addWidget(
            Text(
                tr(
                    "Each line was read on a stored copy of a public page; nobody called it. Where one does "
                    "not answer, the directory above is the surer way."
                ),
                QUIET,
            )
        )

    # --- the person's own page ----------------------------------------------------------------------

    def opened(self) -> None:
        """Read the person's page anew, and tell how old each row is today."""
        self._show_own()
        today = self._today()
        for row in self.rows_shown():
            row.look(today)
        self._set_order()

    def _show_own(self) -> None:
        page = self._keeper.hard_times()
        emptied(self._own)
        self.own = []
        for section, text in page.filled():
            field = GrowingField(tr(section.title), read_only=True)
            field.setPlainText(text.strip())
            self._own.addWidget(Text(tr(section.title), QUIET))
            self._own.addWidget(field)
            self._own.addSpacing(GRID)
            self.own.append(field)
        empty = not self.own
        self.own_told.setText(page.trouble or tr("Nothing stands here."))
        self.own_told.setVisible(empty or bool(page.trouble))
        self.edit.say(tr("Make a page for hard times, ahead of them") if empty else tr("Change this page"))
        self.edit.setVisible(page.can_be_kept)
        self.to_numbers.setVisible(not empty)

    # --- countries ----------------------------------------------------------------------------------

    def rows_shown(self) -> list[HelpRow]:
        """Every row in the order in which they stand."""
        return self.directory + [row for one in self._order for row in self.cards[one].rows]

    def _follow(self, settings: Settings) -> None:
        if settings.country != self._country:
            self._country = settings.country
            self._place_cards()
            self._set_order()

    def _place_cards(self) -> None:
        chosen = self._country if self._country in self.cards else NO_COUNTRY
        self.countries.show_chosen(chosen)
        self._order = sorted(self.cards, key=lambda one: (one != chosen, country_name(one).casefold()))
        for card in self.cards.values():
            self._cards.removeWidget(card)
        for one in self._order:
            self._cards.addWidget(self.cards[one])
        if chosen == NO_COUNTRY:
            self.which.setText(tr("Every country stands below, by name."))
            self.choose.say(tr("Choose a country to stand first"))
        else:
            name = country_name(chosen)
            self.which.setText(tr("{country} stands first. All others follow, by name.", country=name))
            self.choose.say(tr("Choose another country"))

    def _show_countries(self) -> None:
        self.countries.setVisible(self.countries.isHidden())

    # --- what is done here --------------------------------------------------------------------------

    def _tell_copied(self, copied: NumberRow) -> None:
        for row in self.rows_shown():
            for number in row.numbers:
                number.tell(copied=number is copied)

    def _show_numbers(self) -> None:
        first = self.directory[0] if self.directory else self.danger
        self.ensureWidgetVisible(first, 0, 0)
        self.verticalScrollBar().setValue(first.mapTo(self.body, first.rect().topLeft()).y() - 2 * GRID)
        if self.directory:
            self.directory[0].numbers[0].copy.setFocus()

    def first_to_focus(self) -> QWidget | None:
        """The way to the numbers, or the first of them."""
        if not self.to_numbers.isHidden():
            return self.to_numbers
        return self.directory[0].numbers[0].copy if self.directory else self.choose

    def _set_order(self) -> None:
        """Tab goes as one reads."""
        order: list[QWidget] = [self.to_numbers, *self.own, self.edit]
        for row in self.directory:
            order += _stops(row)
        order.append(self.choose)
        order += self.countries.findChildren(Button)
        for row in self.rows_shown()[len(self.directory) :]:
            order += _stops(row)
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)


def _stops(row: HelpRow) -> list[QWidget]:
    return [one for number in row.numbers for one in number.stops]
