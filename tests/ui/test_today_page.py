import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.ui.today_page import TodayPage
from kindtimer.visuals.flower import FlowerShape
from tests.ui.dressing import dressed, nameless, settle, too_small


def made(qtbot: QtBot, done: list[str], size: tuple[int, int] = (1240, 900), scale: float = 1.0) -> TodayPage:
    page = TodayPage(
        FlowerShape.grown(11),
        usual=lambda: ("Breathe", "3 minutes · Longer out · Quietly"),
        begin=lambda: done.append("begin"),
        change=lambda: done.append("change"),
        hard=lambda: done.append("hard"),
    )
    page.opened()
    qtbot.addWidget(page)
    page.resize(*size)
    dressed(page, scale=scale)
    page.show()
    return page


def test_one_click_begins_one_changes_and_one_opens_the_doors(qtbot: QtBot) -> None:
    done: list[str] = []
    page = made(qtbot, done)
    for button in (page.tile.begin, page.tile.change, page.hard):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["begin", "change", "hard"]
    assert "Longer out" in page.tile.begin.accessibleName()
    assert (too_small(page), nameless(page)) == ([], [])


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_what_has_the_keyboard_is_pressed_by_space_and_by_return(qtbot: QtBot, key: Qt.Key) -> None:
    done: list[str] = []
    page = made(qtbot, done)
    for button in (page.tile.begin, page.tile.change, page.hard):
        button.setFocus()
        qtbot.keyClick(button, key)
    assert done == ["begin", "change", "hard"]


def test_things_stand_where_they_were_drawn(qtbot: QtBot) -> None:
    page = made(qtbot, [])
    assert (page.held.x(), page.held.y(), page.held.width()) == (300, 88, 640)
    tile = page.tile.mapTo(page.body, page.tile.rect().topLeft())
    assert (tile.y(), page.tile.height()) == (200, 144)
    assert page.strip.width() == page.viewport().width()
    assert page.strip.geometry().bottom() == page.body.height() - 1


def test_in_a_lower_window_they_stand_closer_and_at_large_type_one_scrolls(qtbot: QtBot) -> None:
    low = made(qtbot, [], (812, 600))
    tile = low.tile.mapTo(low.body, low.tile.rect().topLeft())
    assert (tile.y(), low.tile.height()) == (120, 112)
    large = made(qtbot, [], (900, 540), 2.0)
    assert large.body.height() > large.viewport().height()
    assert large.strip.height() >= large.strip.LEAST


def test_the_greeting_is_the_same_at_any_time(qtbot: QtBot) -> None:
    assert made(qtbot, []).grab().toImage() == made(qtbot, []).grab().toImage()


@pytest.mark.parametrize(
    ("size", "scale"), [((655, 270), 1.0), ((655, 290), 1.5), ((900, 420), 2.0), ((400, 300), 1.0)]
)
def test_in_the_lowest_windows_the_door_for_hard_moments_is_in_sight(
    qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    page = made(qtbot, [], size, scale)
    door = page.hard.mapTo(page.body, page.hard.rect().bottomLeft())
    assert door.y() < page.viewport().height()
    assert page.tile.height() >= 44
    assert too_small(page) == []


@pytest.mark.parametrize(("size", "scale"), [((900, 520), 2.0), ((434, 280), 1.0), ((655, 290), 1.5)])
def test_the_words_of_the_tile_are_whole_in_every_window(
    qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    page = made(qtbot, [], size, scale)
    page.tile.tell("The room around you", "3 minutes · Longer out · Quietly")
    page._fit()
    settle()
    for text in (page.tile.words, page.tile.told):
        assert text.height() >= text.heightForWidth(text.width())
        top = text.mapTo(page.tile, text.rect().topLeft()).y()
        assert top >= 0
        assert top + text.height() <= page.tile.height()
