from dataclasses import replace

from kindtimer.core.ears import Wanted
from kindtimer.core.pattern import Phases
from kindtimer.core.pattern_words import (
    minutes_told,
    seconds_in_full,
    seconds_told,
    usual_pattern,
    usual_told,
)
from kindtimer.core.settings import Settings
from tests import fakes


def test_seconds_are_told_short_enough_for_a_row() -> None:
    told = {name: seconds_told(pattern) for name, pattern in fakes.patterns().items()}
    assert told["longer_out_46"] == "4 s in · 6 s out"
    assert told["sigh"] == "2.5 + 1 s in · 6.5 s out"
    assert told["box_4"] == "4–4–4–4 seconds"
    assert told["four_seven_eight"] == "4–7–8 seconds"


def test_seconds_in_full_name_every_part() -> None:
    patterns = fakes.patterns()
    told = {name: seconds_in_full(pattern) for name, pattern in patterns.items()}
    assert told["longer_out_46"] == "In for 4 seconds, out for 6."
    assert told["sigh"] == "In for 2.5 + 1 seconds, out for 6.5."
    assert told["box_4"] == "In for 4 seconds, held for 4, out for 4, held for 4."
    assert told["four_seven_eight"] == "In for 4 seconds, held for 7, out for 8."
    rests = replace(patterns["box_4"], phases=Phases(inhale=4, out=6, rest=2))
    assert seconds_in_full(rests) == "In for 4 seconds, out for 6, held for 2."


def test_lengths_as_people_say_them() -> None:
    assert [minutes_told(one) for one in (0.5, 1.0, 3.0, 10.0)] == [
        "under a minute",
        "1 minute",
        "3 minutes",
        "10 minutes",
    ]


def test_what_one_click_brings_in_a_line() -> None:
    patterns = fakes.patterns()
    assert usual_told(Settings(), patterns) == "3 minutes · Longer out"
    chosen = Settings(pattern="sigh", minutes=1.0, sound=Wanted.QUIETLY)
    assert usual_told(chosen, patterns) == "1 minute · Sigh · Quietly"
    assert usual_told(Settings(pattern="gone"), patterns) == "3 minutes · Longer out"


def test_a_usual_pattern_that_is_gone_falls_back() -> None:
    patterns = fakes.patterns()
    assert usual_pattern(Settings(pattern="sigh"), patterns).id == "sigh"
    assert usual_pattern(Settings(pattern="gone"), patterns).id == "longer_out_46"
