"""The one place that asks the time. Everything else is handed a Clock, or a time.

`now` is monotonic seconds (never set back, stands still while the machine sleeps), `when` an aware
date-time in UTC. A test hands in a clock that it steps by hand.
"""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What asks the time. Any thread may call it; it never waits."""

    def now(self) -> float:
        """Monotonic seconds; only differences mean anything."""

    def when(self) -> datetime:
        """The moment as an aware date-time in UTC."""

    def asleep(self) -> float:
        """Seconds this machine has spent suspended since it started; 0 where the system does not tell."""


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> float:
        """Monotonic seconds."""
        return time.monotonic()

    def when(self) -> datetime:
        """The wall clock, in UTC."""
        return datetime.now(UTC)

    def asleep(self) -> float:
        """CLOCK_BOOTTIME counts suspended time and CLOCK_MONOTONIC does not (Linux)."""
        boottime = getattr(time, "CLOCK_BOOTTIME", None)
        if boottime is None:
            return 0.0
        return time.clock_gettime(boottime) - time.monotonic()
