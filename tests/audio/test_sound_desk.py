from dataclasses import replace

from kindtimer.audio.sink_watch import Sighting
from kindtimer.audio.sound_desk import SoundDesk
from kindtimer.core.ears import Output, Wanted
from kindtimer.core.sound import Bells, Carrier, Heard, SoundState
from tests.audio.stand_ins import SteppedClock, plan

PHONES = Sighting(Output.HEADSET, "Phones")
LOUD = Sighting(Output.LOUDSPEAKER, "Loud")


def desk() -> tuple[SoundDesk, SteppedClock]:
    clock = SteppedClock()
    return SoundDesk(clock), clock


def test_without_a_session_it_is_off() -> None:
    one, _ = desk()
    assert one.state() == SoundState()
    assert not one.starts
    assert one.order().plan is None


def test_loudspeakers_wait_until_the_person_has_chosen_or_turns_it_on() -> None:
    one, clock = desk()
    one.follow(plan(clock, wanted=Wanted.UNSET))
    assert one.sighted(LOUD) is False
    assert one.state().state is Heard.HELD_BACK
    assert one.state().device == "Loud"
    assert not one.order().open
    one.louder()
    assert one.order().open
    assert one.order().loud


def test_headsets_and_unknown_things_play_at_once() -> None:
    for sighting in (PHONES, Sighting(Output.UNKNOWN)):
        one, clock = desk()
        one.follow(plan(clock, wanted=Wanted.UNSET))
        assert one.sighted(sighting) is True
        assert one.order().open


def test_nothing_opens_before_it_is_known_where_sound_would_go() -> None:
    one, clock = desk()
    one.follow(plan(clock))
    assert not one.order().open
    one.sighted(PHONES)
    assert one.order().open


def test_a_headset_that_goes_cuts_the_stream_before_the_answer() -> None:
    one, clock = desk()
    cuts: list[str] = []
    one.follow(plan(clock))
    one.sighted(PHONES)
    one.cut_by(lambda: cuts.append("cut"))
    assert one.sighted(LOUD) is False
    assert cuts == ["cut"]
    assert one.state().state is Heard.HELD_BACK
    assert one.sighted(PHONES) is True
    assert one.order().open


def test_a_loudspeaker_that_restarts_comes_back_by_itself() -> None:
    one, clock = desk()
    one.follow(plan(clock))
    one.sighted(LOUD)
    one.sighted(Sighting(None))
    assert not one.order().open
    one.sighted(LOUD)
    assert one.order().open


def test_turning_on_before_the_output_is_known_counts_when_it_is() -> None:
    one, clock = desk()
    one.follow(plan(clock, wanted=Wanted.QUIETLY))
    assert one.state().state is Heard.OFF
    assert not one.starts
    one.louder()
    assert one.starts
    one.sighted(LOUD)
    assert one.order().open


def test_a_new_session_has_fresh_ears() -> None:
    one, clock = desk()
    one.follow(plan(clock, wanted=Wanted.UNSET))
    one.sighted(LOUD)
    one.louder()
    one.toggle_mute()
    one.follow(None)
    one.follow(plan(clock, wanted=Wanted.UNSET))
    assert one.state().state is Heard.HELD_BACK
    assert not one.state().muted
    assert one.order().session == 2


def test_a_plan_that_is_swapped_keeps_what_was_turned_on() -> None:
    one, clock = desk()
    first = plan(clock, wanted=Wanted.UNSET)
    one.follow(first)
    one.sighted(LOUD)
    one.louder()
    one.follow(replace(first, stopped_at=3.0))
    assert one.order().open
    assert one.order().session == 1


def test_a_choice_made_in_a_session_counts_at_once() -> None:
    one, clock = desk()
    first = plan(clock, wanted=Wanted.UNSET)
    one.follow(first)
    one.sighted(LOUD)
    one.follow(replace(first, wanted=Wanted.WITH_SOUND))
    assert one.order().open
    one.follow(replace(first, wanted=Wanted.QUIETLY))
    assert one.order().plan is None
    assert one.state().state is Heard.OFF


def test_mute_keeps_the_stream_and_is_told() -> None:
    one, clock = desk()
    one.follow(plan(clock))
    one.sighted(PHONES)
    one.toggle_mute()
    assert one.order().open
    assert not one.order().loud
    assert one.state().muted
    one.louder()
    assert one.order().loud


def test_what_was_asked_for_plays_anywhere() -> None:
    one, clock = desk()
    one.follow(plan(clock, wanted=Wanted.QUIETLY, asked_for=True, carrier=Carrier.CLICK))
    assert one.sighted(LOUD) is True
    one.toggle_mute()
    assert one.order().loud


def test_a_session_without_any_sound_is_off_and_starts_nothing() -> None:
    one, clock = desk()
    one.follow(plan(clock, carrier=Carrier.NONE, bells=Bells.NONE))
    assert not one.starts
    assert one.state().state is Heard.OFF


def test_no_device_is_silent_and_a_lost_one_lost() -> None:
    one, clock = desk()
    one.follow(plan(clock))
    one.sighted(Sighting(None))
    assert one.state().state is Heard.SILENT
    one.sighted(PHONES)
    one.came(SoundState(Heard.LOST, gaps=2))
    assert one.state().state is Heard.LOST
    assert one.state().gaps == 2


def test_a_sound_system_that_does_not_answer_at_the_start_counts_as_silent_after_three_seconds() -> None:
    one, clock = desk()
    one.follow(plan(clock))
    one.sighted(PHONES)
    one.waits(True)
    clock.seconds += 2.9
    assert one.state().state is Heard.OFF
    clock.seconds += 0.2
    assert one.state().state is Heard.SILENT
    one.waits(False)
    one.came(SoundState(Heard.PLAYING))
    assert one.state().state is Heard.PLAYING


def test_one_that_does_not_answer_any_more_counts_as_lost_after_a_second() -> None:
    one, clock = desk()
    one.follow(plan(clock))
    one.sighted(PHONES)
    one.came(SoundState(Heard.PLAYING))
    one.waits(True)
    clock.seconds += 0.9
    assert one.state().state is Heard.PLAYING
    clock.seconds += 0.2
    assert one.state().state is Heard.LOST
    one.waits(False)
    one.follow(None)
    one.follow(plan(clock))
    one.waits(True)
    clock.seconds += 2.9
    assert one.state().state is Heard.OFF


def test_every_change_is_news() -> None:
    one, clock = desk()
    for change in (lambda: one.follow(plan(clock)), one.louder, one.toggle_mute, lambda: one.sighted(PHONES)):
        one.news.clear()
        change()
        assert one.news.is_set()
    one.news.clear()
    one.close()
    assert one.news.is_set()
    assert one.closed
    assert one.order().plan is None
