from collections.abc import Iterable
from datetime import timedelta

import pytest

from kindtimer.core.activity import LOOK, Activity, wants
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_rule
from tests.core.test_offer_desk import BERLIN, at

FOCUS = Rule("1", *read_rule("after 25 min of focus"))
COMPUTER = Rule("2", *read_rule("every 30 min at the computer 09:00-17:00"))
CALL = Rule("3", *read_rule("after a call"))
RULES = [FOCUS, COMPUTER, CALL]


class Watched:
    def __init__(self, start: str) -> None:
        self.when, self.activity = at(start), Activity()
        self.happened: list[tuple[str, str]] = []
        self.look(busy=False)

    def look(
        self, busy: bool | None = None, in_call: bool | None = None, rules: Iterable[Rule] = RULES
    ) -> None:
        self.activity, happened = self.activity.looked(self.when, BERLIN, rules, busy, in_call)
        self.happened += [(one.rule.id, one.which) for one in happened]

    def minutes(self, count: int, busy: bool | None = None, in_call: bool | None = None) -> "Watched":
        for _ in range(count):
            self.when += LOOK
            self.look(busy, in_call)
        return self

    def ids(self) -> list[str]:
        return [id_ for id_, _ in self.happened]


def test_a_stretch_of_focus_is_told_once_it_is_long_enough_and_begins_anew() -> None:
    watched = Watched("08:00").minutes(24, busy=True)
    assert watched.ids() == []
    watched.minutes(1, busy=True)
    assert watched.ids() == ["1"]
    watched.minutes(24, busy=True)
    assert watched.ids() == ["1"]
    watched.minutes(1, busy=True)
    assert watched.ids() == ["1", "1"]
    assert len(set(watched.happened)) == 2


@pytest.mark.parametrize(("rest", "told"), [(4, ["1"]), (6, [])])
def test_a_short_rest_does_not_end_a_stretch_and_a_longer_one_does(rest: int, told: list[str]) -> None:
    watched = Watched("08:00").minutes(20, busy=True).minutes(rest, busy=False).minutes(5, busy=True)
    assert watched.ids() == told


def test_time_at_the_computer_is_counted_within_its_window_alone() -> None:
    watched = Watched("08:30").minutes(29, busy=True)
    assert "2" not in watched.ids()
    watched.minutes(29, busy=True)
    assert watched.ids().count("2") == 0
    watched.minutes(2, busy=True)
    assert watched.ids().count("2") == 1
    evening = Watched("16:45").minutes(60, busy=True)
    assert "2" not in evening.ids()


def test_rests_are_no_time_at_the_computer() -> None:
    watched = Watched("09:00")
    for _ in range(10):
        watched.minutes(2, busy=True).minutes(8, busy=False)
    assert "2" not in watched.ids()
    watched.minutes(10, busy=True)
    assert watched.ids() == ["2"]


def test_a_sleep_counts_as_no_time_at_all() -> None:
    watched = Watched("09:00").minutes(10, busy=True)
    watched.when += timedelta(hours=3)
    watched.minutes(10, busy=True)
    assert watched.ids() == []


def test_what_cannot_be_told_changes_nothing() -> None:
    watched = Watched("09:00").minutes(29, busy=True).minutes(3, busy=None).minutes(1, busy=True)
    assert watched.ids() == ["1", "2"]


def test_after_a_call_once_it_has_ended() -> None:
    watched = Watched("10:00").minutes(5, in_call=True)
    assert watched.ids() == []
    watched.minutes(3, in_call=None).minutes(2, in_call=False)
    assert watched.ids() == ["3"]
    watched.minutes(1, in_call=True).minutes(1, in_call=False)
    assert watched.ids() == ["3"]  # too short to have been one


def test_rules_that_do_not_hold_on_the_day_hear_nothing() -> None:
    watched = Watched("10:00")
    off = [Rule("1", *read_rule("Sat after 25 min of focus"))]
    for _ in range(40):
        watched.when += LOOK
        watched.look(busy=True, rules=off)
    assert watched.happened == []


def test_what_is_looked_for_is_what_rules_that_are_on_ask_for() -> None:
    assert wants([]) == (False, False)
    assert wants([FOCUS]) == (True, False)
    assert wants([COMPUTER]) == (True, False)
    assert wants([CALL]) == (False, True)
    assert wants([Rule("1", *read_rule("daily 10:00")), Rule("2", *read_rule("after first unlock"))]) == (
        False,
        False,
    )
    assert wants([Rule("1", *read_rule("after a call"), on=False)]) == (False, False)


def test_a_clock_that_is_set_back_costs_no_more_than_the_stretch() -> None:
    watched = Watched("10:00").minutes(20, busy=True)
    watched.when -= timedelta(hours=2)
    watched.minutes(10, busy=True)
    assert "1" not in watched.ids()
