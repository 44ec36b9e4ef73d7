"""The real program with a wall clock that is elsewhere, so that an offer is due soon; nothing else differs.

`python -m tests.desktop.shifted_program WHEN ZONE`: it starts at this moment of that zone (ISO, local), and
has no first minute without offers. The home is KINDTIMER_HOME. Used by the desktop tests and the bench.
"""

import os
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from kindtimer.core.clock import SystemClock
from kindtimer.parts import Parts
from kindtimer.program import real_parts, run
from kindtimer.store.paths import Home


@dataclass
class ShiftedClock(SystemClock):
    """The machine's clocks, with the wall clock somewhere else."""

    by: timedelta = timedelta()

    def when(self) -> datetime:
        """The wall clock, shifted."""
        return super().when() + self.by

    def set_to(self, when: datetime) -> None:
        """Somebody sets the clock."""
        self.by = when - super().when()


def shifted_parts(home: Home, clock: ShiftedClock, zone: ZoneInfo) -> Parts:
    """The real parts of this home with that clock, in that zone."""
    return replace(real_parts(home), clock=clock, zone=lambda: zone, first_minute=timedelta())


def script(when: str, zone: str = "Europe/Berlin") -> tuple[str, ...]:
    """The words that start it; `when` in ISO form."""
    return (sys.executable, "-m", "tests.desktop.shifted_program", when, zone)


def main(when: str, zone_name: str) -> int:
    """Run it to its end."""
    zone, clock = ZoneInfo(zone_name), ShiftedClock()
    clock.set_to(datetime.fromisoformat(when).replace(tzinfo=zone).astimezone(UTC))
    home = Home.find(None, os.environ)
    home.make()
    return run(home, None, None, lambda found: shifted_parts(found, clock, zone))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
