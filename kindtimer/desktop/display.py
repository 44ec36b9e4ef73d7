"""Display: whether there is a screen to show anything on, asked before Qt is loaded.

Qt ends the process where it finds none; this says so in one line instead. No Qt, no network: only
sockets of this machine are tried. Called by the command line and by `doctor`.
"""

import importlib.util
import os
import re
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from kindtimer.core.words import tr

TIMEOUT = 1.0
REMOTE_TIMEOUT = 15.0

_DISPLAY = re.compile(r"(?P<host>[^:]*(?:::?[^:]+)*?):(?P<number>\d+)(?:\.\d+)?")


def display_trouble(environ: Mapping[str, str]) -> str | None:
    """One kind line where nothing can be shown, else None."""
    if sys.platform in ("win32", "darwin"):
        return None
    wanted = [name.split(":")[0].lower() for name in environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    if wanted and not any(_is_platform(name) for name in wanted):
        return tr(
            "Qt has no platform called “{name}” here, which QT_QPA_PLATFORM asks for. "
            "Without that variable KindTimer finds its own.",
            name=wanted[0][:40],
        )
    if any(not name.startswith(("xcb", "wayland")) for name in wanted):
        return None  # offscreen, or a platform that needs no display server
    x11 = environ.get("DISPLAY", "") if not wanted or "xcb" in wanted else ""
    wayland = environ.get("WAYLAND_DISPLAY", "") if not wanted or wanted != ["xcb"] else ""
    if not x11 and not wayland:
        return tr(
            "There is no display to show a breath on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "KindTimer starts from a terminal inside a desktop."
        )
    if (wayland and _is_wayland_there(wayland, environ)) or (x11 and _is_x11_there(x11, environ)):
        return None
    return tr(
        "The display “{name}” does not answer, so there is nothing to show a breath on. "
        "KindTimer starts from a terminal inside a desktop.",
        name=x11 or wayland,
    )


def _is_platform(name: str) -> bool:
    """Whether Qt has a plugin of that name; where its folder is not found, Qt may know better."""
    found = importlib.util.find_spec("PySide6")
    homes = (found and found.submodule_search_locations) or ()
    folders = [Path(one) / "Qt" / "plugins" / "platforms" for one in homes]
    there = [folder for folder in folders if folder.is_dir()]
    return not there or any((folder / f"libq{name}.so").exists() for folder in there)


def _is_wayland_there(name: str, environ: Mapping[str, str]) -> bool:
    return _answers(os.path.join(environ.get("XDG_RUNTIME_DIR", "/"), name))


def _is_x11_there(name: str, environ: Mapping[str, str]) -> bool:
    match = _DISPLAY.fullmatch(name)
    if match is None:
        return os.path.exists(name.rpartition(":")[0])  # the socket's path itself, as on macOS
    if match["host"] not in ("", "unix"):
        return _opens_in_a_child(environ)  # another machine's, or a tunnel: Qt itself knocks, and may end
    path = f"/tmp/.X11-unix/X{match['number']}"
    return _answers("\0" + path) or _answers(path)


def _opens_in_a_child(environ: Mapping[str, str]) -> bool:
    """Whether Qt finds its display, tried where its end takes nothing with it."""
    knock = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    try:
        done = subprocess.run(
            [sys.executable, "-c", knock],
            env=dict(environ),
            capture_output=True,
            timeout=REMOTE_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(TIMEOUT)
        try:
            line.connect(address)
        except OSError:
            return False
    return True
