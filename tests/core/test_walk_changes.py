"""What is done with a walk in which words lead: easing off, finishing, quick steps, one after the other."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kindtimer.core.guided_walk import BACK_SECONDS, answered, kept_open, question, stepped
from kindtimer.core.pace import Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import (
    Ask,
    Breathe,
    Choose,
    Ground,
    Practice,
    Rest,
    Say,
    Step,
    Touch,
    Way,
    joined,
)
from kindtimer.core.timeline import Timeline

OWN = "Breathe your own way."
PACED = Breathe(Pace(Phases(4.0, out=6.0)), 3, folds=False)
ASKED = Ask("eases", "What eases it?", 60.0)
END = Rest(12.0, "Enough for now.", 5.0, closing=True)
CHOICE = Choose("Which way?", (Way("Breath", (PACED, Say("After.", 8.0))), Way("Quiet", (Rest(20.0),))))
UNPACED: tuple[Step, ...] = (
    Say("Some words.", 20.0),
    Rest(20.0),
    Rest(20.0, "Quiet.", 5.0),
    Touch("A hand.", 20.0, ("cheek",)),
    Ground(("Colours.", "Sounds."), 20.0),
    ASKED,
    CHOICE,
)
ANY: tuple[Step, ...] = (*UNPACED, PACED)


def laid(*steps: Step) -> Timeline:
    return Timeline.of(Practice("one", joined(steps, (END,))))


def paced_from(timeline: Timeline, position: float) -> bool:
    """Whether pacing would be met on any way from here, on and back."""

    def paces(steps: tuple[Step, ...]) -> bool:
        return any(
            isinstance(step, Breathe)
            or (isinstance(step, Choose) and any(paces(way.steps) for way in step.ways))
            for step in steps
        )

    ahead = tuple(one for one in timeline.segments if one.start >= position)
    return paces(timeline.walk) or paces(tuple(one.step for one in ahead))


# --- easing off --------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", UNPACED, ids=lambda step: type(step).__name__)
@pytest.mark.parametrize("at", [0.3, 4.0, 11.0, 18.0])
def test_easing_off_where_nothing_is_paced_leaves_the_step_as_it_is(step: Step, at: float) -> None:
    timeline = laid(step, PACED, Say("Now the room.", 6.0))
    eased = timeline.eased(at, OWN)
    assert eased.segments[0] == timeline.segments[0]
    assert question(eased, at) == question(timeline, at)
    assert eased.duration == pytest.approx(timeline.duration)
    assert not paced_from(eased, at)


def test_easing_off_twice_within_its_two_seconds_keeps_the_quiet() -> None:
    timeline = laid(PACED, Say("Words.", 10.0))
    once = timeline.eased(5.0, OWN)
    assert once.eased(6.0, OWN) is once
    assert once.at(20.0).line.words == OWN
    assert once.duration == pytest.approx(timeline.duration)


def test_easing_off_in_the_last_two_seconds_of_a_pace_eases_what_comes() -> None:
    timeline = laid(PACED, Say("Words.", 10.0), PACED)
    eased = timeline.eased(29.0, OWN)
    assert eased.at(29.5) == timeline.at(29.5)
    assert eased.at(45.0).breath is None
    assert eased.duration == pytest.approx(timeline.duration)


def test_no_way_and_no_step_back_brings_the_pace_back() -> None:
    timeline = laid(PACED, Say("Words.", 10.0), CHOICE, PACED)
    eased = timeline.eased(33.0, OWN)
    assert not paced_from(eased, 33.0)
    chosen = answered(eased, 41.0, 0)
    assert chosen.at(50.0).line.words == OWN
    back = stepped(stepped(eased, 33.5, -1), 34.0, -1)
    assert back.at(40.0).breath is None
    assert back.at(40.0).line.words == OWN


def test_finishing_and_then_easing_off_does_not_bring_the_rest_back() -> None:
    timeline = laid(PACED, Say("Words.", 10.0), PACED)
    finished = timeline.finished_early(5.0)
    eased = finished.eased(6.0, OWN)
    assert eased.duration <= finished.duration + 1e-9
    assert eased.at(eased.duration).closing


# --- finishing early ---------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.lists(st.sampled_from(ANY), min_size=1, max_size=5), st.floats(0.0, 60.0))
def test_after_finishing_nothing_but_the_closing_is_ahead(steps: list[Step], position: float) -> None:
    timeline = laid(*steps, Say("Now the room.", 6.0))
    position = min(position, timeline.duration)
    finished = timeline.finished_early(position)
    assert finished.guided is timeline.guided
    for on in (finished, stepped(finished, position, 1), finished.eased(position, OWN)):
        assert all(one.step == END for one in on.segments if one.start > finished.planned)
        assert on.duration <= finished.duration + 1e-9


# --- quick steps -------------------------------------------------------------------------------------


def settled(timeline: Timeline, position: float) -> Step:
    """The step that is on once everything that fades has faded."""
    return timeline.segment(position + 4.1).step


@settings(max_examples=200, deadline=None)
@given(
    st.permutations(range(6)),
    st.integers(0, 1),
    st.floats(0.0, 100.0),
    st.lists(st.tuples(st.sampled_from([1, -1]), st.floats(0.0, 0.6)), min_size=1, max_size=12),
)
def test_quick_steps_lead_as_many_steps_on_and_back(
    order: list[int], paced: int, position: float, steps: list[tuple[int, float]]
) -> None:
    kinds = (PACED, Say("b", 20.0), Touch("c", 20.0, ("cheek",)), Rest(20.0), Ground(("d", "e"), 20.0), ASKED)
    timeline = laid(*(kinds[k] for k in order), *(PACED,) * paced)
    current = timeline.segment(position)
    number = current.number
    into = position - current.start
    for by, seconds in steps:
        if by < 0 and into > BACK_SECONDS:
            expected = number
        elif number + by == len(timeline.walk):
            assert stepped(timeline, position, by) is timeline
            return
        else:
            expected = max(0, number + by)
        timeline = stepped(kept_open(timeline, position), position, by)
        number, into = expected, 0.0
        assert settled(timeline, position) == timeline.walk[number]
        position += seconds
        assert all(a.end == pytest.approx(b.start) for a, b in pairwise(timeline.segments))


def test_a_quick_step_after_an_answer_counts_from_what_follows_the_question() -> None:
    timeline = laid(ASKED, Say("One.", 20.0), Say("Two.", 20.0))
    timeline = answered(timeline, 10.0)
    assert settled(stepped(timeline, 10.2, 1), 10.2) == Say("Two.", 20.0)
    assert settled(stepped(timeline, 10.2, -1), 10.2) == ASKED


# --- waiting -----------------------------------------------------------------------------------------


def test_what_a_question_takes_beyond_its_usual_seconds_is_told() -> None:
    timeline, position = laid(Say("Settle.", 10.0), ASKED, Say("Now.", 6.0)), 10.0
    assert timeline.waited(timeline.duration) == 0.0
    while position < 3000.0:
        timeline = kept_open(timeline, position)
        position += 20.0
    assert timeline.waited(50.0) == 0.0
    assert timeline.waited(100.0) == pytest.approx(30.0)
    assert timeline.waited(position) == pytest.approx(position - 70.0)
    after = answered(timeline, position)
    assert after.planned - after.waited(after.duration) == pytest.approx(76.0)
