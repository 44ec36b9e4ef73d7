from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.quiet_changes import EXAMPLES, changed_quiet, quiet_lines, read_quiet_parts
from kindtimer.core.quiet_times import Quiet, QuietSpan
from kindtimer.core.rule import RuleNotPossible
from kindtimer.core.rule_records import MOST_DATES, quiet_of, quiet_record

TODAY = date(2026, 11, 25)
NONE = Quiet()
HOLIDAYS = "2026-12-24..2027-01-06"


def put(*words: str, quiet: Quiet = NONE) -> tuple[Quiet, str]:
    told = ""
    for one in words:
        quiet, told = changed_quiet(quiet, one, TODAY, remove=False)
    return quiet, told


def taken(words: str, quiet: Quiet) -> tuple[Quiet, str]:
    return changed_quiet(quiet, words, TODAY, remove=True)


def refused(words: str, quiet: Quiet = NONE, *, remove: bool = False) -> str:
    with pytest.raises(RuleNotPossible) as told:
        changed_quiet(quiet, words, TODAY, remove=remove)
    return str(told.value)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("22:00-07:00", ["Quiet: 22:00-07:00"]),
        ("night", ["Quiet: 22:00-07:00"]),
        ("12-13 and 18-19", ["Quiet: 12:00-13:00, 18:00-19:00"]),
        ("Sat, Sun", ["Days off: Sat-Sun"]),
        ("weekends", ["Days off: Sat-Sun"]),
        ("Saturdays off", ["Days off: Sat"]),
        ("days off: Fri", ["Days off: Fri"]),
        ("24 Dec", ["Days off: 2026-12-24"]),
        ("Dec 24, 2027", ["Days off: 2027-12-24"]),
        ("24 Dec, 31 Dec", ["Days off: 2026-12-24, 2026-12-31"]),
        (HOLIDAYS, [f"Days off: {HOLIDAYS}"]),
        ("24 Dec – 6 Jan", [f"Days off: {HOLIDAYS}"]),
        ("2026-12-24…2027-01-06", [f"Days off: {HOLIDAYS}"]),
        ("22-7, Sat, 24 Dec", ["Quiet: 22:00-07:00", "Days off: Sat, 2026-12-24"]),
    ],
)
def test_times_days_and_dates_are_read_in_plain_words(words: str, lines: list[str]) -> None:
    assert quiet_lines(read_quiet_parts(words, TODAY)) == lines


def test_each_of_the_examples_can_be_typed() -> None:
    for example in EXAMPLES.split(" · "):
        assert put(example)[0] != NONE


def test_what_was_done_is_said() -> None:
    assert put("22-7")[1] == "Quiet from now on: 22:00-07:00."
    assert put("22-7", "night")[1] == "22:00-07:00 is quiet already."
    assert put("Sat, Sun")[1] == "Days off: Sat-Sun."
    assert put("Sat", "Sat")[1] == "Days off already: Sat."
    assert put("Sat", "Sat, Sun")[1] == "Days off: Sun."
    assert put(HOLIDAYS)[1] == f"Days off: {HOLIDAYS}."
    assert put("12-13, Sat")[1] == "Quiet from now on: 12:00-13:00. Days off: Sat."
    assert put("every day")[1] == "Days off: Mon-Sun. That is every day of the week, so nothing is offered."


def test_what_is_taken_away_goes_alone() -> None:
    quiet, _ = put("22-7, 12-13, Sat, Sun", HOLIDAYS)
    quiet, told = taken("22:00-07:00", quiet)
    assert told == "22:00-07:00 is no longer quiet."
    quiet, told = taken("Sun", quiet)
    assert told == "No longer days off: Sun."
    quiet, told = taken("2026-12-30 to 2027-01-20", quiet)
    assert told == "No longer days off: 2026-12-30..2027-01-06."
    assert quiet_lines(quiet) == ["Quiet: 12:00-13:00", "Days off: Sat, 2026-12-24..2026-12-29"]


def test_none_takes_all_away_and_says_what_it_was() -> None:
    quiet, _ = put("22-7, Sat", HOLIDAYS)
    assert put("none", quiet=quiet) == (
        NONE,
        f"Quiet times and days off are gone: 22:00-07:00 · Sat, {HOLIDAYS}.",
    )
    assert taken("all", quiet)[0] == NONE
    assert put("nothing") == (NONE, "There are no quiet times and no days off.")
    assert "no span" in refused("everything", quiet)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("lunch", "“lunch” is no span of time and no day."),
        ("Sat, lunch", "“lunch” is no span of time and no day."),
        ("Sat 10:00-12:00", "“Sat 10:00-12:00” is not understood: a day is off as a whole,"),
        ("2027-01-06..2026-12-24", "“2027-01-06..2026-12-24” ends before it begins."),
        ("30 Feb", "“30 Feb” is no day."),
        ("Mon 24 Dec", "“Mon 24 Dec” is"),
        ("25:00-07:00", "“25:00” is no time of the day."),
        ("22:00", "“22:00” is no span of time."),
        ("2020-01-01", "2020-01-01 is over already."),
        (
            "2027-01-01..2027-12-31",
            "“2027-01-01..2027-12-31” are more days than can be off: there can be 100.",
        ),
        ("x" * 999, "“xxx"),
        ("", "After `quiet` comes a span of time, or days."),
    ],
)
def test_what_cannot_be_is_one_line(words: str, line: str) -> None:
    assert refused(words).startswith(line)


def test_what_is_not_there_cannot_be_taken_away_and_what_is_there_is_told() -> None:
    quiet, _ = put("12-13, Sat")
    assert refused("22-7", quiet, remove=True) == "22:00-07:00 is no quiet time. There are: 12:00-13:00, Sat."
    assert refused("Sun", quiet, remove=True) == "Sun: no days off. There are: 12:00-13:00, Sat."
    assert refused("Sun", remove=True) == "Sun: no days off. There are: none."
    assert refused("", put("Sat")[0], remove=True).endswith("kindtimer prompts quiet --remove “Sat”")


def test_dates_that_are_over_make_room() -> None:
    held = Quiet(dates=frozenset(TODAY - timedelta(days=n) for n in range(1, MOST_DATES + 1)))
    quiet, _ = put("24 Dec", quiet=held)
    assert quiet.dates == {date(2026, 12, 24)}
    full = Quiet(dates=frozenset(TODAY + timedelta(days=n) for n in range(100, 200)))
    assert str(MOST_DATES) in refused("24 Dec", full)
    spans = tuple(QuietSpan(time(1, minute), time(2)) for minute in range(50))
    assert "50" in refused("22-7", Quiet(spans))


def test_as_many_dates_as_can_be_set_are_read_back() -> None:
    quiet, _ = put("2027-01-01 to 2027-04-10")
    assert len(quiet.dates) == MOST_DATES
    assert quiet_of(quiet_record(quiet)) == quiet


WORDS = st.lists(
    st.sampled_from(
        ["24", "Dec", "6 Jan", "2026-12-24", "..", "to", "-", "and", ",", "Sat", "22:00", "7", "night", "off"]
    ),
    max_size=8,
).map(" ".join)


@given(st.one_of(WORDS, st.text(max_size=40)), st.booleans(), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_words_are_understood_or_refused_in_one_line(words: str, remove: bool, today: date) -> None:
    quiet = Quiet((QuietSpan(time(22), time(7)),), frozenset({5}), frozenset({date(2026, 12, 24)}))
    try:
        after, told = changed_quiet(quiet, words, today, remove=remove)
    except RuleNotPossible as reason:
        told = str(reason)
    else:
        assert quiet_of(quiet_record(after)) == after
    assert told
    assert "\n" not in told
