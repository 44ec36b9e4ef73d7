"""Sound desk: what is wanted of the sound, and what comes of it, between the threads that share it.

The main thread, the sink watch and the renderer meet here, under one lock that is held for a few lines;
the audio callback never comes here.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from kindtimer.audio.sink_watch import Sighting
from kindtimer.core.clock import Clock
from kindtimer.core.ears import Ears, Wanted
from kindtimer.core.sound import Bells, Carrier, Heard, SoundPlan, SoundState

PATIENCE = 1.0
"""Seconds after which a sound system that does not answer counts as not there."""

FIRST_PATIENCE = 3.0
"""The same until something was heard in a session: a device that rested takes up to two seconds to begin
(measured), and nobody is told of a silence that ends by itself."""


@dataclass(frozen=True)
class Order:
    """What the renderer is to do now. `session` counts sessions; `open` whether a stream may be open,
    `loud` whether it may be heard.
    """

    plan: SoundPlan | None = None
    session: int = 0
    sighting: Sighting | None = None
    open: bool = False
    loud: bool = False


class SoundDesk:
    """`news` is set whenever the renderer has something to look at."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._plan: SoundPlan | None = None
        self._session = 0
        self._ears = Ears()
        self._turn_on_later = False
        self._sighting: Sighting | None = None
        self._came: SoundState = SoundState()
        self._waiting_since: float | None = None
        self._heard = False
        self._cut: Callable[[], None] | None = None
        self.news = threading.Event()
        self.closed = False

    # --- the main thread --------------------------------------------------------------------------

    def follow(self, plan: SoundPlan | None) -> None:
        """A new plan; the first after None begins a session with fresh ears."""
        with self._lock:
            if plan is not None and self._plan is None:
                self._session += 1
                output = self._sighting.output if self._sighting else None
                self._ears = Ears(wanted=plan.wanted).moved_to(output)
                self._turn_on_later = False
                self._came = SoundState()
                self._waiting_since = None
                self._heard = False
            elif plan is not None and plan.wanted is not self._ears.wanted:
                self._ears = self._ears.chose(plan.wanted)
            self._plan = plan
        self.news.set()

    def louder(self) -> None:
        """↑ (also before it is known where sound would come out)."""
        with self._lock:
            if self._ears.output is None:
                self._turn_on_later = True
            self._ears = self._ears.louder()
        self.news.set()

    def toggle_mute(self) -> None:
        """M."""
        with self._lock:
            self._ears = self._ears.toggled_mute()
        self.news.set()

    def close(self) -> None:
        """Nothing more will be wanted."""
        with self._lock:
            self._plan = None
            self.closed = True
        self.news.set()

    @property
    def sighting(self) -> Sighting | None:
        """What was seen last."""
        with self._lock:
            return self._sighting

    @property
    def starts(self) -> bool:
        """Whether anything is to be done about sound at all."""
        with self._lock:
            return self._plan is not None and not self._off(self._plan)

    def state(self) -> SoundState:
        """What is heard now. Any thread."""
        with self._lock:
            plan, ears, came = self._plan, self._ears, self._came
            sighting = self._sighting
            device = (sighting.device if sighting else None) or came.device
            if plan is None or self._off(plan):
                return SoundState(Heard.OFF, muted=ears.muted)
            if ears.held_back and not plan.asked_for:
                return SoundState(Heard.HELD_BACK, device, gaps=came.gaps, muted=ears.muted)
            if came.state is Heard.OFF and sighting is not None and sighting.output is None:
                return SoundState(Heard.SILENT, muted=ears.muted, why="no device")
            since = self._waiting_since
            patience = PATIENCE if self._heard else FIRST_PATIENCE
            if since is not None and self._clock.now() - since > patience:
                gone = Heard.LOST if self._heard else Heard.SILENT
                return SoundState(gone, device, gaps=came.gaps, muted=ears.muted, why="no answer")
            return replace(came, device=device, muted=ears.muted)

    def _off(self, plan: SoundPlan) -> bool:
        if plan.carrier is Carrier.NONE and plan.bells is Bells.NONE:
            return True
        if plan.asked_for:
            return False
        quietly = self._ears.wanted is Wanted.QUIETLY
        return quietly and not self._ears.turned_on and not self._turn_on_later

    # --- the sink watch ---------------------------------------------------------------------------

    def sighted(self, sighting: Sighting) -> bool:
        """Sound comes out of this now. Answers whether ours may; if not, it is cut before returning."""
        with self._lock:
            self._sighting = sighting
            self._ears = self._ears.moved_to(sighting.output)
            if sighting.output is not None and self._turn_on_later:
                self._turn_on_later = False
                self._ears = self._ears.louder()
            allowed = self._allowed()
            if self._cut is not None and not allowed:
                self._cut()
        self.news.set()
        return allowed

    def _allowed(self) -> bool:
        plan, ears = self._plan, self._ears
        if plan is None or plan.asked_for:
            return True
        return ears.output is not None and not ears.held_back

    def unwatched(self) -> None:
        """Nobody watches any more: what was seen says nothing of later."""
        with self._lock:
            self._sighting = None

    # --- the renderer -----------------------------------------------------------------------------

    def order(self) -> Order:
        """What is to be done now."""
        with self._lock:
            plan = self._plan
            if plan is None or self._off(plan):
                return Order(session=self._session)
            is_open = self._sighting is not None and self._allowed()
            loud = is_open and (plan.asked_for or not self._ears.muted)
            return Order(plan, self._session, self._sighting, is_open, loud)

    def came(self, state: SoundState) -> None:
        """What has become of it."""
        with self._lock:
            self._came = state
            self._heard = self._heard or state.state in (Heard.PLAYING, Heard.LOST)

    def cut_by(self, cut: Callable[[], None] | None) -> None:
        """How to silence the stream at once; None where none is open."""
        with self._lock:
            self._cut = cut

    def waits(self, waits: bool) -> None:
        """The renderer is about to call what may block, or it has come back."""
        with self._lock:
            self._waiting_since = self._clock.now() if waits else None
