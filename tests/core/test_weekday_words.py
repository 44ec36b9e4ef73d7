import pytest

from kindtimer.core.weekday_words import WEEK, WEEKEND, WORKDAYS, weekday_in, weekdays_at, weekdays_line


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("daily", WEEK),
        ("every day", WEEK),
        ("weekdays", WORKDAYS),
        ("every weekday", WORKDAYS),
        ("on working days", WORKDAYS),
        ("at weekends", WEEKEND),
        ("at the weekend", WEEKEND),
        ("monday to friday", WORKDAYS),
        ("mon-fri", WORKDAYS),
        ("mondays", {0}),
        ("every tues", {1}),
        ("mon, wed and fri", {0, 2, 4}),
        ("mon,wed-thu & sat", {0, 2, 3, 5}),
        ("fri-mon", {4, 5, 6, 0}),
    ],
)
def test_days_as_people_name_them(words: str, days: set[int]) -> None:
    found = weekdays_at(f"{words} 10:00")
    assert found is not None
    assert (found[0], found[1]) == (frozenset(days), len(words))


@pytest.mark.parametrize("words", ["", "montag 10:00", "mon-fry 10:00", "noon", "every hour", "sunset"])
def test_what_names_no_day_is_none(words: str) -> None:
    assert weekdays_at(words) is None


def test_one_day_alone() -> None:
    assert [weekday_in(word) for word in ("mon", "sundays", "thurs", "never")] == [0, 6, 3, None]


def test_days_are_written_in_runs() -> None:
    assert weekdays_line(frozenset({0, 1, 2, 5})) == "Mon-Wed, Sat"
