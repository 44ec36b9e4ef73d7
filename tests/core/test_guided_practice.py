from dataclasses import replace

import pytest

from kindtimer.core.guided_practice import find_plan, guided_practice
from kindtimer.core.practice import Rest, Say
from kindtimer.core.practice_plan import Length
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import NotPossible
from tests.core.test_practice_plan import plan

MADE = plan(moment=(Say("One.", 10.0),), full=(Say("One.", 10.0), Rest(60.0)))


def test_one_length_and_then_the_quiet() -> None:
    practice = guided_practice(MADE, Length.FULL, "Enough for now.")
    timeline = Timeline.of(practice)
    assert (practice.id, timeline.planned) == ("one", 70.0)
    assert timeline.at(76.0).line.words == "Enough for now."
    assert timeline.guided


def test_the_nearest_length_and_its_own_last_line() -> None:
    own = replace(MADE, closing="The room, and whatever is next.")
    timeline = Timeline.of(guided_practice(own, Length.SHORT, "Enough for now."))
    assert timeline.planned == 10.0
    assert timeline.at(16.0).line.words == "The room, and whatever is next."


def test_one_that_is_not_there_is_said_with_those_that_are() -> None:
    assert find_plan({"one": MADE}, "one") is MADE
    with pytest.raises(NotPossible, match=r"no practice called “two”\. There are: one\."):
        find_plan({"one": MADE}, "two")
