from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.practice import Breathe, Practice
from kindtimer.core.sound import Bells, Carrier, Heard, SoundPlan, SoundState
from kindtimer.core.timeline import Timeline

PLAN = SoundPlan(Timeline.of(Practice("breathe", (Breathe(Pace(ARRIVAL), 3),))), origin=10.0)


def test_a_plan_begins_softly_and_waits_for_nobodys_choice() -> None:
    assert 0.0 < PLAN.volume <= 0.5
    assert not PLAN.asked_for
    assert (PLAN.carrier, PLAN.bells) == (Carrier.AIR, Bells.START_END)


def test_sync_clicks_are_heard_because_they_were_asked_for() -> None:
    sync = PLAN.for_sync()
    assert (sync.carrier, sync.bells, sync.asked_for) == (Carrier.CLICK, Bells.NONE, True)
    assert (sync.timeline, sync.origin) == (PLAN.timeline, PLAN.origin)


def test_what_up_would_bring() -> None:
    assert {heard for heard in Heard if heard.waits} == {Heard.HELD_BACK, Heard.OFF}


def test_why_is_a_note_and_no_difference() -> None:
    assert SoundState(why="no device") == SoundState()
    assert SoundState(gaps=1) != SoundState()
