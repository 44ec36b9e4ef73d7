import subprocess
import sys
import threading

from kindtimer.audio.player import Player
from kindtimer.core.clock import SystemClock
from kindtimer.core.ears import Output, Wanted
from kindtimer.core.sound import Bells, Carrier, Heard, SoundState
from tests.audio.stand_ins import FakeOutput, FakeWatch, SteppedClock, plan
from tests.desktop.deadline import wait_for


def player(
    watch: FakeWatch | None = None, output: FakeOutput | None = None
) -> tuple[Player, FakeOutput, FakeWatch]:
    output = output or FakeOutput(SteppedClock())
    watch = watch or FakeWatch()
    return Player(SystemClock(), output=output.made, watch=watch.made), output, watch


def renderers() -> int:
    return sum(thread.name == "sound renderer" for thread in threading.enumerate())


def test_it_is_light_to_import() -> None:
    heavy = "('numpy', 'sounddevice', 'soundfile', 'pulsectl')"
    asked = f"import sys, kindtimer.audio.player; print([m for m in {heavy} if m in sys.modules])"
    said = subprocess.run((sys.executable, "-c", asked), capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_before_any_session_there_is_no_thread_and_it_is_off() -> None:
    one, _, _ = player()
    assert one.state() == SoundState()
    assert renderers() == 0
    one.follow(None)
    assert renderers() == 0
    one.close()


def test_one_thread_plays_session_after_session_and_ends_with_it() -> None:
    one, output, _ = player()
    for k in (1, 2):
        one.follow(plan(SteppedClock(SystemClock().now())))
        wait_for(lambda k=k: len(output.streams) == k, "a stream")  # type: ignore[misc]
        assert renderers() == 1
        one.follow(None)
        wait_for(lambda: output.streams[-1].aborted, "the stream closes")
        assert one.state().state is Heard.OFF
    one.close()
    assert renderers() == 0
    assert not one.left_behind


def test_a_person_who_wants_quiet_gets_no_thread_until_they_turn_it_on() -> None:
    one, output, watch = player(FakeWatch(Output.LOUDSPEAKER))
    one.follow(plan(SteppedClock(), wanted=Wanted.QUIETLY))
    assert renderers() == 0
    assert one.state().state is Heard.OFF
    one.turn_on()
    wait_for(lambda: output.streams, "a stream")
    assert watch.started == 1
    one.close()


def test_a_session_without_sound_starts_nothing() -> None:
    one, _, _ = player()
    one.follow(plan(SteppedClock(), carrier=Carrier.NONE, bells=Bells.NONE))
    assert renderers() == 0
    one.close()


def test_mute_is_told() -> None:
    one, _, _ = player()
    one.follow(plan(SteppedClock()))
    one.toggle_mute()
    assert one.state().muted
    one.close()


def test_following_and_closing_never_wait_for_a_sound_system_that_hangs() -> None:
    let_go = threading.Event()

    class Hanging(FakeOutput):
        def made(self) -> FakeOutput:
            let_go.wait(20.0)
            return self

    clock = SystemClock()
    one, _, _ = player(output=Hanging(SteppedClock()))
    began = clock.now()
    one.follow(plan(SteppedClock()))
    assert clock.now() - began < 5.0
    wait_for(lambda: one.state().state is Heard.SILENT, "it is told")
    one.close()
    assert one.left_behind
    assert not let_go.is_set()
    let_go.set()
    wait_for(lambda: renderers() == 0, "the thread ends when it is let go")
