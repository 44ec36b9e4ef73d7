"""A sound file is written whole or not at all."""

from pathlib import Path

import pytest

from tests.typed import Typed, one_line


def test_a_file_is_rendered_in_whole_breaths(typed: Typed, tmp_path: Path) -> None:
    out = tmp_path / "a.wav"
    code, said, _ = typed("render", "equal_4", "--minutes", "2", "--out", str(out), "--no-bells")
    assert (code, said) == (0, f"{out}: 15 breaths, 2.2 minutes.\n")
    ((timeline, _, carrier, bells),) = typed.files
    assert (timeline.planned, carrier, bells) == (120.0, "air", False)
    assert out.read_bytes() == b"RIFF"
    assert [p.name for p in tmp_path.iterdir()] == ["a.wav"]


def test_a_file_beyond_the_pattern_s_cap_goes_up_to_it_and_says_how_long_it_is(
    typed: Typed, tmp_path: Path
) -> None:
    out = tmp_path / "a.wav"
    code, said, _ = typed("render", "equal_4", "--minutes", "60", "--out", str(out))
    assert (code, said) == (0, f"{out}: 150 breaths, 20.2 minutes.\n")


def test_breaths_carrier_and_bells_are_passed_on(typed: Typed, tmp_path: Path) -> None:
    typed("render", "sigh", "--breaths", "3", "--out", str(tmp_path / "A.WAV"), "--carrier", "tone")
    ((timeline, _, carrier, bells),) = typed.files
    assert (timeline.planned, carrier, bells) == (30.0, "tone", True)


@pytest.mark.parametrize("out", ["none/a.wav", ".wav.wav/../no/a.wav", "folder.wav"])
def test_a_place_that_is_none_is_one_line(typed: Typed, tmp_path: Path, out: str) -> None:
    (tmp_path / "folder.wav").mkdir()
    one_line(typed("render", "sigh", "--out", str(tmp_path / out)), 1)


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(28, "No space left")])
def test_a_file_that_cannot_be_written_leaves_the_old_one(
    typed: Typed, tmp_path: Path, error: OSError
) -> None:
    (tmp_path / "a.wav").write_bytes(b"old")
    typed.raises = error
    assert str(tmp_path / "a.wav") in one_line(typed("render", "sigh", "--out", str(tmp_path / "a.wav")), 1)
    assert (tmp_path / "a.wav").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_ctrl_c_leaves_no_half_file_and_no_word(typed: Typed, tmp_path: Path) -> None:
    typed.raises = KeyboardInterrupt()
    assert typed("render", "sigh", "--out", str(tmp_path / "a.wav")) == (130, "", "")
    assert list(tmp_path.iterdir()) == []
