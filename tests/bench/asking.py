"""Asking the desktop what holds an offer: what one question costs, and what is left after it."""

import os
import threading
from pathlib import Path
from statistics import median
from time import process_time

from PySide6.QtCore import QCoreApplication, QEventLoop

from kindtimer.audio.microphone_use import microphone_in_use
from kindtimer.core.clock import SystemClock
from kindtimer.core.hold import ASKED, Hold
from kindtimer.desktop.hold_asker import HoldAsker
from kindtimer.desktop.hold_probes import hold_probes
from tests.bench.figure import Figure
from tests.desktop.harness import Desktop

TIMES = 40


def figures() -> list[Figure]:
    """All six reasons, and keys and mouse alone, as they are asked for each minute by some rules."""
    application = QCoreApplication.instance() or QCoreApplication([])
    with Desktop() as desktop:
        os.environ["PULSE_SERVER"] = desktop.sound.address
        clock = SystemClock()
        asker = HoldAsker(hold_probes(desktop.env, clock, microphone_in_use))
        _ask(asker, frozenset(ASKED))  # libraries are loaded by the first
        before = _open_files(), threading.active_count()
        found = []
        for name, wanted in (("all reasons", frozenset(ASKED)), ("keys and mouse", frozenset({Hold.INPUT}))):
            spent, waited = [], []
            for _ in range(TIMES):
                used, began = process_time(), clock.now()
                _ask(asker, wanted)
                spent.append((process_time() - used) * 1000.0)
                waited.append((clock.now() - began) * 1000.0)
            found.append(Figure(f"processor time of asking for {name}, median", median(spent), "ms", 25.0))
            found.append(Figure(f"answer for {name}, worst", max(waited), "ms", 2000.0))
        left = _open_files() - before[0] + threading.active_count() - before[1]
        asker.close()
    del application
    return [*found, Figure("files and threads left open after asking", float(left), "", 0.0)]


def _ask(asker: HoldAsker, wanted: frozenset[Hold]) -> None:
    loop = QEventLoop()
    asker.answered.connect(loop.quit)
    asker.ask(wanted, 5.0)
    loop.exec()
    asker.answered.disconnect(loop.quit)


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
