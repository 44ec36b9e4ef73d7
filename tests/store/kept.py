"""What the tests of the stores share: a clock that stands, and a time in which nothing may be written."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

NOBODY = 65534


class StandingClock:
    """A Clock whose hands are set by the test."""

    def __init__(self) -> None:
        self.time = 100.0
        self.wall = datetime(2025, 3, 4, 5, 6, 7, tzinfo=UTC)

    def now(self) -> float:
        return self.time

    def when(self) -> datetime:
        return self.wall

    def asleep(self) -> float:
        return 0.0


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder whose parents everybody may enter (pytest's own are closed to others)."""
    folder = Path(tempfile.mkdtemp(prefix="kindtimer-test-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for path in (folder, *folder.rglob("*")):
            if path.is_dir():
                path.chmod(0o700)
        shutil.rmtree(folder)


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Rights count for root too while this lasts; an ordinary user has them count anyway."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN " + sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
held.execute("ROLLBACK")
"""


@contextmanager
def held_by_another(path: Path, how: str = "EXCLUSIVE") -> Iterator[None]:
    """Another process holds this database; within one process locks would not be seen.

    `how` is SQL's own word: EXCLUSIVE or IMMEDIATE.
    """
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.stdin.write("\n")
            holder.stdin.flush()
            holder.wait()
