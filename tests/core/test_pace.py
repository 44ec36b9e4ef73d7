from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.pace import ARRIVAL, GENTLE_GROWTH, USUAL_GROWTH, Pace, easier, settled, share
from kindtimer.core.pattern import Phases

LONGER_OUT = Phases(inhale=4.0, out=6.0)
LENGTHS = st.floats(1.5, 8.0)
BREATHS = st.builds(Phases, inhale=LENGTHS, out=LENGTHS)
GROWTHS = st.sampled_from([GENTLE_GROWTH, USUAL_GROWTH])


def of_rate(bpm: float, inhale_part: float = 0.4) -> Phases:
    period = 60.0 / bpm
    return Phases(inhale=period * inhale_part, out=period * (1.0 - inhale_part))


def test_steady_pace_is_the_target_throughout() -> None:
    pace = Pace(Phases(inhale=4.0, hold=7.0, out=8.0))
    assert pace.slowing_breaths == 0
    assert pace.breath(0) == pace.breath(1000) == pace.target


@given(BREATHS, BREATHS, GROWTHS, st.integers(0, 120))
def test_a_ramp_is_its_closed_form(start: Phases, target: Phases, growth: float, k: int) -> None:
    pace = Pace(target, start, growth)
    if target.period >= start.period:
        closed = min(target.period, start.period * (1.0 + growth) ** k)
    else:
        closed = max(target.period, start.period / (1.0 + growth) ** k)
    assert pace.breath(k).period == pytest.approx(closed, rel=1e-8)


@given(BREATHS, BREATHS, GROWTHS)
def test_a_ramp_ends_exactly_at_its_target(start: Phases, target: Phases, growth: float) -> None:
    pace = Pace(target, start, growth)
    assert pace.breath(pace.slowing_breaths) == target
    assert pace.breath(pace.slowing_breaths + 500) == target


@given(BREATHS, BREATHS, GROWTHS)
def test_parts_of_a_ramp_stay_between_the_two(start: Phases, target: Phases, growth: float) -> None:
    pace = Pace(target, start, growth)
    for k in range(pace.slowing_breaths + 1):
        breath = pace.breath(k)
        for name in ("inhale", "out"):
            ends = sorted((getattr(start, name), getattr(target, name)))
            # The out-breath may lengthen towards 60 % before the in-breath follows; never beyond need.
            assert ends[0] - 1e-9 <= getattr(breath, name) <= ends[1] + 1e-9


@pytest.mark.parametrize(
    ("own", "target", "growth", "seconds", "breaths"),
    [
        (12.0, 6.0, 0.03, 167, 23),
        (12.0, 6.0, 0.05, 100, 14),
        (14.0, 6.0, 0.03, 190, None),
        (14.0, 6.0, 0.05, 114, None),
        (16.0, 6.0, 0.03, 208, None),
        (16.0, 6.0, 0.05, 125, None),
        (18.0, 5.5, 0.03, 253, None),
        (18.0, 5.5, 0.05, 152, None),
    ],
)
def test_table_of_the_facts(
    own: float, target: float, growth: float, seconds: int, breaths: int | None
) -> None:
    start, end = of_rate(own), of_rate(target)
    assert round((end.period - start.period) / growth) == seconds
    slowing = log(end.period / start.period) / log(1.0 + growth)
    assert breaths in (None, round(slowing))
    assert 0.0 <= Pace(end, start, growth).slowing_breaths - slowing < 1.0


@pytest.mark.parametrize(
    ("own", "target", "growth"), [(12.0, 6.0, 0.03), (12.0, 6.0, 0.05), (18.0, 5.5, 0.03)]
)
def test_slowing_takes_as_long_as_the_closed_form_says(own: float, target: float, growth: float) -> None:
    pace = Pace(of_rate(target), of_rate(own), growth)
    slowing = [pace.breath(k) for k in range(pace.slowing_breaths)]
    # A geometric sum; its last term is cut short at the target, so at most one breath is over.
    expected = (pace.target.period - of_rate(own).period) / growth
    assert expected - 1e-6 <= sum(breath.period for breath in slowing) <= expected + pace.target.period


def test_out_breath_takes_the_added_time_first() -> None:
    five, six = Phases(inhale=5.0, out=5.0), Phases(inhale=6.0, out=6.0)
    pace = Pace(six, five, 0.05)
    first = pace.breath(1)
    assert first.inhale == 5.0
    assert first.out == pytest.approx(5.5)
    assert pace.breath(pace.slowing_breaths) == six


def test_out_breath_leads_until_it_is_sixty_in_a_hundred() -> None:
    start, target = Phases(inhale=2.5, out=2.5), Phases(inhale=4.0, out=6.0)
    knee = 2.5 / 0.4
    assert share(start, target, knee).inhale == 2.5
    assert share(start, target, knee).out / knee == pytest.approx(0.6)
    later = share(start, target, knee + 1.0)
    assert later.inhale > 2.5
    assert later.out / later.period == pytest.approx(0.6)


def test_arrival_to_longer_out_keeps_its_proportion() -> None:
    pace = Pace(LONGER_OUT, ARRIVAL, USUAL_GROWTH)
    for k in range(pace.slowing_breaths):
        assert pace.breath(k).out / pace.breath(k).period == pytest.approx(0.6)


def test_same_rate_with_another_split_is_taken_at_once() -> None:
    pace = Pace(Phases(inhale=4.0, out=6.0), Phases(inhale=5.0, out=5.0))
    assert pace.breath(0).period == pytest.approx(10.0)
    assert pace.breath(1) == pace.target


@pytest.mark.parametrize(
    ("target", "start", "growth"),
    [
        (LONGER_OUT, Phases(inhale=4.0, hold=4.0, out=4.0), 0.05),
        (Phases(inhale=2.5, top_up=1.0, out=6.5), ARRIVAL, 0.05),
        (LONGER_OUT, ARRIVAL, 0.0),
        (LONGER_OUT, ARRIVAL, -0.1),
    ],
)
def test_what_has_no_ramp_is_refused(target: Phases, start: Phases, growth: float) -> None:
    with pytest.raises(ValueError, match=r"ramp|growth"):
        Pace(target, start, growth)


def test_it_begins_at_twelve_a_minute() -> None:
    assert Phases(inhale=2.0, out=3.0) == ARRIVAL
    assert ARRIVAL.bpm == 12.0


@pytest.mark.parametrize(
    ("before", "bpm", "growth"),
    [(0, 9.0, 0.03), (1, 9.0, 0.03), (2, 7.2, 0.03), (3, 7.2, 0.03), (4, 6.0, 0.05), (400, 6.0, 0.05)],
)
def test_where_a_persons_first_sessions_settle(before: int, bpm: float, growth: float) -> None:
    target, told = settled(LONGER_OUT, before)
    assert target.bpm == pytest.approx(bpm, abs=1e-9)
    assert target.out / target.period == pytest.approx(0.6)
    assert told == growth


def test_settling_never_slows_a_quicker_pattern() -> None:
    quick = Phases(inhale=2.4, out=3.6)
    assert settled(quick, 0) == (quick, GENTLE_GROWTH)
    assert settled(quick, 9) == (quick, USUAL_GROWTH)


@given(BREATHS)
def test_easier_is_a_fifth_faster_and_no_faster_than_arriving(phases: Phases) -> None:
    eased = easier(phases)
    assert eased.period <= phases.period + 1e-9
    assert eased.period >= min(phases.period, ARRIVAL.period) - 1e-9
    assert eased.period >= phases.period / 1.2 - 1e-9
    assert eased.out / eased.inhale == pytest.approx(phases.out / phases.inhale)


def test_easier_leaves_holds_out() -> None:
    assert easier(Phases(inhale=4.0, hold=7.0, out=8.0)) == Phases(inhale=4.0 / 1.2, out=8.0 / 1.2)
    assert easier(Phases(inhale=2.5, top_up=1.0, out=6.5)).top_up == 0.0
