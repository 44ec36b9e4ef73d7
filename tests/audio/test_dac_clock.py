import numpy as np
import pytest

from kindtimer.audio.dac_clock import STAYS, DacClock, Stamp, plausible
from tests.audio.stand_ins import WALL

RATE, BLOCK, LATENCY = 48_000.0, 1200, 0.1


def stamp(k: int, *, late: float = 0.0, lead: float = 0.12, drift: float = 0.0, shift: float = 0.0) -> Stamp:
    """Callback `k` of a steady device: due every 25 ms, seen `late` seconds after it was due."""
    due = 10.0 + k * BLOCK / RATE * (1.0 + drift) + shift
    return Stamp(k * BLOCK, BLOCK, due + WALL + lead, due + WALL, due + late)


def test_what_is_plausible() -> None:
    assert plausible(0.125, 0.025, 0.1)
    assert not plausible(0.0, 0.025, 0.1)
    assert not plausible(-1.0, 0.025, 0.1)
    assert not plausible(0.3, 0.025, 0.1)


def test_frames_are_placed_on_our_clock_though_stamps_are_on_the_wall_clock() -> None:
    clock = DacClock(RATE, LATENCY)
    assert not clock.known
    clock.take(stamp(0))
    assert clock.known
    assert clock.heard(48_000) == pytest.approx(10.12 + 1.0, abs=1e-6)


def test_callbacks_that_come_late_do_not_move_it() -> None:
    clock = DacClock(RATE, LATENCY)
    late = np.random.default_rng(1).exponential(0.008, 200)
    late[::7] = 0.0
    for k in range(200):
        clock.take(stamp(k, late=float(late[k])))
    assert clock.heard(0) == pytest.approx(10.12, abs=2e-4)


def test_it_follows_a_card_that_drifts() -> None:
    clock = DacClock(RATE, LATENCY)
    for k in range(40 * 600):
        clock.take(stamp(k, drift=50e-6))
    k = 40 * 600
    assert clock.heard(k * BLOCK) == pytest.approx(10.12 + k * BLOCK / RATE * (1 + 50e-6), abs=1e-4)


def test_a_single_stray_stamp_is_passed_over() -> None:
    clock = DacClock(RATE, LATENCY)
    for k in range(50):
        clock.take(stamp(k, lead=0.19 if k == 25 else 0.12))
    assert clock.jumps == 0
    assert clock.heard(0) == pytest.approx(10.12, abs=1e-4)


def test_a_gap_in_the_device_is_followed_and_counted_once_it_stays() -> None:
    clock = DacClock(RATE, LATENCY)
    for k in range(20):
        clock.take(stamp(k))
    for k in range(20, 20 + STAYS):
        clock.take(stamp(k, shift=0.4))
    assert clock.jumps == 1
    assert clock.heard(0) == pytest.approx(10.52, abs=1e-3)


def test_a_device_without_stamps_is_placed_by_its_latency() -> None:
    clock = DacClock(RATE, LATENCY)
    for k in range(100):
        due = 10.0 + k * BLOCK / RATE
        clock.take(Stamp(k * BLOCK, BLOCK, 0.0, 0.0, due + (0.006 if k % 3 else 0.0)))
    assert clock.known
    assert clock.heard(0) == pytest.approx(10.1, abs=0.001)


def test_stamps_that_stop_leave_it_predicting() -> None:
    clock = DacClock(RATE, LATENCY)
    for k in range(20):
        clock.take(stamp(k))
    for k in range(20, 40):
        clock.take(Stamp(k * BLOCK, BLOCK, 0.0, 0.0, 10.0 + k * BLOCK / RATE + 0.02))
    assert clock.heard(0) == pytest.approx(10.12, abs=1e-6)
