from collections.abc import Mapping
from dataclasses import replace

import pytest

from kindtimer.core.practice_plan import Depth, Length, PracticePlan, Shelf
from kindtimer.core.wish import Wish
from kindtimer.ui.hard_ways import SUGGESTED, hard_ways
from tests.gallery import plans


def wishes(there: Mapping[str, PracticePlan]) -> dict[Shelf, list[Wish]]:
    begun: list[Wish] = []
    made = {}
    for shelf, ways in hard_ways(there, begun.append).items():
        for way in ways:
            way.begin()
        made[shelf] = list(begun)
        begun.clear()
    return made


def test_each_way_is_a_practice_there_is_at_a_length_it_has() -> None:
    for shelf, found in wishes(plans()).items():
        assert found, shelf
        for wish in found:
            assert wish.practice is not None
            assert wish.length in plans()[wish.practice].lengths
    assert all(name in plans() for ways in SUGGESTED.values() for name, _, _ in ways)


def test_at_it_is_loud_all_steadying_ones_of_its_shelf_stand_short() -> None:
    assert [(wish.practice, wish.length) for wish in wishes(plans())[Shelf.LOUD]] == [
        ("breath", Length.MOMENT),
        ("grounding", Length.MOMENT),
        ("welcoming_place", Length.MOMENT),
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_neither_what_can_stir_things_up_nor_what_came_from_a_file_is_suggested(packed: bool) -> None:
    changed = {
        name: replace(plan, packed="somebody") if packed else replace(plan, depth=Depth.DEEPER)
        for name, plan in plans().items()
    }
    assert all(found == [] for found in wishes(changed).values())


def test_a_practice_that_is_not_there_leaves_no_way() -> None:
    assert all(found == [] for found in wishes({}).values())


def test_each_says_what_it_is_and_one_that_is_longer_says_so() -> None:
    ways = hard_ways(plans(), lambda wish: None)
    told = [way.words for way in ways[Shelf.HARD_ON_MYSELF]]
    assert told == [
        "How would you treat a friend?",
        "Why the mind does this",
        "Finding your own phrases · 4 minutes",
    ]
    assert ways[Shelf.HURTS][0].told.endswith("longer. Length: under a minute.")
    assert ways[Shelf.HURTS][1].told.endswith("Length: 1 minute.")
