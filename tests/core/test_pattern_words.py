from kindtimer.core.pattern_words import minutes_told, seconds_told
from tests import fakes


def test_seconds_are_told_short_enough_for_a_row() -> None:
    told = {name: seconds_told(pattern) for name, pattern in fakes.patterns().items()}
    assert told["longer_out_46"] == "4 in · 6 out"
    assert told["sigh"] == "2.5 + 1 in · 6.5 out"
    assert told["box_4"] == "4–4–4–4 seconds"
    assert told["four_seven_eight"] == "4–7–8 seconds"


def test_lengths_as_people_say_them() -> None:
    assert [minutes_told(one) for one in (0.5, 1.0, 3.0, 10.0)] == [
        "under a minute",
        "1 minute",
        "3 minutes",
        "10 minutes",
    ]
