"""Guided practice: one length of a practice plan, as a session walks it."""

from collections.abc import Mapping
from dataclasses import replace

from kindtimer.core.pace import Pace, settled
from kindtimer.core.practice import (
    CLOSING_AT,
    QUIET_SECONDS,
    Breathe,
    Choose,
    Practice,
    Rest,
    Step,
    Way,
    joined,
)
from kindtimer.core.practice_plan import Length, PracticePlan, seconds_of
from kindtimer.core.wish import NotPossible, breaths_within
from kindtimer.core.words import tr


def find_plan(plans: Mapping[str, PracticePlan], name: str) -> PracticePlan:
    """The practice of that id, or NotPossible with the ones there are."""
    try:
        return plans[name]
    except KeyError:
        raise NotPossible(
            tr(
                "There is no practice called “{name}”. There are: {known}.",
                name=name[:40],
                known=", ".join(plans),
            )
        ) from None


def guided_practice(plan: PracticePlan, wanted: Length | None, closing: str, met: int) -> Practice:
    """Its steps at the length that is nearest to the one that is wanted, then the quiet.

    `closing` is the last line where the practice has none of its own; `met` are the sessions a person has
    behind them, of whom the first ones are not slowed as far as the practice asks (product §3).
    """
    steps = tuple(_met(step, met) for step in plan.steps[plan.usual_length(wanted)])
    quiet = Rest(QUIET_SECONDS, plan.closing or closing, CLOSING_AT, closing=True)
    return Practice(plan.id, joined(steps, (quiet,)))


def _met(step: Step, met: int) -> Step:
    """The same step for somebody with so many sessions behind them, about as long as it was."""
    if isinstance(step, Choose):
        ways = tuple(Way(way.words, tuple(_met(one, met) for one in way.steps)) for way in step.ways)
        return replace(step, ways=ways)
    if not isinstance(step, Breathe):
        return step
    pace = step.pace
    if pace.target.hold or pace.target.rest or pace.target.top_up:
        return step
    target, growth = settled(pace.target, met)
    if target == pace.target and pace.start is None:
        return step
    gentle = Pace(target, pace.start, growth)
    return replace(step, pace=gentle, breaths=breaths_within(gentle, seconds_of(step) + target.period / 2))
