import pytest
from pytestqt.qtbot import QtBot

from kindtimer.core.clock import SystemClock
from kindtimer.visuals.frame_loop import FrameLoop, FrameStats
from tests.fakes import ManualClock


def test_gaps_are_counted_as_late_or_on_time() -> None:
    stats = FrameStats()
    for gap in (None, 0.016, 0.024, 0.026, 0.2):
        stats.note(gap)
    assert (stats.frames, stats.late, stats.worst) == (5, 2, 0.2)
    assert stats.told() == {"frames": 5, "painted": 0, "late": 2, "worst_ms": 200.0}


def test_it_asks_for_frames_until_it_is_stopped(qtbot: QtBot) -> None:
    times: list[float] = []
    loop = FrameLoop(SystemClock(), times.append)
    loop.start()
    qtbot.waitUntil(lambda: len(times) >= 5, timeout=5000)
    loop.stop()
    assert not loop.running
    assert times == sorted(times)
    assert loop.stats.frames == len(times)


def test_a_callback_may_stop_it(qtbot: QtBot) -> None:
    seen: list[float] = []

    def once(at: float) -> None:
        seen.append(at)
        loop.stop()

    loop = FrameLoop(SystemClock(), once)
    loop.start()
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert not loop.running
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("hertz", "period"), [(60.0, 1 / 60), (144.0, 1 / 72), (120.0, 1 / 60), (5.0, 1 / 24)]
)
def test_a_frame_is_asked_for_the_middle_of_its_time(hertz: float, period: float) -> None:
    clock = ManualClock()
    loop = FrameLoop(clock, ignore)
    loop.set_rate(hertz)
    assert 0.5 * period < loop.shown_at(clock.now()) - clock.now() < 0.5 * period + 0.02


def test_the_time_painting_takes_is_learnt() -> None:
    clock = ManualClock()
    loop = FrameLoop(clock, ignore)
    early = loop.shown_at(clock.now())
    for _ in range(60):
        begun = clock.now()
        clock.step(0.012)
        loop.painted(begun)
    late = loop.shown_at(clock.now())
    assert (late - clock.now()) - (early - 1000.0) == pytest.approx(0.008, abs=0.001)
    assert loop.stats.painted == 60


def test_slowed_it_asks_seldom_and_counts_no_gap_as_late(qtbot: QtBot) -> None:
    clock = SystemClock()
    times: list[float] = []
    loop = FrameLoop(clock, times.append)
    loop.start()
    qtbot.waitUntil(lambda: len(times) >= 3, timeout=5000)
    late = loop.stats.late
    loop.slow_to(0.1)
    seen = len(times)
    qtbot.waitUntil(lambda: len(times) >= seen + 4, timeout=5000)
    assert times[-1] - times[-3] >= 0.19
    assert loop.stats.late == late
    loop.start()
    woken = len(times)
    qtbot.waitUntil(lambda: len(times) >= woken + 3, timeout=5000)
    loop.stop()


def ignore(_at: float) -> None:
    """Nothing to paint here."""


def test_frames_fall_on_the_seconds_of_what_they_keep_step_with(qtbot: QtBot) -> None:
    clock = SystemClock()
    begun: list[float] = []
    loop = FrameLoop(clock, lambda _at: begun.append(clock.now()))
    origin = clock.now() + 0.0071
    loop.keep_step_with(origin)
    loop.start()
    qtbot.waitUntil(lambda: len(begun) >= 40, timeout=5000)
    loop.stop()
    # Begun a lead of 4 ms before the grid; by the median, since a busy machine is late now and then.
    off = sorted(((at + 0.004 - origin) * 60.0 + 0.5) % 1.0 - 0.5 for at in begun[1:])
    assert abs(off[len(off) // 2]) < 0.2
