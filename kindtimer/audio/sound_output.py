"""Sound output: the device, as the player needs it, and PortAudio behind it.

Everything here may block for as long as the sound system likes: it is called on the renderer's thread
alone. `sounddevice` is imported when an output is made, never with this module.
"""

import atexit
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

LATENCY = 0.1
"""Survived every load that was tried; what it adds is known, and costs nothing (house §2)."""

Fill = Callable[[Any, float, float], None]
"""(frames out, DAC stamp, current stamp), on the device's own thread."""


class NoLibrary(Exception):
    """There is no sound library that could be used."""


class NoDevice(Exception):
    """No device that could be opened now."""


@dataclass(frozen=True)
class Device:
    """Where a new stream would go, as the sound library names it, and its own rate in frames a second."""

    name: str
    rate: float


class OutputStream(Protocol):
    """One running stream of two channels of float32. `latency` in seconds, as it says itself."""

    latency: float

    def abort(self) -> None:
        """Stop at once, dropping what waits, and close. Never raises."""


class SoundOutput(Protocol):
    """The way to devices."""

    def find(self) -> Device:
        """The system's default device, looked at afresh. NoDevice."""

    def open(self, device: Device, fill: Fill, ended: Callable[[], None]) -> OutputStream:
        """Open and start it; `ended` is called when it stops by itself. NoDevice."""

    def release(self) -> None:
        """Let go of the sound system until the next `find`. Never raises."""


@dataclass
class _PortAudioStream:
    stream: Any
    latency: float
    problem: type[Exception]

    def abort(self) -> None:
        # Closing an active stream discards what waits in it.
        with suppress(self.problem):
            self.stream.close(ignore_errors=True)


class PortAudioOutput:
    """PortAudio through `sounddevice`. NoLibrary where that cannot be loaded."""

    def __init__(self) -> None:
        try:
            import sounddevice
        except (ImportError, OSError) as problem:
            raise NoLibrary(str(problem)) from problem
        self._pa: Any = sounddevice
        self._ready = True
        # At exit it would wait for PortAudio, for ever where a sound server hangs; `release` does it here.
        atexit.unregister(sounddevice._exit_handler)

    def find(self) -> Device:
        """The default output. PortAudio keeps the list it made first, so it is started anew each time."""
        try:
            if not self._ready:
                self._pa._initialize()
                self._ready = True
            found = self._pa.query_devices(kind="output")
        except (self._pa.PortAudioError, ValueError, OSError) as problem:
            said = str(problem)  # which asks PortAudio, so before it is let go
            self.release()
            raise NoDevice(said) from problem
        return Device(found["name"], float(found["default_samplerate"]))

    def open(self, device: Device, fill: Fill, ended: Callable[[], None]) -> OutputStream:
        """A stream of the default device at its own rate."""

        def callback(out: Any, _count: int, time: Any, _status: Any) -> None:
            fill(out, time.outputBufferDacTime, time.currentTime)

        try:
            stream = self._pa.OutputStream(
                samplerate=device.rate,
                channels=2,
                dtype="float32",
                latency=LATENCY,
                blocksize=0,
                callback=callback,
                finished_callback=ended,
            )
            stream.start()
        except (self._pa.PortAudioError, ValueError, OSError) as problem:
            said = str(problem)  # which asks PortAudio, so before it is let go
            self.release()
            raise NoDevice(said) from problem
        return _PortAudioStream(stream, float(stream.latency), self._pa.PortAudioError)

    def release(self) -> None:
        """Terminate PortAudio."""
        if self._ready:
            self._ready = False
            with suppress(self._pa.PortAudioError):
                self._pa._terminate()
