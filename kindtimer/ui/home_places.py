"""Home places: the places of the home window, in the order in which they stand, and how each is made.

A page's module is imported when the page is first opened; nothing of it is loaded before. Main thread.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from kindtimer.core.clock import Clock
from kindtimer.core.hard_times import TITLE
from kindtimer.core.pattern import Pattern
from kindtimer.core.pattern_words import usual_told
from kindtimer.core.settings import OneClick
from kindtimer.core.wish import Wish
from kindtimer.core.words import tr
from kindtimer.guide.hard_times_keeper import HardTimesKeeper
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.page import Page
from kindtimer.ui.place_names import (
    BREATHE,
    GUIDE,
    HARD,
    HARD_TIMES,
    HELP_NOW,
    OFFERS,
    SETTINGS,
    TODAY,
    WELCOME,
)
from kindtimer.ui.practice_places import PracticePlaces
from kindtimer.ui.sidebar import Place
from kindtimer.visuals.flower import FlowerShape

if TYPE_CHECKING:
    from kindtimer.core.guide_topic import Topic
    from kindtimer.core.help_line import HelpLine
    from kindtimer.core.hold import Hold
    from kindtimer.core.licences import Licence
    from kindtimer.core.practice_plan import PracticePlan
    from kindtimer.guide.prompt_guide import PromptGuide
    from kindtimer.ui.offer_row import OfferRow
    from kindtimer.ui.offers_start import BreatheShortcut, LoginStart


@dataclass(frozen=True)
class Shelf:
    """What pages are filled with, each read when a page first asks for it."""

    help_lines: Callable[[], "Sequence[HelpLine]"]
    topics: Callable[[], "Sequence[Topic]"]
    licences: Callable[[], "Sequence[Licence]"]
    kept_at: str
    version: str


@dataclass(frozen=True)
class Deeds:
    """What pages may have done: each is one call on whoever can do it."""

    begin: Callable[[Wish], object]
    one_click: Callable[[], object]
    room: Callable[[], object]
    waits: Callable[[], bool]
    open_place: Callable[[str], object]
    quit: Callable[[], object]
    device: Callable[[], str | None]
    tray: Callable[[], bool]
    tell: Callable[[str], object]


@dataclass(frozen=True)
class OffersShelf:
    """What the Offers page is filled with: the guide of offers, and what of this desktop it asks or sets.

    `cannot_tell` names the reasons to wait that this desktop does not tell, a line each.
    """

    guide: "PromptGuide"
    take: Callable[[], object]
    cannot_tell: "Callable[[], Mapping[Hold, str]]"
    login: "LoginStart | None" = None
    shortcut: "BreatheShortcut | None" = None


@dataclass(frozen=True)
class HomePlaces:
    """Makes the pages; without `offers` there is no place for them, nor for practices without `plans`."""

    clock: Clock
    preferences: Preferences
    patterns: Mapping[str, Pattern]
    keeper: HardTimesKeeper
    today: Callable[[], date]
    shelf: Shelf
    deeds: Deeds
    offers: OffersShelf | None = None
    plans: "Callable[[], Mapping[str, PracticePlan]] | None" = None

    def places(self) -> list[Place]:
        """All of them; those that are reached from another page are not listed."""
        offers = [] if self.offers is None else [self._offers_place(self.offers)]
        practices = None
        if self.plans is not None:
            practices = PracticePlaces(self.plans, self.deeds.begin, self.deeds.open_place, self.deeds.tell)
        hard = partial(self._hard, practices)
        return [
            Place(TODAY, tr("Today"), "today", self._today),
            Place(BREATHE, tr("Breathe"), "breathe", self._breathe),
            *(practices.places() if practices else ()),
            Place(HARD, tr("Something is hard"), "hard", hard, listed=False, undisturbed=True),
            Place(HARD_TIMES, tr(TITLE), "hard", self._hard_times, listed=False),
            Place(WELCOME, tr("Hello"), "today", self._welcome, listed=False, undisturbed=True),
            *offers,
            Place(GUIDE, tr("Guide"), "guide", self._guide, foot=True),
            Place(SETTINGS, tr("Settings"), "settings", self._settings, foot=True),
            Place(
                HELP_NOW, tr("Help now"), "help_now", self._help_now, foot=True, strong=True, undisturbed=True
            ),
        ]

    def _offers_place(self, offers: OffersShelf) -> Place:
        from kindtimer.ui.offers_line import offers_line

        return Place(
            OFFERS,
            tr("Offers"),
            "offers",
            partial(self._offers, offers),
            foot=True,
            beside=lambda: offers_line(offers.guide, self.clock),
            beside_changes=(offers.guide.changed, self.preferences.changed),
        )

    def _offers(self, offers: OffersShelf) -> Page:
        from kindtimer.ui.offers_page import OffersPage

        return OffersPage(
            offers.guide,
            self.preferences,
            self.patterns,
            self.clock,
            cannot_tell=offers.cannot_tell,
            take=offers.take,
            login=offers.login,
            shortcut=offers.shortcut,
        )

    def _goes_to(self, place: str) -> Callable[[], object]:
        return lambda: self.deeds.open_place(place)

    def _shape(self) -> FlowerShape:
        return FlowerShape.grown(self.preferences.settings.flower)

    def _today(self) -> Page:
        from kindtimer.ui.today_page import TodayPage

        page = TodayPage(
            self._shape(),
            usual=self._usual,
            begin=self.deeds.one_click,
            change=self._goes_to(BREATHE),
            hard=self._goes_to(HARD),
            offer=self._offer_row(),
        )
        self.preferences.changed.connect(page.opened)
        return page

    def _offer_row(self) -> "OfferRow | None":
        if self.offers is None:
            return None
        from kindtimer.ui.offer_row import OfferRow

        return OfferRow(self.offers.guide, self.offers.take, self._goes_to(OFFERS))

    def _usual(self) -> tuple[str, str]:
        """What the tile says: the session that waits, or what one click brings."""
        if self.deeds.waits():
            return tr("Go on"), tr("A session waits where it was left.")
        if self.preferences.settings.one_click is OneClick.ROOM:
            return tr("The room around you"), tr("Eyes open, five lines to look at")
        return tr("Breathe"), usual_told(self.preferences.settings, self.patterns)

    def _breathe(self) -> Page:
        from kindtimer.ui.breathe_page import BreathePage

        return BreathePage(self.clock, self.preferences, self.patterns, self.deeds.begin)

    def _hard(self, practices: PracticePlaces | None) -> Page:
        from kindtimer.core.entry import Door
        from kindtimer.ui.hard_page import HardPage
        from kindtimer.ui.hard_ways import hard_ways

        return HardPage(
            room=self.deeds.room,
            breath=lambda: self.deeds.begin(Wish(Door.HOME, minutes=1.0)),
            people=self._goes_to(HELP_NOW),
            ways=hard_ways(practices.plans(), self.deeds.begin) if practices else {},
            more=practices.open_shelf if practices else (lambda shelf: None),
        )

    def _help_now(self) -> Page:
        from kindtimer.ui.help_now_page import HelpNowPage

        lines = self.shelf.help_lines()
        return HelpNowPage(lines, self.preferences, self.keeper, self.today, edit=self._goes_to(HARD_TIMES))

    def _hard_times(self) -> Page:
        from kindtimer.ui.hard_times_page import HardTimesPage

        lines, done = self.shelf.help_lines(), self._goes_to(HELP_NOW)
        return HardTimesPage(self.keeper, self.preferences, lines, self.today, done=done)

    def _guide(self) -> Page:
        from kindtimer.ui.guide_page import GuidePage

        return GuidePage(self.shelf.topics(), self.patterns)

    def _settings(self) -> Page:
        from kindtimer.ui.settings_page import SettingsPage

        return SettingsPage(
            self.preferences,
            self.patterns,
            device=self.deeds.device,
            kept_at=self.shelf.kept_at,
            version=self.shelf.version,
            licences=self.shelf.licences(),
            quit_=self.deeds.quit,
            guide=self._goes_to(GUIDE),
            welcome=self._goes_to(WELCOME),
            offers=None if self.offers is None else self._goes_to(OFFERS),
        )

    def _welcome(self) -> Page:
        from kindtimer.core.entry import Door
        from kindtimer.ui.welcome_page import WelcomePage

        breath = partial(self.deeds.begin, Wish(Door.HOME))
        return WelcomePage(
            self.preferences,
            self._shape(),
            first_breath=breath,
            room=self.deeds.room,
            done=self._goes_to(TODAY),
            tray=self.deeds.tray,
            tell=self.deeds.tell,
        )
