import itertools

import numpy as np
import pyloudnorm
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from kindtimer.audio.levels import CEILING
from kindtimer.audio.mixer import Mixer, voice_of
from kindtimer.core.pattern import Phases
from kindtimer.core.sound import Bells, Carrier
from kindtimer.core.timeline import Timeline
from tests.audio.stand_ins import BOX, LONGER_OUT, QUICK, RATE, SIGH, decibels, rms, timeline

VOICES = {carrier: voice_of(carrier) for carrier in Carrier}
BREATHING = (Carrier.AIR, Carrier.TONE)


def mixer(
    walk: Timeline, carrier: Carrier = Carrier.AIR, bells: Bells = Bells.NONE, volume: float = 0.4
) -> Mixer:
    return Mixer(walk, carrier, bells, volume, VOICES[carrier])


def heard(mix: Mixer, start: float, end: float, rate: int = RATE) -> NDArray[np.float32]:
    return mix.render(round(start * rate), round((end - start) * rate), rate)[:, 0]


@pytest.mark.parametrize("carrier", list(Carrier))
@given(cuts=st.lists(st.integers(1, 4 * RATE), max_size=12), first=st.integers(0, 30 * RATE))
@settings(max_examples=15, deadline=None)
def test_samples_do_not_depend_on_blocks(carrier: Carrier, cuts: list[int], first: int) -> None:
    mix = mixer(timeline(SIGH, 3), carrier, Bells.START_END)
    edges = sorted({0, 4 * RATE, *cuts})
    whole = mix.render(first, 4 * RATE, RATE)
    parts = [mix.render(first + a, b - a, RATE) for a, b in itertools.pairwise(edges)]
    assert np.array_equal(np.concatenate(parts), whole)


def test_frames_are_float32_and_the_same_in_both_ears() -> None:
    frames = mixer(timeline()).render(100_000, 1000, RATE)
    assert frames.dtype == np.float32
    assert frames.shape == (1000, 2)
    assert np.array_equal(frames[:, 0], frames[:, 1])
    assert mixer(timeline()).render(0, 0, RATE).shape == (0, 2)


@pytest.mark.parametrize("carrier", BREATHING)
@pytest.mark.parametrize(
    "phases", [LONGER_OUT, SIGH, BOX, Phases(5.5, out=5.5), Phases(4.0, hold=7.0, out=8.0)]
)
def test_the_programme_is_between_minus_23_and_minus_20_lufs(carrier: Carrier, phases: Phases) -> None:
    walk = timeline(phases, 12)
    sound = mixer(walk, carrier).render(0, round(10 * phases.period * RATE), RATE)
    loudness = pyloudnorm.Meter(RATE).integrated_loudness(sound.astype(np.float64))
    assert -23.0 <= loudness <= -20.0


@pytest.mark.parametrize("carrier", BREATHING)
def test_peaks_leave_the_room_they_are_asked_to(carrier: Carrier) -> None:
    walk = timeline(breaths=6)
    assert decibels(np.abs(heard(mixer(walk, carrier), 0, 60)).max()) <= -9.0
    assert decibels(np.abs(heard(mixer(walk, carrier, Bells.START_END), 0, 72)).max()) <= -9.0
    loudest = heard(mixer(walk, carrier, Bells.START_END, 1.0), 0, 72)
    assert decibels(np.abs(loudest).max()) <= -5.5
    assert np.abs(loudest).max() <= CEILING


@pytest.mark.parametrize("carrier", BREATHING)
def test_in_and_out_differ_in_brightness_at_the_same_openness(carrier: Carrier) -> None:
    mix = mixer(timeline(Phases(5.0, out=5.0), 4), carrier)

    def brightness(start: float, end: float) -> float:
        power = np.abs(np.fft.rfft(heard(mix, start, end))) ** 2
        hertz = np.fft.rfftfreq(round((end - start) * RATE), 1.0 / RATE)
        return float((power * hertz).sum() / power.sum())

    assert brightness(12.0, 13.0) > (1.3 if carrier is Carrier.AIR else 1.03) * brightness(17.0, 18.0)


@pytest.mark.parametrize("carrier", BREATHING)
def test_no_hiss_and_no_hum(carrier: Carrier) -> None:
    sound = heard(mixer(timeline(), carrier), 10, 30)
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1.0 / RATE)
    whole = power.sum()
    assert 10 * np.log10(power[hertz > 3000].sum() / whole) < -35
    assert 10 * np.log10(power[hertz < 120].sum() / whole) < -25
    assert power[(hertz > 190) & (hertz < 2000)].sum() / whole > 0.9


@pytest.mark.parametrize("carrier", BREATHING)
@pytest.mark.parametrize("phases", [LONGER_OUT, SIGH, BOX])
def test_no_turn_has_a_step_larger_than_its_neighbourhood(carrier: Carrier, phases: Phases) -> None:
    walk = timeline(phases, 4)
    mix = mixer(walk, carrier)
    turns = [start + into for start in walk.segments[0].starts[:-1] for _, into, _ in phases.parts]
    whole = heard(mix, 0, walk.planned)
    roughest = np.abs(np.diff(whole, 2)).max()
    for turn in turns[1:]:
        near = heard(mix, turn - 0.01, turn + 0.01)
        assert np.abs(np.diff(near, 2)).max() < 0.5 * roughest
        # and each turn is a dip: both its sides are louder
        level = rms(heard(mix, turn - 0.02, turn + 0.02))
        assert rms(heard(mix, turn - 0.8, turn - 0.5)) > 1.5 * level or turn > walk.planned - 12
        assert rms(heard(mix, turn + 0.4, turn + 0.7)) > 1.5 * level or turn > walk.planned - 12


@pytest.mark.parametrize("carrier", BREATHING)
def test_a_slewed_step_is_as_smooth(carrier: Carrier) -> None:
    mix = mixer(timeline(), carrier)
    for slew in (0.998, 1.002):
        at = 12.0 + np.arange(RATE) * slew / RATE
        usual = np.abs(np.diff(heard(mix, 12.0, 13.0), 2)).max()
        assert np.abs(np.diff(mix.at(at)[:, 0], 2)).max() < 1.2 * usual


@pytest.mark.parametrize("carrier", BREATHING)
def test_the_first_two_seconds_fade_in_but_are_there(carrier: Carrier) -> None:
    mix = mixer(timeline(), carrier)
    levels = [rms(heard(mix, t, t + 0.2)) for t in (0.3, 0.8, 1.3, 1.9)]
    assert levels[0] > 10 ** (-50 / 20)
    assert levels == sorted(levels)
    assert mix.render(0, 1, RATE)[0, 0] == 0.0


def test_a_plan_that_is_eased_agrees_with_the_old_one_up_to_then() -> None:
    walk = timeline()
    for carrier in BREATHING:
        before, after = mixer(walk, carrier), mixer(walk.eased(21.3, "x"), carrier)
        assert np.array_equal(heard(before, 15, 21.2), heard(after, 15, 21.2))
        assert not heard(after, 23.4, 25).any()


def test_bells_sound_at_the_start_and_the_planned_end_and_nowhere_else() -> None:
    walk = timeline(QUICK, 12)
    mix = mixer(walk, Carrier.NONE, Bells.START_END)
    whole = heard(mix, 0, walk.duration)
    strikes = np.flatnonzero(np.abs(whole) > 0.05)
    assert strikes[0] / RATE < 0.03
    again = strikes[strikes > 30 * RATE]
    assert 0.0 <= again[0] / RATE - walk.planned < 0.03
    assert not heard(mix, 25, walk.planned).any()
    assert not heard(mixer(walk, Carrier.NONE), 0, walk.duration).any()


def test_nothing_sounds_outside_of_the_session() -> None:
    mix = mixer(timeline(), Carrier.TONE, Bells.START_END)
    assert not mix.at(np.linspace(-2.0, -0.001, 500)).any()
    assert not mix.at(np.linspace(100.0, 101.0, 500)).any()


def test_volume_scales_the_sound_and_nothing_at_zero() -> None:
    walk = timeline()
    reference = rms(heard(mixer(walk), 12, 14))
    assert rms(heard(mixer(walk, volume=0.2), 12, 14)) == pytest.approx(reference / 4, rel=1e-3)
    assert not heard(mixer(walk, volume=0.0), 12, 14).any()


def test_clicks_are_minus_six_decibels_at_any_volume_and_exactly_on_the_breath() -> None:
    walk = timeline(Phases(0.5, out=0.5), 10)
    whole = heard(mixer(walk, Carrier.CLICK, volume=0.0), 0, 10)
    peaks = [round(k * RATE) for k in range(10)]
    assert np.allclose(whole[peaks], 10 ** (-6 / 20), atol=1e-6)
    for peak in peaks[1:]:
        assert int(np.argmax(np.abs(whole[peak - 4800 : peak + 4800]))) == 4800
        assert not whole[peak - 4800 : peak - 200].any()


def test_any_rate_gives_the_same_sound() -> None:
    for carrier in BREATHING:
        mix = mixer(timeline(), carrier)
        at_44 = rms(heard(mix, 11, 13, 44_100))
        assert at_44 == pytest.approx(rms(heard(mix, 11, 13)), rel=0.01)
