"""The home window: places that are built when they are opened, keys, forms, and what closing does."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.appearance import Look
from kindtimer.ui.buttons import Button
from kindtimer.ui.home_window import HomeWindow
from kindtimer.ui.page import Page
from kindtimer.ui.sidebar import Form, Place
from kindtimer.ui.work_area import FRAME
from kindtimer.visuals.measures import HOME_LEAST
from kindtimer.visuals.palette import DAWN, DUSK
from tests import fakes


class NotedPage(Page):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.openings = 0
        self.steps = 0
        self.button = Button("Something")
        self.column.addWidget(self.button)

    def opened(self) -> None:
        self.openings += 1

    def first_to_focus(self) -> QWidget:
        return self.button

    def step_back(self) -> bool:
        self.steps -= 1
        return self.steps >= 0


class Home:
    def __init__(self, qtbot: QtBot) -> None:
        self.made: list[str] = []
        ids = ("today", "breathe", "hard", "aside", "guide", "settings", "help_now")
        self.window = HomeWindow(
            [
                Place(
                    name,
                    name,
                    "today",
                    self._maker(name),
                    foot=k > 3,
                    listed=name not in ("hard", "aside"),
                    undisturbed=name in ("hard", "help_now"),
                )
                for k, name in enumerate(ids)
            ],
            Look(DUSK, still=False),
            fakes.ASSETS,
        )
        qtbot.addWidget(self.window, before_close_func=lambda window: window.hide())
        self.window.resize(1440, 900)
        self.window.show_here(None)

    def _maker(self, name: str) -> Callable[[], Page]:
        def make() -> Page:
            self.made.append(name)
            return NotedPage(name)

        return make


@pytest.fixture
def home(qtbot: QtBot) -> Home:
    return Home(qtbot)


def test_a_page_is_built_when_it_is_first_opened_and_once(home: Home) -> None:
    assert home.made == ["today"]
    for name in ("settings", "today", "settings"):
        home.window.open_place(name)
    assert home.made == ["today", "settings"]
    page = home.window.page("settings")
    assert isinstance(page, NotedPage)
    assert page.openings == 2


def test_keys_lead_to_places(qtbot: QtBot, home: Home) -> None:
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    for key, modifier, place in (
        (Qt.Key.Key_2, alt, "breathe"),
        (Qt.Key.Key_1, alt, "today"),
        (Qt.Key.Key_Comma, control, "settings"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "guide"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "hard"),
    ):
        qtbot.keyClick(home.window, key, modifier)
        assert home.window.now == place


def test_escape_goes_back_and_from_a_page_behind_another_to_that_one(qtbot: QtBot, home: Home) -> None:
    home.window.open_place("breathe")
    home.window.open_place("hard")
    qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    assert home.window.now == "breathe"
    qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    assert home.window.now == "today"
    qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    assert home.window.now == "today"
    assert home.window.isVisible()


def test_escape_never_goes_round_between_two_pages_behind_others(qtbot: QtBot, home: Home) -> None:
    home.window.open_place("hard")
    home.window.open_place("aside")
    home.window.open_place("hard")
    for _ in range(2):
        qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    assert home.window.now == "today"


def test_quitting_asks_nothing(qtbot: QtBot, home: Home) -> None:
    with qtbot.waitSignal(home.window.quit_requested):
        qtbot.keyClick(home.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_closing_hides_it_and_tells(qtbot: QtBot, home: Home) -> None:
    with qtbot.waitSignal(home.window.closed):
        home.window.close()
    assert not home.window.isVisible()


def test_it_stands_where_it_stood_and_opens_what_was_asked_for(qtbot: QtBot, home: Home) -> None:
    home.window.close()
    home.window.show_here(QRect(30, 40, 800, 620), place="settings")
    assert home.window.geometry() == QRect(30, 40, 800, 620)
    assert home.window.now == "settings"


def form_of(home: Home) -> str:
    return home.window.sidebar.form.value


def test_the_form_follows_the_window(home: Home) -> None:
    assert form_of(home) == Form.LIST
    home.window.resize(900, 600)
    assert form_of(home) == Form.RAIL
    home.window.resize(500, 600)
    assert form_of(home) == Form.BAR


def test_other_colours_reach_every_page(home: Home) -> None:
    before = home.window.grab().toImage()
    home.window.wear(Look(DAWN, still=False))
    assert home.window.grab().toImage() != before
    assert DAWN.ink.name() in home.window.styleSheet()


def test_what_is_told_stands_above_the_page(home: Home) -> None:
    home.window.tell("The settings file was damaged in places.")
    assert home.window.message.isVisible()
    assert home.window.message.mapTo(home.window, home.window.message.rect().topLeft()).y() < 40


def test_over_a_page_that_is_not_to_be_disturbed_it_waits_for_the_next(home: Home) -> None:
    home.window.tell("The settings file was damaged in places.")
    for name in ("hard", "help_now"):
        home.window.open_place(name)
        assert not home.window.message.isVisible()
        home.window.tell("The settings could not be saved.")
        assert not home.window.message.isVisible()
    home.window.open_place("breathe")
    assert home.window.message.isVisible()
    assert home.window.message.words.text().count("\n") == 1


def test_what_waited_is_there_when_the_closed_window_opens_where_one_arrives(home: Home) -> None:
    home.window.open_place("hard")
    home.window.tell("The settings could not be saved.")
    home.window.close()
    home.window.let_go()
    home.window.show_here(None)
    assert home.window.message.isVisible()


def test_a_screen_reader_finds_a_window_and_the_places_as_tabs(home: Home) -> None:
    side = home.window.sidebar
    found = [(home.window, QAccessible.Role.Window), (side, QAccessible.Role.PageTabList)]
    for name in ("today", "help_now"):
        button = side.button(name)
        assert button is not None
        found.append((button, QAccessible.Role.PageTab))
    for widget, role in found:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told is not None
        assert told.role() == role
        assert told.text(QAccessible.Text.Name)


def test_closed_it_keeps_where_one_arrives_and_gives_the_other_pages_back(qtbot: QtBot, home: Home) -> None:
    home.window.open_place("settings")
    home.window.let_go()
    assert home.window.page("settings") is not None  # it is seen
    home.window.close()
    home.window.let_go()
    assert home.window.page("settings") is None
    home.window.show_here(None)
    assert home.window.now == "today"
    assert home.made == ["today", "settings"]
    home.window.open_place("settings")
    assert home.made == ["today", "settings", "settings"]


def test_nothing_ticks_in_a_still_window(home: Home) -> None:
    for name in ("today", "settings", "today"):
        home.window.open_place(name)
    assert [timer for timer in home.window.findChildren(QTimer) if timer.isActive()] == []


@pytest.mark.parametrize("comes_back", ["by its place", "by Esc"])
def test_a_page_begins_at_its_top_whenever_one_comes_to_it(qtbot: QtBot, comes_back: str) -> None:
    window = Home(qtbot).window
    page = window.open_place("help_now")
    page.held.setMinimumHeight(4000)
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(900)
    window.open_place("aside")
    if comes_back == "by Esc":
        window.go_back()
    else:
        window.open_place("help_now")
    assert window.now == "help_now"
    assert bar.value() == 0


class AlonePage(NotedPage):
    alone = True


def _holds_nothing(page: Page) -> bool:
    return page._held_in_sight is None


@pytest.mark.parametrize("high", range(160, 420, 20))
def test_a_page_begins_at_its_top_where_its_first_button_has_little_room(qtbot: QtBot, high: int) -> None:
    made = {"today": NotedPage, "hello": AlonePage}
    places = [Place(name, name, "today", lambda name=name: made[name](name)) for name in made]  # type: ignore[misc]
    window = HomeWindow(places, Look(DUSK, still=False), fakes.ASSETS, lambda _: QRect(0, 0, 900, 160))
    qtbot.addWidget(window, before_close_func=lambda window: window.hide())
    window.resize(434, high)
    window.show_here(None, place="hello")
    for _ in range(2):
        page = window.open_place("today")
        page.held.setMinimumHeight(1000)
        qtbot.waitUntil(page.verticalScrollBar().isVisible)
        qtbot.waitUntil(partial(_holds_nothing, page))
        assert page.verticalScrollBar().value() == 0
        window.open_place("hello")


class Screen:
    """A screen that changes while a window stands on it."""

    def __init__(self, wide: int, high: int) -> None:
        self.area = QRect(0, 0, wide, high)

    def becomes(self, wide: int, high: int) -> None:
        self.area = QRect(0, 0, wide, high)
        QGuiApplication.primaryScreen().availableGeometryChanged.emit(self.area)


def on(qtbot: QtBot, screen: Screen) -> HomeWindow:
    places = [Place("today", "Today", "today", lambda: NotedPage("Today"))]
    window = HomeWindow(places, Look(DUSK, still=False), fakes.ASSETS, lambda _: screen.area)
    qtbot.addWidget(window, before_close_func=lambda window: window.hide())
    return window


@pytest.mark.parametrize(("wide", "high"), [(683, 369), (450, 285), (450, 300), (911, 492), (300, 200)])
def test_it_never_wants_more_room_than_its_screen_has(qtbot: QtBot, wide: int, high: int) -> None:
    screen = Screen(wide, high)
    window = on(qtbot, screen)
    window.show_here(QRect(8, 40, 1, 1))
    for size in (window.minimumSize(), window.size()):
        assert screen.area.contains(QRect(QPoint(8, 40), size).marginsAdded(FRAME))


def test_a_least_size_comes_and_goes_with_the_room_there_is(qtbot: QtBot) -> None:
    screen = Screen(1440, 870)
    window = on(qtbot, screen)
    window.show_here(QRect(8, 40, 1100, 700))
    assert (window.minimumWidth(), window.minimumHeight()) == HOME_LEAST
    screen.becomes(450, 285)
    assert screen.area.contains(QRect(QPoint(8, 40), window.size()).marginsAdded(FRAME))
    assert window.minimumHeight() < HOME_LEAST[1]
    window.resize(1, 1)
    screen.becomes(1440, 870)
    assert (window.width(), window.height()) == HOME_LEAST


def test_on_another_screen_it_keeps_to_that_one(qtbot: QtBot) -> None:
    screen = Screen(1440, 870)
    window = on(qtbot, screen)
    window.show_here(QRect(8, 40, 1100, 700))
    screen.area = QRect(0, 0, 683, 369)
    window.windowHandle().screenChanged.emit(QGuiApplication.primaryScreen())
    assert window.height() <= 369
    window.close()
    window.let_go()  # another native window comes next
    screen.area = QRect(0, 0, 1440, 870)
    window.show_here(QRect(8, 40, 1100, 700))
    screen.area = QRect(0, 0, 683, 369)
    window.windowHandle().screenChanged.emit(QGuiApplication.primaryScreen())
    assert window.height() <= 369


def test_a_size_that_somebody_chose_stays_while_the_screen_has_room(qtbot: QtBot) -> None:
    screen = Screen(1440, 870)
    window = on(qtbot, screen)
    window.show_here(QRect(0, 20, 1440, 850))
    screen.becomes(1440, 860)
    assert (window.width(), window.height()) == (1440, 850)


def test_esc_is_the_pages_first(qtbot: QtBot, home: Home) -> None:
    page = home.window.open_place("breathe")
    assert isinstance(page, NotedPage)
    page.steps = 2
    for left in (1, 0):
        qtbot.keyClick(home.window, Qt.Key.Key_Escape)
        assert (home.window.now, page.steps) == ("breathe", left)
    qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    assert home.window.now == "today"
