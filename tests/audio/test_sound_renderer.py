from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from kindtimer.audio.mixer import Mixer, voice_of
from kindtimer.audio.sink_watch import Sighting
from kindtimer.audio.sound_desk import SoundDesk
from kindtimer.audio.sound_renderer import LOOK_AGAIN, PAUSED_OPEN, SoundRenderer
from kindtimer.audio.tone import Tone
from kindtimer.core.ears import Output, Wanted
from kindtimer.core.sound import Bells, Carrier, Heard, SoundPlan
from tests.audio.stand_ins import RATE, FakeOutput, FakeStream, SteppedClock, plan, rms

PHONES = Sighting(Output.HEADSET, "Phones")


class Room:
    """A renderer whose thread is the test."""

    def __init__(self, **more: object) -> None:
        self.clock = SteppedClock()
        self.output = FakeOutput(self.clock)
        self.desk = SoundDesk(self.clock)
        self.renderer = SoundRenderer(self.desk, self.clock, self.output.made, self.rest)
        self.plan = plan(self.clock, **more)
        self.desk.follow(self.plan)
        self.desk.sighted(PHONES)

    @property
    def stream(self) -> FakeStream:
        return self.output.streams[-1]

    def heard(self) -> Heard:
        return self.desk.state().state

    def rest(self, seconds: float) -> None:
        """Time goes by while the device plays."""
        self.stream.play(max(1, round(seconds * RATE / self.stream.block)))

    def turn(self) -> float | None:
        return self.renderer.turn(self.desk.order())

    def play(self, seconds: float, between: Callable[[], object] | None = None) -> None:
        self.stream.play(round(seconds * RATE / self.stream.block), between or self.turn)

    def begin(self, seconds: float = 1.0) -> None:
        self.turn()
        self.play(seconds)
        assert self.heard() is Heard.PLAYING

    def last(self, seconds: float) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
        return self.stream.sound()[-round(seconds * RATE) :]

    def positions(self, seconds: float, of: SoundPlan) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        """At the ear, for the last so many seconds (the stand-in is heard 0.125 s after its callback)."""
        end = self.clock.now() + 0.1 + 0.025
        return end - of.origin - np.arange(round(seconds * RATE), 0, -1) / RATE


def test_sound_starts_and_is_the_mixer_s_own_at_the_right_position() -> None:
    room = Room()
    room.begin(2.5)
    expected = Mixer(room.plan.timeline, Carrier.TONE, Bells.NONE, 0.4, Tone()).at(
        room.positions(0.2, room.plan)
    )
    assert np.allclose(room.last(0.2), expected[:, 0], atol=2e-3)
    state = room.desk.state()
    assert state.error_ms == pytest.approx(0.0, abs=0.2)
    assert state.gaps == 0


def test_a_device_that_is_late_by_itself_gets_its_sound_earlier() -> None:
    room = Room(late_ms=150.0)
    room.begin(2.5)
    expected = Mixer(room.plan.timeline, Carrier.TONE, Bells.NONE, 0.4, Tone())
    assert np.allclose(room.last(0.2), expected.at(room.positions(0.2, room.plan) + 0.15)[:, 0], atol=2e-3)


def test_pause_is_silence_and_resume_the_same_point_of_the_same_breath() -> None:
    room = Room()
    room.begin(3.0)
    position = room.clock.now() - room.plan.origin
    paused = replace(room.plan, stopped_at=position)
    room.desk.follow(paused)
    room.play(1.0)
    assert not room.last(0.3).any()
    resumed = replace(paused, stopped_at=None, origin=room.clock.now() - position)
    room.desk.follow(resumed)
    room.play(1.5)
    expected = Mixer(room.plan.timeline, Carrier.TONE, Bells.NONE, 0.4, Tone()).at(
        room.positions(0.2, resumed)
    )
    assert np.allclose(room.last(0.2), expected[:, 0], atol=2e-3)
    assert np.abs(np.diff(room.stream.sound())).max() < 0.01


def test_stop_fades_and_lets_go_of_everything_within_300_ms() -> None:
    room = Room()
    room.begin(2.0)
    began, before = room.clock.now(), room.stream.frames
    room.desk.follow(None)
    assert room.turn() is None
    fading = room.stream.sound()[before:]
    assert np.abs(np.diff(fading)).max() < 0.01
    loud = np.flatnonzero(np.abs(fading) > 1e-4)
    assert loud[-1] / RATE + 0.125 + 0.025 < 0.3
    assert room.clock.now() - began < 0.4
    assert room.stream.aborted
    assert room.output.released


def test_a_new_session_over_the_old_one_keeps_the_stream() -> None:
    room = Room()
    room.begin(2.0)
    room.desk.follow(None)
    room.desk.follow(plan(room.clock))
    room.play(1.0)
    assert len(room.output.streams) == 1
    assert room.heard() is Heard.PLAYING
    assert np.abs(np.diff(room.stream.sound())).max() < 0.01


def test_mute_and_back_are_ramps() -> None:
    room = Room()
    room.begin(2.0)
    room.desk.toggle_mute()
    room.play(0.3)
    assert not room.last(0.1).any()
    assert room.heard() is Heard.PLAYING
    room.desk.louder()
    room.play(0.3)
    assert rms(room.last(0.1)) > 0.01
    assert np.abs(np.diff(room.stream.sound())).max() < 0.01


def test_volume_changes_without_a_jump() -> None:
    room = Room()
    room.begin(2.6)
    room.desk.follow(replace(room.plan, volume=1.0))
    room.play(0.5)
    assert np.abs(np.diff(room.stream.sound())).max() < 0.012
    assert room.desk.state().gaps == 0


def test_sound_that_is_turned_on_in_the_middle_comes_up_slowly() -> None:
    room = Room(carrier=Carrier.AIR)
    room.clock.seconds += 5.6
    room.turn()
    room.play(1.2)
    whole = Mixer(room.plan.timeline, Carrier.AIR, Bells.NONE, 0.4, voice_of(Carrier.AIR))
    wanted = np.split(whole.at(room.positions(1.0, room.plan))[:, 0], 10)
    shares = [rms(a) / rms(b) for a, b in zip(np.split(room.last(1.0), 10), wanted, strict=True)]
    assert shares[0] < 0.25
    assert 0.6 < shares[-1] < 0.95
    assert np.abs(np.diff(shares)).max() < 0.2
    room.play(1.0)
    assert room.heard() is Heard.PLAYING
    room.desk.toggle_mute()
    room.play(0.3)
    assert not room.last(0.1).any()


def test_no_library_is_silent_and_asks_for_nothing_more() -> None:
    room = Room()
    room.output.library = False
    assert room.turn() is None
    assert room.heard() is Heard.SILENT
    assert room.turn() is None


def test_no_device_is_silent_and_looked_for_now_and_then() -> None:
    room = Room()
    room.output.there = False
    assert room.turn() == LOOK_AGAIN
    assert room.heard() is Heard.SILENT
    room.output.there = True
    after = room.turn()
    assert after is not None
    assert not room.output.streams
    room.clock.seconds += LOOK_AGAIN
    room.begin()


def test_a_stream_that_ends_is_lost_at_once_and_comes_back_at_the_right_place() -> None:
    room = Room()
    room.begin(2.0)
    room.stream.ended()
    room.turn()
    assert room.heard() is Heard.LOST
    assert room.stream.aborted
    room.clock.seconds += 1.0
    room.turn()
    room.play(1.5)
    assert len(room.output.streams) == 2
    assert room.heard() is Heard.PLAYING
    expected = Mixer(room.plan.timeline, Carrier.TONE, Bells.NONE, 0.4, Tone()).at(
        room.positions(0.2, room.plan)
    )
    assert np.allclose(room.last(0.2), expected[:, 0], atol=2e-3)


def test_callbacks_that_stop_are_known_within_a_second() -> None:
    room = Room()
    room.begin()
    room.clock.seconds += 0.8
    room.turn()
    assert room.heard() is Heard.PLAYING
    room.clock.seconds += 0.15
    room.turn()
    assert room.heard() is Heard.LOST


def test_a_dead_device_that_only_fills_its_buffer_is_never_called_playing() -> None:
    room = Room()
    room.turn()
    room.stream.play(0)
    for _ in range(320):
        room.clock.seconds += 0.01
        room.turn()
        assert room.heard() is not Heard.PLAYING
    assert room.heard() is Heard.SILENT


@pytest.mark.parametrize("asks", [True, False], ids=["fills its buffer", "asks for nothing"])
@pytest.mark.parametrize("seconds", [0.9, 1.1, 1.8, 2.4, 2.9])
def test_a_device_that_takes_its_time_to_begin_is_never_called_silent(seconds: float, asks: bool) -> None:
    room = Room()
    room.turn()
    if asks:
        room.stream.play(0)
    for _ in range(round(seconds / 0.02)):
        room.clock.seconds += 0.02
        room.turn()
        assert room.heard() is Heard.OFF
    room.begin()
    assert len(room.output.streams) == 1


def test_one_that_gives_up_while_it_begins_is_opened_anew_without_a_word() -> None:
    room = Room()
    room.turn()
    room.stream.ended()
    for _ in range(40):
        room.turn()
        room.clock.seconds += 0.02
        assert room.heard() is Heard.OFF
    room.begin()
    assert len(room.output.streams) == 2


@pytest.mark.parametrize("asks", [True, False], ids=["fills its buffer", "asks for nothing"])
def test_one_that_never_begins_is_silent_after_three_seconds_and_stays_so(asks: bool) -> None:
    room = Room()
    room.turn()
    if asks:
        room.stream.play(0)
    for turn in range(1000):
        room.clock.seconds += 0.01
        room.turn()
        if turn > 310:
            assert room.heard() is Heard.SILENT
    room.turn()
    room.begin()


def test_what_was_heard_and_went_is_known_within_a_second_at_each_later_opening() -> None:
    room = Room()
    room.begin()
    room.stream.ended()
    room.turn()
    assert room.heard() is Heard.LOST
    for _ in range(100):
        room.clock.seconds += 0.05
        room.turn()
        assert room.heard() is Heard.LOST


def test_sound_that_waited_for_the_person_has_its_three_seconds_too() -> None:
    room = Room(wanted=Wanted.UNSET)
    room.desk.sighted(Sighting(Output.LOUDSPEAKER, "Loud"))
    for _ in range(100):
        room.clock.seconds += 0.1
        room.turn()
    room.desk.louder()
    room.turn()
    for _ in range(140):
        room.clock.seconds += 0.02
        room.turn()
        assert room.heard() is Heard.OFF
    room.begin()


def test_a_headset_that_goes_is_closed_and_sound_returns_to_a_headset() -> None:
    room = Room()
    room.begin()
    room.desk.sighted(Sighting(Output.LOUDSPEAKER, "Loud", placing=True, ours=True))
    before = room.stream.frames
    room.stream.play(1)
    assert not room.stream.sound()[before + 97 :].any()
    room.turn()
    assert room.stream.aborted
    assert room.heard() is Heard.HELD_BACK
    room.desk.sighted(PHONES)
    room.clock.seconds += LOOK_AGAIN
    room.begin()


def test_nothing_is_heard_before_the_watch_has_seen_where_the_stream_is() -> None:
    room = Room(wanted=Wanted.UNSET)
    room.desk.sighted(replace(PHONES, placing=True))
    room.turn()
    room.play(0.2)
    assert not room.stream.sound().any()
    room.desk.sighted(replace(PHONES, placing=True, ours=True))
    room.play(1.0)
    assert room.stream.sound().any()


def test_a_long_pause_lets_the_device_rest() -> None:
    room = Room()
    room.begin()
    paused = replace(room.plan, stopped_at=1.0)
    room.desk.follow(paused)
    room.play(PAUSED_OPEN + 0.5)
    assert room.stream.aborted
    assert room.turn() is None
    assert room.heard() is Heard.PLAYING
    room.desk.follow(replace(paused, stopped_at=None, origin=room.clock.now() - 1.0))
    room.turn()
    room.play(1.0)
    assert len(room.output.streams) == 2
    assert rms(room.last(0.1)) > 0.001


def test_bells_alone_sound_too() -> None:
    room = Room(carrier=Carrier.NONE, bells=Bells.START_END)
    room.begin()
    assert rms(room.last(0.2)) > 0.01
