import subprocess
import sys
from pathlib import Path

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


def test_ctrl_c_is_no_traceback() -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    assert main(interrupted) == 130
    assert main(lambda: 7) == 7
