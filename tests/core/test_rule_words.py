from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.quiet_times import QuietSpan
from kindtimer.core.rule import (
    WEEK,
    After,
    At,
    Event,
    Every,
    RuleNotPossible,
    Somewhere,
    When,
    Window,
    time_of,
)
from kindtimer.core.rule_words import read_quiet, read_rule, read_time, rule_line

WORKDAYS = frozenset(range(5))


@pytest.mark.parametrize(
    ("line", "when", "days"),
    [
        ("Mon-Fri 10:00, 14:30", At((time(10), time(14, 30))), WORKDAYS),
        ("mon–fri 14:30 and 10:00", At((time(10), time(14, 30))), WORKDAYS),
        ("Sat 11:15", At((time(11, 15),)), {5}),
        ("daily 02:30", At((time(2, 30),)), WEEK),
        ("9.05", At((time(9, 5),)), WEEK),
        ("Fri-Mon 9:00", At((time(9),)), {4, 5, 6, 0}),
        ("Monday, Wed,Fri 9:00", At((time(9),)), {0, 2, 4}),
        ("weekends 10:00", At((time(10),)), {5, 6}),
        ("every 90 min 09:00-17:00", Every(90, Window(time(9), time(17))), WEEK),
        (
            "weekdays every 2 h at the computer 9:00–17:00",
            Every(120, Window(time(9), time(17)), True),
            WORKDAYS,
        ),
        ("2 between 10:00 and 16:00", Somewhere(2, Window(time(10), time(16)), 60), WEEK),
        (
            "Tue 3 a day between 10:00 and 16:00, 90 min apart",
            Somewhere(3, Window(time(10), time(16)), 90),
            {1},
        ),
        ("3 between 10:00 and 11:00", Somewhere(3, Window(time(10), time(11)), 20), WEEK),
        ("after unlock", After(Event.UNLOCK), WEEK),
        ("weekdays after 50 min of focus", After(Event.FOCUS, 50), WORKDAYS),
        ("After a call", After(Event.CALL), WEEK),
    ],
)
def test_plain_words_in_and_the_same_back(line: str, when: When, days: set[int]) -> None:
    wanted = (when, frozenset(days))
    assert read_rule(line) == wanted
    assert read_rule(rule_line(*wanted)) == wanted


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("25:00", "“25:00” is no time of the day"),
        ("daily 24:00", "“24:00” is no time"),
        ("10:60", "“10:60” is no time"),
        ("Mon-Fry 10:00", "“mon-fry” is no day of the week"),
        ("banana", "“banana” is no day"),
        ("every 90 min 17:00-09:00", "ends before it begins"),
        ("2 between 16:00 and 10:00", "ends before it begins"),
        ("every 90 min", "was not understood"),
        ("every 90 min 9", "no span of time"),
        ("Mon", "was not understood"),
        ("after lunch", "was not understood"),
        ("10:00-12:00", "no time of the day"),
        ("", "one short line"),
        ("10:00, " * 200, "one short line"),
        (", ".join(f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in (0, 30)), "1 to 24 times"),
    ],
)
def test_what_is_not_understood_says_what_would_be(line: str, said: str) -> None:
    with pytest.raises(RuleNotPossible, match=said) as told:
        read_rule(line)
    assert len(str(told.value)) < 240
    assert "\n" not in str(told.value)


@given(st.text(max_size=60))
def test_any_line_is_understood_or_refused_in_one_line(line: str) -> None:
    try:
        when, days = read_rule(line)
    except RuleNotPossible as refused:
        told = str(refused)
    else:
        told = rule_line(when, days)
        assert read_rule(told) == (when, days)
    assert told.isprintable()


MINUTES = st.integers(0, 1439)
DAYS = st.frozensets(st.integers(0, 6), min_size=1)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    start = draw(st.integers(0, 1300))
    return Window(time_of(start), time_of(draw(st.integers(start + 60, 1439))))


@st.composite
def whens(draw: st.DrawFn) -> When:
    kind = draw(st.sampled_from(["at", "every", "somewhere", "after"]))
    if kind == "at":
        return At(tuple(time_of(one) for one in sorted(draw(st.sets(MINUTES, min_size=1, max_size=24)))))
    if kind == "after":
        event = draw(st.sampled_from(Event))
        return After(event, draw(st.integers(15, 1440)) if event is Event.FOCUS else 0)
    window = draw(windows())
    if kind == "every":
        return Every(draw(st.integers(15, window.minutes)), window, draw(st.booleans()))
    count = draw(st.integers(1, max(1, min(24, window.minutes // 20))))
    return Somewhere(count, window, draw(st.integers(15, max(15, window.minutes // count))))


@given(whens(), DAYS)
def test_every_rule_can_be_written_and_read(when: When, days: frozenset[int]) -> None:
    assert read_rule(rule_line(when, days)) == (when, days)


def test_quiet_times_are_read() -> None:
    assert read_quiet("22:00-07:00") == QuietSpan(time(22), time(7))
    assert read_quiet("22:00 – 7:00") == QuietSpan(time(22), time(7))
    for line, said in (("22:00", "no span"), ("9:00-9:00", "never or always"), ("22-7", "no time")):
        with pytest.raises(RuleNotPossible, match=said):
            read_quiet(line)


def test_times_are_read() -> None:
    assert read_time(" 9:05 ") == time(9, 5)
    with pytest.raises(RuleNotPossible):
        read_time("nine")
