"""Practice words: how shelves, lengths and depth are told on pages. Pure; draws nothing."""

from kindtimer.core.practice_plan import DEPTH_NAMES, Depth, Length, PracticePlan, Shelf
from kindtimer.core.words import _, tr, trn

SHELVES = {
    Shelf.LOUD: _("It is loud"),
    Shelf.HURTS: _("It hurts"),
    Shelf.HARD_ON_MYSELF: _("I am hard on myself"),
    Shelf.CANNOT_BEGIN: _("I cannot begin"),
    Shelf.TIME_AND_QUIET: _("With time and quiet"),
}
"""The shelves in the order in which they stand (screens, *Home*)."""

LENGTHS = {Length.MOMENT: _("A moment"), Length.SHORT: _("Short"), Length.FULL: _("In full")}

STIRS_ASKED = _("This one can stir things up. Now, or another time?")

FROM_A_FILE = _("This came from a file; KindTimer cannot know who made it.")

UNDER_A_MINUTE = 45.0
"""Seconds; what is shorter is told as less than a minute."""


def minutes(plan: PracticePlan, length: Length) -> int:
    """About how many minutes one length takes, at least one."""
    return max(1, round(plan.seconds(length) / 60.0))


def lengths_told(plan: PracticePlan) -> str:
    """About how long a practice takes, at each of its lengths: “1, 4 or 9 minutes”."""
    found = list(dict.fromkeys(minutes(plan, length) for length in plan.lengths))
    if len(found) == 1:
        return trn("{count} minute", "{count} minutes", found[0])
    if len(found) == 2:
        return tr("{first} or {last} minutes", first=found[0], last=found[1])
    return tr("{first}, {middle} or {last} minutes", first=found[0], middle=found[1], last=found[2])


def length_told(plan: PracticePlan, length: Length) -> str:
    """One length, as it is chosen: “Short · 4 minutes”."""
    return tr("{length} · {time}", length=tr(LENGTHS[length]), time=time_told(plan, length))


def time_told(plan: PracticePlan, length: Length) -> str:
    """About how long one length takes: “4 minutes”, “under a minute”."""
    if plan.seconds(length) < UNDER_A_MINUTE:
        return tr("under a minute")
    return trn("{count} minute", "{count} minutes", minutes(plan, length))


def stirs(plan: PracticePlan) -> bool:
    """Whether it is one of the deeper ones, which nothing suggests (product §3)."""
    return plan.depth is Depth.DEEPER


def beside_told(plan: PracticePlan) -> str:
    """What stands quietly with its name on a shelf: how long, and whether it can stir things up."""
    told = lengths_told(plan)
    return tr("{time} · {stirs}", time=told, stirs=tr(DEPTH_NAMES[plan.depth])) if stirs(plan) else told
