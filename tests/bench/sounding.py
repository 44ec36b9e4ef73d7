"""Sound: how fast it is rendered, how soon it is heard, whether it stays in step, whether a pulled headset
spills. Plays into a sound server of its own; takes about four minutes.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from kindtimer.audio.mixer import Mixer, voice_of
from kindtimer.core.pattern import Phases
from kindtimer.core.sound import Bells, Carrier
from tests.audio.led_player import LedPlayer, first_loud, frame_at, last_loud, private_env
from tests.audio.stand_ins import LONGER_OUT, timeline
from tests.bench.figure import Figure
from tests.desktop.deadline import CLOCK, let_pass, wait_for
from tests.desktop.monitor_recorder import MonitorRecorder
from tests.desktop.sound_server import RATE, SoundServer

AUDIBLE = 0.001
PULLS = 20
SETTLE = 2.5
"""Seconds a null sink needs before its record can be trusted."""


@contextmanager
def _server() -> Iterator[tuple[SoundServer, dict[str, str]]]:
    with tempfile.TemporaryDirectory() as folder:
        env = private_env(Path(folder))
        server = SoundServer(Path(folder), env)
        try:
            yield server, env
        finally:
            server.end()


def _speed(carrier: Carrier, blocks: int = 1024) -> float:
    """Seconds of sound a second: three minutes at 48 kHz in the player's blocks, best of three."""
    walk = timeline(LONGER_OUT, 18)
    best = 0.0
    for _ in range(3):
        mixer = Mixer(walk, carrier, Bells.START_END, 0.4, voice_of(carrier))
        began = CLOCK.now()
        for first in range(0, round(walk.duration * RATE), blocks):
            mixer.render(first, blocks, RATE)
        best = max(best, walk.duration / (CLOCK.now() - began))
    return best


def rendering() -> list[Figure]:
    """Rendering of each carrier, its bells included."""
    return [
        Figure(f"rendering sound, {carrier}", _speed(carrier), "× real time", 100.0, at_most=False)
        for carrier in (Carrier.AIR, Carrier.TONE, Carrier.NONE, Carrier.CLICK)
    ]


def starting(rounds: int = 10) -> list[Figure]:
    """From a plan to the first audible frame, fresh and a second time; from the end to silence."""
    cold: list[float] = []
    warm: list[float] = []
    ends: list[float] = []
    with _server() as (server, env):
        server.only("phones", "headset")
        with MonitorRecorder(server, "phones") as recorder:
            let_pass(SETTLE)
            for _ in range(rounds):
                with LedPlayer(server, env) as player:
                    player.do("state")
                    for into in (cold, warm):
                        began = player.do("follow", phases=[*_four(LONGER_OUT)], breaths=6)
                        let_pass(1.5)
                        into.append(first_loud(recorder, began, AUDIBLE) or 9.0)
                        ended = player.do("stop")
                        let_pass(0.7)
                        ends.append(last_loud(recorder, ended, AUDIBLE / 4) or 0.0)
    return [
        Figure("plan → sound heard, fresh process, median", float(np.median(cold)), "s", 0.5),
        Figure("plan → sound heard, fresh process, worst", max(cold), "s", 0.5),
        Figure("plan → sound heard, second session, median", float(np.median(warm)), "s", 0.5),
        Figure("end of a session → silence, worst", max(ends), "s", 0.3),
    ]


def _four(phases: Phases) -> tuple[float, float, float, float]:
    return phases.inhale, phases.top_up, phases.hold, phases.out


def keeping_step(seconds: int = 60) -> list[Figure]:
    """A click a second against its breath's beginning, by the recorded monitor."""
    off, said = [], []
    with _server() as (server, env):
        server.only("phones", "headset")
        with MonitorRecorder(server, "phones") as recorder, LedPlayer(server, env) as player:
            let_pass(SETTLE)
            clicks = {"carrier": "click", "asked_for": True, "volume": 0.0}
            began = player.do("follow", phases=[0.5, 0.0, 0.0, 0.5], breaths=seconds + 2, **clicks)
            for _ in range(seconds):
                let_pass(1.0)
                said.append(abs(player.do("state")["error_ms"] or 0.0))
            gaps = player.do("state")["gaps"]
            heard = recorder.heard()
            for k in range(1, seconds):
                middle = frame_at(recorder, began + k)
                near = np.abs(heard[middle - RATE // 4 : middle + RATE // 4])
                peak = middle - RATE // 4 + int(np.argmax(near))
                off.append(1000.0 * (recorder.time_of(peak) - began - k))
    return [
        Figure(f"click minus breath, {seconds} s, median", float(np.median(off)), "ms", 5.0),
        Figure(f"click minus breath, {seconds} s, largest", float(np.abs(off).max()), "ms", 17.0),
        Figure("the player's own account of it, largest", max(said[1:]), "ms"),
        Figure("gaps in it", float(gaps), "", 0.0),
    ]


def pulling(times: int = PULLS) -> list[Figure]:
    """Sound on the loudspeaker sink in the second after the headset's sink was removed."""
    spilled = []
    with _server() as (server, env), LedPlayer(server, env) as player:
        server.add_sink("loud", "speaker")
        for _ in range(times):
            server.add_sink("phones", "headset")
            server.make_default("phones")
            # A recorder of its own for each: making a sink the default takes older records along.
            with MonitorRecorder(server, "loud") as recorder:
                player.do("follow", phases=[4.0, 0.0, 0.0, 6.0], breaths=6, carrier="tone")
                wait_for(lambda: player.do("state")["state"] == "playing", "it plays", deadline=8.0)
                let_pass(SETTLE)
                pulled = CLOCK.now()
                server.remove_sink("phones")
                let_pass(1.1)
                after = np.abs(recorder.heard(frame_at(recorder, pulled)))
                spilled.append(1000.0 * float((after > AUDIBLE / 4).sum()) / RATE)
            player.do("stop")
            let_pass(0.4)
    return [
        Figure(f"headset pulled, {times} times: sound on the loudspeakers, worst", max(spilled), "ms", 20.0),
        Figure("… median", float(np.median(spilled)), "ms"),
    ]


def figures() -> list[Figure]:
    """All of them."""
    return [*rendering(), *starting(), *keeping_step(), *pulling()]
