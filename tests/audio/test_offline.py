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
    render_file(WALK, out, carrier=Carrier.TONE, bells=Bells.START_END, progress=told.append)
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
    render_file(WALK, out, carrier=Carrier.NONE, bells=Bells.START_END, rate=22_050, volume=0.0)
    sound, rate = soundfile.read(out)
    assert rate == 22_050
    assert not sound.any()


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        render_file(WALK, tmp_path / "no" / "x.wav", carrier=Carrier.AIR, bells=Bells.NONE)


def test_a_fault_on_the_way_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "kept.wav"
    out.write_bytes(b"before")

    def fails(_: float) -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        render_file(WALK, out, carrier=Carrier.NONE, bells=Bells.NONE, progress=fails)
    assert out.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [out]
