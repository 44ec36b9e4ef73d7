"""The way to the home window: made when it is wanted, standing where it was left, remembered when it goes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kindtimer.core.settings import Settings, Theme
from kindtimer.desktop.motion_wish import MotionWish
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.appearance import Appearance
from kindtimer.ui.home_door import HomeDoor
from kindtimer.ui.page import Page
from kindtimer.ui.place_names import PRACTICE, PRACTICES
from kindtimer.ui.sidebar import Place
from kindtimer.ui.work_area import FRAME
from kindtimer.visuals.palette import DAWN, DUSK
from tests import fakes


class Porch:
    def __init__(self, settings: Settings) -> None:
        self.made = 0
        self.preferences = Preferences(settings, fakes.FakeKeeper())
        appearance = Appearance(self.preferences, MotionWish(), lambda settings: settings.home_theme)
        self.door = HomeDoor(self._places, self.preferences, appearance, fakes.ASSETS)

    def _places(self) -> list[Place]:
        self.made += 1
        return [Place(name, name, "today", lambda name=name: Page(name)) for name in ("today", "breathe")]  # type: ignore[misc]


@pytest.fixture
def porch(qtbot: QtBot) -> Iterator[Porch]:
    porch = Porch(Settings(home_theme=Theme.DUSK, home_place=(60, 70, 700, 500)))
    yield porch
    porch.door.close()


def test_nothing_is_made_before_it_is_wanted(porch: Porch) -> None:
    porch.door.wear(porch.door._appearance.look)
    porch.door.let_go()
    assert not porch.door.open
    assert porch.made == 0


def test_it_opens_where_it_was_left_at_the_place_that_was_asked_for(porch: Porch) -> None:
    porch.door.show("breathe")
    assert porch.door.open
    assert porch.door.window.geometry() == QRect(60, 70, 700, 500)
    assert porch.door.window.now == "breathe"
    porch.door.show()
    assert porch.door.window.now == "breathe"
    assert porch.made == 1


class Shelves(Page):
    """A page of practices that remembers how often it was filled."""

    filled = 0

    def opened(self) -> None:
        self.filled += 1


@pytest.mark.parametrize(("name", "filled"), [(PRACTICES, 2), (PRACTICE, 2), ("breathe", 1)])
def test_when_packs_come_or_go_an_open_page_of_practices_is_filled_anew(
    qtbot: QtBot, name: str, filled: int
) -> None:
    preferences = Preferences(Settings(), fakes.FakeKeeper())
    appearance = Appearance(preferences, MotionWish(), lambda settings: settings.home_theme)
    page = Shelves(name)
    places = [
        Place("today", "today", "today", lambda: Page("today")),
        Place(name, name, "today", lambda: page),
    ]
    door = HomeDoor(lambda: places, preferences, appearance, fakes.ASSETS)
    door.look_at_packs()
    door.show(name)
    before = page.filled
    door.look_at_packs()
    assert page.filled - before == filled - 1
    door.close()


def test_where_it_stood_is_remembered_when_it_is_closed_and_when_the_program_ends(porch: Porch) -> None:
    porch.door.show()
    porch.door.window.setGeometry(20, 50, 640, 480)
    porch.door.window.close()
    assert porch.preferences.settings.home_place == (20, 50, 640, 480)
    porch.door.show()
    porch.door.window.setGeometry(30, 40, 650, 490)
    porch.door.close()
    assert porch.preferences.settings.home_place == (30, 40, 650, 490)


@pytest.mark.parametrize(
    "stored",
    [
        (90_000, 90_000, 700, 500),
        (-100_000, -100_000, 700, 500),
        (-300, -200, 700, 500),
        (0, 0, 700, 500),
        (0, 0, 100_000, 100_000),
        (0, 0, 1, 1),
    ],
)
def test_wherever_it_was_kept_it_opens_with_its_title_bar_on_a_screen(
    qtbot: QtBot, stored: tuple[int, int, int, int]
) -> None:
    porch = Porch(Settings(home_place=stored))
    porch.door.show()
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert area.contains(porch.door.window.geometry().marginsAdded(FRAME))
    porch.door.close()


def test_closed_on_a_screen_that_is_taken_away_it_opens_on_one_that_is_there(porch: Porch) -> None:
    porch.door.show()
    porch.door.window.setGeometry(20_000, 50, 640, 480)
    porch.door.window.close()
    porch.door.show()
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert area.contains(porch.door.window.geometry().marginsAdded(FRAME))


def test_a_line_is_told_and_taken_back(porch: Porch) -> None:
    porch.door.show()
    porch.door.tell("Settings could not be saved.")
    assert porch.door.window.message.isVisible()
    porch.door.take_back("Settings could not be saved.")
    assert not porch.door.window.message.isVisible()


def test_a_line_waits_for_the_window_or_for_whoever_takes_it_before(porch: Porch) -> None:
    for line in ("One thing.", "Another thing.", "Another thing.", "A third thing.", "A fourth thing."):
        porch.door.tell(line)
    porch.door.take_back("A fourth thing.")
    assert porch.made == 0
    assert porch.door.take_line() == "One thing."
    porch.door.show()
    assert porch.door.window.message.words.text() == "Another thing.\nA third thing."
    assert porch.door.take_line() is None


def test_another_theme_is_worn_at_once(porch: Porch) -> None:
    porch.door.show()
    assert DUSK.ink.name() in porch.door.window.styleSheet()
    porch.preferences.change(home_theme=Theme.DAWN)
    assert DAWN.ink.name() in porch.door.window.styleSheet()


def test_on_a_small_screen_it_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    porch = Porch(Settings())
    porch.door.show()
    room = QGuiApplication.primaryScreen().availableSize()
    assert porch.door.window.width() < room.width()
    assert porch.door.window.height() < room.height()
    porch.door.close()
