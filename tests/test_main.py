import subprocess
import sys
from pathlib import Path

import pytest

from kindtimer.__main__ import main

BROKEN = """
import sys
from kindtimer.__main__ import main
sys.argv = ["kindtimer", "--home", sys.argv[1], "patterns"]
def done() -> int:
    raise RuntimeError("my own words")
sys.exit(main(done))
"""


def test_it_is_the_command_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kindtimer", "--home", str(tmp_path), "stop"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "KindTimer is not running.\n", "")


def test_what_nobody_foresaw_is_one_line_and_a_note_in_the_log(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert str(tmp_path / "kindtimer.log") in done.stderr
    told = (tmp_path / "kindtimer.log").read_text()
    assert "RuntimeError" in told
    assert "my own words" not in told


@pytest.mark.parametrize("ways", ["2>&-", ">&- 2>&-", "2>/dev/full", "<&- 2>&-"])
def test_a_fault_with_nobody_to_tell_is_noted_all_the_same(tmp_path: Path, ways: str) -> None:
    line = f'exec "$0" -c "$1" "$2" {ways}'
    done = subprocess.run(
        ["sh", "-c", line, sys.executable, BROKEN, str(tmp_path)], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert "RuntimeError" in (tmp_path / "kindtimer.log").read_text()


def test_a_fault_is_noted_in_the_home_that_was_named_either_way(tmp_path: Path) -> None:
    code = BROKEN.replace('"--home", sys.argv[1]', '"--home=" + sys.argv[1]')
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert str(tmp_path / "kindtimer.log") in done.stderr
    assert (tmp_path / "kindtimer.log").exists()


def test_what_could_not_be_noted_is_not_said_to_be(tmp_path: Path) -> None:
    argv = [sys.executable, "-c", BROKEN, str(tmp_path / "none")]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "kindtimer.log" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_is_no_traceback() -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    assert main(interrupted) == 130
    assert main(lambda: 7) == 7


def test_a_fault_in_a_folder_that_is_gone_is_one_line_all_the_same(tmp_path: Path) -> None:
    line = 'mkdir gone; cd gone; rmdir ../gone; exec "$0" -c "$1" rel'
    argv = ["sh", "-c", line, sys.executable, BROKEN]
    done = subprocess.run(argv, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "Traceback" not in done.stderr
    assert "kindtimer.log" not in done.stderr
