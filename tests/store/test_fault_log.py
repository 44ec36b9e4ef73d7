import stat
import subprocess
import sys
from pathlib import Path

from kindtimer.store.fault_log import LARGEST, fault_line, note_fault
from tests.store.kept import StandingClock


def fault(text: str) -> Exception:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_it_holds_place_and_kind_and_no_words(tmp_path: Path) -> None:
    log = tmp_path / "kindtimer.log"
    note_fault(log, fault("what I wrote about my mother"), StandingClock())
    assert fault_line(tmp_path / "\x1b[2J").isprintable()
    told = log.read_text()
    assert "2025-03-04T05:06:07+00:00 builtins.ValueError" in told
    assert "test_fault_log.py" in told
    assert "mother" not in told
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_it_grows_and_is_put_aside_before_it_is_large(tmp_path: Path) -> None:
    log = tmp_path / "kindtimer.log"
    note_fault(log, fault("a"), StandingClock())
    size = log.stat().st_size
    note_fault(log, fault("b"), StandingClock())
    assert log.stat().st_size == 2 * size
    log.write_bytes(b"x" * (LARGEST + 1))
    note_fault(log, fault("c"), StandingClock())
    assert log.stat().st_size == size
    assert (tmp_path / "kindtimer.log.old").stat().st_size == LARGEST + 1


def test_a_log_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    log = tmp_path / "none" / "kindtimer.log"
    noted = note_fault(log, fault("a"), StandingClock())
    assert noted is False
    assert str(log) not in fault_line(log, noted)
    assert list(tmp_path.iterdir()) == []


FAULTS = """
import logging, sys, threading
from pathlib import Path
from kindtimer.core.clock import SystemClock
from kindtimer.store.fault_log import catch_faults
catch_faults(Path(sys.argv[1]), SystemClock())
thread = threading.Thread(target=lambda: 1 / 0)
thread.start()
thread.join()
try:
    [][0]
except IndexError:
    logging.getLogger("kindtimer").exception("a logged one")
raise KeyError("secret")
"""


def test_no_traceback_reaches_the_terminal(tmp_path: Path) -> None:
    log = tmp_path / "kindtimer.log"
    done = subprocess.run(
        [sys.executable, "-c", FAULTS, str(log)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == 2 * (fault_line(log) + "\n")
    told = log.read_text()
    assert all(kind in told for kind in ("ZeroDivisionError", "IndexError", "KeyError"))
    assert "secret" not in told
