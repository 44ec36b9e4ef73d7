"""Sound thread: keeps the sink watch for as long as a session wants sound, and the renderer's turns.

It asks whose ears first, and brings numpy and the sound library only where sound may come out. It
sleeps without a time limit while nothing sounds.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from kindtimer.audio.sink_watch import PATIENCE, Sighting, SinkWatch, Told
from kindtimer.audio.sound_desk import Order, SoundDesk
from kindtimer.audio.sound_output import SoundOutput
from kindtimer.core.clock import Clock
from kindtimer.core.ears import Output
from kindtimer.core.sound import Heard, SoundState

if TYPE_CHECKING:
    from kindtimer.audio.sound_renderer import SoundRenderer


class SoundThread:
    """`run` is the thread; everything else in here happens on it."""

    def __init__(
        self,
        desk: SoundDesk,
        clock: Clock,
        output: Callable[[], SoundOutput],
        watch: Callable[[Told], SinkWatch],
    ) -> None:
        self._desk = desk
        self._clock = clock
        self._output = output
        self._make_watch = watch
        self._watch: SinkWatch | None = None
        self._renderer: SoundRenderer | None = None

    def run(self) -> None:
        """Until the desk is closed."""
        while True:
            self._desk.news.clear()
            closing = self._desk.closed
            try:
                after = self._turn()
            except Exception:  # a fault in the sound ends the sound, never the session
                logging.getLogger(__name__).exception("sound has failed")
                self._desk.came(SoundState(Heard.SILENT, why="sound has failed"))
                self._put_away()
                return
            if closing:
                return
            self._desk.news.wait(after)

    def _turn(self) -> float | None:
        order = self._desk.order()
        if order.plan is not None and self._watch is None:
            self._begin_watch()
            order = self._desk.order()
        if self._renderer is None and order.open:
            self._renderer = self._make_renderer()
        after = self._renderer.turn(order) if self._renderer is not None else None
        if order.plan is None:
            self._end_watch()
        return after

    def _begin_watch(self) -> None:
        self._watch = self._make_watch(self._desk.sighted)
        self._watch.start()
        while self._desk.sighting is None and not self._desk.closed:
            if not self._desk.news.wait(PATIENCE):
                # A probe that hangs is treated as "not known".
                self._desk.sighted(Sighting(Output.UNKNOWN))
            self._desk.news.clear()

    def _put_away(self) -> None:
        """After a fault: no stream and no watch are left behind for the next session's thread to meet."""
        with suppress(Exception):
            if self._renderer is not None:
                self._renderer.turn(Order())
        self._end_watch()

    def _end_watch(self) -> None:
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
            self._desk.unwatched()

    def _make_renderer(self) -> SoundRenderer:
        # The sound library asks its devices (50 ms, most of them outside the interpreter) while numpy loads.
        output = _Meanwhile(self._output)
        from kindtimer.audio.sound_renderer import SoundRenderer

        return SoundRenderer(self._desk, self._clock, output.made)


class _Meanwhile:
    """Makes the way to devices on a thread of its own; `made` waits for it, once."""

    def __init__(self, output: Callable[[], SoundOutput]) -> None:
        self._output = output
        self._found: SoundOutput | Exception | None = None
        self._thread = Thread(target=self._make, name="sound library", daemon=True)
        self._thread.start()

    def _make(self) -> None:
        try:
            self._found = self._output()
        except Exception as problem:  # noqa: BLE001 - told to whoever asks for the output
            self._found = problem

    def made(self) -> SoundOutput:
        """The output; raises what making it raised, such as NoLibrary."""
        self._thread.join()
        if isinstance(self._found, Exception):
            raise self._found
        assert self._found is not None
        return self._found
