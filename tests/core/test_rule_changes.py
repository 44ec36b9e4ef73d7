import pytest

from kindtimer.core.rule import RuleNotPossible
from kindtimer.core.rule_changes import changed, checked_words
from kindtimer.core.settings import Settings
from tests.fakes import patterns


def test_a_number_is_given_to_each_and_never_to_two() -> None:
    settings = Settings()
    for line in ("daily 10:00", "daily 11:00", "daily 12:00"):
        settings, _ = changed(settings, {"do": "add", "words": line}, patterns())
    settings, _ = changed(settings, {"do": "remove", "words": "2"}, patterns())
    settings, told = changed(settings, {"do": "add", "words": "daily 13:00"}, patterns())
    assert [rule.id for rule in settings.rules] == ["1", "3", "4"]
    assert told == "Rule 4: daily 13:00."


def test_practice_minutes_and_an_own_line_are_kept() -> None:
    asked = {
        "do": "add",
        "words": "daily 10:00",
        "practice": "sigh",
        "minutes": 2.0,
        "own": " Rest\nyour eyes. ",
    }
    (rule,) = changed(Settings(), asked, patterns())[0].rules
    assert (rule.practice, rule.minutes, rule.words) == ("sigh", 2.0, "Rest your eyes.")


@pytest.mark.parametrize(
    "asked",
    [{}, {"do": "dance"}, {"do": "add"}, {"do": "remove"}, {"do": "on", "words": "1"}, {"do": "quiet"}],
    ids=str,
)
def test_what_cannot_be_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(RuleNotPossible):
        changed(Settings(), asked, patterns())


def test_the_person_s_line_is_in_no_refusal() -> None:
    with pytest.raises(RuleNotPossible) as told:
        checked_words("secret " * 99)
    assert "secret" not in str(told.value)


def test_a_quiet_time_that_is_there_is_not_there_twice() -> None:
    settings = Settings()
    for _ in range(2):
        settings, _ = changed(settings, {"do": "quiet", "words": "22:00-07:00"}, patterns())
    assert len(settings.quiet.spans) == 1
