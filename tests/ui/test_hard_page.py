import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.entry import Door
from kindtimer.core.practice_plan import Length, Shelf
from kindtimer.core.wish import Wish
from kindtimer.ui.hard_page import HardPage
from kindtimer.ui.hard_ways import hard_ways
from tests.gallery import plans
from tests.ui.dressing import dressed, nameless, settle, too_small

DOORS = (Shelf.LOUD, Shelf.HURTS, Shelf.HARD_ON_MYSELF, Shelf.CANNOT_BEGIN)


class Opened:
    def __init__(self, qtbot: QtBot, scale: float = 1.0, *, practices: bool = True) -> None:
        self.gone: list[object] = []
        self.page = HardPage(
            room=lambda: self.gone.append("room"),
            breath=lambda: self.gone.append("breath"),
            people=lambda: self.gone.append("people"),
            ways=hard_ways(plans(), self.gone.append) if practices else {},
            more=self.gone.append,
        )
        qtbot.addWidget(self.page)
        self.page.resize(812, 600)
        dressed(self.page, scale=scale)
        self.page.show()
        self.page.opened()
        settle()


@pytest.mark.parametrize("practices", [True, False])
def test_the_room_a_breath_and_people_are_one_click_away(qtbot: QtBot, practices: bool) -> None:
    opened = Opened(qtbot, practices=practices)
    page = opened.page
    for door in (page.room, page.breath, page.person):
        assert door.isVisible()
        qtbot.mouseClick(door, Qt.MouseButton.LeftButton)
    assert opened.gone == ["room", "breath", "people"]
    assert page.first_to_focus() is page.room


def test_five_doors_of_a_target_s_height_stand_in_sight_of_a_small_window(qtbot: QtBot) -> None:
    page = Opened(qtbot).page
    rows = [*(page.doors[shelf].row for shelf in DOORS), page.person]
    assert [row.height() for row in rows] == [44] * 5
    assert page.verticalScrollBar().maximum() == 0
    assert [row.accessibleName() for row in rows] == [
        "It is loud",
        "It hurts",
        "I am hard on myself",
        "I cannot begin",
        "I need a person",
    ]


@pytest.mark.parametrize("shelf", DOORS[1:])
def test_a_door_opens_in_place_and_what_stands_behind_it_begins_at_once(qtbot: QtBot, shelf: Shelf) -> None:
    opened = Opened(qtbot)
    door = opened.page.doors[shelf]
    assert not door.is_open
    qtbot.mouseClick(door.row, Qt.MouseButton.LeftButton)
    settle()
    assert door.is_open
    assert opened.page.loud.is_open  # the room is as near as it was
    assert door.row.accessibleDescription().startswith("Open.")
    for way in door.ways:
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert [wish.door for wish in opened.gone if isinstance(wish, Wish)] == [Door.PRACTICE] * len(door.ways)
    assert len(opened.gone) == len(door.ways) >= 2
    qtbot.mouseClick(door.more, Qt.MouseButton.LeftButton)
    assert opened.gone[-1] is shelf
    qtbot.mouseClick(door.row, Qt.MouseButton.LeftButton)
    assert not door.is_open


def test_behind_it_hurts_stand_a_kind_minute_and_touch(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    door = opened.page.doors[Shelf.HURTS]
    assert [way.words for way in door.ways] == ["Supportive touch", "A kind minute"]
    door.ways[1].click()
    assert opened.gone == [Wish(Door.PRACTICE, practice="compassion_break", length=Length.MOMENT)]


def test_whoever_comes_anew_finds_the_first_door_open_alone(qtbot: QtBot) -> None:
    page = Opened(qtbot).page
    page.loud.turn()
    page.doors[Shelf.HURTS].turn()
    page.opened()
    assert [door.is_open for door in page.doors.values()] == [True, False, False, False]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_of_it_can_be_hit_and_is_named(qtbot: QtBot, scale: float) -> None:
    page = Opened(qtbot, scale).page
    for door in page.doors.values():
        door.show_open(True)
    settle()
    assert (too_small(page), nameless(page)) == ([], [])
