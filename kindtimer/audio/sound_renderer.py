"""Sound renderer: the one thread that opens the device, renders ahead and notices when sound goes.

Imported on that thread alone, since it brings numpy. It sleeps without a time limit while nothing sounds.
"""

from collections.abc import Callable
from dataclasses import replace
from threading import Event

from kindtimer.audio.mixer import Mixer, Voice, voice_of
from kindtimer.audio.open_sound import OpenSound
from kindtimer.audio.sound_desk import FIRST_PATIENCE, PATIENCE, Order, SoundDesk
from kindtimer.audio.sound_output import NoDevice, NoLibrary, SoundOutput
from kindtimer.core.clock import Clock
from kindtimer.core.sound import Carrier, Heard, SoundPlan, SoundState

TURN = 0.04
"""Seconds between looks while sounding; well inside what is rendered ahead."""

LOOK_AGAIN = 1.2
"""Seconds between attempts to find a device."""

PLACING = 0.3
"""Seconds to wait until the watch sees a new stream."""

FIRST_FADE = 0.1
"""Seconds: the carrier's own fade-in of two seconds lies over it; a bowl is met while it rings."""
JOIN_FADE = 0.3
SWAP_FADE = 0.08
PAUSE_FADE = 0.15
STOP_FADE = 0.1
MUTE_FADE = 0.05
LATE_RISE = 1.5
"""Seconds in which sound that is first heard in the middle of a session comes up."""
CLOSES_AFTER = 0.14
"""Seconds from silence in the callback until the device has played the fade: its latency."""

PAUSED_OPEN = 30.0
"""Seconds a paused session keeps its stream; after that the device may rest."""


class SoundRenderer:
    """`output` makes the way to devices when it is first needed; NoLibrary where there is none.

    `rest` lets so many seconds go by.
    """

    def __init__(
        self,
        desk: SoundDesk,
        clock: Clock,
        output: Callable[[], SoundOutput],
        rest: Callable[[float], object] | None = None,
    ) -> None:
        self._desk = desk
        self._clock = clock
        self._make = output
        self._rest = rest or Event().wait
        self._output: SoundOutput | None = None
        self._sounding: OpenSound | None = None
        self._voices: dict[Carrier, Voice | None] = {}
        self._next_try = 0.0
        self._session = 0
        self._heard_before = False
        self._wanted_since: float | None = None
        self._no_library = ""
        self._gaps = 0

    def turn(self, order: Order) -> float | None:
        """Do what is to be done now; answers after how many seconds to look again (None: at news)."""
        if order.plan is None:
            self._wind_down()
            return None
        if order.session != self._session:
            self._begin(order)
        if not order.open:
            self._drop()
            self._wanted_since = None
            if order.sighting is not None and order.sighting.output is None:
                self._publish(Heard.LOST if self._heard_before else Heard.SILENT, "no device")
            else:
                self._publish(Heard.OFF, "held back")
            return None
        if self._sounding is None:
            return self._open(order.plan)
        return self._keep(self._sounding, order)

    def _begin(self, order: Order) -> None:
        # A stream that is still open is kept: the new session's sound comes in over the old one's.
        self._session = order.session
        self._heard_before = False
        self._wanted_since = None
        self._next_try = 0.0
        self._gaps = 0

    # --- opening ----------------------------------------------------------------------------------

    def _open(self, plan: SoundPlan) -> float | None:
        now = self._clock.now()
        self._wanted_since = now if self._wanted_since is None else self._wanted_since
        if self._no_library:
            self._publish(Heard.SILENT, self._no_library)
            return None
        if plan.stopped_at is not None and self._heard_before:
            return None
        if now < self._next_try:
            return self._next_try - now
        self._next_try = now + LOOK_AGAIN
        self._desk.waits(True)
        try:
            if self._output is None:
                self._output = self._make()
            self._sounding = OpenSound(self._clock, self._output)
        except NoLibrary as problem:
            self._no_library = str(problem) or "no sound library"
            self._publish(Heard.SILENT, self._no_library)
            return None
        except NoDevice as problem:
            self._publish(Heard.LOST if self._heard_before else Heard.SILENT, str(problem))
            return LOOK_AGAIN
        finally:
            self._desk.waits(False)
        self._desk.cut_by(self._sounding.feed.cut)
        self._voice(plan.carrier)
        return 0.005

    # --- while it is open ------------------------------------------------------------------------

    def _keep(self, sounding: OpenSound, order: Order) -> float | None:
        assert order.plan is not None
        sounding.listen()
        if sounding.gone:
            self._publish_gone("the device went")
            self._drop()
            self._next_try = self._clock.now() + LOOK_AGAIN / 2
            return LOOK_AGAIN / 2
        if not sounding.dac.known or not self._placed(sounding, order):
            return 0.005
        if order.plan is not sounding.plan:
            self._swap(sounding, order.plan)
        if sounding.paused_since is not None and self._clock.now() - sounding.paused_since > PAUSED_OPEN:
            self._drop()
            return None
        sounding.head.go_on()
        if sounding.feed.open:
            sounding.rises_in = MUTE_FADE
        sounding.feed.gate(*((1.0, sounding.rises_in) if order.loud else (0.0, MUTE_FADE)))
        if sounding.flows:
            self._heard_before = True
            self._publish(Heard.PLAYING, "")
            return TURN
        if self._clock.now() - sounding.opened > PATIENCE:
            self._publish_gone("the device is still")
        return TURN / 4

    def _placed(self, sounding: OpenSound, order: Order) -> bool:
        """Whether it is known where our stream comes out (or has been waited for long enough)."""
        if sounding.plan is not None or order.sighting is None or not order.sighting.placing:
            return True
        return order.sighting.ours or self._clock.now() - sounding.opened > PLACING

    def _swap(self, sounding: OpenSound, plan: SoundPlan) -> None:
        before, sounding.plan = sounding.plan, plan
        origin = plan.origin - plan.late_ms / 1000.0
        sounding.paused_since = None
        if plan.stopped_at is not None:
            sounding.paused_since = self._clock.now()
            sounding.head.play(None, origin, PAUSE_FADE)
            return
        mixer = Mixer(plan.timeline, plan.carrier, plan.bells, plan.volume, self._voice(plan.carrier))
        fade = SWAP_FADE
        if before is None:
            fade = JOIN_FADE if self._heard_before else FIRST_FADE
            late = not self._heard_before and self._clock.now() - plan.origin > PATIENCE
            sounding.rises_in = LATE_RISE if late else MUTE_FADE
        elif before.stopped_at is not None:
            fade = JOIN_FADE
        sounding.head.play(mixer, origin, fade)

    def _voice(self, carrier: Carrier) -> Voice | None:
        if carrier not in self._voices:
            self._voices = {carrier: voice_of(carrier)}
        return self._voices[carrier]

    # --- ending -----------------------------------------------------------------------------------

    def _drop(self) -> None:
        """Away with the stream, at once."""
        if self._sounding is None:
            return
        sounding, self._sounding = self._sounding, None
        self._gaps += sounding.gaps
        sounding.feed.cut()
        self._desk.cut_by(None)
        self._desk.waits(True)
        sounding.stream.abort()
        if self._output is not None:
            self._output.release()
        self._desk.waits(False)

    def _wind_down(self) -> None:
        """Fade out, close, and keep nothing."""
        if self._sounding is not None:
            self._fade_out(self._sounding)
            self._drop()
        self._voices = {}
        if self._output is not None:
            self._output.release()

    def _fade_out(self, sounding: OpenSound) -> None:
        sounding.feed.gate(0.0, STOP_FADE)
        until = self._clock.now() + STOP_FADE + 0.06
        while not sounding.feed.silent and self._clock.now() < until and not sounding.ended:
            self._rest(0.01)
        if not sounding.ended:
            self._rest(CLOSES_AFTER)

    def _publish_gone(self, why: str) -> None:
        """Nothing is heard of a device that is there; one that never was in this session may be waking up."""
        since = self._wanted_since
        if self._heard_before:
            self._publish(Heard.LOST, why)
        elif since is None or self._clock.now() - since > FIRST_PATIENCE:
            self._publish(Heard.SILENT, why)

    def _publish(self, heard: Heard, why: str) -> None:
        sounding = self._sounding
        gaps = self._gaps + (sounding.gaps if sounding else 0)
        state = SoundState(heard, sounding.device if sounding else None, gaps=gaps, why=why)
        if heard is Heard.PLAYING and sounding is not None:
            state = replace(state, error_ms=round(1000.0 * sounding.head.error, 3))
        self._desk.came(state)
