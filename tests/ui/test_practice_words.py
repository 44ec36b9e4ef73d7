from dataclasses import replace
from types import MappingProxyType

import pytest

from kindtimer.core.practice import Rest
from kindtimer.core.practice_plan import Depth, Length, PracticePlan, Shelf
from kindtimer.ui.practice_words import (
    SHELVES,
    beside_told,
    length_told,
    lengths_told,
    minutes,
    stirs,
    time_told,
)
from tests.gallery import plans


def lasting(*seconds: float) -> PracticePlan:
    steps = {length: (Rest(one),) for length, one in zip(Length, seconds, strict=False)}
    return replace(plans()["compassion_break"], steps=MappingProxyType(steps))


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        ((60.0, 240.0, 540.0), "1, 4 or 9 minutes"),
        ((20.0, 170.0), "1 or 3 minutes"),
        ((300.0,), "5 minutes"),
        ((50.0,), "1 minute"),
        ((50.0, 70.0), "1 minute"),
    ],
)
def test_lengths_are_told_in_whole_minutes_each_once(seconds: tuple[float, ...], told: str) -> None:
    assert lengths_told(lasting(*seconds)) == told


def test_what_is_shorter_than_a_minute_is_told_as_that() -> None:
    plan = lasting(39.0, 46.0, 150.0)
    assert [time_told(plan, length) for length in Length] == ["under a minute", "1 minute", "2 minutes"]
    assert length_told(plan, Length.MOMENT) == "A moment · under a minute"
    assert length_told(plan, Length.FULL) == "In full · 2 minutes"
    assert minutes(plan, Length.MOMENT) == 1


def test_a_deeper_one_says_quietly_that_it_can_stir_things_up() -> None:
    assert beside_told(plans()["compassionate_letter"]).endswith("minutes · can stir things up")
    assert {name for name, plan in plans().items() if "stir" in beside_told(plan)} == {
        name for name, plan in plans().items() if plan.depth is Depth.DEEPER
    }
    assert {stirs(plan) for plan in plans().values()} == {True, False}


def test_every_shelf_has_its_words_and_quiet_time_stands_last() -> None:
    assert list(SHELVES) == list(Shelf)
    assert SHELVES[Shelf.TIME_AND_QUIET] == "With time and quiet"
