"""FrameLoop: when to paint, and for which time. It pulls the time from a Clock and counts nothing.

Ticks lie on a grid of the screen's rate. Each is handed the middle of the time for which its frame will
stand on the screen, so that a change is on average neither early nor late. Main thread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QObject, Qt, QTimer

from kindtimer.core.clock import Clock

ON_TIME = 0.025
"""A gap between frames up to this many seconds counts as on time."""


@dataclass
class FrameStats:
    """What tests and benches read: frames asked for, frames painted, gaps above ON_TIME, worst gap in s."""

    frames: int = 0
    painted: int = 0
    late: int = 0
    worst: float = 0.0

    def note(self, gap: float | None) -> None:
        """Count one frame and the gap in seconds before it, None for the first after a start."""
        self.frames += 1
        if gap is not None:
            self.late += gap > ON_TIME
            self.worst = max(self.worst, gap)

    def told(self) -> dict[str, float]:
        """The same as plain values, the worst gap in milliseconds."""
        return {
            "frames": self.frames,
            "painted": self.painted,
            "late": self.late,
            "worst_ms": round(self.worst * 1000.0, 1),
        }


class FrameLoop(QObject):
    """Calls `on_frame(shown_at)` at each refresh while it runs."""

    def __init__(
        self, clock: Clock, on_frame: Callable[[float], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._on_frame = on_frame
        self._period = 1.0 / 60.0
        self._grid = 0.0
        self._last: float | None = None
        self._lead = 0.004
        self._pause = 0.0
        self.stats = FrameStats()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether frames are being asked for."""
        return self._timer.isActive()

    def set_rate(self, hertz: float) -> None:
        """Take the screen's refresh rate; what is beyond 24–75 Hz is slower or faster than a breath needs."""
        while hertz > 75.0:
            hertz /= 2.0
        self._period = 1.0 / max(24.0, hertz)

    def start(self) -> None:
        """Begin at once, at the screen's rate; nothing where it runs so already."""
        if self.running and not self._pause:
            return
        self._pause = 0.0
        self._last = None
        self._timer.start(0)

    def keep_step_with(self, origin: float) -> None:
        """Let frames reach the screen at `origin` (now) plus whole periods.

        A turn of the breath at a whole second then falls on the frame that shows it, in every session;
        on a grid of its own it would be early or late by the same up to half a frame all session long.
        """
        self._grid = origin

    def stop(self) -> None:
        """Ask for no more frames."""
        self._timer.stop()

    def slow_to(self, seconds: float) -> None:
        """Ask only every so many seconds, until the next `start`: nothing changes at present."""
        self._pause = seconds

    def shown_at(self, now: float) -> float:
        """Middle of the time for which a frame begun `now` will be on the screen."""
        return now + self._lead + 0.5 * self._period

    def painted(self, begun: float) -> None:
        """Note that a frame begun at `begun` has reached the window: how long that took is the lead."""
        self.stats.painted += 1
        took = min(0.05, max(0.0, self._clock.now() - begun))
        self._lead += 0.1 * (took - self._lead)

    def _tick(self) -> None:
        now = self._clock.now()
        self.stats.note(None if self._last is None or self._pause else now - self._last)
        self._last = now
        begin = self._grid - self._lead
        step = floor((now - begin) / self._period + 0.25) + 1
        wait = begin + step * self._period - now
        # The next one is set first: a callback that stops the loop has the last word.
        self._timer.start(max(1, round(max(wait, self._pause) * 1000.0)))
        self._on_frame(self.shown_at(now))
