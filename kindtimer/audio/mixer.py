"""Mixer: all sound of a session as a function of position, live and offline alike.

No state goes from one block to the next: any block of any position may be asked for, and the samples do
not depend on where blocks are cut. The renderer's thread and the offline renderer call it.
"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kindtimer.audio.air import Air
from kindtimer.audio.bowl import LASTS, bowl
from kindtimer.audio.click import clicks
from kindtimer.audio.levels import Samples, eased, gain, limited
from kindtimer.audio.score import FADE_IN, Score
from kindtimer.audio.tone import Tone
from kindtimer.core.sound import Bells, Carrier
from kindtimer.core.timeline import Timeline

Frames = NDArray[np.float32]
"""Shape (frames, 2), the same in both ears: the message is whole in mono and in one ear."""


class Voice(Protocol):
    """What carries the breath."""

    def sound(self, score: Score, index: int, at: Samples) -> Samples:
        """Part `index` of the score at rising positions within it, at the reference volume."""


def voice_of(carrier: Carrier) -> Voice | None:
    """The voice of a carrier; None where nothing sounds along with the breath."""
    if carrier is Carrier.AIR:
        return Air()
    return Tone() if carrier is Carrier.TONE else None


class Mixer:
    """One timeline with one voice, its bells and a volume."""

    def __init__(
        self, timeline: Timeline, carrier: Carrier, bells: Bells, volume: float, voice: Voice | None
    ) -> None:
        self._score = Score(timeline)
        self._voice = voice
        self._clicks = carrier is Carrier.CLICK
        self._gain = gain(volume)
        self._strikes = self._score.bells if bells is Bells.START_END else ()

    def at(self, positions: Samples) -> Frames:
        """Frames heard at rising session positions in seconds; silence outside of the session."""
        mono = np.zeros(len(positions))
        if len(positions):
            self._carry(mono, positions)
            for strike, level in self._strikes:
                if positions[-1] >= strike and positions[0] < strike + LASTS:
                    mono += level * bowl(positions - strike)
            mono *= self._gain
            if self._clicks:
                mono += clicks(self._score, positions)
        frames = np.empty((len(mono), 2), dtype=np.float32)
        frames[:, 0] = limited(mono)
        frames[:, 1] = frames[:, 0]
        return frames

    def render(self, first_frame: int, count: int, rate: float) -> Frames:
        """`count` frames from `first_frame` of the session at `rate` frames a second."""
        return self.at((first_frame + np.arange(count)) / rate)

    def _carry(self, mono: Samples, positions: Samples) -> None:
        if self._voice is None:
            return
        for low, high, index in self._score.cut(positions):
            mono[low:high] = self._voice.sound(self._score, index, positions[low:high])
        if positions[0] < FADE_IN:
            mono *= eased(positions / FADE_IN)
