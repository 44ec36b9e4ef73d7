"""Standard output that is full, broken or closed; as a process, since only there the last flush is met."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = [
    "patterns",
    "status --json",
    "--help",
    "--version",
    "doctor",
    "render coherent --breaths 1 --out {out}",
]


def run(tmp_path: Path, words: str, ways: str, **environ: str) -> "subprocess.CompletedProcess[bytes]":
    """A command whose standard streams a shell has laid so."""
    words = words.format(out=tmp_path / "a.wav")
    line = f'exec "$0" -m kindtimer --home "$1" {words} {ways}'
    return subprocess.run(
        ["sh", "-c", line, sys.executable, str(tmp_path / "h")],
        capture_output=True,
        env={**os.environ, **environ},
        check=False,
    )


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", COMMANDS)
def test_output_that_takes_no_more_is_one_line(tmp_path: Path, words: str, unbuffered: str) -> None:
    done = run(tmp_path, words, ">/dev/full", PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"no space left" in done.stderr
    assert not (tmp_path / "h").exists()


@pytest.mark.parametrize(
    ("words", "ways", "code"),
    [
        ("brethe", "2>/dev/full", 2),
        ("patterns", ">/dev/full 2>/dev/full", 1),
        ("brethe", ">/dev/full 2>/dev/full", 2),
    ],
)
def test_errors_that_nobody_takes_change_no_exit_code(
    tmp_path: Path, words: str, ways: str, code: int
) -> None:
    assert run(tmp_path, words, ways).returncode == code


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("ways", [">&-", ">&- 2>&-", "<&- >&- 2>&-", "<&-", "2>&-"])
def test_a_closed_stream_is_no_trouble(tmp_path: Path, words: str, ways: str) -> None:
    done = run(tmp_path, words, ways)
    assert (done.returncode, done.stderr) == (0, b"")
    assert bool(done.stdout) is (">&-" not in ways.split())


def test_what_is_refused_never_goes_to_standard_output(tmp_path: Path) -> None:
    for words in ("brethe", "breathe nope", "render coherent --out /nowhere/a.wav"):
        done = run(tmp_path, words, "2>&-")
        assert done.returncode in (1, 2)
        assert (done.stdout, done.stderr) == (b"", b"")


def test_no_file_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    assert run(tmp_path, "render coherent --breaths 1 --out {out}", "<&- >&- 2>&-").returncode == 0
    assert (tmp_path / "a.wav").read_bytes()[:4] == b"RIFF"
    assert len(list(tmp_path.iterdir())) == 1
