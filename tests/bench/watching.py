"""Watching, for the benches: a program at rest, what a process costs, when a picture changed."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.desktop.deadline import CLOCK, breather
from tests.desktop.frame_buffer import FrameBuffer, Pixels
from tests.desktop.harness import Desktop
from tests.desktop.program import Program

TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def resting(size: tuple[int, int] = (1440, 900)) -> Iterator[Program]:
    """KindTimer at rest in the tray of a desktop of its own, with one sink that plays, "plain"."""
    with (
        Desktop(size) as desktop,
        tempfile.TemporaryDirectory() as folder,
        Program(desktop, Path(folder) / "home") as program,
    ):
        desktop.sound.only("plain")
        program.icon()
        yield program


@dataclass(frozen=True)
class Cost:
    """What a process has used so far: processor seconds, memory in MB, context switches by thread."""

    at: float
    processor: float
    memory: float
    switches: dict[str, int]


def cost(pid: int) -> Cost:
    """Read from /proc."""
    folder = Path(f"/proc/{pid}")
    fields = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
    switches: dict[str, int] = {}
    for task in (folder / "task").iterdir():
        lines = (task / "status").read_text("utf-8").splitlines()
        switches[task.name] = sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)
    resident = next(line for line in (folder / "status").read_text("utf-8").splitlines() if "VmRSS" in line)
    processor = (int(fields[11]) + int(fields[12])) / TICKS
    return Cost(CLOCK.now(), processor, int(resident.split()[1]) / 1024.0, switches)


def switched(before: Cost, after: Cost) -> int:
    """Context switches between two looks; a thread that ended in between is counted as one."""
    ended = before.switches.keys() - after.switches.keys()
    return len(ended) + sum(n - before.switches.get(tid, 0) for tid, n in after.switches.items())


def told_alone(module: str) -> str:
    """What a module of the benches prints in a process of its own, offscreen."""
    return subprocess.run(
        [sys.executable, "-m", module],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout


def loaded(pid: int, *parts: str) -> list[str]:
    """Which of these parts of names stand among the libraries a process has mapped."""
    mapped = Path(f"/proc/{pid}/maps").read_text("utf-8")
    return [part for part in parts if part in mapped]


def first_change(
    screen: FrameBuffer, before: Pixels, x: int, y: int, reach: int, deadline: float, step: int = 2
) -> float:
    """The `now` at which the square around a point first differs from `before`, within half a millisecond.

    Raises TimeoutError after `deadline` seconds.
    """
    wide = before.astype(np.int16)
    until = CLOCK.now() + deadline
    while CLOCK.now() < until:
        now = screen.around(x, y, reach)
        seen = CLOCK.now()
        if np.abs(now.astype(np.int16) - wide).max() > step:
            return seen
        breather(0.0005)
    raise TimeoutError("the picture did not change")


def quantile(values: list[float], part: float) -> float:
    """A quantile of measured values, `part` 0-1."""
    return float(np.quantile(np.array(values), part))
