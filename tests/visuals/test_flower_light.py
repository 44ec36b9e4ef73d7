from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.breath import Phase
from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Breathe, Practice, Rest
from kindtimer.core.timeline import Timeline
from kindtimer.visuals.flower_light import RESTING_OPENNESS, FlowerLight
from tests.visuals.pictures import breathing, unpaced

SIGNS = ("bloom", "wave", "warmth", "dew", "pearl")
WALKS = [
    Timeline.of(Practice("ramp", (Breathe(Pace(Phases(4, out=6), ARRIVAL), 4), Rest(12, closing=True)))),
    Timeline.of(
        Practice("box", (Breathe(Pace(Phases(4, hold=4, out=4, rest=4)), 2), Rest(12, closing=True)))
    ),
    Timeline.of(Practice("sigh", (Breathe(Pace(Phases(2.5, top_up=1, out=6.5)), 2), Rest(12, closing=True)))),
]


def test_each_phase_has_its_own_sign() -> None:
    lit = {phase: FlowerLight.of(breathing(phase)) for phase in Phase}
    assert [phase for phase in Phase if lit[phase].wave > 0.5] == [Phase.IN, Phase.TOP_UP]
    assert [phase for phase in Phase if lit[phase].warmth > 0.5] == [Phase.OUT]
    assert [phase for phase in Phase if lit[phase].dew > 0.5] == [Phase.HOLD]
    assert [phase for phase in Phase if lit[phase].pearl > 0.5] == [Phase.REST]


def test_the_light_of_an_in_breath_runs_outward() -> None:
    way = [FlowerLight.of(breathing(Phase.IN, k / 10)).wave_at for k in range(11)]
    assert way == sorted(way)
    assert (way[0], way[-1]) == (0.0, 1.0)


def test_unpaced_the_flower_rests() -> None:
    light = FlowerLight.of(unpaced())
    assert light.openness == RESTING_OPENNESS
    assert (light.wave, light.warmth, light.dew, light.pearl) == (0.0, 0.0, 0.0, 0.0)


@given(st.sampled_from(list(Phase)), st.floats(0, 1), st.floats(0, 1))
def test_presence_leads_from_rest_to_the_breath(phase: Phase, progress: float, presence: float) -> None:
    moment = breathing(phase, progress, presence=presence)
    assert moment.breath is not None
    expected = RESTING_OPENNESS * (1 - presence) + moment.breath.openness * presence
    assert FlowerLight.of(moment).openness == pytest.approx(expected)


@pytest.mark.parametrize("timeline", WALKS)
def test_nothing_jumps_over_a_whole_walk(timeline: Timeline) -> None:
    step = 1 / 240
    before = FlowerLight.of(timeline.at(0.0))
    for k in range(1, int(timeline.duration / step)):
        light = FlowerLight.of(timeline.at(k * step))
        for sign in SIGNS:
            assert abs(getattr(light, sign) - getattr(before, sign)) < 0.02, (sign, k * step)
        if light.wave * before.wave > 0:
            moved = abs(light.wave_at - before.wave_at) * min(light.wave, before.wave)
            assert moved < 0.02
        before = light


def test_the_still_form_tells_by_light_alone() -> None:
    empty, full = (FlowerLight.of(breathing(Phase.IN, p), still=True) for p in (0.0, 1.0))
    middle = (empty.level + full.level) / 2
    assert (full.level - empty.level) / 2 / middle == pytest.approx(0.2, abs=0.03)
    assert all(FlowerLight.of(breathing(Phase.IN, k / 10), still=True).wave == 0.0 for k in range(11))


@pytest.mark.parametrize("still", [False, True])
def test_slow_light_warms_the_heart_where_nothing_is_paced(still: bool) -> None:
    dim, bright = (FlowerLight.of(replace(unpaced(), glow=glow), still) for glow in (0.0, 1.0))
    assert dim.warmth == 0.0
    assert bright.warmth > 0.5
    assert bright.openness == dim.openness
    assert (bright.level / dim.level > 1.2) is still
