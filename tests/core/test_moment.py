import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.breath import Breath, Phase
from kindtimer.core.moment import NO_LINE, Moment, lit, named, phase_line


def _moment(breath: Breath | None, presence: float = 1.0) -> Moment:
    return Moment(5.0, breath, 1.0, presence, 1.0, NO_LINE, NO_LINE, closing=False)


def test_a_phase_is_named_in_its_middle_at_full_light() -> None:
    told = named(_moment(Breath(Phase.OUT, 0.5, 0.5, 6.0, 7)))
    assert told.line.words == "out"
    assert told.line.light == pytest.approx(1.0)


def test_where_nothing_is_paced_nothing_is_named() -> None:
    moment = _moment(None)
    assert named(moment) is moment


def test_a_word_is_as_light_as_the_pacing_is_there() -> None:
    breath = Breath(Phase.IN, 0.5, 0.5, 4.0, 0)
    assert phase_line(breath, 0.25).light == pytest.approx(0.25)


@given(st.floats(0, 100), st.floats(0.01, 100), st.floats(0, 5), st.floats(0, 1))
def test_light_comes_and_goes_softly_and_stays_between(
    start: float, length: float, fade: float, part: float
) -> None:
    end = start + length
    light = lit(start + part * length, start, end, fade)
    assert 0.0 <= light <= 1.0
    if fade > 0:
        assert lit(start, start, end, fade) == 0.0
        assert lit(end, start, end, fade) == 0.0
    assert lit((start + end) / 2, start, end, fade) == pytest.approx(1.0)
