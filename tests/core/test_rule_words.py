from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from kindtimer.core.rule_words import named_days, read_quiet, read_rule, read_time, rule_line

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
    ("typed", "line"),
    [
        ("weekdays at 10 and half past two", "Mon-Fri 10:00, 14:30"),
        ("10", "daily 10:00"),
        ("2", "daily 14:00"),
        ("mon 10", "Mon 10:00"),
        ("10am", "daily 10:00"),
        ("2.30pm", "daily 14:30"),
        ("10:30 pm", "daily 22:30"),
        ("noon", "daily 12:00"),
        ("midnight", "daily 00:00"),
        ("half past two", "daily 14:30"),
        ("quarter to three", "daily 14:45"),
        ("quarter past 9", "daily 09:15"),
        ("every hour", "every 60 min 09:00-17:00"),
        ("Every 90 minutes", "every 90 min 09:00-17:00"),
        ("every 2 hours", "every 120 min 09:00-17:00"),
        ("every half hour", "every 30 min 09:00-17:00"),
        ("every hour and a half", "every 90 min 09:00-17:00"),
        ("hourly from 10 to 4", "every 60 min 10:00-16:00"),
        ("every hour at the computer", "every 60 min at the computer 09:00-17:00"),
        ("every hour on weekdays between 9 and 5", "Mon-Fri every 60 min 09:00-17:00"),
        ("every hour in the morning", "every 60 min 08:00-12:00"),
        ("weekdays 9-5 every hour", "Mon-Fri every 60 min 09:00-17:00"),
        ("once an hour", "every 60 min 09:00-17:00"),
        ("sometime in the afternoon", "1 between 13:00 and 17:00"),
        ("2 between 10 & 4", "2 between 10:00 and 16:00"),
        ("every noon", "daily 12:00"),
        ("Mon-Fri; 10:00", "Mon-Fri 10:00"),
        ("after the first unlock of the day", "after first unlock"),
        ("after 50 minutes at the computer", "after 50 min of focus"),
        ("after 45 min", "after 45 min of focus"),
        ("after a phone call", "after a call"),
        ("every morning at 9", "daily 09:00"),
        ("every evening at 8", "daily 20:00"),
        ("weekday mornings at 9", "Mon-Fri 09:00"),
        ("every evening", "1 between 18:00 and 21:00"),
        ("every day at 10", "daily 10:00"),
        ("every Monday at 9", "Mon 09:00"),
        ("twice in the afternoon", "2 between 13:00 and 17:00"),
        ("once in the morning", "1 between 08:00 and 12:00"),
        ("twice", "2 between 09:00 and 17:00"),
        ("2 between 1pm and 5pm", "2 between 13:00 and 17:00"),
        ("three times between 9 and 5", "3 between 09:00 and 17:00"),
        ("between 9 and 5 three times", "3 between 09:00 and 17:00"),
        ("3 times a day from 9am till 5", "3 between 09:00 and 17:00"),
        ("between 1 and 3", "1 between 13:00 and 15:00"),
        ("Monday to Friday 10:00", "Mon-Fri 10:00"),
        ("mon, wed and fri at 9", "Mon, Wed, Fri 09:00"),
        ("at weekends 11", "Sat-Sun 11:00"),
        ("10:00 on weekdays", "Mon-Fri 10:00"),
        ("daily at 10 and 14", "daily 10:00, 14:00"),
        ("10 14:30", "daily 10:00, 14:30"),
        ("14h30", "daily 14:30"),
        ("after an hour of focus", "after 60 min of focus"),
    ],
)
def test_what_people_say_is_understood_and_written_back(typed: str, line: str) -> None:
    assert rule_line(*read_rule(typed)) == line
    assert rule_line(*read_rule(line)) == line


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("25:00", "“25:00” is no time of the day. Times go from 00:00 to 23:59."),
        ("daily 24:00", "“24:00” is no time of the day. Times go from 00:00 to 23:59."),
        ("10:60", "“10:60” is no time of the day. Times go from 00:00 to 23:59."),
        ("13PM", "“13PM” is no time of the day. Times go from 00:00 to 23:59."),
        ("Mon-Fry 10:00", "“Mon-Fry” is no day of the week. For example: Mon-Fri 10:00"),
        ("Montag 10:00", "“Montag” was not understood. For example: daily 10:00"),
        ("Banana", "“Banana” was not understood. For example: Mon-Fri 10:00 · every 90 min"),
        ("10:00 Bitte", "“Bitte” was not understood. For example: daily 10:00"),
        ("17:00-16:00", "“17:00-16:00” ends before it begins."),
        ("every 90 min 17:00-09:00", "“17:00-09:00” ends before it begins."),
        ("2 between 16:00 and 10:00", "“16:00-10:00” ends before it begins."),
        ("2 between", "“2 between” leaves open between which times. For example: 2 between 10:00 and 16:00"),
        ("Every", "“Every” leaves open how often. For example: every 90 min 09:00-17:00"),
        ("every 90 min 9", "“9” was not understood. For example: every 90 min 09:00-17:00"),
        ("every 2 days", "“every 2 days” was not understood; days go by the week."),
        ("90 min", "“90 min” says how long, and not when. For example: every 90 min 09:00-17:00"),
        ("Mon", "“Mon” says on which days, and not when. For example: Mon 10:00"),
        ("After work", "“After work” cannot be noticed from here. For example: after a call"),
        ("10:00-12:00", "“10:00-12:00” leaves open how often. For example: 2 between 10:00 and 12:00"),
        ("once at night", "“once at night” goes across midnight, and no line does."),
        ("Mon 10, Tue 11", "Those are two lines in one; each is added by itself. For example: Tue 11:00"),
        ("2026-12-24 10:00", "“2026-12-24” is a single day; times for offers go by the week."),
        ("Tomorrow at 10", "“Tomorrow” is a single day; times for offers go by the week."),
        (
            "weekdays except Friday 10",
            "“weekdays except Friday 10” leaves days out; a line names those it has.",
        ),
        ("Mo-Fr 10:00", "“Mo-Fr” was not understood. For example: Mon-Fri 10:00"),
        (
            "every hour from 9",
            "“every hour from 9” leaves open between which times. For example: every 90 min",
        ),
        ("every hour until 5", "“until 5” was not understood. For example: every 60 min 09:00-17:00"),
        ("every 5 min", "closer than this can be"),
        ("", "Times are one short line."),
        ("10:00, " * 200, "Times are one short line."),
        (", ".join(f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in (0, 30)), "1 to 24 times"),
    ],
)
def test_what_is_not_understood_says_why_and_what_would_be(line: str, said: str) -> None:
    with pytest.raises(RuleNotPossible) as told:
        read_rule(line)
    assert said in str(told.value)
    assert len(str(told.value)) <= 110
    assert "\n" not in str(told.value)


def test_the_days_a_line_names_are_known_while_it_is_typed() -> None:
    assert named_days("Mon-Fri") == WORKDAYS
    assert named_days("10:00 on weekdays") == WORKDAYS
    assert named_days("every day at 10") == WEEK
    for line in ("", "noon", "half past two", "twice in the afternoon", "every morning at 9", "banana"):
        assert named_days(line) is None


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


PIECES = (
    *(
        "mon",
        "Mon-Fri",
        "weekdays",
        "daily",
        "every",
        "every day",
        "at",
        "on",
        "and",
        ",",
        "-",
        "to",
        "between",
    ),
    *(
        "10",
        "2",
        "14:30",
        "half past",
        "quarter to",
        "two",
        "noon",
        "pm",
        "am",
        "14h30",
        "24",
        "0930",
        "25:00",
    ),
    *(
        "90 min",
        "hour",
        "an hour",
        "in the morning",
        "evenings",
        "night",
        "twice",
        "3 times",
        "a day",
        "apart",
    ),
    *("after", "a call", "unlock", "of focus", "at the computer", "from", "lunch", "."),
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_any_words_of_rules_are_understood_or_refused_in_one_line(line: str) -> None:
    try:
        when, days = read_rule(line)
    except RuleNotPossible as refused:
        told = str(refused)
    else:
        told = rule_line(when, days)
        assert read_rule(told) == (when, days)
        assert days == (named_days(line) or WEEK)
    assert told.isprintable()
    assert len(told) < 160


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


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("22:00-07:00", "22:00-07:00"),
        ("22:00 – 7:00", "22:00-07:00"),
        ("22:00–07:00", "22:00-07:00"),
        ("Night", "22:00-07:00"),
        ("nights", "22:00-07:00"),
        ("every night", "22:00-07:00"),
        ("10pm to 7am", "22:00-07:00"),
        ("22-7", "22:00-07:00"),
        ("22 to 7", "22:00-07:00"),
        ("from 22:00 to 07:00", "22:00-07:00"),
        ("between 12 and 2", "12:00-14:00"),
        ("evenings", "18:00-21:00"),
        ("22:00 to midnight", "22:00-00:00"),
    ],
)
def test_quiet_times_are_read(typed: str, span: str) -> None:
    assert str(read_quiet(typed)) == span


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("22:00", "“22:00” is no span of time. For example: 22:00-07:00"),
        ("Lunch 12-13", "“Lunch” was not understood. For example: 12:00-13:00"),
        ("25:00-7:00", "“25:00” is no time of the day."),
        ("", "A quiet time is a span. For example: 22:00-07:00"),
        ("9:00-9:00", "never or always"),
    ],
)
def test_what_is_no_quiet_time_says_what_would_be(typed: str, said: str) -> None:
    with pytest.raises(RuleNotPossible) as told:
        read_quiet(typed)
    assert said in str(told.value)


@given(st.text(max_size=30))
def test_any_quiet_time_is_understood_or_refused_in_one_line(typed: str) -> None:
    try:
        span = read_quiet(typed)
    except RuleNotPossible as refused:
        told = str(refused)
    else:
        told = str(span)
        assert read_quiet(told) == span
    assert told.isprintable()


def test_times_are_read() -> None:
    assert read_time(" 9:05 ") == time(9, 5)
    assert read_time("half past two") == time(14, 30)
    with pytest.raises(RuleNotPossible, match="“Nine-ish” is no time"):
        read_time("Nine-ish")
