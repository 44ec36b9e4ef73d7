"""The places of the home window: which there are, in which order, and that each can be made."""

import gc
import subprocess
import sys
import weakref
from datetime import date

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kindtimer.core.entry import Door
from kindtimer.core.practice_plan import Shelf
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_rule
from kindtimer.core.settings import OneClick, Settings
from kindtimer.core.wish import Wish
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.hard_page import HardPage
from kindtimer.ui.home_places import Deeds, HomePlaces, OffersShelf
from kindtimer.ui.offers_page import OffersPage
from kindtimer.ui.today_page import TodayPage
from tests import fakes
from tests.gallery import plans
from tests.guide.led_day import begun
from tests.ui.dressing import dressed, settle


class Made:
    def __init__(self, settings: Settings, *, offers: bool = True, practices: bool = True) -> None:
        self.day = begun("09:12")
        self.done: list[object] = []
        self.waiting = False
        self.preferences = Preferences(settings, fakes.FakeKeeper())
        deeds = Deeds(
            begin=self.done.append,
            one_click=lambda: self.done.append("one click"),
            room=lambda: self.done.append("room"),
            waits=lambda: self.waiting,
            open_place=self.done.append,
            quit=lambda: self.done.append("quit"),
            device=lambda: None,
            tray=lambda: True,
            tell=self.done.append,
        )
        made = HomePlaces(
            self.day.clock,
            self.preferences,
            fakes.patterns(),
            fakes.FakeJournal(),
            lambda: date(2026, 3, 1),
            fakes.shelf(),
            deeds,
            OffersShelf(self.day.guide, lambda: self.done.append("take"), dict) if offers else None,
            plans if practices else None,
        )
        self.places = {place.id: place for place in made.places()}


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    return Made(Settings(flower=11))


def test_places_stand_in_the_order_of_need_and_help_now_is_last(made: Made) -> None:
    listed = [place.id for place in made.places.values() if place.listed]
    assert listed == ["today", "breathe", "practices", "offers", "guide", "settings", "help_now"]
    assert [place.id for place in made.places.values() if place.strong] == ["help_now"]


def test_where_it_is_hard_where_help_is_and_at_the_first_start_nothing_else_is_told(made: Made) -> None:
    assert [place.id for place in made.places.values() if place.undisturbed] == [
        "hard",
        "welcome",
        "help_now",
    ]


EVERY = [
    *("today", "breathe", "practices", "practice", "hard", "hard_times", "welcome"),
    *("offers", "guide", "settings", "help_now"),
]


@pytest.mark.parametrize("name", EVERY)
def test_each_goes_whole(qtbot: QtBot, made: Made, name: str) -> None:
    there = QApplication.allWidgets()
    page = dressed(made.places[name].make())
    page.show()
    page.opened()
    settle()
    assert len(QApplication.allWidgets()) > len(there)
    page.hide()
    gone = weakref.ref(page)
    page.deleteLater()
    del page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [one for one in QApplication.allWidgets() if one not in there] == []
    assert gone() is None


@pytest.mark.parametrize("name", EVERY)
def test_each_can_be_made(qtbot: QtBot, made: Made, name: str) -> None:
    page = made.places[name].make()
    qtbot.addWidget(page)
    page.opened()
    assert page.title


def test_today_says_what_one_click_brings_and_that_a_session_waits(qtbot: QtBot, made: Made) -> None:
    page = made.places["today"].make()
    qtbot.addWidget(page)
    assert isinstance(page, TodayPage)
    page.opened()
    assert page.tile.told.text() == "3 minutes · Longer out"
    made.preferences.change(minutes=5.0)
    assert page.tile.told.text() == "5 minutes · Longer out"
    made.preferences.change(one_click=OneClick.ROOM)
    assert page.tile.words.text() == "The room around you"
    assert "five lines" in page.tile.told.text()
    page.tile.begin.click()
    assert made.done == ["one click"]
    made.waiting = True
    page.opened()
    assert page.tile.words.text() == "Go on"


def test_the_doors_of_hard_moments_lead_on(qtbot: QtBot, made: Made) -> None:
    page = made.places["hard"].make()
    qtbot.addWidget(page)
    assert isinstance(page, HardPage)
    for door in (page.room, page.breath, page.person, page.doors[Shelf.HURTS].more):
        door.click()
    assert made.done == ["room", Wish(Door.HOME, minutes=1.0), "help_now", "practices"]


def test_practices_are_a_place_where_there_are_any(qtbot: QtBot) -> None:
    bare = Made(Settings(flower=11), practices=False)
    assert not {"practices", "practice"} & set(bare.places)
    page = bare.places["hard"].make()
    qtbot.addWidget(page)
    assert isinstance(page, HardPage)
    assert list(page.doors) == [Shelf.LOUD]
    assert page.loud.more.isHidden()


def test_offers_are_a_place_where_there_is_a_guide_for_them(qtbot: QtBot, made: Made) -> None:
    assert "offers" not in Made(Settings(flower=11), offers=False).places
    place = made.places["offers"]
    assert place.foot
    assert place.beside is not None
    assert place.beside() == ""
    made.day.preferences.change(rules=(Rule("1", *read_rule("daily 14:30")),))
    said = place.beside()
    made.day.guide.close()
    assert said == "14:30"
    page = place.make()
    qtbot.addWidget(page)
    assert isinstance(page, OffersPage)


def test_no_page_is_loaded_before_it_is_opened() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, kindtimer.program;"
            "found = [name for name in sys.modules if name.startswith('kindtimer.ui.')];"
            "print([name for name in found if name.endswith('_page')])",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.strip() == "[]"
