from pytestqt.qtbot import QtBot

from kindtimer.core.entry import Door
from kindtimer.core.practice_plan import Length, PracticePlan, Shelf
from kindtimer.core.wish import Wish
from kindtimer.ui.appearance import Look
from kindtimer.ui.home_window import HomeWindow
from kindtimer.ui.page import Page
from kindtimer.ui.place_names import PRACTICE, PRACTICES, TODAY
from kindtimer.ui.practice_page import PracticePage
from kindtimer.ui.practice_places import PracticePlaces
from kindtimer.ui.practices_page import PracticesPage
from kindtimer.ui.sidebar import Place
from kindtimer.visuals.palette import DUSK
from tests import fakes
from tests.gallery import plans
from tests.ui.dressing import settle


class Home:
    def __init__(self, qtbot: QtBot) -> None:
        self.begun: list[Wish] = []
        self.read = 0
        self.told: list[str] = []
        self.gone: set[str] = set()
        self.places = PracticePlaces(
            self._plans, self.begun.append, lambda name: self.window.open_place(name), self.told.append
        )
        today = Place(TODAY, "Today", "today", lambda: Page("Today"))
        look = Look(DUSK, still=False)
        self.window = HomeWindow([today, *self.places.places()], look, fakes.ASSETS)
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.window.show_here(None)

    def _plans(self) -> dict[str, PracticePlan]:
        self.read += 1
        return {name: plan for name, plan in plans().items() if name not in self.gone}

    def shelves(self) -> PracticesPage:
        page = self.window.open_place(PRACTICES)
        assert isinstance(page, PracticesPage)
        settle()
        return page

    def open(self, name: str) -> PracticePage:
        next(row for row in self.shelves().rows_seen if row.plan.id == name).click()
        settle()
        page = self.window.page(PRACTICE)
        assert self.window.now == PRACTICE
        assert isinstance(page, PracticePage)
        return page


def test_nothing_is_read_before_the_page_is_opened(qtbot: QtBot) -> None:
    home = Home(qtbot)
    assert home.read == 0
    home.shelves()
    assert home.read == 1


def test_a_row_leads_to_a_page_and_escape_back_to_the_row_then_to_the_beginning(qtbot: QtBot) -> None:
    home = Home(qtbot)
    for name in ("compassion_break", "compassionate_letter"):
        page = home.open(name)
        assert page.head.text() == plans()[name].title
        assert page.begin.hasFocus()
        home.window.go_back()
        settle()
        assert home.window.now == PRACTICES
        row = next(row for row in home.shelves().rows_seen if row.plan.id == name)
        assert row.plan.id == name
    home.window.go_back()
    assert home.window.now == TODAY


def test_back_leads_to_the_row_that_was_pressed(qtbot: QtBot) -> None:
    home = Home(qtbot)
    home.open("loving_kindness").back.click()
    settle()
    held = home.window.focusWidget()
    assert held is not None
    assert held.accessibleName() == "Loving-kindness"
    seen = held.mapTo(home.window, held.rect().center()).y()
    assert 0 < seen < 600


LINE = "“Loving-kindness” was removed with its pack. The other practices are here."


def test_a_row_whose_practice_went_meanwhile_leads_to_the_others(qtbot: QtBot) -> None:
    home = Home(qtbot)
    row = next(row for row in home.shelves().rows_seen if row.plan.id == "loving_kindness")
    home.gone.add("loving_kindness")
    row.click()
    settle()
    assert home.window.now == PRACTICES
    assert home.told == [LINE]
    page = home.window.page(PRACTICES)
    assert isinstance(page, PracticesPage)
    assert "loving_kindness" not in {row.plan.id for row in page.rows_seen}


def test_a_page_whose_practice_went_meanwhile_leads_back(qtbot: QtBot) -> None:
    home = Home(qtbot)
    home.open("loving_kindness")
    home.gone.add("loving_kindness")
    home.window.open_place(TODAY)
    home.window.open_place(PRACTICE)
    settle()
    assert home.window.now == PRACTICES
    assert home.told == [LINE]
    assert home.window.focusWidget() is not None
    home.open("supportive_touch")
    assert home.told == [LINE]


def test_a_page_whose_practice_is_still_there_stays_as_it_is(qtbot: QtBot) -> None:
    home = Home(qtbot)
    page = home.open("compassion_break")
    assert page.choices is not None
    page.choices.button(Length.FULL).click()
    home.gone.add("loving_kindness")
    home.window.open_place(PRACTICE)
    settle()
    assert (home.window.now, page.length) == (PRACTICE, Length.FULL)
    assert home.told == []


def test_begin_begins_that_practice(qtbot: QtBot) -> None:
    home = Home(qtbot)
    home.open("supportive_touch").begin.click()
    assert home.begun == [Wish(Door.PRACTICE, practice="supportive_touch", length=Length.SHORT)]


def test_a_shelf_can_be_opened_from_elsewhere(qtbot: QtBot) -> None:
    home = Home(qtbot)
    home.places.open_shelf(Shelf.CANNOT_BEGIN)
    settle()
    assert home.window.now == PRACTICES
    held = home.window.focusWidget()
    page = home.window.page(PRACTICES)
    assert isinstance(page, PracticesPage)
    assert held is page.shelves[Shelf.CANNOT_BEGIN].rows[0]


def test_the_shelves_are_listed_and_a_practice_is_reached_from_them(qtbot: QtBot) -> None:
    assert [(place.id, place.listed) for place in Home(qtbot).places.places()] == [
        (PRACTICES, True),
        (PRACTICE, False),
    ]
