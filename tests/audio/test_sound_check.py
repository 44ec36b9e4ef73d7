import io
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kindtimer.audio.sound_check import sound_trouble


def written(path: Path, seconds: float = 0.5, rate: int = 16_000, channels: int = 1) -> Path:
    tone = 0.1 * np.sin(np.arange(int(seconds * rate)) / 20)
    soundfile.write(path, np.tile(tone[:, None], (1, channels)), rate)
    return path


@pytest.mark.parametrize("name", ["line.wav", "line.flac", "line.ogg"])
def test_a_recorded_line_is_fine(tmp_path: Path, name: str) -> None:
    assert sound_trouble(written(tmp_path / name)) is None
    assert sound_trouble(written(tmp_path / name, channels=2)) is None


@pytest.mark.parametrize("content", [b"", b"RIFF", b"\x00" * 5000, b"ID3 is no sound here", b"OggS" * 50])
def test_what_is_no_sound_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "line.wav"
    path.write_bytes(content)
    assert sound_trouble(path) == "it is no sound file that can be played"


def test_one_that_is_spoilt_within_is_found(tmp_path: Path) -> None:
    path = written(tmp_path / "line.flac", seconds=3.0)
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 4000] = bytes(min(4000, len(whole) - middle))
    path.write_bytes(whole[: middle + 5000])
    assert sound_trouble(path) == "it is no sound file that can be played"


def test_no_sound_at_all_and_too_many_channels(tmp_path: Path) -> None:
    assert (
        sound_trouble(written(tmp_path / "none.wav", seconds=0.0))
        == "some sound is wanted, at most an hour of it"
    )
    many = sound_trouble(written(tmp_path / "many.wav", channels=6))
    assert many == "one or two channels of 8 to 192 kHz are wanted"


def test_one_that_says_it_is_longer_than_an_hour(tmp_path: Path) -> None:
    path = tmp_path / "long.flac"
    held = io.BytesIO()
    soundfile.write(held, np.zeros(8000 * 3601, dtype="float32"), 8000, format="FLAC")
    path.write_bytes(held.getvalue())
    assert sound_trouble(path) == "some sound is wanted, at most an hour of it"
