import pytest

from kindtimer.core.command_line import parser
from kindtimer.core.offer_command_line import CHANGES, WHAT


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
