import pytest

from kindtimer.core.offer_desk import LAST_LINES
from kindtimer.core.offer_lines import DISCREET, LINES, length_words, line_words, pick


def test_there_are_at_least_twenty_and_none_twice() -> None:
    assert len(LINES) == len(set(LINES)) >= 20
    assert all("{length}" in line for line in (*LINES, DISCREET))


def test_none_comes_within_five_of_itself() -> None:
    recent: list[int] = []
    for number in range(200):
        found = pick(str(number), recent[-LAST_LINES:])
        assert found not in recent[-LAST_LINES:]
        recent.append(found)
    assert len(set(recent)) == len(LINES)
    assert pick("the same", (1, 2)) == pick("the same", (1, 2))


def test_you_picked_this_time_is_said_only_where_it_is_true() -> None:
    assert any("picked" in LINES[pick(str(n), ())] for n in range(500))
    assert not any("picked" in LINES[pick(str(n), (), chosen=False)] for n in range(500))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0.5, "half a minute"), (1.0, "one minute"), (3.0, "3 minutes"), (1.2, "one minute")],
)
def test_the_length_is_told_in_words(minutes: float, words: str) -> None:
    assert length_words(minutes) == words
    assert words in line_words(4, minutes)


def test_an_own_line_stands_in_its_place_except_where_colleagues_may_read() -> None:
    assert line_words(4, 1.0, own="Rest your eyes.") == "Rest your eyes."
    assert line_words(4, 1.0, own="Rest your eyes.", discreet=True) == "A short break: one minute."
