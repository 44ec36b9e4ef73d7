from datetime import time

import pytest

from kindtimer.core.rule import RuleNotPossible, Somewhere, Window
from kindtimer.core.rule_reading import Line, lowered, roomy


def test_what_is_not_understood_is_none_with_how_far_it_was() -> None:
    line = Line("mon 10, tue 11")
    assert line.read() is None
    assert (line.days, line.text[line.far :]) == (frozenset({0}), "tue 11")


def test_values_that_cannot_be_say_so_themselves() -> None:
    with pytest.raises(RuleNotPossible, match="ends before it begins"):
        Line("every 90 min 17:00-16:00").read()


def test_days_stand_before_it_after_it_or_within_it() -> None:
    for text in ("weekdays every hour 9-17", "every hour 9-17 on weekdays", "every hour on weekdays 9-17"):
        line = Line(text)
        assert line.read() is not None
        assert line.days == frozenset(range(5))


def test_letters_keep_their_places() -> None:
    assert lowered("İ MON") == "İ mon"


def test_more_than_there_is_room_for_come_closer() -> None:
    assert roomy(3, Window(time(10), time(11))) == Somewhere(3, Window(time(10), time(11)), 20)
