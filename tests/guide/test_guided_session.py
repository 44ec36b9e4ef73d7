"""A practice where words lead, as the guide walks it."""

from collections.abc import Iterator
from types import MappingProxyType

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.core.entry import Answer, Door
from kindtimer.core.pace import Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Ask, Breathe, Choose, Rest, Say, Way
from kindtimer.core.practice_plan import Length, PracticePlan
from kindtimer.core.session import State
from kindtimer.core.settings import Settings
from kindtimer.core.wish import NotPossible, Wish
from tests.core.test_practice_plan import plan
from tests.guide.conftest import Walk

FRIEND = Ask("friend", "What would a friend say?", 60.0)
WAYS = Choose("Which way?", (Way("Words", (Say("Kind words.", 8.0),)), Way("Quiet", (Rest(20.0),))))
MADE = plan(short=(Say("Settle.", 10.0), FRIEND, WAYS, Say("Now the room.", 6.0)), full=(Rest(60.0),))


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[tuple[Walk, list[object]]]:
    plans: dict[str, PracticePlan] = {"one": MADE}
    walk = Walk(Settings(), lambda: MappingProxyType(plans))
    asked: list[object] = []
    walk.guide.question_changed.connect(asked.append)
    yield walk, asked
    walk.guide.leave()


def begun(walk: Walk, length: Length | None = None) -> None:
    walk.guide.begin(Wish(Door.PRACTICE, practice="one", length=length))


def test_it_walks_from_question_to_question(asked: tuple[Walk, list[object]]) -> None:
    walk, questions = asked
    begun(walk)
    walk.pass_time(12)
    assert questions == [FRIEND]
    walk.pass_time(600)
    assert questions == [FRIEND]
    assert walk.guide.session is not None
    walk.guide.go_on_from()
    walk.pass_time(1)
    assert questions == [FRIEND, None, WAYS] or questions[-1] != FRIEND
    walk.guide.go_on_from(1)
    assert questions[-1] is None
    walk.pass_time(2)
    assert walk.guide.session.moment(walk.clock.now()).step == Rest(20.0)
    walk.pass_time(45)
    assert [ending.by_itself for ending in walk.endings] == [True]


def test_what_is_written_is_kept_as_it_is_written_and_when_it_is_left(
    asked: tuple[Walk, list[object]],
) -> None:
    walk, _ = asked
    begun(walk)
    walk.pass_time(12)
    walk.guide.say("Tea")
    walk.pass_time(0.5)
    assert [one.said for one in answers(walk)] == ["Tea"]
    walk.guide.say("Tea first.")
    walk.guide.leave()
    assert answers(walk) == [Answer("friend", "What would a friend say?", "Tea first.")]


def test_nothing_of_it_is_kept_where_that_is_wanted(asked: tuple[Walk, list[object]]) -> None:
    walk, _ = asked
    begun(walk)
    walk.pass_time(12)
    walk.guide.say("Tea")
    walk.pass_time(0.5)
    walk.guide.say("")
    walk.guide.go_on_from()
    walk.pass_time(1)
    assert answers(walk) == []


def test_passing_over_stores_nothing(asked: tuple[Walk, list[object]]) -> None:
    walk, _ = asked
    begun(walk)
    walk.pass_time(12)
    walk.guide.go_on_from()
    walk.guide.leave()
    assert answers(walk) == []


def test_a_pause_in_a_question_keeps_it_there(asked: tuple[Walk, list[object]]) -> None:
    walk, questions = asked
    begun(walk)
    walk.pass_time(12)
    walk.guide.toggle_pause()
    walk.pass_time(300)
    assert questions == [FRIEND]
    walk.guide.toggle_pause()
    walk.pass_time(1)
    assert questions == [FRIEND]


def test_steps_lead_on_and_back(asked: tuple[Walk, list[object]]) -> None:
    walk, questions = asked
    begun(walk)
    walk.pass_time(3)
    walk.guide.step(1)
    walk.pass_time(2)
    assert questions == [FRIEND]
    walk.guide.step(-1)
    walk.pass_time(1)
    assert questions == [FRIEND, None]
    assert walk.guide.session is not None
    assert walk.guide.session.moment(walk.clock.now()).line.words == "Settle."


def test_a_step_from_a_pause_goes_on(asked: tuple[Walk, list[object]]) -> None:
    walk, _ = asked
    begun(walk)
    walk.pass_time(3)
    walk.guide.toggle_pause()
    walk.guide.step(1)
    assert walk.guide.session is not None
    assert walk.guide.session.state is State.RUNNING


def test_the_length_that_is_asked_for(asked: tuple[Walk, list[object]]) -> None:
    walk, _ = asked
    begun(walk, Length.FULL)
    assert walk.guide.session is not None
    assert walk.guide.session.timeline.planned == 60.0


def test_one_that_is_not_there(asked: tuple[Walk, list[object]]) -> None:
    walk, _ = asked
    with pytest.raises(NotPossible, match="no practice called “two”"):
        walk.guide.begin(Wish(Door.COMMAND, practice="two"))


def test_easing_off_and_going_on_keep_the_words_that_come(qtbot: QtBot) -> None:
    breath = Breathe(Pace(Phases(inhale=4.0, out=6.0)), 6, folds=False)
    walk = Walk(Settings(), lambda: {"one": plan(short=(breath, Say("Now the room.", 10.0)))})
    walk.guide.begin(Wish(Door.PRACTICE, practice="one"))
    walk.pass_time(15)
    walk.guide.ease_off()
    walk.guide.go_on()
    assert walk.guide.session is not None
    assert not walk.guide.session.eased
    assert [one.step for one in walk.guide.session.timeline.segments][-2] == Say("Now the room.", 10.0)
    walk.pass_time(90)
    assert [ending.by_itself for ending in walk.endings] == [True]


def test_at_the_end_of_words_space_stays_and_goes(asked: tuple[Walk, list[object]]) -> None:
    walk, _ = asked
    begun(walk, Length.FULL)
    walk.pass_time(63)
    walk.guide.toggle_pause()
    assert walk.guide.session is not None
    assert walk.guide.session.state is State.STAY
    walk.guide.toggle_pause()
    walk.pass_time(12)
    assert [ending.by_itself for ending in walk.endings] == [True]


def test_in_paced_breath_there_are_no_steps(asked: tuple[Walk, list[object]]) -> None:
    walk, _ = asked
    session = walk.guide.begin(Wish(Door.TRAY))
    walk.guide.step(1)
    walk.guide.say("Tea")
    walk.guide.go_on_from()
    assert walk.guide.session == session


def answers(walk: Walk) -> list[Answer]:
    (entry,) = walk.journal.entries.values()
    return list(entry.answers)
