import numpy as np
import pytest

from kindtimer.audio.score import Score
from kindtimer.audio.tone import LOWEST, RATIO, Tone, cycles
from tests.audio.stand_ins import BOX, LONGER_OUT, RATE, SIGH, timeline


@pytest.mark.parametrize("phases", [LONGER_OUT, SIGH, BOX])
def test_the_closed_form_is_the_integral_of_the_pitch(phases: object) -> None:
    for part in Score(timeline(phases, 1)).parts:  # type: ignore[arg-type]
        at = part.start + np.linspace(0.0, part.length, 200_001)
        pitch = LOWEST * RATIO ** part.openness(at)
        steps = np.diff(at) * (pitch[1:] + pitch[:-1]) / 2.0
        assert np.allclose(cycles(part, at)[1:], np.cumsum(steps), atol=1e-5)


def test_the_glide_is_a_fourth_and_back() -> None:
    rising, falling = Score(timeline(breaths=1)).parts

    def pitch(part: object, at: float) -> float:
        near = np.array([at, at + 1e-4])
        return float(np.diff(cycles(part, near))[0] / 1e-4)  # type: ignore[arg-type]

    assert pitch(rising, 0.0) == pytest.approx(196.0, abs=0.01)
    assert pitch(rising, 4.0 - 1e-4) == pytest.approx(261.6, abs=0.01)
    assert pitch(falling, 4.0) == pytest.approx(261.6, abs=0.01)
    assert pitch(falling, 10.0 - 1e-4) == pytest.approx(196.0, abs=0.01)


def test_the_phase_runs_on_over_every_turn_of_an_hour() -> None:
    score = Score(timeline(breaths=360))
    tone = Tone()
    for index in (1, 2, 3, 500, 501, 702, 703):
        turn = score.parts[index].start
        before = tone.sound(score, index - 1, np.array([turn - 1e-7]))[0]
        after = tone.sound(score, index, np.array([turn]))[0]
        assert before == pytest.approx(after, abs=1e-5)


def test_overtones_are_weak_and_weaker_on_the_out_breath() -> None:
    score = Score(timeline(BOX, 8))
    tone = Tone()

    def overtone(index: int) -> float:
        at = score.parts[index].start + 1.0 + np.arange(RATE) / RATE
        power = np.abs(np.fft.rfft(tone.sound(score, index, at) * np.hanning(RATE))) ** 2
        first = int(np.argmax(power))
        second = power[2 * first - 20 : 2 * first + 20].sum()
        return float(10 * np.log10(second / power[first - 20 : first + 20].sum()))

    # In a hold the pitch stands still, so both lines are narrow: 4 is an in-breath, 5 and 7 are holds.
    assert overtone(5) == pytest.approx(-28.0, abs=1.0)
    assert overtone(7) == pytest.approx(-28.0, abs=1.0)


def test_another_score_starts_its_own_count() -> None:
    tone = Tone()
    first, second = Score(timeline(breaths=3)), Score(timeline(SIGH, 3))
    at = np.array([11.0])
    alone = Tone().sound(second, 3, at)
    tone.sound(first, 2, at)
    assert tone.sound(second, 3, at) == alone
