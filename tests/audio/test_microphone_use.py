import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kindtimer.audio.microphone_use import listens, microphone_in_use
from tests.audio.led_player import private_env
from tests.desktop.deadline import wait_for
from tests.desktop.sound_server import SoundServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    one = SoundServer(tmp_path, {**os.environ, **private_env(tmp_path)})
    one.only("plain")
    yield one
    one.end()


@contextmanager
def recorded(server: SoundServer, source: str) -> Iterator[None]:
    """A program listens to that source."""
    env = {**os.environ, "PULSE_SERVER": server.address}
    argv = ("parec", f"--device={source}", "--raw")
    with subprocess.Popen(argv, env=env, stdout=subprocess.PIPE) as listener:
        try:
            assert listener.stdout is not None
            assert listener.stdout.read(100)
            yield
        finally:
            listener.terminate()


def test_a_program_that_listens_to_the_microphone_is_seen(server: SoundServer) -> None:
    assert microphone_in_use(server.address) is False
    with recorded(server, "quiet"):
        assert microphone_in_use(server.address) is True
    wait_for(lambda: microphone_in_use(server.address) is False, "it no longer listens")


def test_one_that_listens_to_what_is_played_does_not_count(server: SoundServer) -> None:
    with recorded(server, "plain.monitor"):
        assert microphone_in_use(server.address) is False


def test_the_servers_own_loops_do_not_count(server: SoundServer) -> None:
    server.tell("load-module", "module-loopback", "source=quiet", "sink=plain")
    wait_for(lambda: server.tell("list", "short", "source-outputs"), "the loop listens")
    assert microphone_in_use(server.address) is False


@dataclass
class Stream:
    """What a server tells of one that listens."""

    client: int | None = 7
    corked: int = 0
    resample_method: str | None = "copy"
    proplist: dict[str, str] = field(default_factory=dict)


@pytest.mark.parametrize(
    ("stream", "counts"),
    [
        (Stream(), True),
        (Stream(corked=1), False),
        (Stream(resample_method="peaks"), False),
        (Stream(proplist={"resample.peaks": "true"}), False),
        (Stream(proplist={"media.name": "Peak detect"}), False),
        (Stream(client=None), False),
        (Stream(client=0xFFFF_FFFF), False),
        (Stream(proplist={"application.process.id": str(os.getpid())}), False),
    ],
)
def test_meters_halted_streams_and_our_own_do_not_count(stream: Stream, counts: bool) -> None:
    assert listens(stream) is counts


def test_without_a_server_it_is_not_known(tmp_path: Path) -> None:
    assert microphone_in_use(f"unix:{tmp_path}/nobody") is None
