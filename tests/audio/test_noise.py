import numpy as np
import pytest

from kindtimer.audio.levels import Samples
from kindtimer.audio.noise import LOOP_LENGTH, LOOP_RATE, TIPS_AT_MOST, NoiseBands, pink_spectrum
from tests.audio.stand_ins import rms

LOOP = LOOP_LENGTH / LOOP_RATE


def band(centre: float) -> "object":
    def response(hertz: Samples) -> Samples:
        return np.asarray(np.exp(-((np.log2(hertz / centre)) ** 2)))

    return response


@pytest.fixture(scope="module")
def bands() -> NoiseBands:
    return NoiseBands(pink_spectrum(), [band(300.0), band(420.0), band(600.0)])  # type: ignore[list-item]


def test_pink_power_falls_three_decibels_an_octave() -> None:
    power = np.abs(pink_spectrum()) ** 2
    hertz = np.fft.rfftfreq(LOOP_LENGTH, 1.0 / LOOP_RATE)
    octaves = [power[(hertz >= f) & (hertz < 2 * f)].mean() for f in (100, 200, 400, 800, 1600)]
    assert np.allclose(10 * np.log10(np.divide(octaves[1:], octaves[:-1])), -3.01, atol=0.1)


def test_every_height_is_equally_loud_and_has_no_high_tips(bands: NoiseBands) -> None:
    at = np.arange(0.0, LOOP, 1.0 / LOOP_RATE)
    for height in np.linspace(0.0, 1.0, 9):
        heard = bands.read(at, np.full(len(at), height))
        assert rms(heard) == pytest.approx(0.97, abs=0.05)
        assert np.abs(heard).max() <= TIPS_AT_MOST + 1e-6


def test_there_is_no_seam(bands: NoiseBands) -> None:
    at = LOOP + np.arange(-2000, 2000) / 48_000.0
    steps = np.abs(np.diff(bands.read(at, np.full(len(at), 0.5))))
    assert steps[1900:2100].max() <= steps.max()
    assert steps.max() < 0.25


def test_it_reads_the_same_a_whole_loop_later(bands: NoiseBands) -> None:
    at = np.arange(2400) / 48_000.0
    height = np.linspace(0.0, 1.0, len(at))
    assert np.allclose(bands.read(at, height), bands.read(at + 100 * LOOP, height), atol=1e-4)


def test_gliding_through_the_bands_has_no_step(bands: NoiseBands) -> None:
    at = np.arange(48_000) / 48_000.0
    still = np.abs(np.diff(bands.read(at, np.full(len(at), 1.0)))).max()
    glides = np.abs(np.diff(bands.read(at, np.linspace(0.0, 1.0, len(at))))).max()
    assert glides <= still * 1.1
