"""Pace: how long each breath of a walk is. Steady, or a ramp that slows gently.

Ramp (facts §1.5): breath k lasts min(T1, T0·(1+g)^k), so that the slowing takes (T1 − T0)/g seconds.
The added time goes to the out-breath first, until it has 60 % of the breath or its own target; then
both grow in proportion until the target is met exactly.
"""

from dataclasses import dataclass, replace
from math import ceil, log

from kindtimer.core.pattern import Phases

ARRIVAL = Phases(inhale=2.0, out=3.0)
"""Twelve a minute: where people are when they begin (product §3)."""

SETTLING = (9.0, 9.0, 7.2, 7.2)
"""Slowest rate, in breaths a minute, of a person's first four sessions (product §3)."""

GENTLE_GROWTH = 0.03
USUAL_GROWTH = 0.05


@dataclass(frozen=True)
class Pace:
    """Lengths of every breath: `target` throughout, or reached from `start` by growth `growth` a breath."""

    target: Phases
    start: Phases | None = None
    growth: float = USUAL_GROWTH

    def __post_init__(self) -> None:
        """Refuse what has no closed form. A ramp leads between patterns without holds."""
        if self.start is None:
            return
        if self.start.period != self.start.inhale + self.start.out:
            raise ValueError("a ramp starts from a breath of in and out alone")
        if self.target.period != self.target.inhale + self.target.out:
            raise ValueError("a ramp leads to a breath of in and out alone")
        if self.growth <= 0:
            raise ValueError("growth a breath is more than 0")

    @property
    def slowing_breaths(self) -> int:
        """How many breaths are shorter (or longer) than the target."""
        if self.start is None or self.start == self.target:
            return 0
        ratio = self.target.period / self.start.period
        return max(1, ceil(abs(log(ratio)) / log(1.0 + self.growth) - 1e-9))

    def breath(self, k: int) -> Phases:
        """The lengths of breath `k`, counted from 0."""
        if self.start is None or k >= self.slowing_breaths:
            return self.target
        slower = self.target.period >= self.start.period
        factor = (1.0 + self.growth) ** (k if slower else -k)
        return share(self.start, self.target, self.start.period * factor)


def share(start: Phases, target: Phases, period: float) -> Phases:
    """Split `period` (between the two periods) into in and out: out first, then both to the target."""
    if target.period == start.period:
        # Same rate, other split: nothing to lengthen, so the target's split is used at once.
        return target
    if target.period < start.period or target.inhale <= start.inhale:
        return _straight(start, target, period)
    knee = min(start.inhale / 0.4, start.inhale + target.out, target.period)
    knee = max(knee, start.period)
    if period <= knee:
        return Phases(inhale=start.inhale, out=period - start.inhale)
    return _straight(Phases(inhale=start.inhale, out=knee - start.inhale), target, period)


def _straight(start: Phases, target: Phases, period: float) -> Phases:
    """Both parts in one proportion between start and target."""
    part = (period - start.period) / (target.period - start.period)
    inhale = start.inhale + part * (target.inhale - start.inhale)
    return Phases(inhale=inhale, out=period - inhale)


def settled(pattern: Phases, sessions_before: int) -> tuple[Phases, float]:
    """Where a ramp settles, and its growth, for a person with so many sessions behind them.

    The first two settle at 9 a minute, the next two at 7.2, later ones at the pattern itself; never
    slower than the pattern asks (product §3).
    """
    if sessions_before >= len(SETTLING):
        return pattern, USUAL_GROWTH
    slowest = 60.0 / SETTLING[sessions_before]
    if pattern.period <= slowest:
        return pattern, GENTLE_GROWTH
    scale = slowest / pattern.period
    return replace(pattern, inhale=pattern.inhale * scale, out=pattern.out * scale), GENTLE_GROWTH


def easier(phases: Phases) -> Phases:
    """A fifth faster, for going on after an ease-off (facts §1.3); in and out shorten alike.

    Holds are left out; never faster than twelve a minute unless it was so before.
    """
    moving = phases.inhale + phases.top_up + phases.out
    period = max(moving / 1.2, min(moving, ARRIVAL.period))
    inhale = phases.inhale + phases.top_up
    return Phases(inhale=inhale * period / moving, out=phases.out * period / moving)
