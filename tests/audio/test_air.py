import numpy as np
import pytest
from numpy.typing import NDArray

from kindtimer.audio.air import Air
from kindtimer.audio.score import Score
from tests.audio.stand_ins import RATE, decibels, rms, timeline


@pytest.fixture(scope="module")
def air() -> Air:
    return Air()


def piece(air: Air, index: int, start: float, end: float) -> NDArray[np.float64]:
    score = Score(timeline(breaths=8))
    part = score.parts[index]
    at = part.start + np.arange(round(start * RATE), round(end * RATE)) / RATE
    return air.sound(score, index, at)


def centre(sound: NDArray[np.float64]) -> float:
    """The frequency that halves the power."""
    power = np.cumsum(np.abs(np.fft.rfft(sound)) ** 2)
    hertz = np.fft.rfftfreq(len(sound), 1.0 / RATE)
    return float(hertz[np.searchsorted(power, power[-1] / 2)])


def test_the_band_rises_with_the_in_breath_and_falls_with_the_out_breath(air: Air) -> None:
    rising = [centre(piece(air, 4, t, t + 0.5)) for t in (0.3, 1.6, 3.1)]
    falling = [centre(piece(air, 5, t, t + 0.5)) for t in (0.3, 2.5, 5.0)]
    assert rising == sorted(rising)
    assert falling == sorted(falling, reverse=True)
    assert 230 < rising[0] < 420
    assert 600 < rising[2] < 1000
    assert 200 < falling[2] < 320


def test_level_stays_within_four_decibels_over_the_in_breath_and_sinks_over_the_out_breath(air: Air) -> None:
    within = [decibels(rms(piece(air, 4, t, t + 0.6))) for t in np.arange(0.3, 3.0, 0.3)]
    assert max(within) - min(within) < 4.0
    sinks = [decibels(rms(piece(air, 5, t, t + 0.8))) for t in (0.3, 4.8)]
    assert 3.5 < sinks[0] - sinks[1] < 8.0


def test_both_colours_meet_at_the_turn(air: Air) -> None:
    score = Score(timeline(breaths=8))
    turn = score.parts[5].start
    before = air.sound(score, 4, np.array([turn - 1e-9]))[0]
    after = air.sound(score, 5, np.array([turn]))[0]
    assert before == pytest.approx(after, abs=1e-6)
