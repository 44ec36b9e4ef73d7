import numpy as np

from kindtimer.audio.bowl import ATTACK, LASTS, LOWEST, bowl
from tests.audio.stand_ins import RATE, decibels, rms

SINCE = np.arange(round(20 * RATE)) / RATE
RINGS = bowl(SINCE)


def test_it_is_silent_before_the_strike_and_after_it_has_rung() -> None:
    assert not bowl(np.linspace(-1.0, -1e-6, 100)).any()
    assert not RINGS[round(LASTS * RATE) :].any()
    assert LASTS < 20.0


def test_the_strike_is_soft() -> None:
    assert RINGS[0] == 0.0
    assert 0.015 <= ATTACK <= 0.04
    peak = int(np.argmax(np.abs(RINGS)))
    assert peak / RATE > 0.015
    assert decibels(np.abs(RINGS).max()) < -12.0


def test_it_fades_sixty_decibels_in_about_fourteen_seconds() -> None:
    early, late = rms(RINGS[RATE : 4 * RATE]), rms(RINGS[10 * RATE : 13 * RATE])
    assert 30.0 < decibels(early) - decibels(late) < 45.0


def test_it_beats_slowly_and_never_to_silence() -> None:
    """The fundamental's envelope, made flat, rises and falls 0.5 to 1.5 times a second."""
    tail = RINGS[4 * RATE : 12 * RATE] * 10 ** (3.0 * (SINCE[4 * RATE : 12 * RATE]) / 14.0)
    carried = tail * np.exp(-2j * np.pi * LOWEST * SINCE[4 * RATE : 12 * RATE])
    envelope = np.abs(carried.reshape(-1, RATE // 10).mean(axis=1))
    swings = np.abs(np.fft.rfft(envelope - envelope.mean()))
    beats = np.argmax(swings) / 8.0
    assert 0.5 <= beats <= 1.5
    assert envelope.min() > 0.1 * envelope.max()


def test_bright_metal_is_kept_down() -> None:
    power = np.abs(np.fft.rfft(RINGS)) ** 2
    hertz = np.fft.rfftfreq(len(RINGS), 1.0 / RATE)
    assert 10 * np.log10(power[hertz > 3000].sum() / power.sum()) < -35
