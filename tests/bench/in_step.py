"""In step: picture minus sound over 60 events of `doctor sync`, as an eye and an ear would get them.

Picture: the screen's memory at the middle of the disc is looked at each half millisecond; an event is the
first look at which it is brighter than halfway between its darkest and its brightest. Sound: the sink's
monitor, each frame stamped with the time at which it was heard (`monitor_recorder` says how, and how well);
an event is the highest peak of a click. Both are stamped by one clock. A virtual screen shows a frame as
soon as it is drawn: what a real screen adds (up to a refresh) is not in these figures.
"""

import numpy as np
from numpy.typing import NDArray

from tests.bench.figure import Figure
from tests.bench.watching import resting
from tests.desktop.deadline import CLOCK, breather
from tests.desktop.frame_buffer import FrameBuffer
from tests.desktop.monitor_recorder import MonitorRecorder
from tests.desktop.sound_server import RATE

EVENTS = 60
UNRELIABLE = 2
"""Events at the beginning that are left out: the first recorded second is unreliable."""

ASKED = EVENTS + UNRELIABLE + 2
"""Seconds that are asked for; at either end one may fall outside of what is watched."""

Times = NDArray[np.float64]


def _watch(screen: FrameBuffer, seconds: float) -> tuple[Times, Times]:
    """When the screen's middle changed, and how bright (0-255) it then was."""
    x, y = screen.width // 2, screen.height // 2
    stamps: list[float] = []
    lights: list[float] = []
    until = CLOCK.now() + seconds
    while CLOCK.now() < until:
        light = float(screen.around(x, y, 3).mean())
        seen = CLOCK.now()
        if not lights or light != lights[-1]:
            stamps.append(seen)
            lights.append(light)
        breather(0.0005)
    return np.array(stamps), np.array(lights)


def _lit(stamps: Times, lights: Times) -> Times:
    """When it became brighter than halfway."""
    bright = lights > (lights.min() + lights.max()) / 2.0
    return np.asarray(stamps[1:][bright[1:] & ~bright[:-1]], np.float64)


def _clicks(recording: MonitorRecorder) -> tuple[Times, float]:
    """When each click's peak was heard, and the highest peak (0-1)."""
    sound = np.abs(recording.heard())
    peak = float(sound.max())
    loud = np.flatnonzero(sound > 0.5 * peak)
    starts = loud[np.r_[True, np.diff(loud) > RATE // 4]]
    peaks = np.array([start + int(sound[start : start + RATE // 50].argmax()) for start in starts])
    return recording.times(peaks), peak


def figures() -> list[Figure]:
    """A little over a minute."""
    with resting() as program:
        desktop = program.desktop
        with desktop.record("plain") as recording:
            began = program.run("doctor", "sync", "--seconds", str(ASKED))
            if began.returncode:
                raise AssertionError(began.stderr)
            stamps, lights = _watch(desktop.screen, ASKED + 4.0)
            program.run("stop")
            gaps = program.status()["sound"]["gaps"]
            heard, peak = _clicks(recording)
    seen = _lit(stamps, lights)
    apart = np.array([1000.0 * (seen[np.abs(seen - one).argmin()] - one) for one in heard])[UNRELIABLE:]
    apart = apart[np.abs(apart) < 400.0][:EVENTS]
    return [
        Figure("events measured", len(apart), "", EVENTS, at_most=False),
        Figure("picture minus sound, median (signed)", float(np.median(apart)), "ms"),
        Figure("picture minus sound, median (size)", abs(float(np.median(apart))), "ms", 5.0),
        Figure("picture minus sound, p95 of size", float(np.quantile(np.abs(apart), 0.95)), "ms", 17.0),
        Figure("picture minus sound, worst", float(np.abs(apart).max()), "ms"),
        Figure("picture minus sound, standard deviation", float(apart.std()), "ms"),
        Figure("peak of the click", 20.0 * float(np.log10(peak)), "dBFS"),
        Figure("gaps in the sound", gaps, ""),
    ]
