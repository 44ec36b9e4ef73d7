"""The real way to devices, and the real player on it: a process that plays into a sound server of the test's
own.
"""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.audio.led_player import LedPlayer, first_loud, frame_at, last_loud, private_env
from tests.desktop.deadline import CLOCK, wait_for
from tests.desktop.monitor_recorder import MonitorRecorder
from tests.desktop.sound_server import RATE, SoundServer

BREATH = [4.0, 0.0, 0.0, 6.0]
CLICKING = [0.5, 0.0, 0.0, 0.5]
AUDIBLE = 0.001


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return private_env(tmp_path)


@pytest.fixture
def server(tmp_path: Path, env: dict[str, str]) -> Iterator[SoundServer]:
    one = SoundServer(tmp_path, env)
    yield one
    one.end()


def until(player: LedPlayer, state: str, deadline: float = 8.0) -> dict[str, Any]:
    def look() -> dict[str, Any] | None:
        told: dict[str, Any] = player.do("state")
        return told if told["state"] == state else None

    return wait_for(look, f"sound is {state}", deadline=deadline)


def settled(recorder: MonitorRecorder) -> None:
    """A null sink's first second is unreliable."""
    wait_for(lambda: recorder.frames > 2.5 * RATE, "the recorder runs", deadline=20.0)


def test_a_session_is_heard_and_ends_within_300_ms(server: SoundServer, env: dict[str, str]) -> None:
    server.only("phones", "headset")
    with MonitorRecorder(server, "phones") as recorder, LedPlayer(server, env) as player:
        settled(recorder)
        began = player.do("follow", phases=BREATH, breaths=6)
        told = until(player, "playing")
        assert told["gaps"] == 0
        wait_for(lambda: first_loud(recorder, began, AUDIBLE), "sound")
        ended = player.do("stop")
        frames = recorder.frames
        wait_for(lambda: recorder.frames > frames + RATE, "a second goes by")
        last = last_loud(recorder, ended, AUDIBLE / 4)
        assert last is not None
        assert last < 0.3
        assert player.do("state")["state"] == "off"


def test_clicks_are_heard_when_their_breath_begins(server: SoundServer, env: dict[str, str]) -> None:
    server.only("loud", "speaker")
    with MonitorRecorder(server, "loud") as recorder, LedPlayer(server, env) as player:
        settled(recorder)
        began = player.do(
            "follow", phases=CLICKING, breaths=9, carrier="click", asked_for=True, wanted="unset", volume=0.0
        )
        wait_for(lambda: CLOCK.now() > began + 8.0, "eight seconds", deadline=20.0)
        for second in range(2, 8):
            near = first_loud(recorder, began + second - 0.3, 0.4)
            assert near is not None
            assert abs(near - 0.3) < 0.012


def test_loudspeakers_wait_and_nothing_is_loaded_for_them(server: SoundServer, env: dict[str, str]) -> None:
    server.only("loud", "speaker")
    with LedPlayer(server, env) as player:
        player.do("follow", phases=BREATH, breaths=6, wanted="unset")
        until(player, "held_back")
        assert player.do("modules") == ["pulsectl"]
        assert server.playing("loud") == 0
        player.do("turn_on")
        until(player, "playing")
        assert server.playing("loud") == 1


def test_a_pulled_headset_does_not_spill(server: SoundServer, env: dict[str, str]) -> None:
    server.add_sink("loud", "speaker")
    server.add_sink("phones", "headset")
    server.make_default("phones")
    with LedPlayer(server, env) as player, MonitorRecorder(server, "loud") as recorder:
        settled(recorder)
        player.do("follow", phases=BREATH, breaths=6, carrier="tone")
        began = until(player, "playing")
        assert began["state"] == "playing"
        wait_for(lambda: server.playing("phones"), "it plays into the headset")
        pulled = CLOCK.now()
        server.remove_sink("phones")
        until(player, "held_back")
        wait_for(lambda: CLOCK.now() > pulled + 1.1, "a second goes by")
        spilled = abs(recorder.heard(frame_at(recorder, pulled))) > AUDIBLE
        assert spilled.sum() <= 0.02 * RATE
        assert server.playing("loud") == 0
        server.add_sink("phones", "headset")
        server.make_default("phones")
        until(player, "playing")


def test_a_server_that_dies_is_told_and_sound_comes_back_by_itself(
    server: SoundServer, env: dict[str, str]
) -> None:
    server.only("phones", "headset")
    with LedPlayer(server, env) as player:
        player.do("follow", phases=BREATH, breaths=20)
        until(player, "playing")
        server.kill()
        until(player, "lost", deadline=1.0)
        server.start_again()
        server.only("phones", "headset")
        until(player, "playing")


def test_no_server_at_all_is_silent(server: SoundServer, env: dict[str, str]) -> None:
    server.kill()
    with LedPlayer(server, env) as player:
        player.do("follow", phases=BREATH, breaths=6)
        until(player, "silent")


def test_a_server_that_hangs_keeps_nobody_waiting(server: SoundServer, env: dict[str, str]) -> None:
    server.only("phones", "headset")
    try:
        with LedPlayer(server, env) as player:
            player.do("follow", phases=BREATH, breaths=20)
            until(player, "playing")
            os.kill(server.child.pid, signal.SIGSTOP)
            until(player, "lost", deadline=2.0)
            player.do("stop")
            assert player.do("close") < 5.0
        assert player.process.returncode == 0
    finally:
        os.kill(server.child.pid, signal.SIGCONT)


def test_a_suspended_sink_is_noticed_and_comes_back(server: SoundServer, env: dict[str, str]) -> None:
    server.only("phones", "headset")
    with LedPlayer(server, env) as player, MonitorRecorder(server, "phones") as recorder:
        settled(recorder)
        player.do("follow", phases=BREATH, breaths=20)
        until(player, "playing")
        server.tell("suspend-sink", "phones", "1")
        until(player, "lost")
        server.tell("suspend-sink", "phones", "0")
        until(player, "playing")
