"""Gradual: a value on its way from one place to another, by a raised cosine. Pure; time is handed in."""

from dataclasses import dataclass

from kindtimer.core.breath import ease


@dataclass(frozen=True, slots=True)
class Gradual:
    """From `start` to `end`, begun at `since` (now) and taking `seconds`."""

    start: float
    end: float
    since: float
    seconds: float

    def at(self, now: float) -> float:
        """The value at `now`; before and after, its ends."""
        return self.start + (self.end - self.start) * ease((now - self.since) / self.seconds)

    def over(self, now: float) -> bool:
        """Whether it has arrived."""
        return now - self.since >= self.seconds
