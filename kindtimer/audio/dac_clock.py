"""DAC clock: when each frame of a stream reaches the ear, from the stamps its callback brought.

Pure but for what it remembers; no device, no waiting. The renderer feeds and asks it on its own thread.
"""

from collections import deque
from typing import NamedTuple

SMOOTHING = 0.1
"""Share of each new stamp, once ten have been averaged."""
WINDOW = 64
JUMP = 0.02
"""Seconds: a stamp this far from what was predicted is a gap in the device, once it has stayed."""
STAYS = 3


class Stamp(NamedTuple):
    """What one callback saw: its first frame and frame count, PortAudio's two times, and ours."""

    frame: int
    length: int
    dac: float
    current: float
    now: float


def plausible(lead: float, block: float, latency: float) -> bool:
    """Whether a stamp may be believed: its frame is heard later than now, and not much later (seconds)."""
    return 0.0 < lead <= 4.0 * block + latency


class DacClock:
    """Maps frames to `now` of being heard, as a line of slope 1/rate whose offset is smoothed.

    PortAudio stamps with the wall clock, a monotonic one, or not at all: only its distance to our clock
    is used. The callback may be late, never early, so the smallest distance seen lately is the true one.
    """

    def __init__(self, rate: float, latency: float) -> None:
        self._rate = rate
        self._latency = latency
        self._distances: deque[float] = deque(maxlen=WINDOW)
        self._offset: float | None = None
        self._guessed = True
        self._taken = 0
        self._strays: list[float] = []
        self.jumps = 0

    @property
    def known(self) -> bool:
        """Whether any frame can be placed yet."""
        return self._offset is not None

    def forget(self) -> None:
        """Begin anew: what was learned while the device filled its buffer says nothing of how it plays."""
        self._distances.clear()
        self._strays.clear()
        self._offset, self._guessed = None, True
        self.jumps = 0

    def take(self, stamp: Stamp) -> None:
        """Learn from one callback."""
        lead = stamp.dac - stamp.current
        if not plausible(lead, stamp.length / self._rate, self._latency):
            if self._guessed:
                self._guess(stamp)
            return
        self._distances.append(stamp.now - stamp.current)
        seen = stamp.dac + min(self._distances) - stamp.frame / self._rate
        if self._offset is None or self._guessed:
            self._offset, self._guessed, self._taken = seen, False, 1
        elif abs(seen - self._offset) > JUMP:
            self._stray(seen)
        else:
            self._strays.clear()
            self._taken += 1
            self._offset += max(SMOOTHING, 1.0 / self._taken) * (seen - self._offset)

    def heard(self, frame: int) -> float:
        """`now` at which `frame` is heard. Only once `known`."""
        assert self._offset is not None
        return self._offset + frame / self._rate

    def _guess(self, stamp: Stamp) -> None:
        """Without a stamp to believe: what the stream says of its latency, from the earliest callbacks."""
        seen = stamp.now + self._latency - stamp.frame / self._rate
        self._offset = seen if self._offset is None else min(seen, self._offset + 1e-4)

    def _stray(self, seen: float) -> None:
        self._strays.append(seen)
        if len(self._strays) >= STAYS:
            self._offset, self._taken = seen, 1
            self.jumps += 1
            self._strays.clear()
            self._distances.clear()
