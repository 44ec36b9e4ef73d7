"""Sound head: writes the session's sound ahead of the device, each frame at the position it is heard at.

It steers by the DAC clock: small errors by a time step up to 0.2 % longer or shorter, large ones by a new
start under a cross-fade. Renderer's thread; no device here.
"""

import numpy as np

from kindtimer.audio.dac_clock import DacClock
from kindtimer.audio.frame_feed import FrameFeed, Frames
from kindtimer.audio.levels import Samples, eased
from kindtimer.audio.mixer import Mixer

LEAD = 0.3
"""Seconds rendered ahead of what the device has taken."""

MARGIN = 0.06
"""Seconds before which nothing is rewritten: the callback may be reading there."""

FIRST_MARGIN = 0.02
"""The same where nothing is written yet."""

BLOCK = 1024
MOST_SLEW = 0.002
SLEW_SECONDS = 1.0
REANCHOR = 0.05
CROSS_FADE = 0.05


def slewed(error: float) -> float:
    """Factor for the time step that brings an error (position minus wanted, seconds) back to 0."""
    return 1.0 - min(MOST_SLEW, max(-MOST_SLEW, error / SLEW_SECONDS))


class SoundHead:
    """One stream's writer. `error` is how far its position is off (s), `anchored` how often it began anew."""

    def __init__(self, feed: FrameFeed, dac: DacClock, rate: float) -> None:
        self._feed = feed
        self._dac = dac
        self._rate = rate
        self._mixer: Mixer | None = None
        self._origin = 0.0
        self._frame = 0
        self._position = 0.0
        self._running = False
        self._stale = False
        self.error = 0.0
        self.anchored = 0

    def play(self, mixer: Mixer | None, origin: float, fade: float) -> None:
        """From here on, sound this; what was there before fades out beneath it in `fade` seconds (≤ LEAD).

        `mixer` None sounds as silence; `origin` is the `now` at which position 0 is heard.
        """
        self._mixer, self._origin = mixer, origin
        self._anchor(fade)

    def start_anew(self) -> None:
        """Take the position up again at the next turn, however small the error."""
        self._stale = True

    def go_on(self) -> None:
        """Render as far ahead as is wanted. Called every few hundredths of a second."""
        earliest = self._feed.frame + int(MARGIN * self._rate)
        if self._stale or not self._running or self._frame < self._feed.frame:
            self._anchor(CROSS_FADE)
        until = self._feed.frame + int(LEAD * self._rate)
        while self._frame < until:
            error = self._position - self._wanted(self._frame)
            if abs(error) > REANCHOR and self._frame >= earliest:
                self._anchor(CROSS_FADE)
                error = self._position - self._wanted(self._frame)
            self.error = error
            self._write(BLOCK, slewed(error) / self._rate)

    def _wanted(self, frame: int) -> float:
        return self._dac.heard(frame) - self._origin

    def _anchor(self, fade: float) -> None:
        """Start anew a little ahead of the device, at the right position, over what is written there."""
        margin = MARGIN if self._running else FIRST_MARGIN
        self._frame = self._feed.frame + int(margin * self._rate)
        self._position = self._wanted(self._frame)
        self._running, self._stale = True, False
        self.anchored += 1
        count = max(1, int(min(fade, LEAD) * self._rate))
        before = self._feed.peek(self._frame, count)
        rising = eased(np.arange(count) / count).astype(np.float32)[:, None]
        frames = self._render(count, 1.0 / self._rate) * rising
        frames[: len(before)] += before * (1.0 - rising[: len(before)])
        self._put(frames)

    def _write(self, count: int, step: float) -> None:
        self._put(self._render(count, step))

    def _render(self, count: int, step: float) -> Frames:
        positions: Samples = self._position + np.arange(count, dtype=np.float64) * step
        self._position += count * step
        if self._mixer is None:
            return np.zeros((count, 2), dtype=np.float32)
        return self._mixer.at(positions)

    def _put(self, frames: Frames) -> None:
        self._feed.write(self._frame, frames)
        self._frame += len(frames)
