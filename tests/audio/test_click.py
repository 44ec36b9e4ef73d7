import numpy as np
import pytest

from kindtimer.audio.click import REACH, click, clicks
from kindtimer.audio.score import Score
from tests.audio.stand_ins import QUICK, RATE, timeline


def test_its_peak_is_minus_six_decibels_and_in_its_middle() -> None:
    away = np.arange(-500, 501) / RATE
    sound = click(away)
    assert int(np.argmax(np.abs(sound))) == 500
    assert sound[500] == pytest.approx(10 ** (-6 / 20), abs=1e-9)


def test_it_is_over_within_a_few_milliseconds() -> None:
    assert np.abs(click(np.array([-REACH, REACH]))).max() < 1e-9


def test_it_is_band_limited() -> None:
    sound = click(np.arange(-2400, 2400) / RATE)
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1.0 / RATE)
    assert 10 * np.log10(power[hertz > 4000].sum() / power.sum()) < -60


def test_one_for_each_breath_also_where_a_block_begins_inside_it() -> None:
    score = Score(timeline(QUICK, 4))
    at = np.arange(21 * RATE) / RATE
    whole = clicks(score, at)
    assert [int(np.argmax(whole[k : k + 100])) + k for k in (5 * RATE - 50, 10 * RATE - 50)] == [
        5 * RATE,
        10 * RATE,
    ]
    assert np.array_equal(whole[5 * RATE - 7 :], clicks(score, at[5 * RATE - 7 :]))
    assert np.count_nonzero(np.diff((np.abs(whole) > 0.4).astype(int)) == 1) + (whole[0] > 0.4) == 4
