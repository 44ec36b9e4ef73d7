"""An offer in a real desktop, with a hand at its keys or none: as the X server itself counts it."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.desktop.hold_asker import HoldAsker
from kindtimer.desktop.hold_probes import hold_probes
from kindtimer.guide.empty_chair import EmptyChair
from tests.desktop.harness import Desktop
from tests.guide.led_day import Day, at, begun

LONG, SHORT = timedelta(minutes=1), timedelta(milliseconds=1)


@pytest.fixture
def chair(qtbot: QtBot, desktop: Desktop) -> Iterator[Callable[[timedelta], tuple[Day, EmptyChair]]]:
    ends: list[Callable[[], None]] = []

    def made(rest: timedelta) -> tuple[Day, EmptyChair]:
        day = begun("09:59", "daily 10:00").to(at("10:00"))
        asker = HoldAsker(hold_probes({"DISPLAY": desktop.display}, day.clock, lambda: None))
        chair = EmptyChair(day.clock, day.guide, lambda: asker, looks=((SHORT, rest), (LONG, rest)))
        ends.extend((chair.close, day.guide.close))
        chair.offer_came()
        return day, chair

    yield made
    for end in ends:
        end()


@pytest.mark.parametrize(("rest", "unseen"), [(LONG, False), (SHORT, True)], ids=["a hand", "none"])
def test_keys_that_rested_so_long_are_those_of_nobody(
    desktop: Desktop,
    qtbot: QtBot,
    chair: Callable[[timedelta], tuple[Day, EmptyChair]],
    rest: timedelta,
    unseen: bool,
) -> None:
    desktop.hand.press("Shift_L")
    day, sat = chair(rest)
    qtbot.waitUntil(lambda: sat._asker is not None and not sat._asking)
    shown = day.guide.desk.shown
    assert shown is not None
    assert shown.unseen is unseen
