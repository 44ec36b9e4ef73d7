"""Sink watch: which thing our sound comes out of, and stopping it there before it spills elsewhere.

A sound server may move a stream to another sink and PortAudio says nothing. One interface, a null object,
and PulseAudio (PipeWire speaks it too). Only the watch's own small thread talks to the server; it sleeps
until the server has news.
"""

import ctypes
import os
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from kindtimer.audio.pulse_library import load_pulsectl
from kindtimer.core.ears import Output

WATCH = "sink watch"

PATIENCE = 1.0
"""Seconds between attempts to reach a server, and what others should wait for its first word."""

HEADSETS = ("headphone", "headset", "hands-free", "handsfree", "earbud", "earpiece")
LOUDSPEAKERS = (
    "speaker", "hdmi", "displayport", "lineout", "line-out", "iec958", "spdif", "digital", "tv", "hifi",
    "car", "portable", "internal", "computer",
)  # fmt: skip


@dataclass(frozen=True)
class Sighting:
    """Where sound comes out: of what kind of thing (None: of nothing) and its name.

    `placing` says that whoever tells it can see streams, `ours` that ours was seen there; without that it
    is where a new stream would go.
    """

    output: Output | None
    device: str | None = None
    placing: bool = False
    ours: bool = False


Told = Callable[[Sighting], bool]
"""Called at each change, on the watch's thread; answers whether our sound may come out there. Quick."""


class SinkWatch(Protocol):
    """Lives from `start` to `stop`; both return at once, within half a second where a server hangs."""

    def start(self) -> None:
        """Begin; the first sighting is told soon."""

    def stop(self) -> None:
        """End, and let go of the server."""


class NoSinkWatch:
    """Where no server can be asked, the output is not known."""

    def __init__(self, told: Told) -> None:
        self._told = told

    def start(self) -> None:
        """Tell that nothing is known."""
        self._told(Sighting(Output.UNKNOWN))

    def stop(self) -> None:
        """Nothing to end."""


def sink_watch(told: Told) -> SinkWatch:
    """The watch of this platform."""
    return PulseSinkWatch(told) if sys.platform == "linux" else NoSinkWatch(told)


def kind_of(port: str | None, form_factor: str | None) -> Output:
    """Headset, loudspeaker or unknown, from the name of the active port and the device's form factor.

    The port counts first: one built-in card has both. Its type is told by its name ("analog-output-
    headphones", "[Out] Speaker", "hdmi-output-0"); `pulsectl` does not read the newer type field.
    """
    for word in (port or "", form_factor or ""):
        word = word.lower()
        if any(part in word for part in HEADSETS):
            return Output.HEADSET
        if any(part in word for part in LOUDSPEAKERS):
            return Output.LOUDSPEAKER
    return Output.UNKNOWN


class PulseSinkWatch:
    """Listens to sinks, sink inputs and the server through `pulsectl`, loaded on its thread."""

    def __init__(self, told: Told, server: str | None = None) -> None:
        self._told = told
        self._server = server
        self._over = threading.Event()
        self._pulse: Any = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=WATCH, daemon=True)
        self._met = False
        self._news = False

    def start(self) -> None:
        """Begin on a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Wake the thread until it has gone; a server that hangs keeps it asleep, and it is left so."""
        self._over.set()
        for _ in range(10):
            with self._lock:
                if self._pulse is not None:
                    self._pulse.event_listen_stop()
            self._thread.join(0.05)
            if not self._thread.is_alive():
                return

    def _run(self) -> None:
        try:
            pulsectl = load_pulsectl()
        except (ImportError, OSError):
            self._told(Sighting(Output.UNKNOWN))
            return
        while not self._over.is_set():
            with suppress(pulsectl.PulseError, pulsectl.PulseDisconnected, OSError):
                self._watch(pulsectl)
            if self._over.is_set():
                return
            # A server that went takes every output with it; one that was never there says nothing of them.
            self._told(Sighting(None if self._met else Output.UNKNOWN))
            self._over.wait(PATIENCE)

    def _watch(self, pulsectl: Any) -> None:
        with pulsectl.Pulse("kindtimer-watch", server=self._server, connect=False) as pulse:
            # Without a time limit: with one, `pulsectl` waits it out. Only this thread would hang.
            pulse.connect(autospawn=False)
            self._met = True
            self._woken_through(pulse)
            try:
                self._listen(pulsectl, pulse)
            finally:
                # To wake a loop that has been freed would end the whole process.
                self._woken_through(None)

    def _woken_through(self, pulse: Any) -> None:
        with self._lock:
            self._pulse = pulse

    def _listen(self, pulsectl: Any, pulse: Any) -> None:
        def noticed(_event: Any) -> None:
            self._news = True  # also while a question is being answered: it is then asked anew
            raise pulsectl.PulseLoopStop

        pulse.event_mask_set("sink", "sink_input", "server")
        pulse.event_callback_set(noticed)
        self._news = True
        while not self._over.is_set():
            if self._news:
                self._news = False
                self._look(pulse)
            else:
                pulse.event_listen()

    def _look(self, pulse: Any) -> None:
        ours = [one for one in pulse.sink_input_list() if _is_ours(one.proplist)]
        sinks = pulse.sink_list()
        if ours:
            sighting = self._sighting(_only(sinks, index=ours[-1].sink), ours=True)
        else:
            sighting = self._sighting(_only(sinks, name=pulse.server_info().default_sink_name), ours=False)
        if not self._told(sighting):
            for one in ours:
                _kill(pulse, one.index)

    def _sighting(self, sink: Any, ours: bool) -> Sighting:
        if sink is None or sink.name == "auto_null":
            return Sighting(None, placing=True)
        port = sink.port_active
        output = kind_of(port and port.name, sink.proplist.get("device.form_factor"))
        return Sighting(output, sink.description, True, ours)


def _kill(pulse: Any, stream: int) -> None:
    """Take a stream from the server, with what it still holds of it: 0.1 s that were for other ears.

    Not muted: a server remembers a mute by program, and the next session would be silent. To stop it from
    this end takes up to 30 ms. `pulsectl` has no call for it, its library has.
    """
    lib = ctypes.CDLL("libpulse.so.0")
    lib.pa_context_kill_sink_input.argtypes = (
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_void_p,
        ctypes.c_void_p,
    )
    lib.pa_context_kill_sink_input.restype = ctypes.c_void_p
    lib.pa_operation_unref.argtypes = (ctypes.c_void_p,)
    operation = lib.pa_context_kill_sink_input(ctypes.cast(pulse._ctx, ctypes.c_void_p), stream, None, None)
    if operation:
        lib.pa_operation_unref(operation)
        pulse.server_info()  # a question whose answer comes after it has been done


def _is_ours(proplist: dict[str, str]) -> bool:
    return proplist.get("application.process.id") == str(os.getpid())


def _only(sinks: Iterable[Any], **wanted: Any) -> Any:
    ((key, value),) = wanted.items()
    return next((sink for sink in sinks if getattr(sink, key) == value), None)
