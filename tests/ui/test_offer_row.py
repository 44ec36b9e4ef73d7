from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.pause import Pause
from kindtimer.ui.offer_row import OfferRow
from tests.guide.led_day import Day, begun
from tests.ui.dressing import dressed, nameless, settle, too_small

Led = tuple[Day, OfferRow, list[str]]


@pytest.fixture
def led(qtbot: QtBot) -> Iterator[Led]:
    day, done = begun("09:59", "daily 10:00"), list[str]()
    row = OfferRow(day.guide, lambda: done.append("take"), lambda: done.append("times"))
    day.guide.changed.connect(row.look)
    qtbot.addWidget(row)
    dressed(row)
    yield day, row, done
    day.guide.close()


def shown(row: OfferRow) -> list[str]:
    buttons = (row.take, row.not_now, row.go_on, row.leave, row.times)
    return [button.text() for button in buttons if not button.isHidden()]


def test_while_there_is_nothing_to_say_it_is_not_there(led: Led) -> None:
    assert led[1].isHidden()


def test_an_offer_that_is_here_can_be_taken_or_let_be(led: Led, qtbot: QtBot) -> None:
    day, row, done = led
    day.guide.offer_now()
    settle()
    assert not row.isHidden()
    assert shown(row) == ["Take it", "Not now"]
    assert (too_small(row), nameless(row)) == ([], [])
    qtbot.mouseClick(row.take, Qt.MouseButton.LeftButton)
    assert done == ["take"]
    qtbot.mouseClick(row.not_now, Qt.MouseButton.LeftButton)
    assert row.isHidden()


def own_pause(day: Day) -> None:
    day.guide.pause(replace(Pause(day.clock.when(), None), own=True))


@pytest.mark.parametrize(
    ("pressed", "paused"), [(lambda row: row.go_on, False), (lambda row: row.leave, True)], ids=["on", "stay"]
)
def test_offers_that_paused_themselves_go_on_or_stay_so_with_one_word(
    led: Led, qtbot: QtBot, pressed: Callable[[OfferRow], object], paused: bool
) -> None:
    day, row, _ = led
    own_pause(day)
    assert shown(row) == ["Let them go on", "Leave them paused", "Look at the times"]
    qtbot.mouseClick(pressed(row), Qt.MouseButton.LeftButton)
    assert row.isHidden()
    assert (day.guide.desk.pause is not None) == paused


def test_a_pause_of_the_person_s_own_says_nothing_here(led: Led) -> None:
    day, row, done = led
    day.guide.pause(Pause(day.clock.when(), None))
    assert row.isHidden()
    own_pause(day)
    row.times.click()
    assert done == ["times"]
