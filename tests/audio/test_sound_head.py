from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from kindtimer.audio.dac_clock import DacClock
from kindtimer.audio.frame_feed import FrameFeed
from kindtimer.audio.levels import Samples
from kindtimer.audio.sound_head import MOST_SLEW, SoundHead, slewed
from tests.audio.stand_ins import RATE, FakeStream, SteppedClock

LEAD = 0.125
"""Seconds from a callback until its first frame is heard, in the stand-in."""


class Told:
    """A mixer whose sound is the position itself."""

    def at(self, positions: Samples) -> NDArray[np.float32]:
        return np.stack([positions, positions], axis=1).astype(np.float32)


class Bench:
    """A head on a stream that is played by hand; position 0 is heard at the start plus one second."""

    def __init__(self) -> None:
        self.clock = SteppedClock()
        self.feed = FrameFeed(self.clock, RATE)
        self.stream = FakeStream(self.clock, self.feed.fill, lambda: None)
        self.dac = DacClock(RATE, 0.1)
        self.head = SoundHead(self.feed, self.dac, RATE)
        self.feed.gate(1.0, 0.0)
        self.stream.play(1)
        self.take()

    def take(self) -> None:
        assert self.feed.stamp is not None
        self.dac.take(self.feed.stamp)

    def go(self, blocks: int, between: Callable[[], object] = lambda: None) -> NDArray[np.float32]:
        def turn() -> None:
            self.take()
            self.head.go_on()
            between()

        before = self.stream.frames
        self.stream.play(blocks, turn)
        return self.stream.sound()[before:]

    def expected(self, origin: float, blocks: int) -> NDArray[np.float64]:
        """Positions at the ear for the last so many blocks."""
        frames = np.arange(self.stream.frames - blocks * 1200, self.stream.frames)
        return self.dac.heard(0) + frames / RATE - origin


def test_the_step_is_slewed_by_two_in_a_thousand_at_most() -> None:
    assert slewed(0.0) == 1.0
    assert slewed(1e-4) == pytest.approx(1.0 - 1e-4)
    assert slewed(0.04) == pytest.approx(1.0 - MOST_SLEW)
    assert slewed(-0.04) == pytest.approx(1.0 + MOST_SLEW)


def test_each_frame_sounds_the_position_at_which_it_is_heard() -> None:
    bench = Bench()
    origin = bench.clock.now()
    bench.head.play(Told(), origin, 0.01)  # type: ignore[arg-type]
    bench.go(20)
    heard = bench.go(8)
    assert np.allclose(heard, bench.expected(origin, 8), atol=2e-5)
    assert abs(bench.head.error) < 1e-4


def test_a_small_error_is_slewed_away_without_a_step() -> None:
    bench = Bench()
    origin = bench.clock.now()
    bench.head.play(Told(), origin, 0.01)  # type: ignore[arg-type]
    bench.go(20)
    bench.dac._offset = bench.dac.heard(0) + 0.006  # the device is heard 6 ms later than was thought
    anchored = bench.head.anchored

    def only_render() -> None:
        bench.head.go_on()

    before = bench.stream.frames
    bench.stream.play(300, only_render)
    heard = bench.stream.sound()[before + 14400 :]
    steps = np.diff(heard) * RATE
    assert bench.head.anchored == anchored
    assert steps.max() < 1.0 + MOST_SLEW + 0.05
    assert steps.min() > 0.95
    assert abs(bench.head.error) < 2e-4


def test_a_large_error_is_a_new_start_under_a_cross_fade() -> None:
    bench = Bench()
    origin = bench.clock.now()
    bench.head.play(Told(), origin, 0.01)  # type: ignore[arg-type]
    bench.go(20)
    bench.dac._offset = bench.dac.heard(0) + 0.4
    anchored = bench.head.anchored
    before = bench.stream.frames
    bench.stream.play(20, bench.head.go_on)
    heard = bench.stream.sound()[before:]
    assert bench.head.anchored == anchored + 1
    assert abs(bench.head.error) < 1e-6
    assert heard[-1] == pytest.approx(bench.expected(origin, 1)[-1], abs=1e-4)
    # 0.4 s of position over a fade of 50 ms: no single step is more than a raised cosine takes
    assert np.abs(np.diff(heard)).max() < 0.4 * np.pi / 2 / (0.05 * RATE) * 1.1 + 1e-4


def test_what_was_there_fades_out_beneath_what_comes() -> None:
    bench = Bench()
    bench.head.play(Told(), bench.clock.now() - 1000.0, 0.01)  # type: ignore[arg-type]
    bench.go(20)
    bench.head.play(None, bench.clock.now(), 0.15)
    before = bench.stream.frames
    bench.go(16)
    heard = bench.stream.sound()[before:] / 1000.0
    assert heard[0] == pytest.approx(1.0, abs=0.01)
    assert heard[-1] == 0.0
    assert np.abs(np.diff(heard)).max() < np.pi / 2 / (0.15 * RATE) * 1.1
    assert bench.feed.gaps == 0


def test_a_renderer_that_was_kept_away_takes_its_place_at_the_right_position() -> None:
    bench = Bench()
    origin = bench.clock.now()
    bench.head.play(Told(), origin, 0.01)  # type: ignore[arg-type]
    bench.go(20)
    bench.stream.play(40)  # one second in which nobody renders
    assert bench.feed.gaps == 1
    bench.go(20)
    assert np.allclose(bench.go(4), bench.expected(origin, 4), atol=2e-5)
    assert bench.feed.gaps == 1
