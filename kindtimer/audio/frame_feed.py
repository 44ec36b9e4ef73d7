"""Frame feed: frames rendered ahead, and the audio callback that hands them to the device.

The renderer writes, PortAudio's own thread reads. The callback copies, ramps a gain and publishes one
tuple; it takes no lock and never raises. Frames are counted from the opening of the stream.
"""

import numpy as np
from numpy.typing import NDArray

from kindtimer.audio.dac_clock import Stamp
from kindtimer.core.clock import Clock

Frames = NDArray[np.float32]

_RAMP = 4096
CUT = 0.002
"""Seconds of the ramp when sound must go at once."""


class FrameFeed:
    """A ring of `seconds` at `rate`. Frames that were never written are heard as silence."""

    def __init__(self, clock: Clock, rate: float, seconds: float = 1.0) -> None:
        self._clock = clock
        self._rate = rate
        self._size = int(rate * seconds)
        self._ring: Frames = np.zeros((self._size, 2), dtype=np.float32)
        self._steps = np.arange(1, _RAMP + 1, dtype=np.float32)
        self._scratch = np.empty((_RAMP, 1), dtype=np.float32)
        self._gain = 0.0
        self._gate = (0.0, 1.0)
        self._short = False
        self.begin = 0
        self.end = 0
        self.frame = 0
        self.stamp: Stamp | None = None
        self.gaps = 0
        self.broken = False

    @property
    def silent(self) -> bool:
        """Whether the gain has come down to nothing."""
        return self._gain == 0.0

    @property
    def open(self) -> bool:
        """Whether the gain has come up whole."""
        return self._gain == 1.0

    def gate(self, target: float, seconds: float) -> None:
        """Let the gain go to `target` (0–1) within about `seconds`. Any thread."""
        self._gate = (target, 1.0 / max(1.0, seconds * self._rate))

    def cut(self) -> None:
        """Silence from the next callback on. Any thread."""
        self.gate(0.0, CUT)

    # --- the renderer's side ----------------------------------------------------------------------

    def write(self, frame: int, frames: Frames) -> None:
        """Put `frames` at `frame`, over whatever stands there. Not more than the ring holds."""
        if frame > self.end or self.end == self.begin:
            self.begin = frame
        place = frame % self._size
        first = min(len(frames), self._size - place)
        self._ring[place : place + first] = frames[:first]
        self._ring[: len(frames) - first] = frames[first:]
        self.end = frame + len(frames)

    def peek(self, frame: int, count: int) -> Frames:
        """A copy of what is written from `frame`; fewer frames where less is written."""
        count = max(0, min(count, self.end - frame))
        return self._ring[(frame + np.arange(count)) % self._size]

    # --- the device's side ------------------------------------------------------------------------

    def fill(self, out: Frames, dac: float, current: float) -> None:
        """The audio callback: fill all of `out` (frames, 2). `dac` and `current` are PortAudio's stamps."""
        try:
            now = self._clock.now()
            first = self.frame
            self._copy(out, first)
            for start in range(0, len(out), _RAMP):
                self._ramp(out[start : start + _RAMP])
            self.frame = first + len(out)
            self.stamp = Stamp(first, len(out), dac, current, now)
        except Exception:  # noqa: BLE001 - an exception here would end the sound and reach nobody
            out.fill(0.0)
            self.broken = True

    def _copy(self, out: Frames, frame: int) -> None:
        wanted = len(out)
        ready = min(wanted, self.end - frame) if frame >= self.begin else 0
        if ready <= 0:
            out.fill(0.0)
            self._missed(self.end > self.begin and frame >= self.begin)
            return
        place = frame % self._size
        first = min(ready, self._size - place)
        out[:first] = self._ring[place : place + first]
        out[first:ready] = self._ring[: ready - first]
        out[ready:] = 0.0
        self._missed(ready < wanted)

    def _missed(self, short: bool) -> None:
        """Count a shortage once, however long it lasts."""
        if short and not self._short and self._gain > 0.0:
            self.gaps += 1
        self._short = short

    def _ramp(self, out: Frames) -> None:
        target, step = self._gate
        gain = self._gain
        if gain == target:
            if target == 0.0:
                out.fill(0.0)
            elif target != 1.0:
                out *= np.float32(target)
            return
        ramp = self._scratch[: len(out), 0]
        np.multiply(self._steps[: len(out)], step if target > gain else -step, out=ramp)
        ramp += gain
        np.clip(ramp, min(gain, target), max(gain, target), out=ramp)
        out *= self._scratch[: len(out)]
        self._gain = target if abs(float(ramp[-1]) - target) < 1e-6 else float(ramp[-1])
