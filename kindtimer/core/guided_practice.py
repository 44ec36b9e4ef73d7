"""Guided practice: one length of a practice plan, as a session walks it."""

from collections.abc import Mapping

from kindtimer.core.practice import CLOSING_AT, QUIET_SECONDS, Practice, Rest, joined
from kindtimer.core.practice_plan import Length, PracticePlan
from kindtimer.core.wish import NotPossible
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


def guided_practice(plan: PracticePlan, wanted: Length | None, closing: str) -> Practice:
    """Its steps at the length that is nearest to the one that is wanted, then the quiet.

    `closing` is the last line where the practice has none of its own.
    """
    steps = plan.steps[plan.usual_length(wanted)]
    quiet = Rest(QUIET_SECONDS, plan.closing or closing, CLOSING_AT, closing=True)
    return Practice(plan.id, joined(steps, (quiet,)))
