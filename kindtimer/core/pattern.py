"""Pattern: how a breath is paced, in seconds, and the limits that keep it safe.

The built-in patterns are data in `assets/patterns.toml`; `store` reads them. Seconds and limits are
from the project's facts, §1.1 and §1.4.
"""

from dataclasses import dataclass
from functools import cached_property
from math import isfinite

from kindtimer.core.breath import Breath, Phase, ease, span
from kindtimer.core.words import tr

PACED_CAP_MINUTES = 20.0
"""Longest stretch of pacing in one go (facts §1.4); *Go on* begins another."""


@dataclass(frozen=True)
class Phases:
    """Lengths in seconds of the parts of one breath, in their order. A part of 0 s is not there."""

    inhale: float
    top_up: float = 0.0
    hold: float = 0.0
    out: float = 0.0
    rest: float = 0.0

    @cached_property
    def parts(self) -> tuple[tuple[Phase, float, float], ...]:
        """The parts that are there: phase, start within the breath, length."""
        lengths = (self.inhale, self.top_up, self.hold, self.out, self.rest)
        start = 0.0
        found = []
        for phase, length in zip(Phase, lengths, strict=True):
            if length > 0:
                found.append((phase, start, length))
                start += length
        return tuple(found)

    @cached_property
    def period(self) -> float:
        """Seconds of the whole breath."""
        return self.inhale + self.top_up + self.hold + self.out + self.rest

    @property
    def bpm(self) -> float:
        """Breaths a minute."""
        return 60.0 / self.period

    def at(self, seconds: float, index: int = 0) -> Breath:
        """The breath `seconds` after its beginning; times outside it give its first or last instant."""
        phase, start, length = self.parts[0]
        for part in self.parts:
            if part[1] > seconds:
                break
            phase, start, length = part
        progress = min(1.0, max(0.0, (seconds - start) / length))
        low, high = span(phase, self.top_up > 0)
        return Breath(phase, progress, low + (high - low) * ease(progress), length, index)


@dataclass(frozen=True)
class Pattern:
    """A named way to pace a breath.

    `tier` 1 is for everyone, 2 comes with a short note, 3 is only done when asked for by name.
    `set_breaths` is how many breaths are done before free breathing (`between` seconds of it), 0 for any.
    """

    id: str
    name: str
    phases: Phases
    tier: int
    default_minutes: float
    cap_minutes: float
    purpose: str = ""
    caution: str = ""
    set_breaths: int = 0
    between: float = 0.0

    @property
    def bpm(self) -> float:
        """Breaths a minute."""
        return self.phases.bpm

    @property
    def has_holds(self) -> bool:
        """Whether any part of it holds the breath."""
        return self.phases.hold > 0 or self.phases.rest > 0

    def breaths_in(self, minutes: float) -> int:
        """Whole breaths that fit into `minutes`, rounded down, at least one; rests between sets count."""
        seconds = minutes * 60.0 + 1e-6
        if not self.set_breaths:
            return max(1, int(seconds / self.phases.period))
        one_set = self.set_breaths * self.phases.period
        sets, left = divmod(seconds, one_set + self.between)
        return max(1, int(sets) * self.set_breaths + min(self.set_breaths, int(left / self.phases.period)))

    def seconds_of(self, breaths: int) -> float:
        """How long so many breaths take, rests between sets included."""
        sets = (breaths - 1) // self.set_breaths if self.set_breaths else 0
        return breaths * self.phases.period + sets * self.between


def problems(phases: Phases, *, longest_hold: float = 4.0) -> list[str]:
    """Why these lengths are not offered, one plain sentence each; empty where all is well (facts §1.4).

    `longest_hold` is 4 s except for the one built-in pattern that is known for a longer one.
    """
    lengths = (phases.inhale, phases.top_up, phases.hold, phases.out, phases.rest)
    if not all(isfinite(length) and length >= 0 for length in lengths):
        return [tr("Each part of a breath is a number of seconds, 0 or more.")]
    inhale = phases.inhale + phases.top_up
    if phases.period <= 0 or inhale <= 0 or phases.out <= 0:
        return [tr("A breath has an in-breath and an out-breath.")]
    found = []
    if not 3.0 <= phases.bpm <= 20.0:
        found.append(tr("Between 3 and 20 breaths a minute are paced here."))
    if not 1.5 <= inhale <= 8.0:
        found.append(tr("An in-breath lasts 1.5 to 8 seconds here."))
    if not 2.0 <= phases.out <= 12.0:
        found.append(tr("An out-breath lasts 2 to 12 seconds here."))
    if phases.hold > longest_hold or phases.rest > 4.0:
        found.append(tr("Holds longer than 4 seconds are left out here; they can make people dizzy."))
    if phases.hold + phases.rest > 0.5 * phases.period:
        found.append(tr("Holds fill at most half of a breath here."))
    if not 0.8 <= phases.out / inhale <= 2.5:
        found.append(tr("The out-breath is 0.8 to 2.5 times as long as the in-breath here."))
    return found
