from dataclasses import replace

import pytest

from kindtimer.core.guided_practice import find_plan, guided_practice
from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Breathe, Choose, Rest, Say, Step, Way
from kindtimer.core.practice_plan import Length
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import NotPossible
from tests.core.test_practice_plan import plan

MADE = plan(moment=(Say("One.", 10.0),), full=(Say("One.", 10.0), Rest(60.0)))


def test_one_length_and_then_the_quiet() -> None:
    practice = guided_practice(MADE, Length.FULL, "Enough for now.", 9)
    timeline = Timeline.of(practice)
    assert (practice.id, timeline.planned) == ("one", 70.0)
    assert timeline.at(76.0).line.words == "Enough for now."
    assert timeline.guided


def test_the_nearest_length_and_its_own_last_line() -> None:
    own = replace(MADE, closing="The room, and whatever is next.")
    timeline = Timeline.of(guided_practice(own, Length.SHORT, "Enough for now.", 9))
    assert timeline.planned == 10.0
    assert timeline.at(16.0).line.words == "The room, and whatever is next."


def test_one_that_is_not_there_is_said_with_those_that_are() -> None:
    assert find_plan({"one": MADE}, "one") is MADE
    with pytest.raises(NotPossible, match=r"no practice called “two”\. There are: one\."):
        find_plan({"one": MADE}, "two")


SLOW = Phases(inhale=4.0, out=6.0)


def rates(met: int, *steps: Step) -> list[float]:
    """Breaths a minute each paced step comes to, of a practice of about these lengths."""
    timeline = Timeline.of(guided_practice(plan(short=steps), None, "Enough for now.", met))
    usual = Timeline.of(guided_practice(plan(short=steps), None, "Enough for now.", 9))
    assert timeline.planned == pytest.approx(usual.planned, abs=8.0)
    return [round(one.phases[-1].bpm, 2) for one in timeline.segments if one.phases]


@pytest.mark.parametrize(("met", "slowest"), [(0, 9.0), (1, 9.0), (2, 7.2), (3, 7.2), (4, 6.0)])
def test_the_first_sessions_are_not_slowed_as_far(met: int, slowest: float) -> None:
    steady, ramp = Breathe(Pace(SLOW), 12, folds=False), Breathe(Pace(SLOW, ARRIVAL), 30, folds=False)
    assert rates(met, ramp, Say("And on.", 10.0), steady) == [slowest, slowest]
    ways = (Way("One", (steady,)), Way("Two", (Rest(20.0),)))
    assert rates(met, Choose("Which?", ways)) == [slowest]


def test_what_is_quick_or_holds_stays_as_it_is() -> None:
    quick, box = Phases(inhale=2.0, out=3.0), Phases(4.0, 0.0, 4.0, 4.0, 4.0)
    assert rates(0, Breathe(Pace(quick), 12, folds=False)) == [12.0]
    assert rates(0, Breathe(Pace(box), 6, folds=False)) == [round(60 / 16, 2)]
