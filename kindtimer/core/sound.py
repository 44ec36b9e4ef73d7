"""What is to be heard, and what is heard: the values that pass between a session and its player."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from kindtimer.core.ears import Wanted
from kindtimer.core.timeline import Timeline


class Carrier(StrEnum):
    """What carries the breath in sound (facts §6.2). `CLICK` is for `doctor sync` alone."""

    AIR = "air"
    TONE = "tone"
    NONE = "none"
    CLICK = "click"


class Bells(StrEnum):
    """When a bowl sounds."""

    START_END = "start_end"
    NONE = "none"


@dataclass(frozen=True)
class SoundPlan:
    """Everything a player must know at one moment; swapped whole, never changed.

    `origin` is the `now` of position 0 and `stopped_at` the position a paused session stands at (None
    while it runs), as in Session. `volume` is 0–1. `wanted` is the person's choice for the ears rule.
    `asked_for` plays whatever volume and ears say (`doctor sync`, announced). `late_ms` is how much later
    than its stamps this device is known to be (Bluetooth), sent earlier by that much.
    """

    timeline: Timeline
    origin: float
    stopped_at: float | None = None
    carrier: Carrier = Carrier.AIR
    bells: Bells = Bells.START_END
    volume: float = 0.4
    wanted: Wanted = Wanted.UNSET
    asked_for: bool = False
    late_ms: float = 0.0

    def for_sync(self) -> "SoundPlan":
        """The same walk as clicks, heard whatever volume and ears say, because it was asked for."""
        return replace(self, carrier=Carrier.CLICK, bells=Bells.NONE, asked_for=True)


class Heard(StrEnum):
    """What the ear gets."""

    OFF = "off"
    PLAYING = "playing"
    HELD_BACK = "held_back"
    SILENT = "silent"
    LOST = "lost"

    @property
    def waits(self) -> bool:
        """Whether ↑ is what would bring sound."""
        return self in (Heard.HELD_BACK, Heard.OFF)


@dataclass(frozen=True)
class SoundState:
    """What is heard now.

    OFF: no session, or the person wants none of it. HELD_BACK: the ears rule waits. SILENT: there is no
    sound library or no device. LOST: there was one in this session and it went. `error_ms` is sound
    minus session time at the ear by the player's own account, `gaps` how often sound was not ready.
    """

    state: Heard = Heard.OFF
    device: str | None = None
    error_ms: float | None = None
    gaps: int = 0
    muted: bool = False
    why: str = field(default="", compare=False)
