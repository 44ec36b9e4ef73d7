"""LedPlayer: a real Player in a process of its own, playing into a sound server of the tests' own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from tests.desktop.monitor_recorder import MonitorRecorder
from tests.desktop.sound_server import ASOUND, RATE, SoundServer

ROOT = Path(__file__).parent.parent.parent


def private_env(folder: Path) -> dict[str, str]:
    """An environment whose sound goes to no server but one of the tests' own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".asoundrc").write_text(ASOUND, "utf-8")
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "PYTHONPATH") if key in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder / "pulse"),
        "PULSE_STATE_PATH": str(folder / "pulse-state"),
        "PULSE_COOKIE": str(folder / "cookie"),
    }


def frame_at(recorder: MonitorRecorder, moment: float) -> int:
    """The recorded frame that was heard at `moment`."""
    frame = recorder.frames
    for _ in range(3):
        frame += round((moment - recorder.time_of(frame)) * RATE)
    return max(0, frame)


def first_loud(recorder: MonitorRecorder, moment: float, above: float) -> float | None:
    """Seconds from `moment` to the first sample beyond `above`; None if there is none."""
    start = frame_at(recorder, moment)
    loud = np.flatnonzero(np.abs(recorder.heard(start)) > above)
    return recorder.time_of(start + int(loud[0])) - moment if loud.size else None


def last_loud(recorder: MonitorRecorder, moment: float, above: float) -> float | None:
    """Seconds from `moment` to the last sample beyond `above` after it; None if there is none."""
    start = frame_at(recorder, moment)
    loud = np.flatnonzero(np.abs(recorder.heard(start)) > above)
    return recorder.time_of(start + int(loud[-1])) - moment if loud.size else None


class LedPlayer:
    """Use it as a context manager; `do(order, …)` answers what the order answers."""

    def __init__(self, server: SoundServer, env: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            (sys.executable, "-m", "tests.audio.player_child"),
            cwd=ROOT,
            env={**env, "PULSE_SERVER": server.address},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def do(self, order: str, **more: Any) -> Any:
        """Give an order."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"do": order, **more}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def __enter__(self) -> "LedPlayer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(3.0)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
