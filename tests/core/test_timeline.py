from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kindtimer.core.breath import Phase
from kindtimer.core.moment import NO_LINE, Moment, named
from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Breathe, Practice, Rest, Say
from kindtimer.core.segment import EASE_SECONDS, Segment, breath_lengths
from kindtimer.core.timeline import Timeline

LONGER_OUT = Phases(inhale=4.0, out=6.0)
SIGH = Phases(inhale=2.5, top_up=1.0, out=6.5)
BOX = Phases(inhale=4.0, hold=4.0, out=4.0, rest=4.0)
FOUR_SEVEN_EIGHT = Phases(inhale=4.0, hold=7.0, out=8.0)
QUIET = Rest(12.0, "Enough for now.", 5.0, closing=True)
ARRIVING = ("Nothing to fix for a few minutes.", "Any size of breath will do.")


def six_a_minute(breaths: int) -> Timeline:
    return Timeline.of(Practice("breathe", (Breathe(Pace(LONGER_OUT), breaths), QUIET)))


PRACTICES = (
    Practice("ramp", (Breathe(Pace(LONGER_OUT, ARRIVAL, 0.05), 9, ARRIVING, told="Smaller"), QUIET)),
    Practice("one breath", (Breathe(Pace(LONGER_OUT), 1, told="1 breath"), QUIET)),
    Practice("sighs", (Breathe(Pace(SIGH), 4), QUIET)),
    Practice("box", (Breathe(Pace(BOX), 3, ARRIVING), QUIET)),
    Practice(
        "two sets",
        (
            Breathe(Pace(FOUR_SEVEN_EIGHT), 2, folds=False),
            Rest(20.0, "Breathe your own way for a minute."),
            Breathe(Pace(FOUR_SEVEN_EIGHT), 2),
            QUIET,
        ),
    ),
    Practice("words first", (Say("A hand where it feels warm.", 6.0), Breathe(Pace(LONGER_OUT), 3), QUIET)),
    Practice("no closing quiet", (Breathe(Pace(LONGER_OUT), 3, folds=False),)),
)

CHANGES = ("eased", "going_on", "finished_early")


def changed(timeline: Timeline, change: str, position: float) -> Timeline:
    if change == "eased":
        return timeline.eased(position, "Breathe your own way.")
    if change == "going_on":
        return timeline.going_on(position, Breathe(Pace(ARRIVAL), 4))
    return timeline.finished_early(position)


def shown(moment: Moment) -> float:
    """How far open the picture stands: what the scenes draw."""
    openness = moment.breath.openness if moment.breath else 0.0
    return (0.45 + (openness - 0.45) * moment.presence) * moment.bloom


def levels(moment: Moment) -> tuple[float, ...]:
    """Everything that may not jump."""
    openness = moment.breath.openness if moment.breath else 0.0
    # Presence itself may drop where the flower is a seed: then nothing of it is seen.
    seen = moment.presence * moment.bloom
    return (moment.bloom, seen, moment.cue, openness * moment.presence, shown(moment))


def turns(timeline: Timeline) -> list[float]:
    """Every position at which something begins or ends."""
    found = set()
    for one in timeline.segments:
        found |= {one.start, one.end, *one.starts}
        for start, phases in zip(one.starts, one.phases, strict=False):
            found |= {start + part[1] for part in phases.parts}
    return sorted(at for at in found if at <= timeline.duration)


def assert_no_jump(timeline: Timeline, at: float, tiny: float = 1e-6) -> None:
    before, after = timeline.at(at - tiny), timeline.at(at + tiny)
    for was, is_ in zip(levels(before), levels(after), strict=True):
        assert abs(was - is_) < 1e-4, (at, before, after)
    lines = ((before.line, after.line), (before.second, after.second))
    for old, new in lines:
        if old.words == new.words:
            assert abs(old.light - new.light) < 1e-4, (at, before, after)
        else:
            assert old.light < 1e-4, (at, before, after)
            assert new.light < 1e-4, (at, before, after)


def assert_agree(old: Timeline, new: Timeline, until: float) -> None:
    for step in range(241 if until > 0 else 0):
        at = until * step / 241
        was, is_ = old.at(at), new.at(at)
        assert (was.bloom, was.presence, was.cue) == (is_.bloom, is_.presence, is_.cue), at
        assert was.breath == is_.breath, at


# --- laying out ------------------------------------------------------------------------------------


def test_segments_follow_without_gaps_from_zero() -> None:
    for practice in PRACTICES:
        timeline = Timeline.of(practice)
        assert timeline.segments[0].start == 0.0
        assert all(one.end == two.start for one, two in pairwise(timeline.segments))
        assert timeline.duration == timeline.segments[-1].end


def test_planned_leaves_the_closing_quiet_out() -> None:
    timeline = six_a_minute(18)
    assert timeline.planned == pytest.approx(180.0)
    assert timeline.duration == pytest.approx(192.0)
    assert Timeline.of(PRACTICES[-1]).planned == pytest.approx(30.0)


def test_six_a_minute_for_ten_minutes_is_sixty_breaths() -> None:
    timeline = six_a_minute(60)
    assert timeline.planned == pytest.approx(600.0, abs=1e-9)
    assert timeline.breaths_by(600.0) == 60
    assert [timeline.breaths_by(at) for at in (0.0, 9.999, 10.0, 599.99)] == [0, 0, 1, 59]


def test_beats_stay_where_they_belong_over_an_hour() -> None:
    timeline = six_a_minute(360)
    segment = timeline.segments[0]
    assert max(abs(start - 10.0 * k) for k, start in enumerate(segment.starts)) < 1e-9


def test_last_three_breaths_keep_one_rate() -> None:
    lengths = breath_lengths(Breathe(Pace(LONGER_OUT, ARRIVAL, 0.05), 8))
    assert lengths[-3] == lengths[-2] == lengths[-1]
    assert lengths[-4].period < lengths[-3].period


def test_rate_is_told_where_something_is_paced() -> None:
    timeline = Timeline.of(PRACTICES[0])
    assert timeline.bpm(0.0) == pytest.approx(12.0)
    assert timeline.bpm(timeline.duration) is None


def test_last_paced_is_the_breath_at_or_before() -> None:
    timeline = Timeline.of(PRACTICES[4])
    assert timeline.last_paced(0.0) == FOUR_SEVEN_EIGHT
    assert timeline.last_paced(timeline.duration) == FOUR_SEVEN_EIGHT
    words_first = Timeline.of(PRACTICES[5])
    assert words_first.last_paced(1.0) == LONGER_OUT


def test_before_and_after_it_stands_at_its_ends() -> None:
    timeline = six_a_minute(3)
    assert timeline.at(-5.0) == timeline.at(0.0)
    assert timeline.at(1e6) == timeline.at(timeline.duration)


# --- seed, flower, seed ----------------------------------------------------------------------------


def test_it_opens_out_of_the_seed_and_folds_back_into_it() -> None:
    timeline = six_a_minute(3)
    assert timeline.at(0.0).bloom == 0.0
    assert timeline.at(4.0).bloom == pytest.approx(1.0)
    assert timeline.at(24.0).bloom == pytest.approx(1.0)
    assert timeline.at(30.0).bloom == pytest.approx(0.0)
    assert timeline.at(timeline.duration).bloom == 0.0


def test_cue_fades_over_the_last_two_breaths() -> None:
    timeline = six_a_minute(5)
    assert timeline.at(30.0).cue == 1.0
    assert 0.0 < timeline.at(40.0).cue < 1.0
    assert timeline.at(50.0 - 1e-6).cue == pytest.approx(0.0, abs=1e-6)


@given(st.sampled_from(PRACTICES))
def test_nothing_jumps_in_a_practice(practice: Practice) -> None:
    timeline = Timeline.of(practice)
    for at in turns(timeline)[1:-1]:
        assert_no_jump(timeline, at)


# --- words -----------------------------------------------------------------------------------------


def test_words_over_the_first_breaths() -> None:
    timeline = Timeline.of(Practice("breathe", (Breathe(Pace(LONGER_OUT), 9, ARRIVING, named=1), QUIET)))
    assert timeline.at(2.0).line.words == ARRIVING[0]
    assert timeline.at(12.0).line.words == ARRIVING[1]
    assert timeline.at(22.0).line.words == "in"
    assert timeline.at(26.0).line.words == "out"
    assert timeline.at(32.0).line.words == ""


def test_line_below_stands_for_twenty_seconds() -> None:
    timeline = Timeline.of(Practice("breathe", (Breathe(Pace(LONGER_OUT), 9, told="Smaller"), QUIET)))
    assert timeline.at(10.0).second.light == 1.0
    assert timeline.at(20.0).second.words == ""


def test_closing_line_comes_at_second_five_of_the_quiet() -> None:
    timeline = six_a_minute(3)
    assert timeline.at(34.99).line.words == ""
    assert timeline.at(36.0).line.words == "Enough for now."
    assert timeline.at(36.0).closing
    assert not timeline.at(29.0).closing


def test_words_said_stand_for_their_time() -> None:
    timeline = Timeline.of(PRACTICES[5])
    assert timeline.at(3.0).line.words == "A hand where it feels warm."
    assert timeline.at(0.0).bloom == 0.0
    assert timeline.at(3.0).bloom == pytest.approx(0.5)  # it opens slowly where words come first


# --- changes ---------------------------------------------------------------------------------------


def test_eased_fades_pacing_within_two_seconds_and_keeps_the_time() -> None:
    timeline = six_a_minute(18)
    eased = timeline.eased(65.0, "Breathe your own way.")
    assert eased.at(65.0).presence == 1.0
    assert eased.at(65.0 + EASE_SECONDS).presence == 0.0
    assert eased.at(100.0).line.words == "Breathe your own way."
    assert eased.at(100.0).breath is None
    assert eased.at(100.0).bloom == 1.0
    assert eased.planned == pytest.approx(timeline.planned)
    assert eased.breaths_by(200.0) == 6


def test_eased_where_words_lead_they_go_on_and_nothing_is_paced_any_more() -> None:
    steps = (Breathe(Pace(LONGER_OUT), 6, folds=False), Say("Words.", 10.0), Breathe(Pace(LONGER_OUT), 3))
    timeline = Timeline.of(Practice("one", (*steps, QUIET)))
    eased = timeline.eased(25.0, "Breathe your own way.")
    assert timeline.guided
    assert eased.duration == pytest.approx(timeline.duration)
    assert eased.at(40.0).line.words == "Breathe your own way."
    assert eased.at(65.0).line.words == "Words."
    assert eased.at(85.0).breath is None
    assert eased.at(85.0).line.words == "Breathe your own way."
    assert eased.eased(40.0, "Breathe your own way.") is eased


def test_eased_near_the_end_still_leaves_half_a_minute() -> None:
    eased = six_a_minute(18).eased(165.0, "Breathe your own way.")
    assert eased.planned == pytest.approx(165.0 + EASE_SECONDS + 30.0)


def test_eased_in_the_first_in_breath_still_unfolds() -> None:
    eased = six_a_minute(18).eased(0.5, "Breathe your own way.")
    assert eased.at(2.5).presence == 0.0
    assert eased.at(60.0).bloom == pytest.approx(1.0)


def test_easing_what_is_quiet_already_changes_nothing() -> None:
    timeline = six_a_minute(18)
    folding = timeline.planned - 2.0
    assert timeline.eased(folding, "Breathe your own way.") is timeline
    assert timeline.eased(timeline.planned + 0.0, "Breathe your own way.") is timeline
    eased = timeline.eased(65.0, "Breathe your own way.")
    assert eased.eased(100.0, "Breathe your own way.") is eased
    assert eased.eased(eased.planned, "Breathe your own way.") is eased


def test_going_on_after_easing_comes_back_over_two_seconds() -> None:
    eased = six_a_minute(18).eased(65.0, "Breathe your own way.")
    again = eased.going_on(100.0, Breathe(Pace(ARRIVAL), 4))
    begins = again.segments[-2].start
    assert 100.0 <= begins <= 101.0
    assert again.at(begins + 1e-9).presence == pytest.approx(0.0, abs=1e-6)
    assert again.at(begins + EASE_SECONDS).presence == pytest.approx(1.0)
    assert again.planned == pytest.approx(begins + 20.0)
    assert again.breaths_by(1000.0) == 6 + 4


def test_going_on_while_it_still_fades_waits_for_the_fade() -> None:
    eased = six_a_minute(18).eased(65.0, "Breathe your own way.")
    again = eased.going_on(66.0, Breathe(Pace(ARRIVAL), 4))
    assert again.segments[-2].start == pytest.approx(67.0)
    assert again.at(66.0).presence == eased.at(66.0).presence


def test_going_on_in_the_closing_quiet_opens_the_seed_again() -> None:
    timeline = six_a_minute(3)
    again = timeline.going_on(32.0, Breathe(Pace(LONGER_OUT), 3))
    assert again.planned == pytest.approx(62.0)
    assert again.at(40.0).bloom == pytest.approx(1.0)
    assert again.breaths_by(100.0) == 6


def test_finished_early_ends_with_this_breath_before_its_out_breath() -> None:
    finished = six_a_minute(18).finished_early(62.0)
    assert finished.planned == pytest.approx(70.0)
    assert finished.at(70.0).bloom == pytest.approx(0.0)
    assert finished.duration == pytest.approx(82.0)


def test_finished_early_in_an_out_breath_ends_with_the_next() -> None:
    finished = six_a_minute(18).finished_early(66.0)
    assert finished.planned == pytest.approx(80.0)


def test_finished_early_in_the_last_out_breath_changes_nothing_to_be_seen() -> None:
    timeline = six_a_minute(3)
    finished = timeline.finished_early(26.0)
    assert finished.duration == timeline.duration
    assert_agree(timeline, finished, timeline.duration)


def test_finished_early_before_the_quiet_between_sets_closes_after_this_set() -> None:
    timeline = Timeline.of(PRACTICES[4])
    finished = timeline.finished_early(35.0)  # out-breath of the last breath, which does not fold
    assert finished.planned == pytest.approx(38.0)
    assert finished.at(finished.duration).bloom == 0.0


def test_finished_early_in_the_closing_quiet_goes_on_closing() -> None:
    timeline = six_a_minute(3)
    assert timeline.finished_early(34.0) is timeline


def test_finished_early_after_easing_closes_at_once() -> None:
    eased = six_a_minute(18).eased(65.0, "Breathe your own way.")
    finished = eased.finished_early(100.0)
    assert 100.0 <= finished.planned <= 101.0
    assert finished.at(finished.duration).bloom == 0.0


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(PRACTICES),
    st.lists(st.tuples(st.sampled_from(CHANGES), st.floats(0.0, 1.0)), min_size=1, max_size=4),
)
def test_no_change_ever_jumps(practice: Practice, changes: list[tuple[str, float]]) -> None:
    timeline, position = Timeline.of(practice), 0.0
    for change, part in changes:
        position += part * (timeline.duration - position)
        old, timeline = timeline, changed(timeline, change, position)
        assert_agree(old, timeline, position)
        assert all(one.end == two.start for one, two in pairwise(timeline.segments))
        assert timeline.duration >= position
        assert timeline.breaths_by(position) == old.breaths_by(position)
        for at in [position, *turns(timeline)[1:-1]]:
            if 1e-5 < at < timeline.duration - 1e-5:
                assert_no_jump(timeline, at)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PRACTICES), st.sampled_from(CHANGES), st.floats(0.0, 1.0))
def test_levels_stay_between_nothing_and_all(practice: Practice, change: str, part: float) -> None:
    timeline = Timeline.of(practice)
    timeline = changed(timeline, change, part * timeline.duration)
    for step in range(200):
        moment = timeline.at(timeline.duration * step / 199)
        assert all(-1e-9 <= level <= 1.0 + 1e-9 for level in levels(moment))
        assert 0.0 <= moment.line.light <= 1.0
        assert 0.0 <= moment.second.light <= 1.0


def test_a_timeline_is_never_changed() -> None:
    timeline = six_a_minute(18)
    before = replace(timeline)
    for change in CHANGES:
        changed(timeline, change, 33.0)
    assert timeline == before


def test_a_segment_of_words_names_no_breath() -> None:
    segment = Segment(0.0, 6.0, Say("Feet on the floor.", 6.0))
    assert segment.seconds == 6.0
    assert segment.presence(3.0) == 1.0
    assert Timeline((segment,)).at(3.0).breath is None


def test_phases_come_in_their_order() -> None:
    timeline = Timeline.of(Practice("box", (Breathe(Pace(BOX), 1),)))
    seen = [timeline.at(at).breath for at in (1.0, 5.0, 9.0, 13.0)]
    assert [one.phase for one in seen if one] == [Phase.IN, Phase.HOLD, Phase.OUT, Phase.REST]


def test_the_phase_can_be_said_at_any_time() -> None:
    timeline = six_a_minute(18)
    assert timeline.at(142.0).line == NO_LINE
    said = named(timeline.at(142.0))
    assert (said.line.words, said.line.light) == ("in", 1.0)
    assert named(timeline.at(147.0)).line.words == "out"
    quiet = timeline.at(timeline.duration)
    assert named(quiet) is quiet


def test_saying_the_phase_changes_nothing_else() -> None:
    moment = six_a_minute(18).at(142.0)
    assert replace(named(moment), line=moment.line) == moment
