from datetime import date, datetime

import pytest

from kindtimer.core.day_words import date_told, day_told, listed, moment_told, sentence
from tests.guide.led_day import BERLIN

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (TODAY, "today"),
        (date(2026, 11, 26), "tomorrow"),
        (date(2026, 12, 1), "Tuesday"),
        (date(2026, 12, 2), "Wednesday 2 December"),
        (date(2026, 11, 24), "Tuesday 24 November"),
        (date(2027, 3, 28), "Sunday 28 March 2027"),
    ],
)
def test_a_day_is_said_as_people_say_it(day: date, told: str) -> None:
    assert day_told(day, TODAY) == told


def test_a_moment_and_a_date_and_a_line() -> None:
    assert moment_told(datetime(2026, 11, 25, 14, 5, tzinfo=BERLIN), TODAY) == "today 14:05"
    assert date_told(date(2026, 3, 29)) == "Sunday 29 March"
    assert listed(["one", "", "two"]) == "one · two"
    assert sentence("next today") == "Next today"
    assert sentence("") == ""
