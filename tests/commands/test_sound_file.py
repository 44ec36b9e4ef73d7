"""A sound file is written whole or not at all."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.deadline import wait_for
from tests.typed import Typed, one_line


def test_a_file_is_rendered_in_whole_breaths(typed: Typed, tmp_path: Path) -> None:
    out = tmp_path / "a.wav"
    code, said, _ = typed("render", "equal_4", "--minutes", "2", "--out", str(out), "--no-bells")
    assert (code, said) == (0, f"{out}: 15 breaths, 2.2 minutes.\n")
    ((timeline, carrier, bells),) = typed.files
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
    ((timeline, carrier, bells),) = typed.files
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


@pytest.mark.parametrize(
    "name",
    [
        "x" * 251 + ".wav",
        "\udcff.wav",
        "a\nb.wav",
        "\x1b[31mred.wav",
        "Atem übung.wav",
        "-.wav",
        "呼" * 80 + ".wav",
    ],
    ids=["longest", "no text", "line break", "escape", "umlaut", "dash", "long in bytes"],
)
def test_any_name_the_system_takes_simply_works(typed: Typed, tmp_path: Path, name: str) -> None:
    code, said, err = typed("render", "sigh", "--breaths", "1", "--out", str(tmp_path / name))
    assert (code, err, said.count("\n")) == (0, "", 1)
    assert said.strip().isprintable()
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("out", ["{}.wav", "{}/a.wav", "a/{}.wav"])
@pytest.mark.parametrize("length", [256, 5000])
def test_a_name_the_system_does_not_take_is_one_short_line_before_any_work(
    typed: Typed, tmp_path: Path, out: str, length: int
) -> None:
    line = one_line(typed("render", "sigh", "--out", str(tmp_path / out.format("x" * length))), 1)
    assert len(line) < 300
    assert (typed.files, list(tmp_path.iterdir())) == ([], [])


# --- as a process -----------------------------------------------------------------------------------


def start(out: Path, minutes: str, before: str = "") -> "subprocess.Popen[bytes]":
    line = f'{before} exec "$0" -m kindtimer render coherent --minutes {minutes} --out "$1"'
    argv = ["sh", "-c", line, sys.executable, str(out)]
    return subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda one: one.name)
def test_an_end_from_outside_leaves_nothing_but_what_was_there(
    tmp_path: Path, number: signal.Signals
) -> None:
    out = tmp_path / "a.wav"
    out.write_bytes(b"old")
    with start(out, "20") as child:
        wait_for(lambda: any(p.stat().st_size > 1e6 for p in tmp_path.iterdir()), "a part is written")
        child.send_signal(number)
        said = child.communicate()
    assert (child.returncode, said) == (128 + number, (b"", b""))
    assert (list(tmp_path.iterdir()), out.read_bytes()) == ([out], b"old")


def test_one_that_is_told_to_outlive_its_terminal_does(tmp_path: Path) -> None:
    out = tmp_path / "a.wav"
    with start(out, "4", before="trap '' HUP;") as child:
        wait_for(lambda: any(p.stat().st_size > 1e6 for p in tmp_path.iterdir()), "a part is written")
        child.send_signal(signal.SIGHUP)
        child.communicate()
    assert child.returncode == 0
    assert list(tmp_path.iterdir()) == [out]


def test_there_is_one_part_file_at_a_time(tmp_path: Path) -> None:
    with start(tmp_path / "a.wav", "20") as child:
        wait_for(lambda: any(p.stat().st_size > 1e6 for p in tmp_path.iterdir()), "a part is written")
        assert len(list(tmp_path.iterdir())) == 1
        child.terminate()
        child.communicate()


def test_a_name_that_is_no_text_is_rendered_by_the_real_sound_library(tmp_path: Path) -> None:
    out = tmp_path / os.fsdecode(b"\xff.wav")
    argv = [sys.executable, "-m", "kindtimer", "render", "coherent", "--breaths", "1", "--out", str(out)]
    done = subprocess.run(argv, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.read_bytes()[:4] == b"RIFF"
    assert list(tmp_path.iterdir()) == [out]
