from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest

from kindtimer.core.pace import Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Ask, AskForm, Breathe, Choose, Ground, Rest, Say, Step, Touch, Way
from kindtimer.core.practice_limits import depth_of, findings, unreadable
from kindtimer.core.practice_plan import Depth, Length, PracticePlan, Serves, Shelf

CALM = Say("Perhaps settle where you are.", 20.0)


def plan(*steps: Step, length: Length = Length.SHORT) -> PracticePlan:
    held: Mapping[Length, tuple[Step, ...]] = MappingProxyType({length: steps})
    told = ("one", "One", "About.", "For.", "Hardly studied.", "", "")
    return PracticePlan(*told, Depth.WARMING, (Serves.COMFORT,), Shelf.HURTS, held)


def test_what_keeps_to_them_is_fine() -> None:
    steps = (
        CALM,
        Breathe(Pace(Phases(inhale=4.0, out=6.0)), 6, folds=False),
        Rest(60.0),
        Touch("A kind touch, if you like.", 20.0, ("cheek",)),
        Ask("eases", "What eases it?", 60.0),
        Ask("how", "How strong is it?", 20.0, AskForm.SCALE, ("not at all", "very")),
        Choose("Which way?", (Way("Words", (CALM,)), Way("Quiet", (Rest(20.0),)))),
        Ground(("Colours around you.", "Sounds near and far."), 20.0),
    )
    assert findings(plan(*steps)) == []


@pytest.mark.parametrize(
    ("step", "fix"),
    [
        (Say("x" * 161, 60.0), "at most 160 letters"),
        (Say(" ", 20.0), "some words"),
        (Say("Now close your eyes.", 20.0), "nobody's order"),
        (Say("Closing the eyes now.", 20.0), "nobody's order"),
        (Say("Turned \u202e around.", 20.0), "U+202E"),
        (Say("A bell\x07.", 20.0), "U+0007"),
        (Say("Some words here.", 300.0), "silence of 0 to 180"),
        (Say("Some words here.", 0.5), "silence of 0 to 180"),
        (Rest(2.0), "rest of 5"),
        (Rest(5000.0), "rest of 5"),
        (Breathe(Pace(Phases(inhale=4.0, out=6.0)), 0), "one breath"),
        (Ask("Not An Id", "What?", 60.0), "small letters"),
        (Ask("one", "What?", 60.0, AskForm.ONE_OF, ("only",)), "two to six"),
        (Ask("one", "What?", 60.0, AskForm.ONE_OF, ("one", "")), "some words"),
        (Ask("one", "What?", 60.0, AskForm.SCALE, ("only",)), "a scale has two"),
        (Ask("one", "What?", 60.0, AskForm.WORDS, ("a", "b")), "only one_of and scale"),
        (Ask("one", "What?", 2.0), "5 to 1200"),
        (Choose("Which?", (Way("One", (CALM,)),)), "two or three"),
        (Choose("Which?", (Way("One", (CALM,)), Way("", (CALM,)))), "some words"),
        (Ground(("",), 30.0), "some words"),
        (Ground(("A colour.",) * 13, 60.0), "at most 12 lines"),
        (Ground(("A colour.",) * 3, 11.9), "4 seconds or more"),
        (Say("Sit with eyes closed.", 20.0), "nobody's order"),
    ],
)
def test_what_does_not_is_named_with_its_place(step: Step, fix: str) -> None:
    found = findings(plan(CALM, CALM, step))
    assert [line for line in found if line.startswith("step 3") and fix in line], found
    way = Choose("Which?", (Way("One", (step,)), Way("Two", (CALM,))))
    inside = findings(plan(CALM, way))
    assert [line for line in inside if line.startswith("step 2, way 1, step 1") and fix in line], inside


def test_a_moment_and_a_whole_practice_have_their_longest() -> None:
    assert any("91 seconds; at most 90" in one for one in findings(plan(Rest(91.0), length=Length.MOMENT)))
    assert findings(plan(Rest(90.0), length=Length.MOMENT)) == []
    assert any("at most 2700 are" in one for one in findings(plan(*3 * (Rest(1000.0),))))


def test_silence_carries_a_practice() -> None:
    crowded = [Say(" ".join(["word"] * 21), 12.0 + 6.0) for _ in range(4)]
    assert any("silent for 33 %" in one for one in findings(plan(*crowded)))
    assert findings(plan(*crowded, Rest(30.0))) == []


def test_silence_is_looked_for_on_each_way() -> None:
    crowded = tuple(Say(" ".join(["word"] * 21), 12.0 + 6.0) for _ in range(4))
    ways = Choose("Which?", (Way("Quiet", (Rest(600.0),)), Way("Words", crowded)))
    assert any("silent for 33 %" in one for one in findings(plan(ways)))
    assert findings(plan(ways, Rest(30.0))) == []


def test_a_length_is_as_long_as_the_longest_of_its_ways() -> None:
    ways = Choose("Which?", (Way("One", ()), Way("Two", (Rest(50.0), Choose("And?", SPLIT)))))
    assert any("takes 100 seconds; at most 90" in one for one in findings(plan(ways, length=Length.MOMENT)))


SPLIT = (Way("Three", ()), Way("Four", (Rest(30.0),)))


def test_ways_beyond_counting_are_looked_through_all_the_same() -> None:
    many = tuple(Choose("Which?", (Way("One", ()), Way("Two", ()), Way("Three", ()))) for _ in range(150))
    assert findings(plan(*many)) == []


@pytest.mark.parametrize("over", [90.02, 90.4, 90.6])
def test_what_is_a_little_longer_is_never_told_as_what_is_allowed(over: float) -> None:
    assert any("91 seconds; at most 90" in one for one in findings(plan(Rest(over), length=Length.MOMENT)))


def test_too_many_steps_and_none() -> None:
    assert any("at most 200 steps" in one for one in findings(plan(*201 * (Rest(5.0),))))
    assert any("at least one step" in one for one in findings(plan()))


def test_the_same_question_twice() -> None:
    ask = Ask("one", "What?", 60.0)
    assert any("“one” stands twice" in one for one in findings(plan(ask, CALM, ask)))


TOLD: Mapping[str, Callable[[str], PracticePlan]] = {
    "evidence": lambda words: replace(plan(CALM), evidence=words),
    "caution": lambda words: replace(plan(CALM), caution=words),
    "closing": lambda words: replace(plan(CALM), closing=words),
    "title": lambda words: replace(plan(CALM), title=words),
    "about": lambda words: replace(plan(CALM), about=words),
    "benefit": lambda words: replace(plan(CALM), benefit=words),
}


def test_what_is_recalled_was_asked_before() -> None:
    ask, shown = Ask("one", "What?", 60.0), Say("Your words.", 20.0, "one")
    assert findings(plan(ask, CALM, shown)) == []
    within = Choose("Which?", (Way("One", (ask,)), Way("Two", (CALM,))))
    assert findings(plan(within, CALM, shown)) == []  # where it was not asked, nothing is shown
    assert any("step 1, recall: no question before it" in one for one in findings(plan(shown, CALM, ask)))


@pytest.mark.parametrize("key", ["title", "about", "benefit"])
def test_what_is_told_beforehand_has_words(key: str) -> None:
    with_words = TOLD[key]
    assert any(one.startswith(f"{key}: some words") for one in findings(with_words(" ")))
    assert any(one.startswith(f"{key}: at most") for one in findings(with_words("x" * 501)))
    assert any("U+2067" in one for one in findings(with_words("a\u2067b")))


@pytest.mark.parametrize("key", TOLD)
def test_no_order_about_the_eyes_stands_anywhere(key: str) -> None:
    with_words = TOLD[key]
    for words in (
        "Close your eyes.",
        "Shutting the eyes.",
        "With eyes closed.",
        "Let your eyes gently close.",
    ):
        assert any(one.startswith(f"{key}: eyes are nobody's order") for one in findings(with_words(words)))
    for words in ("Eyes open or lowered.", "With eyes closed or open.", "A close look with the eyes."):
        assert findings(with_words(words)) == []


def test_signs_that_scripts_are_written_with_are_fine() -> None:
    assert unreadable("می‌خواهم · 👩‍🌾 · שלום\u200f") == ""


def test_one_that_names_no_depth_is_met_as_deeper() -> None:
    assert depth_of(None) is Depth.DEEPER
    assert depth_of(Depth.STEADYING) is Depth.STEADYING
