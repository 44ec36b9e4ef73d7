from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.guided_walk import ROOM_SECONDS, answered, kept_open, question, stepped
from kindtimer.core.moment import Moment
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

BREATH = Pace(Phases(inhale=4.0, out=6.0))
ASKED = Ask("eases", "What eases it?", 60.0)
END = Rest(12.0, "Enough for now.", 5.0, closing=True)
CHOICE = Choose(
    "Which way?",
    (Way("Words", (Say("Kind words.", 8.0),)), Way("Breath", (Breathe(BREATH, 3, folds=False),))),
)


def laid(*steps: Step) -> Timeline:
    return Timeline.of(Practice("one", joined(steps, (END,))))


def words_after(timeline: Timeline, position: float) -> list[str]:
    """What each segment from a position on is about."""
    return [
        getattr(one.step, "words", getattr(one.step, "question", "breath"))
        for one in timeline.segments
        if one.end > position
    ]


def told(moment: Moment) -> tuple[float, ...]:
    """What of a moment could jump."""
    light = moment.line.light if moment.line.words else 0.0
    return (moment.bloom, moment.glow, moment.presence, moment.cue, light, moment.second.light)


def test_a_question_waits_and_never_ends_by_itself() -> None:
    timeline = laid(Say("Settle.", 10.0), ASKED, Say("Now the room.", 6.0))
    assert question(timeline, 9.9) is None
    assert question(timeline, 10.1) == ASKED
    position = 10.1
    for _ in range(200):
        timeline = kept_open(timeline, position)
        assert timeline.segment(position).end - position >= ROOM_SECONDS
        assert question(timeline, position) == ASKED
        position += 20.0
    assert words_after(timeline, position) == ["What eases it?", "Now the room.", "Enough for now."]


def test_room_is_made_only_where_it_is_wanted() -> None:
    timeline = laid(Say("Settle.", 10.0), ASKED)
    assert kept_open(timeline, 3.0) is timeline
    assert kept_open(timeline, 12.0) is timeline


def test_an_answer_leads_on_soon_and_what_was_stays() -> None:
    timeline = laid(Say("Settle.", 10.0), ASKED, Say("Now the room.", 6.0))
    after = answered(timeline, 25.0)
    assert question(after, 25.1) is None
    assert after.at(26.5).line.words == "Now the room."
    assert after.at(5.0) == timeline.at(5.0)
    assert after.duration == pytest.approx(25.7 + 6.0 + 12.0)
    assert answered(after, 26.5) is after


def test_each_way_leads_through_its_steps_to_what_follows_the_choice() -> None:
    timeline = laid(Say("Settle.", 10.0), CHOICE, Say("Now the room.", 6.0))
    assert question(timeline, 12.0) is not None
    first, second = (answered(timeline, 15.0, way) for way in (0, 1))
    assert words_after(first, 16.0) == ["Kind words.", "Now the room.", "Enough for now."]
    assert words_after(second, 16.0) == ["breath", "Now the room.", "Enough for now."]


def test_another_way_can_be_chosen_after_going_back() -> None:
    timeline = answered(laid(Say("Settle.", 10.0), CHOICE, Say("Now the room.", 6.0)), 15.0, 0)
    back = stepped(timeline, 16.0, -1)
    assert question(back, back.segments[-4].start + 0.1) == timeline.segments[1].step
    again = answered(back, 20.0, 1)
    assert words_after(again, 21.0) == ["breath", "Now the room.", "Enough for now."]


def test_choices_within_choices_all_reach_the_end() -> None:
    inner = Choose("Once more?", (Way("Yes", (Say("Once more.", 5.0),)), Way("No", (Say("Fine.", 5.0),))))
    outer = Choose("Which?", (Way("One", (inner, Say("After one.", 5.0))), Way("Two", (Say("Two.", 5.0),))))
    timeline = answered(laid(outer, Say("Now the room.", 6.0)), 1.0, 0)
    position = timeline.segments[1].start + 1.0
    assert words_after(answered(timeline, position, 1), position + 1.0) == [
        "Fine.",
        "After one.",
        "Now the room.",
        "Enough for now.",
    ]


def test_a_step_on_and_a_step_back() -> None:
    timeline = laid(Say("One.", 10.0), Say("Two.", 10.0), Say("Three.", 10.0))
    on = stepped(timeline, 5.0, 1)
    assert words_after(on, 6.0)[0] == "Two."
    begun = stepped(on, 12.0, -1)  # some time in it: to its own beginning first
    assert words_after(begun, 13.0)[0] == "Two."
    soon = begun.segments[-4].start + 1.0 if len(begun.segments) > 4 else 13.0
    back = stepped(begun, soon, -1)
    assert "One." in words_after(back, soon)
    first = stepped(timeline, 1.0, -1)
    assert words_after(first, 2.0)[0] == "One."


def test_beyond_the_last_step_there_is_none() -> None:
    timeline = laid(Say("One.", 10.0))
    ending = stepped(timeline, 5.0, 1)
    assert ending.at(7.0).closing
    assert stepped(ending, 8.0, 1) is ending


@given(
    st.lists(
        st.sampled_from(
            [
                Say("Some words.", 8.0),
                Rest(20.0),
                Breathe(BREATH, 3, folds=False),
                Touch("A hand.", 15.0, ("cheek",)),
                Ground(("Colours.", "Sounds."), 20.0),
                ASKED,
                CHOICE,
            ]
        ),
        min_size=1,
        max_size=6,
    ),
    st.lists(
        st.tuples(st.sampled_from(["on", "back", "answer", "other", "wait"]), st.floats(0.05, 40.0)),
        max_size=25,
    ),
)
def test_whatever_is_done_nothing_jumps_and_the_past_stays(
    steps: list[Step], deeds: list[tuple[str, float]]
) -> None:
    timeline, position = laid(*steps), 0.0
    for deed, seconds in deeds:
        position = min(position + seconds, timeline.duration)
        timeline = kept_open(timeline, position)
        before, now = timeline, timeline.at(position)
        if deed in ("on", "back"):
            timeline = stepped(timeline, position, 1 if deed == "on" else -1)
        elif deed != "wait":
            ways = timeline.segment(position).step
            timeline = answered(timeline, position, int(deed == "other" and isinstance(ways, Choose)))
        assert told(timeline.at(position)) == pytest.approx(told(now), abs=1e-6)
        for share in (0.0, 0.3, 0.9):
            then = position * share
            assert told(timeline.at(then)) == pytest.approx(told(before.at(then)), abs=1e-6)
            assert timeline.at(then).breath == before.at(then).breath
        edges = [(a.end, b.start) for a, b in pairwise(timeline.segments)]
        assert all(a == pytest.approx(b) for a, b in edges)
        assert timeline.segments[-1].step == END


def test_glow_is_dark_at_the_start_and_gone_while_breath_is_paced() -> None:
    timeline = laid(Say("Settle.", 20.0), Breathe(BREATH, 4, folds=False), Say("Room.", 20.0))
    assert timeline.at(0.0).glow == 0.0
    assert timeline.at(10.0).glow == pytest.approx(1.0)
    assert timeline.at(35.0).glow == 0.0
    moments = [timeline.at(k / 20) for k in range(int(timeline.duration * 20))]
    assert max(abs(a.glow - b.glow) for a, b in pairwise(moments)) < 0.06


def test_lines_of_the_room_come_one_after_the_other() -> None:
    timeline = laid(Ground(("Colours.", "Sounds."), 20.0))
    assert timeline.at(5.0).line.words == "Colours."
    assert timeline.at(15.0).line.words == "Sounds."
