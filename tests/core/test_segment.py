import pytest

from kindtimer.core.breath import Phase
from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Breathe, Rest
from kindtimer.core.segment import EASE_SECONDS, FOLD_SECONDS, breath_lengths, laid

SIX = Phases(inhale=4.0, out=6.0)


def test_the_last_three_breaths_keep_one_rate() -> None:
    lengths = breath_lengths(Breathe(Pace(SIX, ARRIVAL, 0.05), 8))
    assert len({phases.period for phases in lengths[-3:]}) == 1
    assert len({phases.period for phases in lengths[:-2]}) == 6


def test_breaths_follow_each_other_without_a_gap() -> None:
    segment = laid(Breathe(Pace(SIX), 5), start=3.0, bloom=0.0)
    assert segment.starts == (3.0, 13.0, 23.0, 33.0, 43.0, 53.0)
    assert segment.seconds == 50.0
    breath = segment.breath(25.0)
    assert (breath.index, breath.phase, breath.progress) == (2, Phase.IN, 0.5)


def test_the_flower_opens_on_the_first_in_breath_and_folds_on_the_last_out_breath() -> None:
    segment = laid(Breathe(Pace(SIX), 3), start=0.0, bloom=0.0)
    assert [segment.bloom_at(at) for at in (0.0, 4.0, 20.0, 24.0, 30.0)] == [0.0, 1.0, 1.0, 1.0, 0.0]
    assert segment.cue(9.0) == 1.0
    assert segment.cue(29.9) == pytest.approx(0.0, abs=1e-3)


def test_the_closing_quiet_folds_what_stands_open() -> None:
    quiet = laid(Rest(12.0, closing=True), start=0.0, bloom=1.0)
    assert quiet.bloom_at(0.0) == 1.0
    assert quiet.bloom_at(FOLD_SECONDS) == 0.0


def test_a_segment_that_is_let_go_fades_within_two_seconds() -> None:
    segment = laid(Breathe(Pace(SIX), 5), start=0.0, bloom=0.0).let_go(17.0)
    assert segment.end == 17.0 + EASE_SECONDS
    assert (segment.presence(17.0), segment.presence(19.0)) == (1.0, 0.0)
    assert segment.fading(17.5)


@pytest.mark.parametrize(("at", "last"), [(12.0, 1), (15.0, 2), (49.0, 4)])
def test_folding_soon_takes_the_next_out_breath_that_has_not_begun(at: float, last: int) -> None:
    segment = laid(Breathe(Pace(SIX), 5), start=0.0, bloom=0.0).folded_soon(at)
    assert segment.folds == last
    assert segment.end == (last + 1) * 10.0
