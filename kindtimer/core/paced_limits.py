"""Paced limits: how long breaths are paced in one go, along every way a practice can be walked.

Pure. Steps that stand close together count as one; the figures are from the project's facts, §1.4.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kindtimer.core.pattern import Pattern, Phases
from kindtimer.core.practice import Ask, Breathe, Choose, Step
from kindtimer.core.words import tr

FREE_SECONDS = 60.0
"""Of free breathing, after which pacing begins anew; what a question takes is not known, and counts as 0."""

ASKED_FOR_TIER = 3


@dataclass(frozen=True)
class _Run:
    """What was paced, at the worst of the ways so far: seconds in this go, and the shortest cap in it.

    `breaths` are those in this set, and `sets` all of the practice, of a pattern that is done in sets.
    """

    seconds: float = 0.0
    cap: float = float("inf")
    free: float = 0.0
    breaths: int = 0
    sets: int = 0

    def worse(self, other: "_Run") -> "_Run":
        return _Run(
            max(self.seconds, other.seconds),
            min(self.cap, other.cap),
            min(self.free, other.free),
            max(self.breaths, other.breaths),
            max(self.sets, other.sets),
        )


def paced_findings(
    steps: tuple[Step, ...], patterns: Mapping[str, Pattern], *, has_caution: bool
) -> list[str]:
    """What is to be changed, one plain sentence each, with its place; empty where all is well."""
    by_phases = {pattern.phases: pattern for pattern in patterns.values()}
    walk = _Walk(by_phases, has_caution=has_caution)
    walk.through(steps, _Run(), "")
    return walk.found


class _Walk:
    def __init__(self, patterns: Mapping[Phases, Pattern], *, has_caution: bool) -> None:
        self._patterns, self._has_caution = patterns, has_caution
        self.found: list[str] = []

    def through(self, steps: tuple[Step, ...], run: _Run, where: str) -> _Run:
        for number, step in enumerate(steps, 1):
            here = f"{where}step {number}"
            if isinstance(step, Breathe):
                run = self._after(step, run)
                self.found += [f"{here}, breathe: {fix}" for fix in self._of(step, run)]
            elif isinstance(step, Choose):
                ends = [
                    self.through(way.steps, run, f"{here}, way {k}, ") for k, way in enumerate(step.ways, 1)
                ]
                run = ends[0] if ends else run
                for end in ends[1:]:
                    run = run.worse(end)
            elif not isinstance(step, Ask):
                run = replace(run, free=run.free + step.seconds)
        return run

    def _after(self, step: Breathe, run: _Run) -> _Run:
        pattern = self._patterns.get(step.pace.target)
        sets = step.breaths if pattern is not None and pattern.set_breaths else 0
        before = run
        if run.free + 1e-6 >= max(FREE_SECONDS, pattern.between if pattern is not None else 0.0):
            before = _Run(sets=run.sets)
        cap = 60.0 * pattern.cap_minutes if pattern is not None else before.cap
        return _Run(
            before.seconds + step.breaths * step.pace.target.period,
            min(before.cap, cap),
            0.0,
            before.breaths + sets,
            before.sets + sets,
        )

    def _of(self, step: Breathe, run: _Run) -> Iterator[str]:
        pattern = self._patterns.get(step.pace.target)
        if run.seconds > run.cap + step.pace.target.period:
            yield tr(
                "with the breaths shortly before it at most {minutes:g} minutes are paced; "
                "a minute of free breathing parts them",
                minutes=run.cap / 60.0,
            )
        if pattern is None:
            return
        if pattern.tier >= ASKED_FOR_TIER and not self._has_caution:
            yield tr("“{name}” is only paced where the practice has a caution", name=pattern.id)
        if not pattern.set_breaths:
            return
        if run.breaths > pattern.set_breaths:
            yield tr(
                "at most {count} breaths of “{name}” come in one go, and then {seconds:g} seconds of free "
                "breathing",
                count=pattern.set_breaths,
                name=pattern.id,
                seconds=pattern.between,
            )
        if pattern.seconds_of(run.sets) > 60.0 * pattern.cap_minutes:
            yield tr("at most {minutes:g} minutes of it are paced in a practice", minutes=pattern.cap_minutes)
