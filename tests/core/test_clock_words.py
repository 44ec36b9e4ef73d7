import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.clock_words import quiet_between, spoken_at, time_in, window_of


def minute(words: str) -> int | None:
    spoken = time_in(words)
    return None if spoken is None else spoken.minute


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("10", "10:00"),
        ("2", "14:00"),
        ("02", "02:00"),
        ("2:30", "02:30"),
        ("7", "07:00"),
        ("10am", "10:00"),
        ("2.30pm", "14:30"),
        ("10:30 p.m.", "22:30"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("midnight", "00:00"),
        ("half past two", "14:30"),
        ("half past 9", "09:30"),
        ("quarter to three", "14:45"),
        ("a quarter to one", "12:45"),
        ("quarter to seven", "06:45"),
        ("quarter past 9", "09:15"),
        ("ten past nine", "09:10"),
        ("ten to nine", "08:50"),
        ("10 minutes to 9", "08:50"),
        ("half past two am", "02:30"),
        ("14h30", "14:30"),
        ("14h", "14:00"),
        ("0930", "09:30"),
        ("ten", "10:00"),
        ("ten thirty", "10:30"),
        ("ten o'clock", "10:00"),
        ("8 in the evening", "20:00"),
        ("2 in the morning", "02:00"),
        ("11 at night", "23:00"),
        ("12 at night", "00:00"),
    ],
)
def test_a_time_as_people_say_it(words: str, clock: str) -> None:
    hours, minutes = clock.split(":")
    assert minute(words) == int(hours) * 60 + int(minutes)


@pytest.mark.parametrize(
    "words",
    ["", "25", "24:00", "10:60", "9:5", "13pm", "0am", "100", "2460", "half to two", "thirteen", "10 to 4"],
)
def test_what_is_no_time_is_none(words: str) -> None:
    assert time_in(words) is None


@pytest.mark.parametrize(
    ("start", "end", "window"),
    [
        ("9", "5", (540, 1020)),
        ("9", "5pm", (540, 1020)),
        ("8", "10pm", (1200, 1320)),
        ("1pm", "5pm", (780, 1020)),
        ("1", "3", (780, 900)),
        ("1:00", "3:00", (60, 180)),
        ("9:30", "5:30", (570, 1050)),
        ("5", "7", (1020, 1140)),
        ("6", "12", (360, 720)),
        ("8pm", "10", (1200, 1320)),
        ("18:00", "midnight", (1080, 1439)),
        ("17:00", "16:00", None),
        ("17:00", "9", None),
        ("09:00", "05:00", None),
    ],
)
def test_small_hours_of_a_window_are_read_as_they_fit(
    start: str, end: str, window: tuple[int, int] | None
) -> None:
    first, last = time_in(start), time_in(end)
    assert first is not None
    assert last is not None
    assert window_of(first, last) == window


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("22", "7", (1320, 420)),
        ("10pm", "7am", (1320, 420)),
        ("10", "7am", (1320, 420)),
        ("10pm", "7", (1320, 420)),
        ("22:00", "6:00", (1320, 360)),
        ("12", "2", (720, 840)),
        ("9", "17", (540, 1020)),
        ("1:00", "5:00", (60, 300)),
        ("9:00", "9:00", (540, 540)),
    ],
)
def test_a_quiet_time_may_go_across_midnight(start: str, end: str, span: tuple[int, int]) -> None:
    first, last = time_in(start), time_in(end)
    assert first is not None
    assert last is not None
    assert quiet_between(first, last) == span


@given(st.text(max_size=12), st.integers(0, 12))
def test_any_text_is_a_time_of_the_day_or_none(text: str, at: int) -> None:
    found = spoken_at(text.lower(), at)
    assert found is None or (0 <= found[0].minute < 1440 and found[1] > at)
