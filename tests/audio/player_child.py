"""A process with a real Player in it, led by one JSON line at a time; for tests and benches of the sound.

Run as `python -m tests.audio.player_child`; each order is answered by one line.
"""

import json
import sys
from dataclasses import asdict, replace
from typing import Any

from kindtimer.audio.player import Player
from kindtimer.core.clock import SystemClock
from kindtimer.core.ears import Wanted
from kindtimer.core.pace import Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Breathe, Practice, Rest
from kindtimer.core.sound import Bells, Carrier, SoundPlan
from kindtimer.core.timeline import Timeline

CLOCK = SystemClock()


class Led:
    """Does what a line says; each method is an order and answers a JSON value."""

    def __init__(self) -> None:
        self.player = Player(CLOCK)
        self.plan: SoundPlan | None = None

    def follow(self, phases: list[float], breaths: int, **more: Any) -> float:
        """A session whose first breath begins now."""
        steps = (Breathe(Pace(Phases(*phases)), breaths), Rest(12.0, closing=True))
        self.plan = SoundPlan(
            Timeline.of(Practice("test", steps)),
            CLOCK.now(),
            carrier=Carrier(more.get("carrier", "air")),
            bells=Bells(more.get("bells", "none")),
            volume=more.get("volume", 0.4),
            wanted=Wanted(more.get("wanted", "with_sound")),
            asked_for=more.get("asked_for", False),
        )
        self.player.follow(self.plan)
        return self.plan.origin

    def pause(self) -> float:
        """Stand still."""
        assert self.plan is not None
        position = CLOCK.now() - self.plan.origin
        self.plan = replace(self.plan, stopped_at=position)
        self.player.follow(self.plan)
        return position

    def resume(self) -> float:
        """Go on; answers the new origin."""
        assert self.plan is not None
        assert self.plan.stopped_at is not None
        self.plan = replace(self.plan, origin=CLOCK.now() - self.plan.stopped_at, stopped_at=None)
        self.player.follow(self.plan)
        return self.plan.origin

    def stop(self) -> float:
        """No session any more."""
        self.player.follow(None)
        return CLOCK.now()

    def turn_on(self) -> float:
        """↑."""
        self.player.turn_on()
        return CLOCK.now()

    def mute(self) -> float:
        """M."""
        self.player.toggle_mute()
        return CLOCK.now()

    def state(self) -> dict[str, Any]:
        """What is heard."""
        return asdict(self.player.state())

    def close(self) -> float:
        """How long closing took."""
        began = CLOCK.now()
        self.player.close()
        return CLOCK.now() - began

    def modules(self) -> list[str]:
        """The heavy modules that are loaded."""
        return [name for name in ("numpy", "sounddevice", "pulsectl", "soundfile") if name in sys.modules]


def main() -> None:
    """Until the input ends."""
    led = Led()
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(getattr(led, order.pop("do"))(**order)), flush=True)  # noqa: T201 - its answer
    led.player.close()


if __name__ == "__main__":
    main()
