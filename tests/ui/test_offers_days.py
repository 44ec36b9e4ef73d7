from datetime import date

from kindtimer.core.pause import Pause
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_quiet, read_rule
from kindtimer.core.schedule import Schedule
from kindtimer.ui.offers_days import is_drawn, quiet_runs, quiet_told, week, without_times
from tests.guide.led_day import BERLIN, at
from tests.ui.offers_room import WEDNESDAY, plain


def schedule(*lines: str, quiet: Quiet | None = None) -> Schedule:
    rules = [Rule(str(number), *read_rule(line)) for number, line in enumerate(lines, 1)]
    return Schedule(rules, quiet or Quiet(), BERLIN, 11)


def test_seven_days_from_today_on_with_what_is_still_to_come() -> None:
    days = week(schedule("Mon-Fri 09:00, 14:30"), at("12:00"))
    assert [day.day.day for day in days] == [25, 26, 27, 28, 29, 30, 1]
    assert [day.times for day in days[:4]] == [("14:30",), ("09:00", "14:30"), ("09:00", "14:30"), ()]
    assert [day.begins for day in days[:2]] == [720, 0]
    assert [day.name for day in days[:2]] == ["Wed 25", "Thu 26"]


def test_each_day_is_said_in_words() -> None:
    quiet = Quiet((read_quiet("22:00-07:00"),), frozenset({4}), frozenset({date(2026, 11, 28)}))
    days = week(schedule("daily 09:00, 23:00", quiet=quiet), at("12:00"))
    assert [day.told(WEDNESDAY) for day in days[:5]] == [
        "Today, Wednesday 25 November: nothing.",
        "Tomorrow, Thursday 26 November: 09:00.",
        "Friday: a day off.",
        "Saturday: a day off.",
        "Sunday: 09:00.",
    ]
    assert plain(quiet_told(quiet)) == "Quiet on every day: 22:00-07:00."
    assert quiet_told(Quiet()) == ""


def test_quiet_times_that_meet_are_one_and_midnight_parts_them() -> None:
    quiet = Quiet((read_quiet("22:00-07:00"), read_quiet("07:00-08:00"), read_quiet("12:00-13:00")))
    assert quiet_runs(quiet) == ((0, 480), (720, 780), (1320, 1440))


def test_those_that_became_one_are_one_and_say_so() -> None:
    days = week(schedule("daily 10:00", "daily 10:05"), at("09:00"))
    assert days[0].times == ("10:05",)
    assert days[0].notes() == ["Wednesday 25 November: One offer together with the one of 10:00."]
    assert days[0].told(WEDNESDAY).endswith("10:05. One offer together with the one of 10:00.")


def test_a_day_on_which_the_clock_changes_says_so() -> None:
    forward = week(schedule("daily 02:30"), at("12:00", date(2026, 3, 28)))
    assert forward[1].times == ("03:00",)
    assert "02:30 does not exist on this day, so this comes at 03:00" in forward[1].notes()[0]
    assert forward[1].told(date(2026, 3, 28)).startswith("Tomorrow, Sunday 29 March: 03:00. The clock")
    back = week(schedule("daily 10:00"), at("12:00", date(2026, 10, 24)))
    assert back[1].notes() == ["Sunday 25 October: The clock goes back."]
    assert [day.note for day in back if day.note] == ["The clock goes back."]


def test_rules_whose_times_nobody_knows_are_named() -> None:
    rules = schedule("daily 10:00", "after a call", "every 60 min at the computer 09:00-17:00").rules
    assert [plain(line) for line in without_times(rules)] == [
        "after a call",
        "every 60 min at the computer 09:00-17:00",
    ]


def test_what_a_pause_keeps_away_stands_apart_and_is_said() -> None:
    when = at("09:12")
    one, *others = week(schedule("daily 10:00, 14:30"), when, Pause(when, at("11:00")))
    assert one.times == ("14:30",)
    assert [f"{prompt.at:%H:%M}" for prompt in one.paused] == ["10:00"]
    assert one.told(WEDNESDAY) == "Today, Wednesday 25 November: 14:30. Paused: 10:00."
    assert not any(day.paused for day in others)
    ever = week(schedule("daily 10:00"), when, Pause(when, None))
    assert not any(day.prompts for day in ever)


def test_chosen_times_are_told_from_drawn_ones() -> None:
    day = week(schedule("daily 10:00", "1 between 12:00 and 16:00"), at("09:00"))[0]
    assert [is_drawn(prompt) for prompt in day.prompts] == [False, True]
