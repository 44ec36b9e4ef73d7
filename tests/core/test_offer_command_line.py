import shlex

import pytest

from kindtimer.core.command_line import parser
from kindtimer.core.offer_command_line import CHANGES, EXAMPLES, WHAT
from kindtimer.core.rule import After, At, Every, Somewhere
from kindtimer.core.rule_words import read_quiet, read_rule


@pytest.mark.parametrize(
    ("typed", "words"),
    [("pause", []), ("pause 1h30m", ["1h30m"]), ("pause until 14:00", ["until", "14:00"])],
)
def test_a_pause_takes_the_words_as_they_are_typed(typed: str, words: list[str]) -> None:
    found = parser("1").parse_args(typed.split())
    assert (found.command, found.words) == ("pause", words)


@pytest.mark.parametrize("what", WHAT)
def test_what_can_be_done_with_prompts(what: str) -> None:
    found = parser("1").parse_args(["prompts", what, "daily", "10:00"])
    assert (found.what, found.words) == (what, ["daily", "10:00"])
    assert set(CHANGES) < set(WHAT)


def test_prompts_alone_lists_what_comes() -> None:
    found = parser("1").parse_args(["prompts", "--days", "3", "--zone", "Asia/Kolkata", "--json"])
    assert (found.what, found.days, found.zone, found.json) == (None, "3", "Asia/Kolkata", True)


@pytest.mark.parametrize("typed", [["prompts", "--help"], ["prompts", "add", "--help"]])
def test_help_has_an_example_of_every_kind_on_a_line_of_its_own(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser("1").parse_args(typed)
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert set(EXAMPLES) <= set(lines)


def test_every_example_can_be_typed_as_it_stands() -> None:
    kinds = set()
    for example in EXAMPLES:
        found = parser("1").parse_args(shlex.split(example)[1:])
        if found.what == "add":
            kinds.add(type(read_rule(" ".join(found.words))[0]))
        if found.what == "quiet":
            assert str(read_quiet(" ".join(found.words))) == "22:00-07:00"
    assert kinds == {At, Every, Somewhere, After}
