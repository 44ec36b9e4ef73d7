from collections.abc import Callable
from datetime import date, time

import pytest

from kindtimer.core.rule import (
    WEEK,
    After,
    At,
    Event,
    Every,
    Rule,
    RuleNotPossible,
    Somewhere,
    Window,
    many_told,
    next_id,
)

DAY = Window(time(9), time(17))


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: Window(time(17), time(9)), "ends before it begins"),
        (lambda: Window(time(9), time(9)), "ends before it begins"),
        (lambda: At(()), "1 to 24 times"),
        (lambda: At(tuple(time(0, minute) for minute in range(25))), "1 to 24 times"),
        (lambda: Every(14, DAY), "closer than this can be"),
        (lambda: Every(481, DAY), "09:00"),
        (lambda: Somewhere(0, DAY), "1 to 24 times"),
        (lambda: Somewhere(25, DAY), "1 to 24 times"),
        (lambda: Somewhere(2, DAY, 10), "15 minutes"),
        (lambda: Somewhere(10, DAY, 60), "no room"),
        (lambda: After(Event.FOCUS, 5), "15 minutes"),
    ],
)
def test_what_cannot_be_says_why_and_what_can(made: Callable[[], object], said: str) -> None:
    with pytest.raises(RuleNotPossible, match=said):
        made()


def test_an_interval_begins_with_its_window_and_may_end_with_it() -> None:
    def minutes(every: int) -> list[int]:
        return [minute // 60 for minute in Rule("1", Every(every, DAY)).minutes_of_day()]

    assert minutes(240) == [9, 13, 17]
    assert minutes(420) == [9, 16]


def test_the_same_time_twice_is_one() -> None:
    assert Rule("1", At((time(14, 30), time(10), time(10)))).minutes_of_day() == (600, 870)


def test_a_rule_holds_on_its_days_between_its_dates_while_it_is_on() -> None:
    rule = Rule("1", At((time(10),)), frozenset({2}), begins=date(2026, 11, 18), ends=date(2026, 11, 25))
    held = [day for day in range(1, 31) if rule.holds_on(date(2026, 11, day))]
    assert held == [18, 25]
    assert not Rule("1", At((time(10),)), on=False).holds_on(date(2026, 11, 25))


def test_many_a_day_are_set_all_the_same_and_one_sentence_is_said() -> None:
    five = Rule("1", At(tuple(time(hour) for hour in range(9, 14))))
    assert many_told([five]) == ""
    assert many_told([]) == ""
    assert "one or two" in many_told([five, Rule("2", After(Event.CALL))])
    assert many_told([five, Rule("2", After(Event.CALL), on=False)]) == ""
    weekend = Rule("2", At((time(20),)), frozenset({5, 6}))
    workdays = Rule("3", five.when, WEEK - {5, 6})
    assert many_told([weekend, workdays]) == ""


def test_a_new_rule_gets_a_number_no_other_has() -> None:
    at = At((time(10),))
    assert next_id([]) == "1"
    assert next_id([Rule("3", at), Rule("x", at), Rule("1", at)]) == "4"


def test_a_person_s_own_line_is_in_no_description() -> None:
    assert "hold my own hand" not in repr(Rule("1", At((time(10),)), words="hold my own hand"))
