"""Microphone use: whether some program listens to a microphone, as the sound server says.

One look, then the connection is closed; the server's own loops and meters that draw a level do not count.
Called on a thread of the caller's, which a server that hangs holds up. Handed to `desktop` by the app.
"""

import os
from typing import Any

from kindtimer.audio.pulse_library import load_pulsectl

_NOBODY = 0xFFFF_FFFF


def microphone_in_use(server: str | None = None) -> bool | None:
    """Whether anybody listens; None where there is no server, or no library, to ask.

    `server` is an address as in PULSE_SERVER.
    """
    try:
        pulsectl = load_pulsectl()
    except (ImportError, OSError):
        return None
    try:
        with pulsectl.Pulse("kindtimer-microphone", server=server, connect=False) as pulse:
            # Without a time limit: with one, `pulsectl` waits it out.
            pulse.connect(autospawn=False)
            # A monitor gives what is played, not what is said.
            microphones = {one.index for one in pulse.source_list() if one.monitor_of_sink_name in (None, "")}
            return any(one.source in microphones and listens(one) for one in pulse.source_output_list())
    except (pulsectl.PulseError, OSError):
        return None


def listens(stream: Any) -> bool:
    """Whether a stream is that of a program that listens: not the server's own, no meter, not halted."""
    told = stream.proplist
    is_meter = (
        stream.resample_method == "peaks"
        or told.get("resample.peaks") == "true"
        or told.get("media.name") == "Peak detect"
    )
    is_the_servers = stream.client in (None, _NOBODY)
    is_ours = told.get("application.process.id") == str(os.getpid())
    return not (stream.corked or is_meter or is_the_servers or is_ours)
