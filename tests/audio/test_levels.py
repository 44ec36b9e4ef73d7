import numpy as np
import pytest

from kindtimer.audio.levels import CEILING, KNEE, REFERENCE_VOLUME, eased, gain, limited
from kindtimer.core.sound import SoundPlan
from tests.audio.stand_ins import decibels


def test_the_reference_is_the_default_volume() -> None:
    assert SoundPlan.volume == REFERENCE_VOLUME
    assert gain(REFERENCE_VOLUME) == 1.0


def test_volume_goes_from_silence_to_four_decibels_without_a_jump() -> None:
    gains = [gain(v / 1000.0) for v in range(1001)]
    assert gains[0] == 0.0
    assert decibels(gains[-1]) == pytest.approx(4.0, abs=0.05)
    steps = np.diff(gains)
    assert (steps > 0).all()
    assert steps.max() < 0.006


def test_volume_outside_its_range_is_held_to_it() -> None:
    assert gain(-1.0) == 0.0
    assert gain(7.0) == gain(1.0)


def test_the_limiter_changes_nothing_up_to_its_knee() -> None:
    samples = np.linspace(-KNEE, KNEE, 1001)
    assert np.array_equal(limited(samples), samples)


def test_the_limiter_never_goes_over_its_ceiling_and_keeps_order() -> None:
    samples = np.linspace(-20.0, 20.0, 20001)
    bent = limited(samples)
    assert np.abs(bent).max() <= CEILING
    assert (np.diff(bent) >= 0).all()
    assert np.abs(np.diff(bent)).max() <= 0.002 + 1e-12


def test_easing_is_flat_at_both_ends() -> None:
    curve = eased(np.linspace(-0.5, 1.5, 2001))
    assert curve[0] == 0.0
    assert curve[-1] == 1.0
    assert np.diff(curve).max() < 0.0016
