from types import MappingProxyType

import pytest

from kindtimer.core.practice import Ask, Choose, Rest, Say, Way
from kindtimer.core.practice_plan import Depth, Length, PracticePlan, Serves, Shelf, asks, spoken_seconds

FIRST, SECOND = Ask("first", "What is it?", 40.0), Ask("second", "And then?", 50.0)
CHOICE = Choose("Which?", (Way("One", (FIRST,)), Way("Two", (Say("Two.", 10.0), SECOND))))


def plan(**steps: tuple[object, ...]) -> PracticePlan:
    return PracticePlan(
        "one",
        "One",
        "About.",
        "For.",
        "",
        "",
        "",
        Depth.WARMING,
        (Serves.COMFORT,),
        Shelf.HURTS,
        MappingProxyType({Length(key): value for key, value in steps.items()}),  # type: ignore[misc]
    )


def test_its_lengths_stand_from_the_shortest_on() -> None:
    made = plan(full=(Rest(60.0),), moment=(Rest(20.0),))
    assert made.lengths == (Length.MOMENT, Length.FULL)


def test_a_length_counts_what_questions_usually_take_along_the_first_way() -> None:
    made = plan(short=(Say("Some.", 10.0), CHOICE, Rest(20.0)))
    assert made.seconds(Length.SHORT) == pytest.approx(10.0 + 10.0 + 40.0 + 20.0)


@pytest.mark.parametrize(
    ("there", "wanted", "found"),
    [
        (("moment", "short", "full"), None, "short"),
        (("moment", "full"), None, "moment"),
        (("full",), Length.MOMENT, "full"),
        (("short", "full"), Length.MOMENT, "short"),
        (("moment", "short"), Length.FULL, "short"),
    ],
)
def test_the_nearest_length_there_is(there: tuple[str, ...], wanted: Length | None, found: str) -> None:
    assert plan(**{key: (Rest(20.0),) for key in there}).usual_length(wanted) is Length(found)


def test_questions_of_every_way_are_found() -> None:
    assert asks((Say("Some.", 10.0), CHOICE)) == (FIRST, SECOND)


def test_words_are_said_calmly() -> None:
    assert spoken_seconds("one two three four five six seven") == pytest.approx(4.0)
    assert spoken_seconds("") == 0.0


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("這一刻很難。願我溫柔地對待自己。", 4.0, 7.0),
        ("いまは、つらいときです。", 2.0, 4.0),
        ("ช่วงเวลานี้ยากลำบาก", 2.0, 4.0),
        ("ຊ່ວງເວລານີ້ຍາກ", 1.5, 4.0),
        ("ពេលនេះពិបាក", 0.9, 4.0),
        ("ဒီအချိန်က ခက်ခဲတယ်", 1.5, 5.0),
    ],
)
def test_scripts_without_spaces_take_their_time(words: str, least: float, most: float) -> None:
    assert least < spoken_seconds(words) < most
    assert spoken_seconds(words * 20) == pytest.approx(20 * spoken_seconds(words), rel=0.2)
