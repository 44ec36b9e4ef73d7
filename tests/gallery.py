"""The gallery: every page and state of the home window as pictures, in each theme, size, and direction.

`python -m tests.workbench gallery --out DIR`. Names sort by page, then size, theme, text and direction.
Sessions hang in it, too, and cards of offers; `tests/session_gallery.py` and `tests/offer_gallery.py` make
those. Nothing is kept, nothing sounds; the language from right to left is a stand-in made of English texts.
"""

import gettext
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication

from kindtimer.core.hard_times import HardTimes
from kindtimer.core.hold import Hold
from kindtimer.core.offer import Account, Fate
from kindtimer.core.offer_desk import Desk
from kindtimer.core.practice_plan import PracticePlan
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_quiet, read_rule
from kindtimer.core.settings import Settings
from kindtimer.core.words import speak
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.prompt_guide import PromptGuide
from kindtimer.store.practice_store import read_practices
from kindtimer.ui.appearance import Look
from kindtimer.ui.breathe_page import BreathePage
from kindtimer.ui.guide_page import GuidePage
from kindtimer.ui.hard_page import HardPage
from kindtimer.ui.home_places import Deeds, HomePlaces, OffersShelf
from kindtimer.ui.home_window import HomeWindow
from kindtimer.ui.offers_now import OffersNow
from kindtimer.ui.offers_page import OffersPage
from kindtimer.ui.page import Page
from kindtimer.ui.practice_page import PracticePage
from kindtimer.ui.practices_page import PracticesPage
from kindtimer.ui.welcome_page import WelcomePage
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette
from tests import fakes

SIZES = ((1440, 900), (900, 600))
THEMES: Mapping[str, Palette] = {"dusk": DUSK, "dawn": DAWN, "contrast": CONTRAST}
TEXTS = (100, 150, 200)
USUAL_POINTS = 11.0
"""Ordinary text of most desktops; twice as much is 200 %."""

TODAY = date(2026, 3, 1)
ZONE = ZoneInfo("Europe/Berlin")

P = TypeVar("P", bound=Page)
Step = Callable[[HomeWindow], object]


class Mirrored(gettext.NullTranslations):
    """A language from right to left, made of the English texts: Hebrew letters, the same length."""

    LETTERS = "אבגדהוזחטיכלמנסעפצקרשתאבגד"
    _PLAIN = re.compile(r"\{[^}]*\}|.", re.DOTALL)

    def gettext(self, message: str) -> str:
        """Letter by letter; what is filled in stays."""
        return "".join(self._letter(part) for part in self._PLAIN.findall(message))

    def ngettext(self, one: str, many: str, count: int) -> str:
        """As above."""
        return self.gettext(one if count == 1 else many)

    def _letter(self, part: str) -> str:
        if len(part) > 1 or not (part.isascii() and part.isalpha()):
            return part
        return self.LETTERS[ord(part.lower()) - ord("a")]


@dataclass(frozen=True)
class Exhibit:
    """One page in one state. `steps` are taken once it is open."""

    name: str
    place: str
    settings: Settings = Settings(flower=11, welcomed=True)
    page: HardTimes = HardTimes()
    desk: Desk = Desk()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Frame:
    """How an exhibit is shown."""

    size: tuple[int, int]
    theme: str
    text: int = 100
    """Size of the text, per cent of the usual one."""

    mirrored: bool = False

    @property
    def name(self) -> str:
        """Sorts by size, theme, text and direction."""
        direction = "rtl" if self.mirrored else "ltr"
        return f"{self.size[0]}-{self.theme}-{self.text}-{direction}"


def page(window: HomeWindow, kind: type[P]) -> P:
    """The open page, of that kind."""
    found = window.page(window.now)
    assert isinstance(found, kind)
    return found


OWN = HardTimes(
    early_signs="Short sleep. Everything is too loud. Answers get sharp.",
    eases="The kettle. The long way round the park. A hot shower.",
    people="Mira, any evening. Jonas, for walks.",
    professionals="Dr. Weiss, Tuesdays. The clinic answers at night, too.",
    remember="It has been this hard before, and there was an after.",
)
FRESH = Settings(flower=11)
KNOWN = Settings(flower=11, welcomed=True)
HOLDS = Settings(flower=11, welcomed=True, gentle_only=False)
STORY = "The settings file was damaged in places. The old one is kept as “settings.json.bad”."

RULES = tuple(
    Rule(str(number), *read_rule(line))
    for number, line in enumerate(("Mon-Fri 10:00, 14:30", "2 between 10:00 and 16:00", "after a call"), 1)
)
OFFERS = replace(KNOWN, rules=RULES, quiet=Quiet((read_quiet("22:00-07:00"), read_quiet("12:30-13:15"))))
TOLD = Desk(
    accounts=(
        Account(datetime(2026, 2, 27, 9, 0, tzinfo=UTC), "1", Fate.TAKEN),
        Account(datetime(2026, 2, 27, 13, 30, tzinfo=UTC), "1", Fate.HELD, (Hold.CALL,)),
    )
)
CANNOT_TELL = {Hold.SHARING: "This desktop does not say whether its screen is shown to others."}


@cache
def plans() -> dict[str, PracticePlan]:
    """The practices that are built in."""
    return read_practices(fakes.ASSETS / "practices", fakes.patterns())


EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit("today", "today"),
    Exhibit("today-told", "today", steps=(lambda window: window.tell(STORY),)),
    Exhibit("today-waiting", "today"),
    Exhibit("breathe", "breathe"),
    Exhibit("breathe-more", "breathe", steps=(lambda window: page(window, BreathePage).more.click(),)),
    Exhibit(
        "breathe-with-holds",
        "breathe",
        HOLDS,
        steps=(
            lambda window: page(window, BreathePage).more.click(),
            lambda window: page(window, BreathePage).choose("four_seven_eight"),
        ),
    ),
    Exhibit("practices", "practices"),
    Exhibit("practices-foot", "practices", steps=(lambda window: to_the_foot(window),)),
    Exhibit("practice", "practices", steps=(lambda window: to_practice(window, "compassion_break"),)),
    Exhibit(
        "practice-asked",
        "practices",
        steps=(
            lambda window: to_practice(window, "soften_soothe_allow"),
            lambda window: page(window, PracticePage).begin.click(),
        ),
    ),
    Exhibit("hard", "hard"),
    Exhibit("hard-open", "hard", steps=(lambda window: open_doors(window),)),
    Exhibit("help-now", "help_now"),
    Exhibit("help-now-own-page", "help_now", replace(KNOWN, country="de"), OWN),
    Exhibit("hard-times", "hard_times"),
    Exhibit("hard-times-filled", "hard_times", page=OWN),
    Exhibit("offers", "offers", OFFERS),
    Exhibit("offers-none", "offers"),
    Exhibit("offers-here", "offers", OFFERS, steps=(lambda window: offers_now(window).one_now.click(),)),
    Exhibit(
        "offers-paused",
        "offers",
        OFFERS,
        steps=(
            lambda window: offers_now(window).pauses["until tomorrow"].click(),
            lambda window: to_part(window, 2),
        ),
    ),
    Exhibit("offers-back", "offers", OFFERS, steps=(lambda window: put_off(window),)),
    Exhibit("offers-change", "offers", OFFERS, steps=(lambda window: change_rule(window),)),
    Exhibit("offers-week", "offers", OFFERS, steps=(lambda window: to_part(window, 2),)),
    Exhibit("offers-holds", "offers", OFFERS, steps=(lambda window: to_part(window, 4),)),
    Exhibit("offers-foot", "offers", OFFERS, desk=TOLD, steps=(lambda window: to_the_foot(window),)),
    Exhibit("guide", "guide"),
    Exhibit("guide-topic", "guide", steps=(lambda window: open_topic(window, "known"),)),
    Exhibit("settings", "settings"),
    Exhibit("settings-foot", "settings", steps=(lambda window: to_the_foot(window),)),
    Exhibit("welcome-1", "welcome", FRESH),
    Exhibit("welcome-2", "welcome", FRESH, steps=(lambda window: page(window, WelcomePage)._go(1),)),
    Exhibit("welcome-3", "welcome", FRESH, steps=(lambda window: page(window, WelcomePage)._go(2),)),
)


def open_topic(window: HomeWindow, name: str) -> None:
    """Open a topic of the guide and scroll to it."""
    guide = page(window, GuidePage)
    panel = guide.panels[name]
    panel.row.click()
    QApplication.processEvents()
    guide.verticalScrollBar().setValue(panel.mapTo(guide.body, panel.rect().topLeft()).y())


def to_practice(window: HomeWindow, name: str) -> None:
    """Open the page of a practice by its row."""
    rows = page(window, PracticesPage).rows_seen
    next(row for row in rows if row.plan.id == name).click()


def open_doors(window: HomeWindow) -> None:
    """All doors for hard moments stand open."""
    for door in page(window, HardPage).doors.values():
        door.show_open(True)


def offers_now(window: HomeWindow) -> OffersNow:
    """The first part of the Offers page."""
    return page(window, OffersPage).now_part


def put_off(window: HomeWindow) -> None:
    """An offer that was asked for comes back in a quarter of an hour."""
    offers_now(window).one_now.click()
    page(window, OffersPage)._guide.later(timedelta(minutes=15))


def change_rule(window: HomeWindow) -> None:
    """Unfold the editor of the first rule, and bring it to the top."""
    row = page(window, OffersPage).rules.rows["1"]
    row.change.click()
    QApplication.processEvents()
    page(window, Page).verticalScrollBar().setValue(row.mapTo(page(window, Page).body, QPoint()).y())


def to_part(window: HomeWindow, number: int) -> None:
    """Bring a part of the Offers page to the top."""
    offers = page(window, OffersPage)
    QApplication.processEvents()
    offers.verticalScrollBar().setValue(offers.parts[number].mapTo(offers.body, QPoint()).y())


def to_the_foot(window: HomeWindow) -> None:
    """Scroll the open page to its end."""
    QApplication.processEvents()
    bar = page(window, Page).verticalScrollBar()
    bar.setValue(bar.maximum())


def frames(sizes: Sequence[tuple[int, int]] = SIZES) -> Iterator[Frame]:
    """Every way of showing; from right to left at two text sizes."""
    for size in sizes:
        for theme in THEMES:
            for text in TEXTS:
                yield Frame(size, theme, text)
                if text != TEXTS[1]:
                    yield Frame(size, theme, text, mirrored=True)


@contextmanager
def framed(frame: Frame) -> Iterator[QApplication]:
    """The application speaks, writes and turns as the frame asks. Needs a QApplication."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.font(), application.layoutDirection()
    speak(Mirrored() if frame.mirrored else gettext.NullTranslations())
    font = QFont("DejaVu Sans")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPointSizeF(USUAL_POINTS * frame.text / 100.0)
    application.setFont(font)
    direction = Qt.LayoutDirection.RightToLeft if frame.mirrored else Qt.LayoutDirection.LeftToRight
    application.setLayoutDirection(direction)
    try:
        yield application
    finally:
        speak(gettext.NullTranslations())
        application.setFont(before[0])
        application.setLayoutDirection(before[1])


def shown(exhibit: Exhibit, frame: Frame) -> QImage:
    """The picture of a page as the window shows it. Needs a QApplication."""
    with framed(frame) as application:
        return _picture(application, exhibit, frame)


def _picture(application: QApplication, exhibit: Exhibit, frame: Frame) -> QImage:
    clock = fakes.ManualClock()
    journal = fakes.FakeJournal(page=exhibit.page)
    windows: list[HomeWindow] = []
    deeds = Deeds(
        begin=lambda wish: None,
        one_click=lambda: None,
        room=lambda: None,
        waits=lambda: exhibit.name == "today-waiting",
        open_place=lambda place: windows[0].open_place(place),
        quit=lambda: None,
        device=lambda: "Headset",
        tray=lambda: True,
        tell=lambda words: None,
    )
    preferences = Preferences(exhibit.settings, fakes.FakeKeeper())
    guide = PromptGuide(
        clock, preferences, fakes.FakeOffers(exhibit.desk), fakes.FakeDesktop, lambda: ZONE, lambda: False
    )
    offers = OffersShelf(guide, lambda: None, lambda: CANNOT_TELL)
    shelf = fakes.shelf()
    patterns, today = fakes.patterns(), lambda: TODAY
    places = HomePlaces(clock, preferences, patterns, journal, today, shelf, deeds, offers, plans)
    look = Look(THEMES[frame.theme], still=False)
    window = HomeWindow(places.places(), look, fakes.ASSETS)
    windows.append(window)
    window.resize(*frame.size)
    window.show_here(None, place=exhibit.place)
    for step in exhibit.steps:
        step(window)
    clock.step(60.0)  # the three breaths of the preview are over
    for _ in range(4):
        application.processEvents()
    guide.close()
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    window.hide()
    window.deleteLater()
    application.processEvents()
    return picture


def hang(out: Path, only: str = "") -> int:
    """Write every picture whose name holds `only` to a folder; how many there are."""
    from tests import offer_gallery, session_gallery

    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, picture in chain(_pages(only), session_gallery.pictures(only), offer_gallery.pictures(only)):
        picture.save(str(out / f"{name}.png"))
        count += 1
    sys.stdout.write(f"{count} pictures in {out}\n")
    return count


def _pages(only: str) -> Iterator[tuple[str, QImage]]:
    for exhibit in EXHIBITS:
        for frame in frames():
            name = f"{exhibit.name}-{frame.name}"
            if only in name:
                yield name, shown(exhibit, frame)
