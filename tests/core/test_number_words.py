import pytest

from kindtimer.core.number_words import minutes_in, number_in


@pytest.mark.parametrize(
    ("word", "number"),
    [("2", 2), ("two", 2), (" Twelve ", 12), ("forty-five", 45), ("nought", None), ("-1", None), ("", None)],
)
def test_a_whole_number_in_digits_or_words(word: str, number: int | None) -> None:
    assert number_in(word) == number


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("90 min", 90),
        ("90m", 90),
        ("ninety minutes", 90),
        ("1h30", 90),
        ("1h30m", 90),
        ("1 h 30 min", 90),
        ("1.5h", 90),
        ("1,5 h", 90),
        ("an hour", 60),
        ("hour", 60),
        ("half an hour", 30),
        ("half hour", 30),
        ("a quarter of an hour", 15),
        ("an hour and a half", 90),
        ("hour and a half", 90),
        ("two and a half hours", 150),
        ("two hours and fifteen minutes", 135),
        ("2 Hours", 120),
    ],
)
def test_a_length_of_time(words: str, minutes: float) -> None:
    assert minutes_in(words) == minutes


@pytest.mark.parametrize("words", ["", "h", "90", "a while", "-5 min", "2 hours 9:00", "two"])
def test_what_is_no_length_is_none(words: str) -> None:
    assert minutes_in(words) is None
