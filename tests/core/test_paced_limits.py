from collections.abc import Mapping

import pytest

from kindtimer.core.pace import Pace
from kindtimer.core.paced_limits import paced_findings
from kindtimer.core.pattern import Pattern, Phases
from kindtimer.core.practice import Ask, Breathe, Choose, Ground, Rest, Say, Step, Way

CALM = Pattern("calm", "Calm", Phases(inhale=4.0, out=6.0), 1, 5.0, 20.0)
SIGH = Pattern("sigh", "Sigh", Phases(inhale=2.5, top_up=1.0, out=6.5), 2, 3.0, 5.0)
LONG = Pattern(
    "long", "Long", Phases(inhale=4.0, hold=7.0, out=8.0), 3, 1.2, 7.7, set_breaths=6, between=60.0
)
PATTERNS: Mapping[str, Pattern] = {one.id: one for one in (CALM, SIGH, LONG)}
QUESTION = Ask("one", "What?", 600.0)


def breathe(pattern: Pattern, breaths: int) -> Breathe:
    return Breathe(Pace(pattern.phases), breaths, folds=False)


def found(*steps: Step, has_caution: bool = True) -> list[str]:
    return paced_findings(steps, PATTERNS, has_caution=has_caution)


@pytest.mark.parametrize(
    "steps",
    [
        (breathe(CALM, 120),),
        (breathe(CALM, 60), Say("Some words.", 10.0), breathe(CALM, 60)),
        (breathe(CALM, 120), Rest(60.0), breathe(CALM, 120)),
        (breathe(CALM, 120), Rest(30.0), Ground(("A colour.",), 30.0), breathe(CALM, 120)),
        (breathe(SIGH, 30), Say("Some words.", 61.0), breathe(CALM, 120)),
        (breathe(LONG, 6), Rest(60.0), breathe(LONG, 6), Rest(60.0), breathe(LONG, 6)),
        (Choose("Which?", (Way("One", (breathe(CALM, 120),)), Way("Two", (breathe(SIGH, 30),)))),),
    ],
)
def test_what_keeps_to_them_is_fine(steps: tuple[Step, ...]) -> None:
    assert found(*steps) == []


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ((breathe(CALM, 130),), "step 1, breathe: with the breaths shortly before it at most 20 minutes"),
        ((breathe(CALM, 70), breathe(CALM, 70)), "step 2, breathe: with the breaths"),
        ((breathe(CALM, 70), Rest(59.0), breathe(CALM, 70)), "step 3, breathe: with the breaths"),
        ((breathe(CALM, 70), QUESTION, breathe(CALM, 70)), "step 3, breathe: with the breaths"),
        ((breathe(SIGH, 10), breathe(CALM, 40)), "at most 5 minutes"),
        ((breathe(CALM, 40), breathe(SIGH, 10)), "at most 5 minutes"),
        ((breathe(LONG, 7),), "at most 6 breaths of “long” come in one go, and then 60 seconds"),
        ((breathe(LONG, 4), Rest(30.0), breathe(LONG, 4)), "step 3, breathe: at most 6 breaths"),
        (
            (*(breathe(LONG, 6), Rest(60.0)) * 4,),
            "step 7, breathe: at most 7.7 minutes of it are paced in a practice",
        ),
        (
            (Choose("Which?", (Way("None", ()), Way("Some", (breathe(CALM, 100),)))), breathe(CALM, 100)),
            "step 2, breathe: with the breaths",
        ),
        (
            (breathe(CALM, 100), Choose("Which?", (Way("None", ()), Way("Some", (breathe(CALM, 100),))))),
            "step 2, way 2, step 1, breathe: with the breaths",
        ),
        (
            (
                breathe(CALM, 100),
                Choose("?", (Way("On", ()), Way("Rest", (Rest(90.0),)))),
                breathe(CALM, 100),
            ),
            "step 3, breathe: with the breaths",
        ),
    ],
)
def test_what_stands_close_together_counts_together_on_every_way(steps: tuple[Step, ...], line: str) -> None:
    assert any(line in one for one in found(*steps)), found(*steps)


def test_what_is_only_done_when_asked_for_wants_a_caution() -> None:
    assert found(breathe(LONG, 4)) == []
    assert found(breathe(LONG, 4), has_caution=False) == [
        "step 1, breathe: “long” is only paced where the practice has a caution"
    ]
