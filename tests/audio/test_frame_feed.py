import numpy as np
from numpy.typing import NDArray

from kindtimer.audio.frame_feed import FrameFeed
from tests.audio.stand_ins import RATE, SteppedClock


def ramp(first: int, count: int) -> NDArray[np.float32]:
    both = np.arange(first, first + count, dtype=np.float32)
    return np.stack([both, both], axis=1)


def take(feed: FrameFeed, count: int = 480) -> NDArray[np.float32]:
    out = np.full((count, 2), 9.0, dtype=np.float32)
    feed.fill(out, 1.0, 2.0)
    return out[:, 0]


def opened(seconds: float = 0.1) -> FrameFeed:
    """A feed whose gain is up."""
    feed = FrameFeed(SteppedClock(), RATE, seconds)
    feed.gate(1.0, 0.0)
    take(feed, 1)
    return feed


def test_before_anything_is_written_there_is_silence_and_no_gap() -> None:
    feed = opened()
    assert not take(feed).any()
    assert feed.gaps == 0


def test_what_is_written_comes_out_in_order_over_the_ring_s_end() -> None:
    feed = opened()
    heard = []
    for k in range(30):
        feed.write(1 + k * 480, ramp(1 + k * 480, 480))
        heard.append(take(feed))
    assert np.array_equal(np.concatenate(heard), np.arange(1, 1 + 30 * 480, dtype=np.float32))


def test_a_shortage_is_silence_and_counted_once() -> None:
    feed = opened()
    feed.write(1, ramp(1, 700))
    assert take(feed)[-1] == 480
    short = take(feed)
    assert short[219] == 700
    assert not short[220:].any()
    take(feed)
    assert feed.gaps == 1
    feed.write(feed.frame, ramp(5, 480))
    take(feed)
    take(feed)
    assert feed.gaps == 2


def test_frames_can_be_written_anew_and_read_back() -> None:
    feed = opened()
    feed.write(1, ramp(1, 2000))
    assert np.array_equal(feed.peek(1500, 100)[:, 0], np.arange(1500, 1600))
    assert len(feed.peek(1950, 100)) == 51
    feed.write(1001, ramp(7001, 500))
    assert feed.end == 1501
    assert take(feed, 1500)[-1] == 7500


def test_the_gain_is_a_ramp_without_a_step() -> None:
    feed = opened(1.0)
    feed.write(1, np.ones((20_000, 2), dtype=np.float32))
    take(feed)
    feed.gate(0.0, 0.05)
    fading = np.concatenate([take(feed) for _ in range(8)])
    assert np.abs(np.diff(fading, prepend=1.0)).max() < 1.01 / 2400
    assert fading[-1] == 0.0
    assert feed.silent
    feed.gate(1.0, 0.05)
    rising = np.concatenate([take(feed) for _ in range(8)])
    assert np.abs(np.diff(rising, prepend=0.0)).max() < 1.01 / 2400
    assert rising[-1] == 1.0


def test_a_cut_is_silence_within_two_milliseconds() -> None:
    feed = opened(1.0)
    feed.write(1, np.ones((20_000, 2), dtype=np.float32))
    feed.cut()
    assert not take(feed)[97:].any()


def test_a_block_larger_than_any_is_filled_whole() -> None:
    feed = opened(1.0)
    feed.write(1, np.ones((12_000, 2), dtype=np.float32))
    feed.gate(0.0, 1.0)
    assert (np.diff(take(feed, 10_000)) < 0).all()


def test_each_callback_publishes_its_stamp() -> None:
    clock = SteppedClock(77.0)
    feed = FrameFeed(clock, RATE)
    take(feed)
    take(feed)
    assert feed.stamp is not None
    assert tuple(feed.stamp) == (480, 480, 1.0, 2.0, 77.0)


def test_a_fault_in_the_callback_is_silence_and_told() -> None:
    class Broken:
        def now(self) -> float:
            raise RuntimeError("no time")

        when = asleep = now

    feed = FrameFeed(Broken(), RATE)  # type: ignore[arg-type]
    assert not take(feed).any()
    assert feed.broken
