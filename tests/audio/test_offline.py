import errno
import resource
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kindtimer.audio.mixer import Mixer, voice_of
from kindtimer.audio.offline import render_file
from kindtimer.core.sound import Bells, Carrier
from tests.audio.stand_ins import QUICK, timeline

WALK = timeline(QUICK, 4)


def test_the_file_holds_what_is_played_live(tmp_path: Path) -> None:
    told: list[float] = []
    out = tmp_path / "breath.wav"
    with out.open("wb") as file:
        render_file(WALK, file, carrier=Carrier.TONE, bells=Bells.START_END, progress=told.append)
    sound, rate = soundfile.read(out, dtype="float32")
    assert rate == 48_000
    assert sound.shape == (round(WALK.duration * 48_000), 2)
    live = Mixer(WALK, Carrier.TONE, Bells.START_END, 0.4, voice_of(Carrier.TONE)).render(
        0, len(sound), 48_000
    )
    assert np.abs(sound - live).max() < 1.0 / 32768
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_another_rate_and_volume(tmp_path: Path) -> None:
    out = tmp_path / "quiet.wav"
    with out.open("wb") as file:
        render_file(WALK, file, carrier=Carrier.NONE, bells=Bells.START_END, rate=22_050, volume=0.0)
    sound, rate = soundfile.read(out)
    assert rate == 22_050
    assert not sound.any()


def test_a_file_that_takes_no_more_is_an_os_error_that_says_why() -> None:
    with open("/dev/full", "wb") as full, pytest.raises(OSError, match="No space left") as error:
        render_file(WALK, full, carrier=Carrier.NONE, bells=Bells.NONE)
    assert error.value.errno == errno.ENOSPC


@pytest.fixture
def short_files() -> Iterator[None]:
    """No file may grow beyond 100 000 bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.usefixtures("short_files")
def test_a_file_that_may_grow_no_more_says_so_too(tmp_path: Path) -> None:
    with (tmp_path / "a.wav").open("wb") as file, pytest.raises(OSError, match="too large"):
        render_file(WALK, file, carrier=Carrier.NONE, bells=Bells.NONE)


def test_what_is_raised_on_the_way_comes_through_and_leaves_the_file_to_its_owner(tmp_path: Path) -> None:
    def fails(_: float) -> None:
        raise KeyboardInterrupt

    with (tmp_path / "half.wav").open("wb") as file:
        with pytest.raises(KeyboardInterrupt):
            render_file(WALK, file, carrier=Carrier.NONE, bells=Bells.NONE, progress=fails)
        assert not file.closed
        file.write(b"still open")
