import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kindtimer.audio.sink_watch import NoSinkWatch, PulseSinkWatch, Sighting, kind_of
from kindtimer.core.ears import Output
from tests.audio.led_player import private_env
from tests.desktop.deadline import wait_for
from tests.desktop.sound_server import SoundServer


@pytest.mark.parametrize(
    ("port", "form_factor", "kind"),
    [
        ("analog-output-headphones", "internal", Output.HEADSET),
        ("[Out] Headphones", None, Output.HEADSET),
        ("headset-output", "headset", Output.HEADSET),
        ("analog-output-speaker", "internal", Output.LOUDSPEAKER),
        ("[Out] Speaker", None, Output.LOUDSPEAKER),
        ("hdmi-output-0", None, Output.LOUDSPEAKER),
        ("analog-output-lineout", None, Output.LOUDSPEAKER),
        ("analog-output", "internal", Output.LOUDSPEAKER),
        (None, "headphone", Output.HEADSET),
        (None, "hands-free", Output.HEADSET),
        (None, "tv", Output.LOUDSPEAKER),
        (None, "hifi", Output.LOUDSPEAKER),
        (None, "webcam", Output.UNKNOWN),
        ("analog-output", None, Output.UNKNOWN),
        (None, None, Output.UNKNOWN),
    ],
)
def test_what_a_device_is(port: str | None, form_factor: str | None, kind: Output) -> None:
    assert kind_of(port, form_factor) is kind


class Seen:
    """Collects what the watch tells."""

    def __init__(self) -> None:
        self.all: list[Sighting] = []

    def __call__(self, sighting: Sighting) -> bool:
        self.all.append(sighting)
        return True

    def wait(self, output: Output | None) -> None:
        wait_for(lambda: self.all and self.all[-1].output is output, f"{output} is seen", deadline=8.0)


def test_where_nobody_can_be_asked_the_output_is_not_known() -> None:
    seen = Seen()
    watch = NoSinkWatch(seen)
    watch.start()
    watch.stop()
    assert seen.all == [Sighting(Output.UNKNOWN)]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    one = SoundServer(tmp_path, {**os.environ, **private_env(tmp_path)})
    yield one
    one.end()


def test_it_tells_each_change_of_the_server(server: SoundServer) -> None:
    server.only("phones", "headset")
    seen = Seen()
    watch = PulseSinkWatch(seen, server.address)
    watch.start()
    seen.wait(Output.HEADSET)
    assert seen.all[-1].placing
    assert not seen.all[-1].ours
    server.add_sink("loud", "speaker")
    server.make_default("loud")
    seen.wait(Output.LOUDSPEAKER)
    server.add_sink("plain")
    server.make_default("plain")
    seen.wait(Output.UNKNOWN)
    server.kill()
    seen.wait(None)
    server.start_again()
    server.only("phones", "headset")
    seen.wait(Output.HEADSET)
    watch.stop()


def test_without_a_server_the_output_is_not_known(tmp_path: Path) -> None:
    seen = Seen()
    watch = PulseSinkWatch(seen, f"unix:{tmp_path}/nobody")
    watch.start()
    seen.wait(Output.UNKNOWN)
    watch.stop()
