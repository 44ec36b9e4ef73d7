"""Help now: one still page for the worst moment: the person's own page, where there is one, and every line.

A country that is chosen only moves up; nothing is hidden. Nothing moves, dials or opens by itself.
Main thread; the journal is first opened when the page is.
"""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.hard_times import TITLE, HardTimes
from kindtimer.core.help_line import EVERYWHERE, NO_COUNTRY, HelpLine, by_country, country_name, directories
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.guide.hard_times_keeper import HardTimesKeeper
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.buttons import BARE, Button
from kindtimer.ui.choices import Choices
from kindtimer.ui.dress import Dress, dress_parts
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.growing_field import GrowingField
from kindtimer.ui.help_row import CountryCard, HelpRow
from kindtimer.ui.page import Page, across, emptied
from kindtimer.ui.texts import PART, QUIET, Text
from kindtimer.visuals.measures import GRID

AGAIN_MS = 20_000
"""While words wait to be kept, the page is read anew after this: what is told of them goes by itself."""


class OwnPart(QWidget):
    """*My page for hard times* as it is kept, read only, and a kind line where there is trouble with it."""

    def __init__(self, keeper: HardTimesKeeper, edit: Callable[[], object]) -> None:
        super().__init__()
        self._keeper = keeper
        self.fields: list[GrowingField] = []
        self.told = Text("", QUIET)
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._read)
        self._waits = False
        self.edit = FoldingButton(tr("Change this page"), edit, kind=BARE, drawing="edit")
        self._shown = QVBoxLayout()
        self._shown.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(Text(tr(TITLE), PART))
        column.addLayout(self._shown)
        column.addWidget(self.told)
        column.addLayout(across(self.edit))

    def show_page(self) -> bool:
        """Read it anew; nothing is to be seen where it is empty and sound. Whether it is to be made yet."""
        page = self._read()
        emptied(self._shown)
        self.fields = []
        for section, text in page.filled():
            field = GrowingField(tr(section.title), read_only=True)
            field.setPlainText(text.strip())
            self._shown.addWidget(Text(tr(section.title), QUIET))
            self._shown.addWidget(field)
            self._shown.addSpacing(GRID)
            self.fields.append(field)
        self.told.raise_()  # a screen reader meets first what lies below
        self.edit.raise_()
        self.edit.setVisible(page.can_be_kept and bool(self.fields))
        self.setVisible(bool(self.fields or page.trouble))
        return page.can_be_kept and not self.fields

    def _read(self) -> HardTimes:
        """The page, with its trouble told; while words wait to be kept, it is looked at anew by and by."""
        page = self._keeper.hard_times()
        self.told.setText(page.trouble)
        self.told.setVisible(bool(page.trouble))
        self._waits = page.waits
        self._look_later()
        return page

    def _look_later(self) -> None:
        if self._waits and self.isVisible():
            self._again.start()

    def showEvent(self, event: QShowEvent) -> None:
        """It is to be seen."""
        super().showEvent(event)
        self._look_later()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is looked at; it is read anew when one comes here."""
        super().hideEvent(event)
        self._again.stop()


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
        self._preferences, self._today = preferences, today
        self._country = preferences.settings.country
        self.danger = Text(
            tr("In danger now: call the emergency number. It stands first for each country."), PART
        )
        self.to_numbers = FoldingButton(tr("To the numbers"), self._show_numbers, kind=BARE, drawing="down")
        self.own = OwnPart(keeper, edit)
        self.cards = {EVERYWHERE: CountryCard(EVERYWHERE, directories(lines))}
        for country, of_it in by_country(lines, NO_COUNTRY):
            self.cards[country] = CountryCard(country, of_it)
        self._order = list(self.cards)
        self.which = Text("", QUIET)
        self.choose = FoldingButton("", self._turn_countries, kind=BARE, drawing="down")
        self._choices: Choices[str] | None = None
        self.note = Text(
            tr(
                "These numbers were read on stored copies of public pages; nobody has called them. If one "
                "does not answer, the directory on this page can find another."
            ),
            QUIET,
        )
        self.make = FoldingButton(tr("Make my page for hard times"), edit, kind=BARE, drawing="edit")
        self.make.setAccessibleDescription(tr("Filled ahead, it stands at the top here."))
        self._build()
        preferences.changed.connect(self._follow)
        self._place_cards()

    def _build(self) -> None:
        self.column.addWidget(self.danger)
        self.column.addLayout(across(self.to_numbers))
        self.column.addWidget(self.own)
        self.column.addWidget(self.which)
        ways = FlowLayout()
        ways.addWidget(self.choose)
        ways.addWidget(self.make)
        self.column.addLayout(ways)
        self._choices_room = QVBoxLayout()
        self.column.addLayout(self._choices_room)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(2 * GRID)
        self.column.addLayout(self._cards)
        self.column.addSpacing(GRID)
        self.column.addWidget(self.note)

    # --- what stands here ---------------------------------------------------------------------------

    def opened(self) -> None:
        """Read the person's page anew, and tell how old each row is today."""
        is_to_be_made = self.own.show_page()
        self.make.setVisible(is_to_be_made)
        self.to_numbers.setVisible(bool(self.own.fields))
        today = self._today()
        for row in self.rows_shown():
            row.look(today)
        self._set_order()

    def _place(self, dress: Dress) -> None:
        for card in self.cards.values():
            card.fit(self.held.width())

    def rows_shown(self) -> list[HelpRow]:
        """Every row in the order in which they stand."""
        return [row for one in self._order for row in self.cards[one].rows]

    def first_to_focus(self) -> QWidget | None:
        """The way to the numbers past the person's own page, or the first of them."""
        return self.choose if self.to_numbers.isHidden() else self.to_numbers

    def _show_numbers(self) -> None:
        self.verticalScrollBar().setValue(
            self.choose.mapTo(self.body, self.choose.rect().topLeft()).y() - GRID
        )
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- countries ----------------------------------------------------------------------------------

    def _follow(self, settings: Settings) -> None:
        if settings.country != self._country:
            self._country = settings.country
            self._place_cards()
            self._set_order()

    @property
    def _chosen(self) -> str:
        """The country that stands first; one without a card counts as none."""
        return self._country if self._country in self.cards and self._country != EVERYWHERE else NO_COUNTRY

    def _place_cards(self) -> None:
        chosen = self._chosen
        if self._choices is not None:
            self._choices.show_chosen(chosen)
        self._order = sorted(
            self.cards, key=lambda one: (one != chosen, one != EVERYWHERE, country_name(one).casefold())
        )
        for card in self.cards.values():
            self._cards.removeWidget(card)
        for one in self._order:
            self._cards.addWidget(self.cards[one])
        self._raise_what_follows()
        name = country_name(chosen) if chosen != NO_COUNTRY else ""
        first = tr("{country} stands first. All others follow, by name.", country=name)
        others = tr("For a country that is not here, the directory has lines in some 130.")
        self.which.setText(first if name else others)
        self.choose.say(tr("Choose another country") if name else tr("Choose a country"))

    @property
    def countries(self) -> Choices[str]:
        """Every country, to choose one from; made when somebody wants to choose."""
        if self._choices is None:
            names = {one: country_name(one) for one in self.cards if one != EVERYWHERE}
            self._choices = Choices(
                tr("The country that stands first"),
                {NO_COUNTRY: tr("None chosen"), **names},
                self._chosen,
                self._take_country,
            )
            self._choices.hide()
            self._choices_room.addWidget(self._choices)
            if self._dress is not None:
                dress_parts(self._choices, self._dress)
            self._fit()
            self._raise_what_follows()
            self._set_order()
        return self._choices

    def _raise_what_follows(self) -> None:
        """A screen reader goes by which widget was put above which: what is read later lies above."""
        choices = [] if self._choices is None else [self._choices]
        for widget in (self.make, *choices, *(self.cards[one] for one in self._order), self.note):
            widget.raise_()

    def _turn_countries(self) -> None:
        self.countries.setVisible(self.countries.isHidden())
        self.choose.point(up=not self.countries.isHidden())

    def _take_country(self, country: str) -> None:
        self._preferences.change(country=country)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.countries.hide()
        self.choose.point(up=False)

    def _set_order(self) -> None:
        """Tab goes as one reads."""
        order: list[QWidget] = [self.to_numbers, *self.own.fields, self.own.edit, self.choose, self.make]
        if self._choices is not None:
            order += self._choices.findChildren(Button)
        order += [one for row in self.rows_shown() for number in row.numbers for one in number.stops]
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)
