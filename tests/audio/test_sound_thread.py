import logging
import threading

import pytest

from kindtimer.audio.sound_desk import SoundDesk
from kindtimer.audio.sound_thread import SoundThread
from kindtimer.core.clock import SystemClock
from kindtimer.core.ears import Output, Wanted
from kindtimer.core.sound import Heard
from tests.audio.stand_ins import FakeOutput, FakeWatch, SteppedClock, plan
from tests.desktop.deadline import wait_for


class Running:
    """The thread on stand-ins; used as a context manager it is ended."""

    def __init__(self, watch: FakeWatch, **more: object) -> None:
        self.fake_clock = SteppedClock()
        self.output = FakeOutput(self.fake_clock)
        self.watch = watch
        self.desk = SoundDesk(SystemClock())
        self.desk.follow(plan(self.fake_clock, **more))
        sound = SoundThread(self.desk, SystemClock(), self.output.made, watch.made)
        self.thread = threading.Thread(target=sound.run, daemon=True)

    def __enter__(self) -> "Running":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.desk.close()
        self.thread.join(5.0)
        assert not self.thread.is_alive()


def test_it_asks_whose_ears_before_it_opens_anything() -> None:
    with Running(FakeWatch(Output.LOUDSPEAKER), wanted=Wanted.UNSET) as running:
        wait_for(lambda: running.desk.state().state is Heard.HELD_BACK, "held back")
        assert not running.output.streams
        running.desk.louder()
        wait_for(lambda: running.output.streams, "a stream after it was turned on")


def test_the_watch_lives_as_long_as_sound_is_wanted() -> None:
    with Running(FakeWatch()) as running:
        wait_for(lambda: running.output.streams, "a stream")
        assert running.watch.started == 1
        running.desk.follow(None)
        wait_for(lambda: running.watch.stopped == 1, "the watch ends")
        wait_for(lambda: running.output.streams[0].aborted, "the stream is closed")
        running.desk.follow(plan(running.fake_clock))
        wait_for(lambda: running.watch.started == 2, "a new watch")
        wait_for(lambda: len(running.output.streams) == 2, "a new stream")


def test_a_watch_that_hangs_is_treated_as_not_known() -> None:
    class Hanging(FakeWatch):
        def start(self) -> None:
            self.started += 1

    with Running(Hanging()) as running:
        wait_for(lambda: running.output.streams, "a stream all the same")
        seen = running.desk.sighting
        assert seen is not None
        assert seen.output is Output.UNKNOWN


def test_a_fault_ends_the_sound_and_says_so(caplog: pytest.LogCaptureFixture) -> None:
    class Faulty(FakeOutput):
        def made(self) -> FakeOutput:
            raise ZeroDivisionError

    running = Running(FakeWatch())
    running.output = Faulty(running.fake_clock)
    sound = SoundThread(running.desk, SystemClock(), running.output.made, running.watch.made)
    with caplog.at_level(logging.ERROR):
        sound.run()
    assert running.desk.state().state is Heard.SILENT
    assert "sound has failed" in caplog.text
    assert running.watch.stopped == 1


def test_a_fault_while_it_sounds_leaves_no_stream_open(caplog: pytest.LogCaptureFixture) -> None:
    running = Running(FakeWatch())
    with caplog.at_level(logging.ERROR), running:
        wait_for(lambda: running.output.streams, "a stream")
        running.desk.follow(plan(running.fake_clock, timeline="no timeline"))
        running.output.streams[0].play(2)
        wait_for(lambda: not running.thread.is_alive(), "the thread ends")
    assert running.output.streams[0].aborted
    assert running.watch.stopped == 1
    assert "sound has failed" in caplog.text
