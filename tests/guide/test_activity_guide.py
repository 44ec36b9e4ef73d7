from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.core.hold import Hold
from kindtimer.core.pause import Pause
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_rule
from kindtimer.guide.activity_guide import ActivityGuide
from tests import fakes
from tests.guide.led_day import Day, begun


class Watched:
    def __init__(self, *lines: str) -> None:
        self.day: Day = begun("10:00", *lines)
        self.desktop = fakes.FakeDesktop()
        self.made = 0
        self.guide = ActivityGuide(self.day.clock, self.day.preferences, self.day.guide, self._make)
        self.guide.follow()

    def _make(self) -> fakes.FakeDesktop:
        self.made += 1
        return self.desktop

    def minutes(self, count: int, *holds: Hold) -> None:
        self.desktop.holds = set(holds)
        for _ in range(count):
            self.day.clock.step(60.0)
            self.guide.look()

    def close(self) -> None:
        self.guide.close()
        self.day.guide.close()


@pytest.fixture
def watched(qapp: QApplication) -> Iterator[Watched]:
    made = Watched("after 25 min of focus", "after a call")
    yield made
    made.close()


def test_where_no_rule_asks_for_it_nothing_ticks_and_nothing_is_asked(qapp: QApplication) -> None:
    made = Watched("daily 10:30", "after first unlock")
    assert not made.guide._timer.isActive()
    assert made.made == 0
    made.close()


def test_it_follows_the_rules(watched: Watched) -> None:
    assert watched.guide._timer.isActive()
    assert watched.guide._timer.interval() == 60_000
    watched.day.preferences.change(rules=())
    assert not watched.guide._timer.isActive()
    watched.day.preferences.change(rules=(Rule("1", *read_rule("after a call")),))
    assert watched.guide._timer.isActive()
    watched.minutes(1)
    assert watched.desktop.asked == [(frozenset({Hold.CALL}), 60.0)]


def test_after_a_stretch_of_focus_an_offer_comes(watched: Watched) -> None:
    watched.minutes(25, Hold.INPUT)
    assert watched.day.offered == []
    watched.minutes(1, Hold.INPUT)
    assert len(watched.day.offered) == 1
    assert watched.made == 1


def test_after_a_call_an_offer_comes_and_never_within_it(watched: Watched) -> None:
    watched.minutes(10, Hold.CALL)
    assert watched.day.offered == []
    watched.minutes(1)
    assert [one.rule for one in watched.day.offered] == ["2"]


def test_what_the_desktop_does_not_tell_brings_nothing(watched: Watched) -> None:
    watched.desktop.hangs = True
    watched.minutes(60, Hold.INPUT)
    assert watched.day.offered == []


def test_where_nothing_could_come_nothing_is_asked(qapp: QApplication) -> None:
    made = Watched("every 30 min at the computer 12:00-17:00", "Sat after 25 min of focus")
    made.minutes(5, Hold.INPUT)
    assert made.desktop.asked == []
    made.close()


def test_in_a_pause_nothing_is_asked(watched: Watched) -> None:
    watched.day.guide.pause(Pause(watched.day.clock.when(), None))
    watched.minutes(5, Hold.INPUT)
    assert watched.desktop.asked == []


def test_at_its_end_what_it_asked_is_ended(watched: Watched) -> None:
    watched.minutes(1)
    watched.guide.close()
    assert watched.desktop.hangs
    assert not watched.guide._timer.isActive()
