"""Score: a timeline as a list of parts to be sounded, one for each phase of each breath.

It says how loud each part is and how it begins and ends; what it sounds like is the carrier's. Pure;
the mixer reads it on the renderer's thread.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kindtimer.audio.levels import Samples, eased
from kindtimer.core.breath import Phase, span
from kindtimer.core.practice import Ask, Choose
from kindtimer.core.segment import Segment
from kindtimer.core.timeline import Timeline

ATTACK = 0.25
RELEASE = 0.35
"""Seconds of a usual onset and end (facts §6.2: 80–250 ms and ≥ 250 ms)."""

FADE_IN = 2.0
"""Seconds over which the carrier comes in at the beginning of a session (facts §6.5)."""

SIGN_EVERY = 60.0
SIGN_APART = 10.0
"""Seconds that a sign of life keeps from the words that come next."""

SIGN_LEVEL = 0.3
"""Of a bowl that only says that all is well: 10 dB below those that begin and end."""

_LEVELS = {
    # No crescendo on the in-breath (−1.6 dB across it), −6 dB over the out-breath, holds 6 dB below
    # the out-breath's beginning and steady.
    Phase.IN: (0.9, 0.75),
    Phase.TOP_UP: (0.75, 0.7),
    Phase.HOLD: (0.45, 0.45),
    Phase.OUT: (1.0, 0.5),
    Phase.REST: (0.45, 0.45),
}
_HELD = (Phase.HOLD, Phase.REST)


def _floor(before: Phase | None, after: Phase | None) -> float:
    """Level at the turn between two parts: nearly silent, less so into a hold or a second sip."""
    if before is None or after is None:
        return 0.0
    if after is Phase.TOP_UP:
        return 0.35
    return 0.22 if before in _HELD or after in _HELD else 0.14


@dataclass(frozen=True)
class Part:
    """One phase of one breath.

    `start` and `until` are session seconds; `until` is earlier than `start + length` where pacing was
    cut. `low` and `high` are openness at its start and end; `loud` the level at its start and end,
    `floors` the level at the turns before and after. `dark` is whether it has the out-breath's colour,
    `was_dark` whether the part before had it. `opens` marks the first part of a breath.
    """

    phase: Phase
    start: float
    length: float
    until: float
    low: float
    high: float
    loud: tuple[float, float]
    floors: tuple[float, float]
    dark: bool
    was_dark: bool
    opens: bool
    segment: Segment

    @property
    def attack(self) -> float:
        """Seconds of its onset; never under 80 ms."""
        return max(0.08, min(ATTACK, 0.3 * self.length))

    @property
    def release(self) -> float:
        """Seconds of its end."""
        return max(0.1, min(RELEASE, 0.4 * self.length))

    def openness(self, at: Samples) -> Samples:
        """How open the breath is at each of `at` (session seconds within the part)."""
        if self.low == self.high:
            return np.full(len(at), self.low)
        return self.low + (self.high - self.low) * eased((at - self.start) / self.length)

    def level(self, at: Samples) -> Samples:
        """How loud it is at each of `at`, 0–1, the fading of the pacing included."""
        first, last = self.loud
        level = first + (last - first) * ((at - self.start) / self.length)
        n = int(np.searchsorted(at, self.start + self.attack))
        if n:
            floor = self.floors[0] / first
            level[:n] *= floor + (1.0 - floor) * eased((at[:n] - self.start) / self.attack)
        end = self.start + self.length
        n = int(np.searchsorted(at, end - self.release))
        if n < len(at):
            floor = self.floors[1] / last
            level[n:] *= floor + (1.0 - floor) * eased((end - at[n:]) / self.release)
        return self._cued(level, at)

    def darkness(self, at: Samples) -> Samples:
        """0 for the in-breath's colour, 1 for the out-breath's; it turns within the attack."""
        goal = 1.0 if self.dark else 0.0
        if self.dark == self.was_dark:
            return np.full(len(at), goal)
        turned = eased((at - self.start) / self.attack)
        return turned if self.dark else 1.0 - turned

    def _cued(self, level: Samples, at: Samples) -> Samples:
        segment = self.segment
        if segment.wakes and at[0] < segment.start + segment.wakes:
            level = level * eased((at - segment.start) / segment.wakes)
        for begins, ends in (*segment.fades, *segment.tapers):
            if at[-1] > begins:
                level = level * (1.0 - eased((at - begins) / (ends - begins)))
        if at[-1] > segment.end - RELEASE:
            # Where pacing was cut without a fade of its own, this one keeps the end soft.
            level = level * eased((segment.end - at) / RELEASE)
        return level


class Score:
    """All parts of a timeline in their order."""

    def __init__(self, timeline: Timeline) -> None:
        self.planned = timeline.planned
        self.duration = timeline.duration
        self.parts = tuple(_parts(timeline))
        self._starts = [part.start for part in self.parts]
        self.bells = ((0.0, 1.0), *_signs_of_life(timeline), (timeline.planned, 1.0))
        """Where a bowl is struck and how hard, 0–1: at both ends, and softly in long quiet."""

    def cut(self, at: Samples) -> Iterator[tuple[int, int, int]]:
        """Cut rising positions at the parts: (from, to, index of the part); silence is left out."""
        if not len(at):
            return
        k = max(0, bisect_right(self._starts, float(at[0])) - 1)
        while k < len(self.parts) and self.parts[k].start <= at[-1]:
            part = self.parts[k]
            low, high = np.searchsorted(at, (part.start, part.until))
            if low < high:
                yield int(low), int(high), k
            k += 1


def _signs_of_life(timeline: Timeline) -> Iterator[tuple[float, float]]:
    """Where words lead, a quiet of more than a minute is not taken for a program that hangs (facts §2.3)."""
    for segment in timeline.segments if timeline.guided else ():
        if segment.phases or segment.waits or isinstance(segment.step, Ask | Choose):
            continue
        at = segment.start + SIGN_EVERY
        while at <= min(segment.end, timeline.planned) - SIGN_APART:
            yield at, SIGN_LEVEL
            at += SIGN_EVERY


def _parts(timeline: Timeline) -> Iterator[Part]:
    was_dark = False
    for segment in timeline.segments:
        laid = [
            (phase, start + into, length, into == 0.0, phases.top_up > 0)
            for phases, start in zip(segment.phases, segment.starts, strict=False)
            for phase, into, length in phases.parts
            if start + into < segment.end
        ]
        for k, (phase, start, length, opens, sigh) in enumerate(laid):
            before = laid[k - 1][0] if k else None
            after = laid[k + 1][0] if k + 1 < len(laid) else None
            dark = phase not in (Phase.IN, Phase.TOP_UP)
            until = laid[k + 1][1] if after else segment.end
            yield Part(
                phase,
                start,
                length,
                until,
                *span(phase, sigh),
                loud=_LEVELS[phase],
                floors=(_floor(before, phase), _floor(phase, after)),
                dark=dark,
                was_dark=was_dark,
                opens=opens,
                segment=segment,
            )
            was_dark = dark
