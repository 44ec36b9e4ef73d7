"""Display: whether there is a screen to show anything on, asked before Qt is loaded.

Qt ends the process where it finds none; this says so in one line instead. No Qt, no network: only
sockets of this machine are tried. Called by the command line and by `doctor`.
"""

import os
import re
import socket
import sys
from collections.abc import Mapping

from kindtimer.core.words import tr

TIMEOUT = 1.0

_DISPLAY = re.compile(r"(?P<host>[^:]*(?:::?[^:]+)*?):(?P<number>\d+)(?:\.\d+)?")


def display_trouble(environ: Mapping[str, str]) -> str | None:
    """One kind line where nothing can be shown, else None."""
    if sys.platform in ("win32", "darwin"):
        return None
    wanted = [name.split(":")[0].lower() for name in environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    if any(not name.startswith(("xcb", "wayland")) for name in wanted):
        return None  # offscreen, or a platform that needs no display server
    x11 = environ.get("DISPLAY", "") if not wanted or "xcb" in wanted else ""
    wayland = environ.get("WAYLAND_DISPLAY", "") if not wanted or wanted != ["xcb"] else ""
    if not x11 and not wayland:
        return tr(
            "There is no display to show a breath on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "KindTimer starts from a terminal inside a desktop."
        )
    if (wayland and _is_wayland_there(wayland, environ)) or (x11 and _is_x11_there(x11)):
        return None
    return tr(
        "The display “{name}” does not answer, so there is nothing to show a breath on. "
        "KindTimer starts from a terminal inside a desktop.",
        name=x11 or wayland,
    )


def _is_wayland_there(name: str, environ: Mapping[str, str]) -> bool:
    return _answers(os.path.join(environ.get("XDG_RUNTIME_DIR", "/"), name))


def _is_x11_there(name: str) -> bool:
    match = _DISPLAY.fullmatch(name)
    if match is None:
        return os.path.exists(name.rpartition(":")[0])  # the socket's path itself, as on macOS
    if match["host"] not in ("", "unix"):
        return True  # another machine's, or a tunnel: finding out would take the network
    path = f"/tmp/.X11-unix/X{match['number']}"
    return _answers("\0" + path) or _answers(path)


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(TIMEOUT)
        try:
            line.connect(address)
        except OSError:
            return False
    return True
