from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.breath import Phase
from kindtimer.core.entry import Door
from kindtimer.core.pace import Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Ask, Breathe, Practice, Rest, Say
from kindtimer.core.session import Session, State

BEGAN = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
PRACTICE = Practice(
    "breathe",
    (Breathe(Pace(Phases(inhale=4.0, out=6.0)), 18), Rest(12.0, "Enough for now.", 5.0, closing=True)),
    "longer_out_46",
)


def begun(now: float = 1000.0) -> Session:
    return Session.start(UUID(int=7), PRACTICE, Door.TRAY, now=now, when=BEGAN, zone="Europe/Berlin")


def test_position_is_time_since_the_beginning() -> None:
    session = begun()
    assert session.position(1000.0) == 0.0
    assert session.position(1042.5) == 42.5


def test_position_stays_between_beginning_and_end() -> None:
    session = begun()
    assert session.position(999.0) == 0.0
    assert session.position(1e9) == session.timeline.duration


def test_pause_resumes_at_the_same_point_of_the_same_breath() -> None:
    session = begun()
    paused = session.stopped(1022.3)  # 2.3 s into the third in-breath
    assert (paused.runs, paused.state) == (False, State.PAUSED)
    assert paused.position(1060.0) == pytest.approx(22.3)
    resumed = paused.resumed(1082.3)
    before, after = session.moment(1022.3).breath, resumed.moment(1082.3).breath
    assert before is not None
    assert after is not None
    assert (after.index, after.phase) == (before.index, before.phase) == (2, Phase.IN)
    assert after.progress == pytest.approx(2.3 / 4.0)
    assert resumed.state is State.RUNNING
    assert resumed.position(1083.3) == pytest.approx(23.3)


@given(st.lists(st.tuples(st.floats(0.0, 20.0), st.floats(0.0, 86400.0)), max_size=8))
def test_pauses_of_any_length_are_no_part_of_a_session(walk: list[tuple[float, float]]) -> None:
    session, now, walked = begun(0.0), 0.0, 0.0
    for ran, waited in walk:
        now, walked = now + ran, walked + ran
        session = session.stopped(now)
        now += waited
        session = session.resumed(now)
    assert session.position(now) == pytest.approx(min(walked, session.timeline.duration), abs=1e-6)


def test_stopping_twice_keeps_the_first_point() -> None:
    session = begun().stopped(1030.0).stopped(1050.0, State.GROUND)
    assert session.position(2000.0) == pytest.approx(30.0)
    assert session.state is State.GROUND


def test_resuming_what_runs_changes_nothing() -> None:
    session = begun()
    assert session.resumed(1030.0) is session


def test_coming_back_from_a_suspended_machine_is_a_stop_like_any_other() -> None:
    away = begun().stopped(1030.0, State.AWAY)
    assert away.state is State.AWAY
    assert not away.ended(1e9)
    assert away.resumed(5000.0).position(5001.0) == pytest.approx(31.0)


def test_it_ends_with_its_timeline_and_not_while_it_waits() -> None:
    session = begun()
    assert not session.ended(1191.999)
    assert session.ended(1192.0)
    assert not session.stopped(1191.0).ended(9999.0)


def test_moment_is_the_timelines() -> None:
    session = begun()
    assert session.moment(1005.0) == session.timeline.at(5.0)


def test_easing_keeps_the_walk_and_says_so() -> None:
    session = begun()
    eased = session.timeline.eased(65.0, "Breathe your own way.")
    changed = session.with_timeline(eased, eased=True)
    assert changed.eased
    assert changed.position(1065.0) == session.position(1065.0)
    assert changed.with_timeline(session.timeline).eased
    assert not changed.with_timeline(session.timeline, eased=False).eased


def test_a_left_session_is_kept_exactly_as_a_finished_one() -> None:
    session = begun()
    left, finished = session.entry(1065.0), session.entry(1192.0)
    assert type(left) is type(finished)
    for name in ("id", "when", "zone", "door", "practice", "pattern", "planned_s"):
        assert getattr(left, name) == getattr(finished, name)
    assert (left.practised_s, left.breaths) == (65.0, 6)
    assert (finished.practised_s, finished.breaths) == (180.0, 18)


def test_entry_of_a_paused_session_counts_no_pause() -> None:
    entry = begun().stopped(1025.0).entry(5000.0)
    assert (entry.practised_s, entry.breaths) == (25.0, 2)
    assert entry.when == BEGAN
    assert entry.door is Door.TRAY


def test_pacing_after_an_ease_off_is_a_little_faster_and_lasts_no_longer_than_there_was() -> None:
    session = begun()
    eased = session.with_timeline(session.timeline.eased(25.0, "Breathe your own way."), eased=True)
    paced = eased.paced_easier(1050.0)
    assert not paced.eased
    assert paced.timeline.last_paced(120.0).period < PRACTICE.steps[0].pace.target.period  # type: ignore[union-attr]
    assert paced.timeline.planned <= session.timeline.planned + 1e-6


def test_another_stretch_is_as_long_as_the_longest_there_was() -> None:
    session = begun()
    now = 1000.0 + session.timeline.duration - 4.0
    longer = session.stopped(now, State.STAY).resumed(now).longer(now)
    assert longer.timeline.planned - session.position(now) == pytest.approx(180.0, abs=14.0)
    assert longer.timeline.last_paced(longer.timeline.planned) == session.timeline.last_paced(100.0)


def test_what_was_written_is_shown_where_it_is_recalled() -> None:
    ask = Ask("friend", "What would a friend say?", 60.0)
    practice = Practice("one", (ask, Say("Your words.", 20.0, "friend"), Rest(12.0, closing=True)))
    session = Session.start(UUID(int=1), practice, Door.HOME, now=0.0, when=BEGAN, zone="UTC")
    said, (_, words, _) = session.said(ask, "Tea."), session.timeline.walk
    assert said.recalled(ask) == said.recalled(None) == said.recalled(Say("Other.", 5.0)) == ""
    assert said.recalled(words) == said.keeping(ask, kept=False).recalled(words) == "Tea."
    assert session.recalled(words) == ""
    assert session.said(ask, " Tea.\nSoup.\n\n").recalled(words) == "Tea.\nSoup."
    assert said.said(ask, "  ").recalled(words) == ""


def test_hours_in_an_open_question_are_no_practice() -> None:
    ask, words = Ask("friend", "What would a friend say?", 60.0), Say("Your words.", 20.0)
    practice = Practice("one", (words, ask, words, Rest(12.0, closing=True)))
    session, now = Session.start(UUID(int=1), practice, Door.HOME, now=0.0, when=BEGAN, zone="UTC"), 30.0
    usual = session.entry(30.0)
    while now < 7200.0:
        session, now = session.kept_open(now), now + 20.0
    kept = session.entry(now)
    assert kept.planned_s == usual.planned_s == 100.0
    assert kept.practised_s == 80.0
    session = session.answered(now)
    assert session.entry(now + 1000.0).practised_s == session.entry(now + 1000.0).planned_s == 100.0
