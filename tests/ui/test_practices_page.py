from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.practice_plan import Depth, PracticePlan, Shelf
from kindtimer.ui.practices_page import MANY, PracticesPage
from tests.gallery import plans
from tests.ui.dressing import dressed, nameless, settle, too_small


def many(count: int) -> list[PracticePlan]:
    there = list(plans().values())
    made = (there[number % len(there)] for number in range(count))
    return [replace(plan, id=f"{plan.id}{at}", title=f"{plan.title} {at}") for at, plan in enumerate(made)]


class Opened:
    def __init__(self, qtbot: QtBot, there: list[PracticePlan] | None = None, scale: float = 1.0) -> None:
        self.gone: list[PracticePlan] = []
        self.shelf: Shelf | None = None
        self.there = plans() if there is None else {plan.id: plan for plan in there}
        self.page = PracticesPage(lambda: self.there, self.gone.append, self._wanted)
        qtbot.addWidget(self.page)
        self.page.resize(812, 600)
        dressed(self.page, scale=scale)
        self.page.show()
        self.open()

    def _wanted(self) -> Shelf | None:
        shelf, self.shelf = self.shelf, None
        return shelf

    def open(self) -> None:
        """As the window opens it."""
        self.page.opened()
        first = self.page.first_to_focus()
        if first is not None:
            first.setFocus()
        self.page.begin_at_top()
        settle()

    @property
    def top(self) -> int:
        return self.page.verticalScrollBar().value()


def test_every_practice_stands_once_on_its_shelf_the_gentle_ones_first(qtbot: QtBot) -> None:
    page = Opened(qtbot).page
    assert [shelf.head.text() for shelf in page.shelves.values()] == [
        "It is loud",
        "It hurts",
        "I am hard on myself",
        "I cannot begin",
        "With time and quiet",
    ]
    assert sorted(row.plan.id for row in page.rows_seen) == sorted(plans())
    for name, shelf in page.shelves.items():
        assert {row.plan.shelf for row in shelf.rows} == {name}
        depths = [list(Depth).index(row.plan.depth) for row in shelf.rows]
        assert depths == sorted(depths)


def test_a_row_tells_its_name_what_is_done_how_long_and_that_it_can_stir_things_up(qtbot: QtBot) -> None:
    rows = {row.plan.id: row for row in Opened(qtbot).page.rows_seen}
    row = rows["compassionate_letter"]
    assert row.accessibleName() == "Compassionate letter"
    assert row.accessibleDescription() == (
        "Write to yourself as a wise, kind friend would who knows the whole of it."
        " 5 or 14 minutes · can stir things up."
    )
    assert "stir" not in rows["breath"].accessibleDescription()


def test_a_row_leads_to_its_practice_and_one_comes_back_to_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    row = opened.page.rows_seen[-1]
    row.click()
    assert opened.gone == [row.plan]
    opened.page.verticalScrollBar().setValue(0)
    opened.open()
    assert row.hasFocus()
    assert row.mapTo(opened.page.viewport(), row.rect().bottomLeft()).y() <= 600
    opened.open()
    assert (opened.page.rows_seen[0].hasFocus(), opened.top) == (True, 0)


def test_a_shelf_that_was_asked_for_stands_at_the_top_once(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.shelf = Shelf.HARD_ON_MYSELF
    opened.open()
    shelf = opened.page.shelves[Shelf.HARD_ON_MYSELF]
    assert shelf.rows[0].hasFocus()
    assert shelf.mapTo(opened.page.viewport(), shelf.rect().topLeft()).y() == 0
    opened.open()
    assert opened.top == 0


def test_arrow_keys_go_from_row_to_row_and_home_and_end_to_the_edges(qtbot: QtBot) -> None:
    page = Opened(qtbot).page
    rows = page.rows_seen
    gone = []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_End,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(page.focusWidget(), key)
        gone.append(rows.index(page.focusWidget()))  # type: ignore[arg-type]
    assert gone == [1, 0, 0, len(rows) - 1, len(rows) - 1, 0]


def test_there_is_a_search_where_there_are_many_alone(qtbot: QtBot) -> None:
    assert Opened(qtbot, many(MANY)).page.search.isHidden()
    assert Opened(qtbot, many(MANY + 1)).page.search.isVisible()


def test_what_is_typed_is_found_and_escape_brings_all_back(qtbot: QtBot) -> None:
    opened = Opened(qtbot, many(60))
    page = opened.page
    qtbot.keyClicks(page.search, "Letter 4")
    assert {row.plan.title for row in page.rows_seen} == {
        plan.title for plan in many(60) if "letter" in plan.title.lower() and "4" in plan.title
    }
    assert [shelf.isHidden() for shelf in page.shelves.values()] == [True, True, True, True, False]
    qtbot.keyClicks(page.search, " xyz")
    assert page.rows_seen == []
    assert page.nothing.isVisible()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(page.rows_seen) == 60
    assert page.nothing.isHidden()


def test_a_search_holds_for_whoever_comes_back_from_what_it_found(qtbot: QtBot) -> None:
    opened = Opened(qtbot, many(60))
    page = opened.page
    page.search.setText("letter")
    found = page.rows_seen
    found[0].click()
    opened.open()
    assert page.rows_seen == found
    assert found[0].hasFocus()
    opened.open()
    assert len(page.rows_seen) == 60
    assert page.search.hasFocus()


def test_clear_brings_all_back_and_leaves_the_keyboard_in_the_field(qtbot: QtBot) -> None:
    page = Opened(qtbot, many(60)).page
    page.search.setText("letter")
    page.clear.click()
    assert len(page.rows_seen) == 60
    assert page.search.hasFocus()
    assert page.clear.isHidden()


def test_what_a_pack_brought_or_took_stands_there_when_the_page_is_opened_next(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    kept = opened.page.rows_seen
    opened.open()
    assert opened.page.rows_seen == kept
    opened.page.rows_seen[-1].click()
    opened.there = {plan.id: plan for plan in many(30)}
    opened.open()
    assert len(opened.page.rows_seen) == 30
    assert opened.page.search.hasFocus()
    assert all(row.height() > 44 for row in opened.page.rows_seen)
    opened.there = {"breath": plans()["breath"]}
    opened.open()
    assert [row.plan.id for row in opened.page.rows_seen] == ["breath"]
    assert opened.page.rows_seen[0].hasFocus()


def test_without_a_practice_the_page_still_opens(qtbot: QtBot) -> None:
    page = Opened(qtbot, []).page
    assert page.rows_seen == []
    assert page.first_to_focus() is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_of_it_can_be_hit_and_is_named(qtbot: QtBot, scale: float) -> None:
    page = Opened(qtbot, many(60), scale).page
    page.search.setText("friend")
    settle()
    assert (too_small(page), nameless(page)) == ([], [])
