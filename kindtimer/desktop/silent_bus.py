"""Silent bus: whether a D-Bus takes connections and never answers, asked before Qt would wait for it.

Qt connects on the main thread and without a limit: where the bus hangs there would be no seed and no window.
Such a bus is left out instead, and that is said. No Qt; local sockets alone; called once, at the start.
"""

import os
import socket
from collections.abc import MutableMapping

from kindtimer.core.words import tr

SECONDS = 1.5
"""A bus that lives answers within some milliseconds, also at a login."""

SESSION, SYSTEM = "DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"
USUAL_SYSTEM = "unix:path=/run/dbus/system_bus_socket"
NOWHERE = "unix:path=/nonexistent"
"""An address at which nothing is: whoever connects is told so at once."""


def leave_out_silent_buses(environ: MutableMapping[str, str]) -> str:
    """Put an address that leads nowhere in place of each bus that hangs; one kind line of it, or nothing."""
    usual = f"unix:path={environ['XDG_RUNTIME_DIR']}/bus" if environ.get("XDG_RUNTIME_DIR") else ""
    silent = False
    for name, otherwise in ((SESSION, usual), (SYSTEM, USUAL_SYSTEM)):
        if is_silent(environ.get(name) or otherwise):
            environ[name] = NOWHERE
            silent = True
    if not silent:
        return ""
    return tr(
        "The desktop's message bus does not answer, so this time KindTimer does without it: no "
        "notifications, and perhaps no seed in the tray."
    )


def is_silent(address: str, seconds: float = SECONDS) -> bool:
    """Whether something listens at this D-Bus address and says nothing; no where nothing listens at all."""
    place = _place(address)
    if place is None:
        return False
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(seconds)
        try:
            line.connect(place)
            line.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
            line.recv(64)
        except TimeoutError:
            return True
        except OSError:
            return False
    return False


def _place(address: str) -> str | None:
    """The socket of the first address in a list that is one of this machine."""
    for one in address.split(";"):
        kind, _, rest = one.partition(":")
        values = dict(part.split("=", 1) for part in rest.split(",") if "=" in part)
        if kind == "unix" and "path" in values:
            return values["path"]
        if kind == "unix" and "abstract" in values:
            return "\0" + values["abstract"]
    return None
