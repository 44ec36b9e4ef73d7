import re
import shlex
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kindtimer.core.command_line import parser
from kindtimer.core.offer_command_line import CHANGES, EXAMPLES, WHAT
from kindtimer.core.pause import read_pause
from kindtimer.core.quiet_changes import changed_quiet, read_quiet_parts
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import After, At, Every, Somewhere
from kindtimer.core.rule_changes import USUAL, checked_practice
from kindtimer.core.rule_words import NIGHT, read_rule
from kindtimer.core.wish import ROOM
from tests.fakes import patterns

HELD = Quiet((NIGHT,))
README = Path(__file__).parents[2] / "README.md"
WHEN = datetime(2026, 11, 25, 9, tzinfo=UTC)


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
    kinds, changes = set(), list[bool]()
    for example in EXAMPLES:
        found = parser("1").parse_args(shlex.split(example)[1:])
        if found.what == "add":
            kinds.add(type(read_rule(" ".join(found.words))[0]))
        if found.what == "quiet":
            quiet, told = changed_quiet(HELD, " ".join(found.words), date(2026, 11, 25), remove=found.remove)
            assert told
            changes.append(quiet != HELD)
    assert kinds == {At, Every, Somewhere, After}
    assert changes.count(True) == 5


def test_help_names_every_kind_of_practice_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser("1").parse_args(["prompts", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "breathe, room (the room around you), or a pattern: see `kindtimer patterns`" in told
    for name in (USUAL, ROOM, *patterns()):
        assert checked_practice(name, patterns()) == name


def test_whatever_the_readme_says_can_be_typed_is_understood() -> None:
    table = README.read_text("utf-8").split("| to say |")[1].split("\n\n")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines()[2:]]
    kinds = set()
    for what, examples in rows:
        found = [words.strip('"') for words in re.findall("`([^`]+)`", examples)]
        assert len(found) >= 3
        for words in found:
            if what.strip() == "a pause":
                assert words == "resume" or read_pause(words, WHEN, UTC).until
            elif what.strip() == "quiet times, days off":
                assert read_quiet_parts(words, WHEN.date()) != Quiet()
            else:
                kinds.add(type(read_rule(words)[0]))
    assert kinds == {At, Every, Somewhere, After}
    assert len(rows) == 6
