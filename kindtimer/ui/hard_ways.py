"""Hard ways: what each door of *Something is hard* leads to at once, short ones first.

Only practices that are built in and seldom stir things up; which these are is decided here. Pure.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kindtimer.core.entry import Door
from kindtimer.core.practice_plan import Depth, Length, PracticePlan, Shelf
from kindtimer.core.wish import Wish
from kindtimer.core.words import _, tr
from kindtimer.ui.practice_words import minutes, stirs, time_told

SUGGESTED = {
    Shelf.HURTS: (
        ("supportive_touch", Length.MOMENT, ""),
        ("compassion_break", Length.MOMENT, _("A kind minute")),
    ),
    Shelf.HARD_ON_MYSELF: (
        ("treat_a_friend", Length.MOMENT, ""),
        ("why_the_mind", Length.MOMENT, ""),
        ("own_phrases", Length.SHORT, ""),
    ),
    Shelf.CANNOT_BEGIN: (("kind_restart", Length.MOMENT, ""), ("if_then", Length.MOMENT, "")),
}
"""Practice, length, and another name for it or its own."""


@dataclass(frozen=True)
class HardWay:
    """One way: its words, what a screen reader says of it, and what begins it."""

    words: str
    told: str
    begin: Callable[[], object]


def hard_ways(
    plans: Mapping[str, PracticePlan], begin: Callable[[Wish], object]
) -> dict[Shelf, list[HardWay]]:
    """The ways of each shelf that has any; at *It is loud* all steadying ones stand."""
    named: dict[Shelf, list[tuple[PracticePlan, Length, str]]] = {
        Shelf.LOUD: [
            (plan, Length.MOMENT, "")
            for plan in plans.values()
            if plan.shelf is Shelf.LOUD and plan.depth is Depth.STEADYING
        ]
    }
    for shelf, suggested in SUGGESTED.items():
        found = ((plans.get(name), length, words) for name, length, words in suggested)
        named[shelf] = [(plan, length, words) for plan, length, words in found if plan is not None]
    return {
        shelf: [
            _way(plan, plan.usual_length(length), words, begin)
            for plan, length, words in ways
            if not (stirs(plan) or plan.packed)
        ]
        for shelf, ways in named.items()
    }


def _way(plan: PracticePlan, length: Length, words: str, begin: Callable[[Wish], object]) -> HardWay:
    wish = Wish(Door.PRACTICE, practice=plan.id, length=length)
    called, time = words or plan.title, time_told(plan, length)
    name = tr(called)
    told = tr("{about} Length: {time}.", about=tr(plan.about), time=time)
    if minutes(plan, length) > 1:  # most are short, and only one that is not says so
        name = tr("{name} · {time}", name=name, time=time)
    return HardWay(name, told, lambda: begin(wish))
