"""Open sound: one open stream and all that belongs to it: feed, clock, head, and whether it still lives.

Made and asked by the renderer on its thread; only the feed is shared with the device's.
"""

from kindtimer.audio.dac_clock import DacClock, Stamp
from kindtimer.audio.frame_feed import FrameFeed
from kindtimer.audio.sound_desk import FIRST_PATIENCE
from kindtimer.audio.sound_head import SoundHead
from kindtimer.audio.sound_output import OutputStream, SoundOutput
from kindtimer.core.clock import Clock
from kindtimer.core.sound import SoundPlan

DEAF = 0.85
"""Seconds without a callback after which sound is lost."""

FIRST_FLOW = FIRST_PATIENCE
"""Seconds a new stream is given to flow. It is not called playing before, so waiting costs nothing."""


class OpenSound:
    """A stream on the default device; NoDevice where none opens. `plan` is what it sounds now.

    `rises_in` is how many seconds its gain takes to come up.
    """

    def __init__(self, clock: Clock, output: SoundOutput) -> None:
        self._clock = clock
        self._first: Stamp | None = None
        self._last: Stamp | None = None
        self.ended = False
        self.flows = False
        self.plan: SoundPlan | None = None
        self.paused_since: float | None = None
        self.rises_in = 0.0
        device = output.find()
        self.feed = FrameFeed(clock, device.rate)
        self.stream: OutputStream = output.open(device, self.feed.fill, self._end)
        self.opened = clock.now()
        self.device = device.name
        self.dac = DacClock(device.rate, self.stream.latency)
        self.head = SoundHead(self.feed, self.dac, device.rate)

    def _end(self) -> None:
        self.ended = True

    def listen(self) -> None:
        """Take what the callback published last.

        The first callbacks only fill the device's buffer, also that of a dead one; where it has gone on
        asking, it flows, and what it says from then on is true to the millisecond.
        """
        stamp = self.feed.stamp
        if stamp is None or stamp is self._last:
            return
        self._first = self._first or stamp
        self._last = stamp
        if not self.flows and stamp.now > self._first.now + 0.01:
            self.flows = True
            self.dac.forget()
            self.head.start_anew()
        self.dac.take(stamp)

    @property
    def gone(self) -> bool:
        """Whether the device stopped, or stopped asking for sound."""
        waited = self._clock.now() - (self._last.now if self._last else self.opened)
        return self.ended or self.feed.broken or waited > (DEAF if self.flows else FIRST_FLOW)

    @property
    def gaps(self) -> int:
        """How often sound was not ready, or the device lost some."""
        return self.feed.gaps + self.dac.jumps
