from typing import Any

import pytest

from kindtimer.core.practice import AskForm
from kindtimer.core.practice_plan import Depth, Length
from kindtimer.store.practice_tables import (
    PracticeTable,
    StepTable,
    WayTable,
    WrongShape,
    check_types,
    table_of,
)

LEAST: dict[str, Any] = {
    "format": 1,
    "title": "One",
    "about": "About.",
    "benefit": "For.",
    "serves": ["comfort"],
    "shelf": "hurts",
    "step": [{"say": "Some words.", "silence": 8}],
}
WAY = {"words": "One", "step": [{"ask": "What?", "id": "a", "form": "scale", "usual": {"short": 9}}]}


def test_the_least_there_is() -> None:
    check_types(LEAST)
    table = table_of(LEAST)
    assert table.step[0] == StepTable(say="Some words.", silence=8)
    assert (table.depth, table.lengths) == (None, [Length.SHORT])


def test_tables_within_tables() -> None:
    held = {**LEAST, "depth": "warming", "lengths": ["full"], "step": [{"choose": "Which?", "way": [WAY]}]}
    check_types(held)
    table = table_of(held)
    asked = StepTable(ask="What?", id="a", form=AskForm.SCALE, usual={Length.SHORT: 9})
    assert (table.depth, table.lengths) == (Depth.WARMING, [Length.FULL])
    assert table.step[0] == StepTable(choose="Which?", way=[WayTable("One", [asked])])


@pytest.mark.parametrize("key", sorted(LEAST))
def test_what_is_wanted_is_wanted(key: str) -> None:
    held = {name: value for name, value in LEAST.items() if name != key}
    with pytest.raises(WrongShape, match=key):
        check_types(held)
    with pytest.raises((KeyError, TypeError)):
        table_of(held)


@pytest.mark.parametrize(
    ("step", "where"),
    [
        ({"goto": 1}, "step[0]"),
        ({"choose": "Which?", "way": [{"words": "One", "goto": 1}]}, "step[0].way[0]"),
        ({"choose": "Which?", "way": [{"words": "One", "step": [{"goto": 1}]}]}, "step[0].way[0].step[0]"),
    ],
)
def test_what_is_not_known_is_named(step: dict[str, Any], where: str) -> None:
    with pytest.raises(WrongShape) as wrong:
        table_of({**LEAST, "step": [step]})
    assert (wrong.value.key, wrong.value.why) == (where, "Object contains unknown field `goto`")


@pytest.mark.parametrize(
    "change",
    [
        {"title": 1},
        {"closing": None},
        {"caution": ["a"]},
        {"step": [{"say": True, "silence": 3}]},
        {"step": [{"ground": 20, "lines": [3]}]},
        {"step": [{"touch": "A hand.", "holds": [None]}]},
        {"step": [{"choose": "Which?", "way": [{"words": {}}]}]},
        {"step": [{"choose": "Which?", "way": [{"words": "One", "step": [{"ask": 1, "id": "a"}]}]}]},
    ],
)
def test_words_are_words_also_where_types_were_looked_at_before(change: dict[str, Any]) -> None:
    with pytest.raises(WrongShape, match="Expected `str`"):
        table_of({**LEAST, **change})


@pytest.mark.parametrize(
    ("step", "where"),
    [
        ({"say": 3}, "step[0].say"),
        ({"rest": "long"}, "step[0].rest"),
        ({"rest": {"day": 3}}, "step[0].rest"),
        ({"ask": "What?", "form": "essay"}, "step[0].form"),
        ({"touch": "A hand.", "holds": [3]}, "step[0].holds[0]"),
    ],
)
def test_each_type_is_looked_at(step: dict[str, Any], where: str) -> None:
    with pytest.raises(WrongShape) as wrong:
        check_types({**LEAST, "step": [step]})
    assert wrong.value.key.startswith(where)


def test_every_key_of_a_step_is_one_of_its_table() -> None:
    assert set(LEAST) < set(PracticeTable.__dataclass_fields__)
