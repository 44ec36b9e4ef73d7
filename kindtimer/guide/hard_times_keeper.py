"""What the pages need of whatever keeps *My page for hard times*; `app` hands in the journal.

Main thread; a short read, a short write. No Qt.
"""

from typing import Protocol

from kindtimer.core.hard_times import HardTimes


class HardTimesKeeper(Protocol):
    """Keeps the page somewhere."""

    def hard_times(self) -> HardTimes:
        """The page as it is kept; an empty one with a kind line in `trouble` where it cannot be read."""

    def keep_hard_times(self, page: HardTimes) -> str | None:
        """Keep it; a kind line where that could not be done. What was kept before is whole then."""
