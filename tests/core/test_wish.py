from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.entry import Door
from kindtimer.core.pattern import Pattern, Phases
from kindtimer.core.practice import Breathe, Practice, Rest
from kindtimer.core.segment import Segment
from kindtimer.core.settings import Settings
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import (
    NotPossible,
    Wish,
    as_asked,
    check_length,
    compose,
    find,
    room_practice,
    sync_practice,
)
from kindtimer.core.words import ARRIVING, BESIDE_SOFTER, FOR_ONE_MINUTE, SOFTER

LONGER_OUT = Pattern("longer_out_46", "Longer out", Phases(inhale=4.0, out=6.0), 1, 5.0, 20.0)
BOX = Pattern(
    "box_4",
    "Box",
    Phases(inhale=4.0, hold=4.0, out=4.0, rest=4.0),
    tier=2,
    default_minutes=5.0,
    cap_minutes=10.0,
    caution="This one holds the breath.",
)
FOUR_SEVEN_EIGHT = Pattern(
    "four_seven_eight",
    "Four, seven, eight",
    Phases(inhale=4.0, hold=7.0, out=8.0),
    tier=3,
    default_minutes=76 / 60,
    cap_minutes=7.7,
    set_breaths=6,
    between=60.0,
)
PATTERNS = {one.id: one for one in (LONGER_OUT, BOX, FOUR_SEVEN_EIGHT)}
CLOSING = "Enough for now."
TRAY = Wish(Door.TRAY)


def composed(wish: Wish = TRAY, settings: Settings | None = None) -> Practice:
    return compose(wish, PATTERNS, settings or Settings(), CLOSING)


def paced(practice: Practice) -> list[Segment]:
    return [one for one in Timeline.of(practice).segments if one.phases]


def told(practice: Practice) -> str:
    step = practice.steps[0]
    assert isinstance(step, Breathe)
    return step.told


def breaths(practice: Practice) -> list[int]:
    return [step.breaths for step in practice.steps if isinstance(step, Breathe)]


# --- the first breath ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("met", "slowest", "growth"),
    [(0, 9.0, 0.03), (1, 9.0, 0.03), (2, 7.2, 0.03), (3, 7.2, 0.03), (4, 6.0, 0.05)],
)
def test_a_persons_first_sessions(met: int, slowest: float, growth: float) -> None:
    practice = composed(settings=Settings(sessions_met=met))
    (segment,) = paced(practice)
    rates = [phases.bpm for phases in segment.phases]
    assert rates[0] == pytest.approx(12.0)
    assert min(rates) == pytest.approx(slowest, abs=1e-9)
    assert rates[-1] == rates[-2] == rates[-3] == min(rates)
    lengths = [phases.period for phases in segment.phases]
    for k, length in enumerate(lengths[:-3]):
        assert length == pytest.approx(min(60.0 / slowest, 5.0 * (1.0 + growth) ** k))
    # Three minutes with the ramp in them; the quiet at the end is not counted.
    planned = Timeline.of(practice).planned
    assert planned <= 180.0 + 1e-6
    assert planned > 180.0 - 60.0 / slowest
    assert planned == sum(lengths)


def arriving(practice: Practice) -> tuple[str, ...]:
    step = practice.steps[0]
    assert isinstance(step, Breathe)
    return step.arriving


def test_two_arriving_lines_over_the_first_two_breaths() -> None:
    assert arriving(composed(settings=Settings(sessions_met=3))) == ARRIVING
    assert arriving(composed(Wish(Door.HOME, "longer_out_46", minutes=3.0))) == ARRIVING


@pytest.mark.parametrize("met", [0, 1, 2])
def test_the_size_of_a_breath_is_spoken_of_once_in_the_first_sessions(met: int) -> None:
    practice = composed(settings=Settings(sessions_met=met))
    assert told(practice) == SOFTER
    assert arriving(practice) == (ARRIVING[0], BESIDE_SOFTER)


@given(st.floats(0.2, 20.0), st.integers(0, 4), st.sampled_from([None, "longer_out_46"]))
def test_a_session_of_a_minute_is_not_called_a_few(minutes: float, met: int, name: str | None) -> None:
    practice = composed(Wish(Door.HOME, name, minutes=minutes), Settings(sessions_met=met))
    short = Timeline.of(practice).planned <= 90.0
    said = arriving(practice)
    assert said[:1] in ((), (FOR_ONE_MINUTE if short else ARRIVING[0],))


@pytest.mark.parametrize(("met", "line"), [(0, SOFTER), (2, SOFTER), (3, ""), (4, "")])
def test_smaller_and_softer_stands_in_the_first_sessions(met: int, line: str) -> None:
    assert told(composed(settings=Settings(sessions_met=met))) == line


def test_it_ends_in_twelve_seconds_of_quiet_with_one_line() -> None:
    assert composed().steps[-1] == Rest(12.0, CLOSING, 5.0, closing=True)


def test_asked_minutes_are_kept_within_one_breath() -> None:
    planned = Timeline.of(composed(Wish(Door.COMMAND, minutes=1.0))).planned
    assert 50.0 < planned <= 60.0 + 1e-6


def test_asked_breaths_are_kept_exactly() -> None:
    assert breaths(composed(Wish(Door.COMMAND, breaths=7))) == [7]
    assert breaths(composed(Wish(Door.COMMAND, minutes=0.001))) == [1]


@pytest.mark.parametrize("wish", [Wish(Door.COMMAND, minutes=60.0), Wish(Door.COMMAND, breaths=400)])
def test_beyond_twenty_minutes_it_is_done_up_to_twenty_and_told(wish: Wish) -> None:
    practice = composed(wish, Settings(sessions_met=4))
    planned = Timeline.of(practice).planned
    assert 1190.0 <= planned <= 1200.0 + 1e-6
    assert told(practice) == f"{breaths(practice)[0]} breaths, about 20 minutes"


def test_beyond_twenty_minutes_in_the_first_sessions_both_lines_stand() -> None:
    line = told(composed(Wish(Door.COMMAND, minutes=60.0)))
    assert line.endswith(f". {SOFTER}")
    assert "about 20 minutes" in line


def test_a_usual_pattern_with_holds_is_done_as_it_is() -> None:
    practice = composed(settings=Settings(pattern="box_4"))
    assert breaths(practice) == [11]
    assert practice.pattern == "box_4"
    assert breaths(composed(Wish(Door.TRAY, breaths=2), Settings(pattern="box_4"))) == [2]


def test_a_usual_pattern_that_is_gone_never_stands_in_the_way() -> None:
    assert composed(settings=Settings(pattern="gone")).pattern == "longer_out_46"


# --- as asked --------------------------------------------------------------------------------------


def test_a_pattern_by_name_is_its_own_seconds_from_the_first_breath() -> None:
    (segment,) = paced(composed(Wish(Door.COMMAND, "longer_out_46", minutes=10.0)))
    assert len(segment.phases) == 60
    assert set(segment.phases) == {LONGER_OUT.phases}
    assert Timeline.of(composed(Wish(Door.COMMAND, "longer_out_46", minutes=10.0))).breaths_by(600.0) == 60


def test_four_seven_eight_for_two_minutes_is_six_breaths_and_told() -> None:
    practice = composed(Wish(Door.COMMAND, "four_seven_eight", minutes=2.0))
    assert breaths(practice) == [6]
    assert told(practice) == "6 breaths, about 2 minutes"


def test_without_a_length_it_is_the_patterns_own() -> None:
    assert breaths(composed(Wish(Door.COMMAND, "four_seven_eight"))) == [4]
    assert breaths(composed(Wish(Door.COMMAND, "longer_out_46"))) == [30]


def test_beyond_its_cap_it_is_done_up_to_the_cap_and_told() -> None:
    practice = composed(Wish(Door.COMMAND, "box_4", minutes=60.0))
    assert breaths(practice) == [37]
    assert told(practice) == "37 breaths, about 10 minutes"


def test_a_caution_is_the_first_line_of_all_even_of_a_single_breath() -> None:
    for count in (1, 2, 9):
        step = composed(Wish(Door.COMMAND, "box_4", breaths=count)).steps[0]
        assert isinstance(step, Breathe)
        assert step.arriving[0] == "This one holds the breath."
        assert len(step.arriving) == min(2, max(1, count - 1))


def test_sets_leave_a_minute_of_ones_own_breathing_between() -> None:
    practice = composed(Wish(Door.COMMAND, "four_seven_eight", minutes=60.0))
    assert breaths(practice) == [6, 6, 6]
    rests = [step for step in practice.steps if isinstance(step, Rest)]
    assert [rest.seconds for rest in rests] == [60.0, 60.0, 12.0]
    folds = [step.folds for step in practice.steps if isinstance(step, Breathe)]
    assert folds == [False, False, True]


@pytest.mark.parametrize(
    ("count", "line"),
    [(1, "1 breath, under a minute"), (5, "5 breaths, about 1 minute"), (12, "12 breaths, about 2 minutes")],
)
def test_length_is_told_in_plain_words(count: int, line: str) -> None:
    assert told(composed(Wish(Door.COMMAND, "longer_out_46", breaths=count))) == line


@given(st.sampled_from(sorted(PATTERNS)), st.floats(0.001, 60.0))
def test_never_longer_than_asked_nor_than_the_cap(name: str, minutes: float) -> None:
    pattern = PATTERNS[name]
    planned = Timeline.of(as_asked(pattern, minutes, None, CLOSING)).planned
    assert planned <= max(min(minutes, pattern.cap_minutes) * 60.0, pattern.phases.period) + 1e-5


@given(st.floats(0.001, 60.0), st.integers(0, 4))
def test_the_first_breath_is_never_longer_than_asked(minutes: float, met: int) -> None:
    practice = composed(Wish(Door.COMMAND, minutes=minutes), replace(Settings(), sessions_met=met))
    (segment,) = paced(practice)
    assert segment.seconds <= max(minutes * 60.0, segment.phases[0].period) + 1e-5
    assert segment.seconds <= 1200.0 + 1e-5


# --- what cannot be done ---------------------------------------------------------------------------

NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize("minutes", [0.0, -1.0, NAN, INF, -INF, 1e9, 60.001])
def test_minutes_that_make_no_sense_get_one_kind_line(minutes: float) -> None:
    with pytest.raises(NotPossible, match="any number above 0, up to 60"):
        check_length(minutes, None)
    with pytest.raises(NotPossible, match="any number above 0, up to 60"):
        composed(Wish(Door.COMMAND, minutes=minutes))


@pytest.mark.parametrize("count", [0, -1, 401, 10**9])
def test_breaths_that_make_no_sense_get_one_kind_line(count: int) -> None:
    with pytest.raises(NotPossible, match="whole number from 1 to 400"):
        check_length(None, count)


def test_minutes_and_breaths_together() -> None:
    with pytest.raises(NotPossible, match="one of the two"):
        composed(Wish(Door.COMMAND, minutes=3.0, breaths=3))


def test_an_unknown_pattern_gets_the_ones_there_are() -> None:
    with pytest.raises(NotPossible) as told:
        composed(Wish(Door.COMMAND, "bx"))
    line = str(told.value)
    assert "“bx”" in line
    assert all(name in line for name in PATTERNS)
    assert "\n" not in line


def test_an_unknown_pattern_of_any_length_stays_one_short_line() -> None:
    with pytest.raises(NotPossible) as told:
        find(PATTERNS, "{x}" * 10_000)
    assert len(str(told.value)) < 200


def test_lengths_that_make_sense() -> None:
    check_length(None, None)
    check_length(60.0, None)
    check_length(0.1, None)
    check_length(None, 1)
    check_length(None, 400)


def test_sync_is_one_breath_a_second() -> None:
    timeline = Timeline.of(sync_practice(60))
    assert timeline.duration == pytest.approx(60.0)
    assert timeline.breaths_by(60.0) == 60
    starts = timeline.segments[0].starts
    assert max(abs(start - k) for k, start in enumerate(starts)) < 1e-9


def test_a_pattern_may_be_begun_gently_where_it_holds_nothing() -> None:
    gentle = Timeline.of(composed(Wish(Door.HOME, "longer_out_46", 3.0, gentle=True)))
    asked = Timeline.of(composed(Wish(Door.HOME, "longer_out_46", 3.0)))
    first = gentle.bpm(0.0)
    assert first is not None
    assert first > 11.0
    assert asked.bpm(0.0) == pytest.approx(6.0)
    box = composed(Wish(Door.HOME, "box_4", 3.0, gentle=True))
    assert Timeline.of(box).bpm(0.0) == pytest.approx(3.75)


def test_the_room_around_paces_nothing() -> None:
    timeline = Timeline.of(room_practice("Enough for now."))
    assert timeline.bpm(10.0) is None
    assert timeline.breaths_by(1e9) == 0
