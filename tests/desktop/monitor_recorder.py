"""MonitorRecorder: what a sink plays, frame by frame, each frame with the time at which it was heard.

How the times come about: recording with a latency of 5 ms makes the null sink render in steps of 5 ms,
each when its first frame is due, and hand the step to the monitor at once. So a step's first frame
arrives when it is heard, plus a delay that is never negative: arrival minus index over rate is the wanted
offset plus that delay. An early quantile over a short stretch is taken for the offset (short, because a
starved sink leaves time out and moves it; not the least, because a stream that ends splits a step).
Measured against the DAC stamps of a PortAudio stream, 20 clicks: 0.06 to 0.18 ms later (steps of 20 ms:
-3.6 to 0.5 ms).
"""

import os
import select
import subprocess
import threading
import wave
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from tests.desktop.deadline import CLOCK
from tests.desktop.sound_server import RATE, SoundServer

STEP_MS = 5
FRAME_BYTES = 4
WINDOW = 2.0
EARLY = 0.05


class MonitorRecorder:
    """Records from its making until `stop`. The reading thread only appends; any thread may look."""

    def __init__(self, server: SoundServer, sink: str) -> None:
        """Begin to record what `sink` plays."""
        argv = (
            "parec",
            f"--server={server.address}",
            f"--device={sink}.monitor",
            "--raw",
            "--format=s16le",
            f"--rate={RATE}",
            "--channels=2",
            f"--latency-msec={STEP_MS}",
        )
        self._process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0)
        self._bytes = bytearray()
        self._arrivals: list[tuple[float, int]] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._read, name=f"record {sink}", daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        while not self._over.is_set():
            ready, _, _ = select.select([pipe], [], [], 0.1)
            if not ready:
                continue
            chunk = os.read(pipe, 65536)
            if not chunk:
                return
            self._arrivals.append((CLOCK.now(), len(self._bytes) // FRAME_BYTES))
            self._bytes += chunk

    # --- looking --------------------------------------------------------------------------------

    @property
    def frames(self) -> int:
        """Frames recorded so far."""
        return len(self._bytes) // FRAME_BYTES

    def heard(self, from_frame: int = 0) -> NDArray[np.float32]:
        """Left and right mixed, -1 to 1, from a frame on."""
        raw = bytes(self._bytes[from_frame * FRAME_BYTES : self.frames * FRAME_BYTES])
        both = np.frombuffer(raw, "<i2").reshape(-1, 2).astype(np.float32) / 32768.0
        return np.asarray(both.mean(axis=1), np.float32)

    def level(self, seconds: float = 0.2) -> float:
        """Root mean square, 0-1, of the last so many seconds."""
        last = self.heard(max(0, self.frames - int(seconds * RATE)))
        return float(np.sqrt(np.mean(np.square(last)))) if last.size else 0.0

    def times(self, frames: NDArray[np.int64]) -> NDArray[np.float64]:
        """When these frames were heard, on the clock's `now`."""
        arrivals = np.array(self._arrivals, np.float64)
        stamps, first = arrivals[:, 0], arrivals[:, 1]
        offsets = stamps - first / RATE
        half = WINDOW / 2
        answer = np.empty(len(frames), np.float64)
        for k, frame in enumerate(frames):
            near = np.abs(first - frame) <= half * RATE
            answer[k] = (np.quantile(offsets[near] if near.any() else offsets, EARLY)) + frame / RATE
        return answer

    def time_of(self, frame: int) -> float:
        """When one frame was heard."""
        return float(self.times(np.array([frame]))[0])

    def loud_after(self, moment: float, above: float) -> float | None:
        """When a sample first went beyond `above` (0-1) at or after `moment`; None if none did."""
        for start in self._loud(above):
            when = self.time_of(int(start))
            if when >= moment:
                return when
        return None

    def last_loud(self, above: float) -> float | None:
        """When a sample was beyond `above` (0-1) for the last time; None if none was."""
        loud = self._loud(above)
        return self.time_of(int(loud[-1])) if loud.size else None

    def sounding(self, above: float) -> float:
        """Seconds of samples beyond `above` (0-1) so far."""
        return len(self._loud(above)) / RATE

    def _loud(self, above: float) -> NDArray[np.int64]:
        return np.flatnonzero(np.abs(self.heard()) > above)

    def save(self, path: Path) -> Path:
        """Write everything as a WAV file."""
        with wave.open(str(path), "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(bytes(self._bytes[: self.frames * FRAME_BYTES]))
        return path

    # --- ending ---------------------------------------------------------------------------------

    def stop(self) -> None:
        """Stop recording; what was recorded stays."""
        self._over.set()
        self._thread.join(2.0)
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait(5.0)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def __enter__(self) -> "MonitorRecorder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
