from dataclasses import replace
from datetime import date, time

import pytest

from kindtimer.core.quiet_times import Quiet, QuietSpan
from kindtimer.core.rule import Rule, RuleNotPossible
from kindtimer.core.rule_changes import changed, checked_words, is_silent
from kindtimer.core.rule_words import read_rule
from kindtimer.core.settings import Settings
from tests.fakes import patterns

SETTINGS = Settings()
TODAY = date(2026, 11, 25)


def test_a_number_is_given_to_each_and_never_to_two() -> None:
    settings = Settings()
    for line in ("daily 10:00", "daily 11:00", "daily 12:00"):
        settings, _ = changed(settings, {"do": "add", "words": line}, patterns(), TODAY)
    settings, _ = changed(settings, {"do": "remove", "words": "2"}, patterns(), TODAY)
    settings, told = changed(settings, {"do": "add", "words": "daily 13:00"}, patterns(), TODAY)
    assert [rule.id for rule in settings.rules] == ["1", "3", "4"]
    assert told == "Number 4: daily 13:00."


def test_practice_minutes_and_an_own_line_are_kept() -> None:
    asked = {
        "do": "add",
        "words": "daily 10:00",
        "practice": "sigh",
        "minutes": 2.0,
        "own": " Rest\nyour eyes. ",
    }
    (rule,) = changed(Settings(), asked, patterns(), TODAY)[0].rules
    assert (rule.practice, rule.minutes, rule.words) == ("sigh", 2.0, "Rest your eyes.")


def test_the_room_around_you_can_be_offered() -> None:
    asked = {"do": "add", "words": "daily 10:00", "practice": "room"}
    assert changed(Settings(), asked, patterns(), TODAY)[0].rules[0].practice == "room"


@pytest.mark.parametrize(
    "asked",
    [{}, {"do": "dance"}, {"do": "add"}, {"do": "remove"}, {"do": "on", "words": "1"}, {"do": "quiet"}],
    ids=str,
)
def test_what_cannot_be_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(RuleNotPossible):
        changed(Settings(), asked, patterns(), TODAY)


def test_the_person_s_line_is_in_no_refusal() -> None:
    with pytest.raises(RuleNotPossible) as told:
        checked_words("secret " * 99)
    assert "secret" not in str(told.value)


def test_the_person_s_line_is_made_harmless_before_it_is_kept() -> None:
    assert (
        checked_words("\x1b[31mRest\u202e\nyour\u2028eyes\u200b 👩\u200d🚀\x07")
        == "Rest your eyes 👩\u200d🚀"
    )
    assert checked_words("x\x00" * 200) == "x" * 200


def test_a_quiet_time_that_is_there_is_not_there_twice() -> None:
    settings = Settings()
    for _ in range(2):
        settings, _ = changed(settings, {"do": "quiet", "words": "22:00-07:00"}, patterns(), TODAY)
    assert len(settings.quiet.spans) == 1


def after(*asked: tuple[str, str], settings: Settings = SETTINGS) -> tuple[Settings, str]:
    told = ""
    for do, words in asked:
        settings, told = changed(settings, {"do": do, "words": words}, patterns(), TODAY)
    return settings, told


def refused(do: str, words: str = "", settings: Settings = SETTINGS, *, remove: bool = False) -> str:
    with pytest.raises(RuleNotPossible) as told:
        changed(settings, {"do": do, "words": words, "remove": remove}, patterns(), TODAY)
    return str(told.value)


def test_the_same_rule_is_set_once_and_said_to_be_there() -> None:
    settings, told = after(("add", "daily 10:00"), ("add", "10am"))
    assert len(settings.rules) == 1
    assert told == "That is there already, as number 1: daily 10:00."
    settings, told = after(("off", "1"), ("add", "daily 10:00"), settings=settings)
    assert len(settings.rules) == 1
    assert told.endswith("It is off; `kindtimer prompts on 1` turns it on.")


def test_a_rule_with_another_practice_is_another_rule() -> None:
    settings, _ = after(("add", "daily 10:00"))
    settings, _ = changed(settings, {"do": "add", "words": "10:00", "practice": "sigh"}, patterns(), TODAY)
    assert len(settings.rules) == 2


@pytest.mark.parametrize(
    "line", ["daily 02:00, 23:00", "every 60 min 22:00-23:59", "2 between 01:00 and 05:00"]
)
def test_a_rule_that_is_always_quiet_is_set_and_that_is_said(line: str) -> None:
    settings, told = after(("quiet", "night"), ("add", line))
    assert len(settings.rules) == 1
    assert told.startswith(f"Number 1: {line}. All its times lie in quiet times")
    assert is_silent(settings.rules[0], settings.quiet)


@pytest.mark.parametrize("line", ["daily 10:00, 23:00", "1 between 21:00 and 23:00", "after a call"])
def test_a_rule_of_which_something_can_come_says_nothing_of_quiet_times(line: str) -> None:
    assert after(("quiet", "night"), ("add", line))[1] == f"Number 1: {line}."


def test_a_rule_for_days_off_alone_is_always_quiet() -> None:
    settings = replace(SETTINGS, quiet=Quiet(days=frozenset({5, 6})))
    assert "quiet times" in after(("add", "Sun 10:00"), settings=settings)[1]
    assert "quiet times" not in after(("add", "Fri-Sun 10:00"), settings=settings)[1]


def test_many_a_day_is_said_by_the_rule_that_crosses_it_alone() -> None:
    settings, told = after(("add", "10, 11, 12, 13, 14:00"))
    assert "one or two" not in told
    settings, told = after(("add", "15:00"), settings=settings)
    assert told == "Number 2: daily 15:00. Many people find one or two a day enough."
    settings, told = after(("add", "16:00"), settings=settings)
    assert told == "Number 3: daily 16:00."


@pytest.mark.parametrize("number", ["2", " 2 ", "#2", "rule 2", "number 2", "time 2", "no. 2", "two", "2."])
def test_a_rule_is_named_by_its_number_as_people_write_it(number: str) -> None:
    settings, _ = after(("add", "10:00"), ("add", "11:00"), ("remove", number))
    assert [rule.id for rule in settings.rules] == ["1"]


def test_what_is_wanted_is_said_with_an_example() -> None:
    settings, _ = after(("add", "10:00"), ("add", "11:00"))
    for do in ("remove", "on", "off"):
        assert refused(do, settings=settings) == (
            f"After `{do}` comes a number of `kindtimer prompts list`. For example: kindtimer prompts {do} 1"
        )
    assert refused("remove", "Seven", settings) == (
        "There is no number “Seven”. There are: 1, 2. For example: kindtimer prompts remove 1"
    )
    assert refused("on") == "There are no times so far. For example: kindtimer prompts add “Mon-Fri 10:00”"
    assert refused("add") == "After `add` come the times. For example: kindtimer prompts add “Mon-Fri 10:00”"
    assert refused("quiet") == (
        "After `quiet` comes a span of time, or days. For example: kindtimer prompts quiet 22:00-07:00"
    )


def test_what_can_be_taken_away_of_quiet_times_is_the_example() -> None:
    settings, _ = after(("quiet", "12-13"))
    assert refused("quiet", settings=settings, remove=True).endswith("quiet --remove 12:00-13:00")


def test_of_very_many_rules_not_every_number_is_told() -> None:
    rules = tuple(Rule(str(n), *read_rule("10:00")) for n in range(1, 201))
    told = refused("remove", "900", replace(SETTINGS, rules=rules))
    assert "kindtimer prompts list" in told
    assert len(told) < 140


def test_quiet_already_is_said() -> None:
    assert after(("quiet", "22-7"), ("quiet", "night"))[1] == "22:00-07:00 is quiet already."


def test_there_are_no_more_quiet_times_than_can_be_kept() -> None:
    spans = tuple(QuietSpan(time(1, minute), time(2)) for minute in range(50))
    assert "50" in refused("quiet", "22-7", replace(SETTINGS, quiet=Quiet(spans)))
