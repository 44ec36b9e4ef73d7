from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.core.hold import Hold, Reading
from kindtimer.core.offer import CARD_STAYS, STAYS
from kindtimer.guide.empty_chair import LOOKS, REST, EmptyChair
from tests import fakes
from tests.guide.led_day import Day, at, begun


class Chair:
    """A day with an offer at ten, and whoever is at the computer or is not."""

    def __init__(self, *lines: str) -> None:
        self.day: Day = begun("09:59", *(lines or ("daily 10:00",)))
        self.desktop = fakes.FakeDesktop()
        self.made = 0
        self.chair = EmptyChair(self.day.clock, self.day.guide, self._make)
        self.day.guide.offered.connect(self.chair.offer_came)
        self.day.guide.gone.connect(self.chair.offer_went)

    def _make(self) -> fakes.FakeDesktop:
        self.made += 1
        return self.desktop

    def come(self) -> None:
        self.day.to(at("10:00"))
        assert self.day.guide.desk.shown is not None

    def stay(self, *, touched: tuple[bool, bool]) -> None:
        """The two looks at one offer, and whether keys or mouse were touched, then its end."""
        for busy, (after, _) in zip(touched, LOOKS, strict=True):
            self.desktop.holds = {Hold.INPUT} if busy else set()
            left = after.total_seconds() - (self.day.clock.when() - at("10:00")).total_seconds()
            self.day.clock.step(left)
            self.chair.look()
        self.day.to(at("10:11"))

    def close(self) -> None:
        self.chair.close()
        self.day.guide.close()


@pytest.fixture
def made(qapp: QApplication) -> Iterator[Callable[..., Chair]]:
    chairs: list[Chair] = []

    def make(*lines: str) -> Chair:
        chairs.append(Chair(*lines))
        return chairs[-1]

    yield make
    for chair in chairs:
        chair.close()


@pytest.mark.parametrize(
    ("touched", "fate", "asked"),
    [
        ((True, True), "let_pass", 2),
        ((False, False), "nobody", 1),
        ((False, True), "nobody", 1),  # back after its card had gone
        ((True, False), "nobody", 2),  # gone just before its card came
    ],
)
def test_one_that_nobody_saw_was_not_let_pass(
    made: Callable[..., Chair], touched: tuple[bool, bool], fate: str, asked: int
) -> None:
    chair = made()
    chair.come()
    chair.stay(touched=touched)
    assert chair.day.fates() == [("10:00", fate)]
    assert chair.day.guide.desk.passed == (1 if fate == "let_pass" else 0)
    assert [wanted for wanted, _ in chair.desktop.asked] == [frozenset({Hold.INPUT})] * asked
    assert (len(chair.day.offered), chair.day.gone) == (1, 1)  # known to be unseen, it came no second time


def test_it_is_asked_how_long_keys_and_mouse_have_rested(made: Callable[..., Chair]) -> None:
    chair = made()
    chair.come()
    chair.stay(touched=(True, True))
    seconds = [seconds for _, seconds in chair.desktop.asked]
    assert seconds == [REST.total_seconds(), (STAYS - timedelta(seconds=5)).total_seconds()]


def test_what_is_not_known_counts_as_somebody(made: Callable[..., Chair]) -> None:
    chair = made()
    chair.come()
    chair.desktop.hangs = True
    chair.chair.look()
    chair.desktop.answered.emit({Hold.INPUT: Reading.UNKNOWN})
    chair.chair.look()
    chair.day.to(at("10:11"))
    chair.desktop.answered.emit({Hold.INPUT: Reading.NO})  # too late: it has gone
    assert chair.day.fates() == [("10:00", "let_pass")]


def test_nothing_ticks_but_while_an_offer_is_there(made: Callable[..., Chair]) -> None:
    chair = made()
    assert (chair.chair._timer.isActive(), chair.made) == (False, 0)
    chair.come()
    assert chair.chair._timer.interval() == CARD_STAYS.total_seconds() * 1000
    assert chair.made == 0
    chair.day.guide.not_now()
    assert not chair.chair._timer.isActive()
    chair.chair.look()
    assert chair.made == 0


def test_an_answer_for_one_that_has_gone_is_none_for_the_next(made: Callable[..., Chair]) -> None:
    chair = made("daily 10:00, 10:20")
    chair.come()
    chair.desktop.hangs = True
    chair.chair.look()
    chair.day.guide.not_now()
    chair.day.to(at("10:20"))
    chair.desktop.answered.emit({Hold.INPUT: Reading.NO})
    shown = chair.day.guide.desk.shown
    assert shown is not None
    assert not shown.unseen


def test_one_that_was_asked_for_is_not_asked_about(made: Callable[..., Chair]) -> None:
    chair = made()
    chair.day.guide.offer_now()
    assert not chair.chair._timer.isActive()


def test_seven_to_an_empty_chair_pause_nothing(made: Callable[..., Chair]) -> None:
    chair = made("every 60 min 10:00-18:00")
    for hour in range(10, 18):
        chair.day.to(at(f"{hour}:00"))
        chair.chair.look()
        chair.day.to(at(f"{hour}:11"))
    assert len(chair.day.offered) == 8
    assert not any(one.asks for one in chair.day.offered)
    assert chair.day.guide.desk.pause is None
    assert {fate for _, fate in chair.day.fates()} == {"nobody"}
