from datetime import date, time
from typing import Any

import pytest

from kindtimer.core.quiet_times import Quiet, QuietSpan
from kindtimer.core.rule import MOST_RULES, At, Rule
from kindtimer.core.rule_records import Partly, quiet_of, quiet_record, record_of, rules_of
from kindtimer.core.rule_words import read_rule

USUAL = Rule("1", *read_rule("Mon-Fri 10:00, 14:30"))
FULL = Rule(
    "two",
    *read_rule("3 between 10:00 and 16:00, 45 min apart"),
    practice="box",
    minutes=2.5,
    words="Rest your eyes.",
    on=False,
    begins=date(2026, 3, 1),
    ends=date(2026, 4, 1),
)


def test_a_rule_is_the_same_after_its_record() -> None:
    assert rules_of([record_of(USUAL), record_of(FULL)]) == (USUAL, FULL)
    assert record_of(USUAL) == {"id": "1", "when": "Mon-Fri 10:00, 14:30"}


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"when": "daily 25:00"},
        {"when": 7},
        {"when": "daily 10:00", "minutes": 0},
        {"when": "daily 10:00", "minutes": True},
        {"when": "daily 10:00", "minutes": "long"},
        {"when": "daily 10:00", "on": "yes"},
        {"when": "daily 10:00", "words": "x" * 5000},
        {"when": "daily 10:00", "from": "soon"},
        {"when": "at the next full moon"},
        "daily 10:00",
        None,
        [],
    ],
    ids=str,
)
def test_what_is_no_rule_is_left_out_and_the_others_stay(record: Any) -> None:
    with pytest.raises(Partly) as part:
        rules_of([record_of(USUAL), record, record_of(FULL)])
    assert part.value.value == (USUAL, FULL)


def test_two_of_one_number_and_one_without_have_each_their_own() -> None:
    rules = rules_of(
        [{"id": "1", "when": "daily 10:00"}, {"id": "1", "when": "daily 11:00"}, {"when": "daily 12:00"}]
    )
    assert [rule.id for rule in rules] == ["1", "2", "3"]


def test_of_four_hundred_the_first_two_hundred_are_taken() -> None:
    with pytest.raises(Partly) as part:
        rules_of([{"id": str(n), "when": "daily 10:00"} for n in range(400)])
    assert len(part.value.value) == MOST_RULES


def test_quiet_times_are_the_same_after_their_record() -> None:
    quiet = Quiet((QuietSpan(time(22), time(7)),), frozenset({5, 6}), frozenset({date(2026, 12, 24)}))
    assert quiet_of(quiet_record(quiet)) == quiet
    assert quiet_record(quiet) == {"times": ["22:00-07:00"], "days": ["Sat", "Sun"], "dates": ["2026-12-24"]}
    assert quiet_of({}) == Quiet()


@pytest.mark.parametrize(
    "raw",
    [
        {"times": ["22:00-07:00", "25:00-07:00"]},
        {"times": ["22:00-07:00"], "days": ["Someday"]},
        {"times": ["22:00-07:00"], "dates": ["2026-02-30"]},
        {"times": ["22:00-07:00"], "days": "Sat"},
        {"times": ["22:00-07:00"], "days": [None]},
    ],
    ids=str,
)
def test_quiet_times_that_cannot_be_read_cost_themselves_alone(raw: dict[str, Any]) -> None:
    with pytest.raises(Partly) as part:
        quiet_of(raw)
    assert part.value.value == Quiet((QuietSpan(time(22), time(7)),))


@pytest.mark.parametrize("raw", [None, 3, "daily 10:00", {"1": 2}])
def test_what_is_no_list_of_rules_is_refused(raw: Any) -> None:
    with pytest.raises(TypeError):
        rules_of(raw)


@pytest.mark.parametrize("raw", [None, 3, "22:00-07:00", []])
def test_what_is_no_table_of_quiet_times_is_refused(raw: Any) -> None:
    with pytest.raises(TypeError):
        quiet_of(raw)


def test_a_person_s_own_line_is_in_no_description() -> None:
    assert "Rest your eyes." not in repr(FULL)
    assert Rule("1", At((time(10),))).words == ""


@pytest.mark.parametrize(
    "harm", ["\x1b[2J", "\n", "\u202e", "\u2066", "\u200b", "\u2028", "\x9b31m", "\ud83d"]
)
def test_words_and_names_of_a_file_hold_nothing_but_words(harm: str) -> None:
    record = {
        "id": f"{harm}1",
        "when": "daily 10:00",
        "practice": f"bo{harm}x",
        "words": f"Rest{harm} your eyes 👩\u200d🚀.",
    }
    (rule,) = rules_of([record])
    told = rule.id + rule.practice + rule.words.replace("\u200d", "")
    assert told.isprintable()
    assert rule.words.startswith("Rest your eyes")
    assert rule.words.endswith("👩\u200d🚀.")
    assert rules_of([record_of(rule)]) == (rule,)


def test_a_name_of_which_nothing_can_be_seen_is_as_if_there_were_none() -> None:
    (rule,) = rules_of([{"id": "\u200b", "when": "daily 10:00", "practice": "\u202e"}])
    assert (rule.id, rule.practice) == ("1", "breathe")
