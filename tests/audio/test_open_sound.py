import pytest

from kindtimer.audio.open_sound import DEAF, FIRST_FLOW, OpenSound
from kindtimer.audio.sound_output import NoDevice
from tests.audio.stand_ins import FakeOutput, SteppedClock


def opened() -> tuple[OpenSound, FakeOutput, SteppedClock]:
    clock = SteppedClock()
    output = FakeOutput(clock)
    return OpenSound(clock, output), output, clock


def test_without_a_device_none_opens() -> None:
    clock = SteppedClock()
    with pytest.raises(NoDevice):
        OpenSound(clock, FakeOutput(clock, there=False))


def test_filling_the_buffer_is_not_flowing_yet() -> None:
    sound, output, clock = opened()
    output.streams[0].play(0)
    sound.listen()
    assert not sound.flows
    output.streams[0].play(2, sound.listen)
    assert sound.flows
    assert sound.dac.heard(sound.feed.frame) == pytest.approx(clock.now() + 0.125, abs=1e-3)


def test_a_flowing_stream_is_gone_when_it_is_deaf_for_too_long() -> None:
    sound, output, clock = opened()
    output.streams[0].play(4, sound.listen)
    clock.seconds += DEAF - 0.03
    assert not sound.gone
    clock.seconds += 0.1
    assert sound.gone


def test_a_new_stream_is_given_longer() -> None:
    sound, _, clock = opened()
    clock.seconds += FIRST_FLOW - 0.1
    assert not sound.gone
    clock.seconds += 0.2
    assert sound.gone


def test_a_stream_that_ended_or_broke_is_gone() -> None:
    sound, output, _ = opened()
    output.streams[0].ended()
    assert sound.gone
    other, _, _ = opened()
    other.feed.broken = True
    assert other.gone
