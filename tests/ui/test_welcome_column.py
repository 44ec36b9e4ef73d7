import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.buttons import Button
from kindtimer.ui.welcome_page import WelcomePage
from kindtimer.visuals.measures import WELCOME_FLOWER_LEAST, WELCOME_FLOWER_LOW
from tests.ui.dressing import settle
from tests.ui.first_start import Opened


def test_the_flower_stays_where_it_is_from_step_to_step(qtbot: QtBot) -> None:
    for size in ((1440, 900), (900, 600)):
        opened = Opened(qtbot, size=size)
        places = []
        for button in (opened.page.quietly, opened.page.breath, None):
            places.append(opened.page.picture.mapTo(opened.page, opened.page.picture.rect().topLeft()).y())
            if button is not None:
                opened.press(button)
        assert len(set(places)) == 1
        assert opened.page.verticalScrollBar().maximum() == 0  # nothing to scroll for, in any of the three


def in_sight(page: WelcomePage, one: QWidget) -> bool:
    """Whether all of it can be seen without scrolling."""
    place = QRect(one.mapTo(page.viewport(), QPoint(0, 0)), one.size())
    return one.isVisible() and page.viewport().rect().contains(place)


WITHIN = [
    ((1350, 672), 1.0),  # a screen of 1366x768, less panel and title bar, and larger type
    ((1350, 672), 1.5),
    ((1350, 672), 2.0),
    ((895, 424), 1.0),  # the same at a density of 1.5, and of 2
    ((667, 305), 1.0),
    ((884, 506), 1.0),  # 900x600
]


@pytest.mark.parametrize(
    ("size", "scale"), [*WITHIN, ((884, 506), 2.0), ((434, 221), 1.0), ((360, 404), 2.0)]
)
def test_the_first_breath_is_in_sight_without_scrolling(
    qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    opened = Opened(qtbot, size=size, scale=scale)
    for step in range(3):
        opened.page._go(step)
        settle()
        assert in_sight(opened.page, opened.page.breathe), step


@pytest.mark.parametrize(("size", "scale"), WITHIN)
def test_every_way_is_in_sight_without_scrolling(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    opened = Opened(qtbot, size=size, scale=scale)
    for step in range(3):
        opened.page._go(step)
        settle()
        shown = [one for one in opened.page.findChildren(Button) if one.isVisible()]
        assert len(shown) >= 4 - (step == 2)
        assert [one.text() for one in shown if not in_sight(opened.page, one)] == []


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((434, 237), 1.0),  # what is left of a screen of 900x600 at a density of 2
        ((868, 474), 2.0),
    ],
)
def test_at_twice_the_density_every_choice_and_the_first_breath_are_in_sight(
    qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    page = Opened(qtbot, size=size, scale=scale).page
    shown = (page.with_sound, page.quietly, page.look_round, page.breathe)
    assert [one.text() for one in shown if not in_sight(page, one)] == []
    assert len({one.y() for one in shown[:3]}) == 1


def test_in_the_smallest_window_the_first_breath_comes_first_for_eyes_and_keys(qtbot: QtBot) -> None:
    opened = Opened(qtbot, size=(434, 221))
    page = opened.page

    def reached() -> list[QWidget]:
        page.first_to_focus().setFocus()
        found = []
        for _ in range(5):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
            found.append(page.focusWidget())
        return found

    choices = [page.with_sound, page.quietly, page.look_round]
    assert reached() == [page.breathe, *choices, page.more]
    below = [one for one in page.held.children() if one in (page.breathe, page.steps[0][0])]
    assert below[0] is page.breathe  # as a screen reader goes
    page.resize(1440, 900)
    settle()
    assert reached() == [*choices, page.breathe, page.more]
    assert page.breathe.y() > page.steps[0][0].y()


def test_the_flower_grows_little_by_little_and_goes_where_it_finds_no_room(qtbot: QtBot) -> None:
    opened = Opened(qtbot, size=(884, 400))
    flowers = []
    for high in range(400, 720, 8):
        opened.page.resize(884, high)
        settle()
        flowers.append(opened.page.picture.width() if opened.page.picture.isVisible() else 0)
    assert flowers == sorted(flowers)
    assert flowers[0] == 0
    assert min(flower for flower in flowers if flower) >= WELCOME_FLOWER_LEAST
    assert flowers[-1] == WELCOME_FLOWER_LOW
