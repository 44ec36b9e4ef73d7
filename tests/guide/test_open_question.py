from collections.abc import Iterator
from types import MappingProxyType

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.core.entry import Door
from kindtimer.core.practice import Ask, Choose, Rest, Say, Way
from kindtimer.core.settings import Settings
from kindtimer.core.wish import Wish
from kindtimer.guide.open_question import LYING_SECONDS, OpenQuestion
from tests.core.test_practice_plan import plan
from tests.guide.conftest import Walk

FRIEND = Ask("friend", "What would a friend say?", 60.0)
WAYS = Choose("Which way?", (Way("Words", (Say("Kind words.", 8.0),)), Way("Quiet", (Rest(20.0),))))


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Walk]:
    made = plan(short=(FRIEND, WAYS, Say("Now the room.", 20.0)), full=(Rest(60.0),))
    walk = Walk(Settings(), lambda: MappingProxyType({"one": made}))
    yield walk
    walk.guide.leave()


def test_it_says_once_that_another_question_waits(asked: Walk) -> None:
    session, now = asked.guide.begin(Wish(Door.PRACTICE, practice="one")), asked.clock.now()
    found = OpenQuestion()
    assert found.look(session, now + 1.0)
    assert not found.look(session, now + 2.0)
    assert found.asked == FRIEND
    assert not found.lies(now + LYING_SECONDS)
    assert found.lies(now + 1.0 + LYING_SECONDS)
    found.stir(now + 200.0)
    assert not found.lies(now + 1.0 + LYING_SECONDS)
    assert found.look(None, now + 900.0)
    assert not found.lies(now + 9000.0)


def test_the_screen_is_the_desktop_s_again_where_a_question_lies_open_for_minutes(asked: Walk) -> None:
    told: list[bool] = []
    asked.guide.screen_wanted.connect(told.append)
    asked.guide.begin(Wish(Door.PRACTICE, practice="one"))
    asked.pass_time(LYING_SECONDS - 2.0)
    assert told == [True]
    asked.guide.say("Tea")
    asked.pass_time(LYING_SECONDS - 2.0)
    assert told == [True]
    asked.pass_time(3.0)
    assert told == [True, False]
    asked.guide.say("Tea first")
    asked.pass_time(1.0)
    assert told == [True, False, True]
    asked.guide.go_on_from()
    asked.pass_time(LYING_SECONDS + 5.0)
    assert told == [True, False, True, False]
    asked.guide.go_on_from()
    asked.pass_time(1.0)
    asked.guide.toggle_pause()
    asked.guide.toggle_pause()
    asked.guide.leave()
    assert told[3:] == [False, True, False, True, False]


def test_without_a_question_the_screen_stays_on(asked: Walk) -> None:
    told: list[bool] = []
    asked.guide.screen_wanted.connect(told.append)
    asked.guide.begin(Wish(Door.TRAY, minutes=20))
    asked.pass_time(LYING_SECONDS + 60.0)
    assert told == [True]
