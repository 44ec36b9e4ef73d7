"""What the sound's tests hand in: a clock stepped by hand, a device that plays when told, a watch that says
what it is told to say, and short sessions.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kindtimer.audio.sink_watch import Sighting, Told
from kindtimer.audio.sound_output import Device, Fill, NoDevice, NoLibrary
from kindtimer.core.ears import Output, Wanted
from kindtimer.core.pace import Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Breathe, Practice, Rest
from kindtimer.core.sound import Bells, Carrier, SoundPlan
from kindtimer.core.timeline import Timeline

RATE = 48_000
LONGER_OUT = Phases(4.0, out=6.0)
SIGH = Phases(2.5, top_up=1.0, out=6.5)
BOX = Phases(4.0, hold=4.0, out=4.0, rest=4.0)
QUICK = Phases(2.0, out=3.0)


def timeline(phases: Phases = LONGER_OUT, breaths: int = 6) -> Timeline:
    """A session of equal breaths and its closing quiet."""
    return Timeline.of(Practice("test", (Breathe(Pace(phases), breaths), Rest(12.0, closing=True))))


def decibels(value: float) -> float:
    """An amplitude as dB of full scale."""
    return float(20.0 * np.log10(max(value, 1e-12)))


def rms(samples: NDArray[Any]) -> float:
    """Root mean square."""
    return float(np.sqrt(np.mean(np.square(samples.astype(np.float64)))))


@dataclass
class SteppedClock:
    """Time goes on when it is told to."""

    seconds: float = 500.0

    def now(self) -> float:
        return self.seconds

    def when(self) -> datetime:
        return datetime(2026, 3, 1, tzinfo=UTC)

    def asleep(self) -> float:
        return 0.0


WALL = 1_700_000_000.0
"""What PortAudio's clock stands at when ours is at 0: its stamps are on the wall clock."""


@dataclass
class FakeStream:
    """Takes blocks from the callback when a test lets it play; remembers everything that was heard."""

    clock: SteppedClock
    fill: Fill
    ended: Callable[[], None]
    rate: float = RATE
    latency: float = 0.1
    block: int = 1200
    heard: list[NDArray[np.float32]] = field(default_factory=list)
    frames: int = 0
    primed: bool = False
    aborted: bool = False

    def abort(self) -> None:
        self.aborted = True

    def play(self, blocks: int = 1, between: Callable[[], object] = lambda: None) -> None:
        """Let that many blocks go by in real time; `between` runs after each."""
        if not self.primed:
            self.primed = True
            for k in range(4):
                self._take(self.latency - (4 - k) * self.block / self.rate + 0.025)
        for _ in range(blocks):
            self._take(self.latency + self.block / self.rate)
            self.clock.seconds += self.block / self.rate
            between()

    def _take(self, lead: float) -> None:
        out = np.full((self.block, 2), 9.0, dtype=np.float32)
        current = self.clock.seconds + WALL
        self.fill(out, current + lead, current)
        self.heard.append(out)
        self.frames += self.block

    def sound(self) -> NDArray[np.float32]:
        """Everything that was heard, in one ear."""
        return np.concatenate(self.heard)[:, 0]


@dataclass
class FakeOutput:
    """A device that is there or not."""

    clock: SteppedClock
    there: bool = True
    library: bool = True
    streams: list[FakeStream] = field(default_factory=list)
    released: int = 0

    def made(self) -> "FakeOutput":
        """As the player makes its way to devices."""
        if not self.library:
            raise NoLibrary("no PortAudio")
        return self

    def find(self) -> Device:
        if not self.there:
            raise NoDevice("no device")
        return Device("Fake", RATE)

    def open(self, device: Device, fill: Fill, ended: Callable[[], None]) -> FakeStream:
        self.streams.append(FakeStream(self.clock, fill, ended, rate=device.rate))
        return self.streams[-1]

    def release(self) -> None:
        self.released += 1


@dataclass
class FakeWatch:
    """Says where sound comes out when a test says so."""

    first: Output | None = Output.HEADSET
    told: Told | None = None
    started: int = 0
    stopped: int = 0

    def made(self, told: Told) -> "FakeWatch":
        """As the player makes its watch."""
        self.told = told
        return self

    def start(self) -> None:
        self.started += 1
        self.says(self.first)

    def stop(self) -> None:
        self.stopped += 1

    def says(self, output: Output | None, *, ours: bool = False) -> bool:
        """Sound comes out of this now."""
        assert self.told is not None
        return self.told(Sighting(output, output and output.value, placing=ours, ours=ours))


def plan(clock: SteppedClock, **more: Any) -> SoundPlan:
    """A session that begins now, with sound wanted."""
    told: dict[str, Any] = {"wanted": Wanted.WITH_SOUND, "carrier": Carrier.TONE, "bells": Bells.NONE, **more}
    return SoundPlan(told.pop("timeline", timeline(QUICK, 12)), clock.now(), **told)
