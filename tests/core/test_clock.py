from datetime import UTC

from kindtimer.core.clock import Clock, SystemClock


def test_now_never_runs_backwards() -> None:
    clock: Clock = SystemClock()
    told = [clock.now() for _ in range(1000)]
    assert told == sorted(told)


def test_when_is_aware_and_in_utc() -> None:
    assert SystemClock().when().tzinfo is UTC


def test_asleep_is_known_or_nothing() -> None:
    clock = SystemClock()
    before, after = clock.asleep(), clock.asleep()
    assert before > -0.1
    assert abs(after - before) < 1.0
