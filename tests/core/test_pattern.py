import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.breath import Phase
from kindtimer.core.pattern import PACED_CAP_MINUTES, Pattern, Phases, problems

LENGTHS = st.floats(0.5, 12.0)
MAYBE = st.one_of(st.just(0.0), LENGTHS)
BREATHS = st.builds(Phases, inhale=LENGTHS, top_up=MAYBE, hold=MAYBE, out=LENGTHS, rest=MAYBE)

FOUR_SEVEN_EIGHT = Pattern(
    "four_seven_eight",
    "Four, seven, eight",
    Phases(inhale=4.0, hold=7.0, out=8.0),
    tier=3,
    default_minutes=76 / 60,
    cap_minutes=7.7,
    set_breaths=6,
    between=60.0,
)
LONGER_OUT = Pattern("longer_out_46", "Longer out", Phases(inhale=4.0, out=6.0), 1, 5.0, 20.0)


def slope(phases: Phases, at: float, tiny: float = 1e-5) -> float:
    return (phases.at(at + tiny).openness - phases.at(at - tiny).openness) / (2 * tiny)


@given(BREATHS)
def test_openness_meets_in_value_and_slope_at_every_turn(phases: Phases) -> None:
    for _, start, _ in phases.parts[1:]:
        before, after = phases.at(start - 1e-6), phases.at(start + 1e-6)
        assert abs(before.openness - after.openness) < 1e-6
        assert abs(slope(phases, start)) < 1e-3
    # The seam of two breaths: both ends are empty and flat.
    assert phases.at(0.0).openness == 0.0
    assert phases.at(phases.period).openness == pytest.approx(0.0, abs=1e-9)
    assert phases.at(1e-6).openness < 1e-6
    assert phases.at(phases.period - 1e-6).openness < 1e-6


@given(BREATHS)
def test_phases_last_exactly_as_long_as_they_say(phases: Phases) -> None:
    lengths = (phases.inhale, phases.top_up, phases.hold, phases.out, phases.rest)
    asked = [(phase, length) for phase, length in zip(Phase, lengths, strict=True) if length > 0]
    assert [(phase, length) for phase, _, length in phases.parts] == asked
    assert sum(length for _, _, length in phases.parts) == pytest.approx(phases.period)
    for phase, start, length in phases.parts:
        assert phases.at(start).phase is phase
        assert phases.at(start).progress == 0.0
        middle = phases.at(start + length / 2)
        assert middle.progress == pytest.approx(0.5)
        assert phases.at(start + length - 1e-9).phase is phase


@given(BREATHS, st.floats(0.0, 1.0))
def test_holds_are_still_and_the_rest_moves_one_way(phases: Phases, part: float) -> None:
    for phase, start, length in phases.parts:
        one, two = phases.at(start + part * length * 0.49), phases.at(start + length * 0.5)
        if phase is Phase.HOLD:
            assert one.openness == two.openness == 1.0
        elif phase is Phase.REST:
            assert one.openness == two.openness == 0.0
        elif phase is Phase.OUT:
            assert one.openness > two.openness
        else:
            assert one.openness < two.openness


@given(BREATHS, st.floats(-1e6, 1e6), st.integers(0, 10**6))
def test_any_time_gives_an_instant_in_range(phases: Phases, seconds: float, index: int) -> None:
    breath = phases.at(seconds, index)
    assert 0.0 <= breath.progress <= 1.0
    assert 0.0 <= breath.openness <= 1.0
    assert breath.index == index


def test_times_outside_a_breath_give_its_ends() -> None:
    phases = LONGER_OUT.phases
    assert phases.at(-1.0) == phases.at(0.0)
    assert phases.at(11.0) == phases.at(10.0)


def test_rate() -> None:
    assert LONGER_OUT.bpm == 6.0
    assert Phases(inhale=5.5, out=5.5).bpm == pytest.approx(5.4545, abs=1e-4)


def test_has_holds() -> None:
    assert FOUR_SEVEN_EIGHT.has_holds
    assert not LONGER_OUT.has_holds


def test_breaths_are_whole_and_at_least_one() -> None:
    assert LONGER_OUT.breaths_in(10.0) == 60
    assert LONGER_OUT.breaths_in(1.99) == 11
    assert LONGER_OUT.breaths_in(0.001) == 1


def test_breaths_in_sets_leave_room_for_the_rest_between() -> None:
    assert FOUR_SEVEN_EIGHT.breaths_in(FOUR_SEVEN_EIGHT.default_minutes) == 4
    assert FOUR_SEVEN_EIGHT.breaths_in(2.0) == 6
    assert FOUR_SEVEN_EIGHT.breaths_in(2.9) == 6
    assert FOUR_SEVEN_EIGHT.breaths_in(FOUR_SEVEN_EIGHT.cap_minutes) == 18


@given(st.sampled_from([LONGER_OUT, FOUR_SEVEN_EIGHT]), st.floats(1.0, 30.0))
def test_whole_breaths_fit_and_one_more_would_not(pattern: Pattern, minutes: float) -> None:
    breaths = pattern.breaths_in(minutes)
    assert pattern.seconds_of(breaths) <= minutes * 60.0 + 1e-5
    assert pattern.seconds_of(breaths + 1) > minutes * 60.0


def test_seconds_of_counts_the_rests_between_sets() -> None:
    assert FOUR_SEVEN_EIGHT.seconds_of(6) == 114.0
    assert FOUR_SEVEN_EIGHT.seconds_of(7) == 114.0 + 60.0 + 19.0
    assert FOUR_SEVEN_EIGHT.seconds_of(18) == 3 * 114.0 + 2 * 60.0


def test_paced_cap_is_twenty_minutes() -> None:
    assert PACED_CAP_MINUTES == 20.0


@pytest.mark.parametrize(
    "phases",
    [
        Phases(inhale=4.0, out=6.0),
        Phases(inhale=5.5, out=5.5),
        Phases(inhale=2.5, top_up=1.0, out=6.5),
        Phases(inhale=4.0, hold=4.0, out=4.0, rest=4.0),
        Phases(inhale=1.5, out=2.0),
        Phases(inhale=5.0, out=4.0),
        Phases(inhale=4.0, out=10.0),
    ],
)
def test_lengths_that_are_offered(phases: Phases) -> None:
    assert problems(phases) == []


def test_the_one_longer_hold_is_allowed_by_name() -> None:
    assert problems(FOUR_SEVEN_EIGHT.phases, longest_hold=7.0) == []
    assert len(problems(FOUR_SEVEN_EIGHT.phases)) == 1


@pytest.mark.parametrize(
    ("phases", "says"),
    [
        (Phases(inhale=float("nan"), out=4.0), "a number of seconds"),
        (Phases(inhale=float("inf"), out=4.0), "a number of seconds"),
        (Phases(inhale=4.0, hold=-1.0, out=4.0), "a number of seconds"),
        (Phases(inhale=0.0, out=4.0), "an in-breath and an out-breath"),
        (Phases(inhale=4.0, out=0.0), "an in-breath and an out-breath"),
        (Phases(inhale=1.4, out=2.0), "An in-breath lasts"),
        (Phases(inhale=8.1, out=8.1), "An in-breath lasts"),
        (Phases(inhale=1.6, out=1.9), "An out-breath lasts"),
        (Phases(inhale=6.0, out=12.1), "An out-breath lasts"),
        (Phases(inhale=5.0, hold=4.1, out=8.0), "Holds longer than 4 seconds"),
        (Phases(inhale=5.0, out=8.0, rest=4.1), "Holds longer than 4 seconds"),
        (Phases(inhale=3.0, hold=4.0, out=4.0, rest=4.0), "at most half"),
        (Phases(inhale=5.1, out=4.0), "0.8 to 2.5"),
        (Phases(inhale=4.0, out=10.1), "0.8 to 2.5"),
        (Phases(inhale=1.0, out=1.9), "Between 3 and 20"),
        (Phases(inhale=8.0, hold=4.0, out=8.1), "Between 3 and 20"),
    ],
)
def test_lengths_that_are_not_offered_are_told_why(phases: Phases, says: str) -> None:
    assert any(says in one for one in problems(phases))
