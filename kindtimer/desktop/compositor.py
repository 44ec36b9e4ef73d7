"""Compositor: whether windows are laid over each other softly, so that one may fade and have round corners.

On X11 whoever does that holds a selection; asking costs two questions to the server. Asked each time a card
comes, since a compositor may come and go. Main thread; never waits for anything but the X server.
"""

import ctypes
import os
from typing import Any

from PySide6.QtGui import QGuiApplication

from kindtimer.desktop.x11_library import x11_library

ALWAYS = ("windows", "cocoa", "wayland")
"""Platforms on which every window goes through one."""


def composited() -> bool:
    """Whether there is one on this desktop now; no where nothing tells."""
    platform = QGuiApplication.platformName()
    if platform != "xcb":
        return platform in ALWAYS
    library = x11_library()
    return library is not None and is_held(library, os.environ.get("DISPLAY", ""))


def is_held(x11: Any, display: str) -> bool:
    """Whether somebody composes the first screen of that X display; no where it cannot be asked."""
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = x11.XGetSelectionOwner.restype = ctypes.c_ulong
    opened = x11.XOpenDisplay(display.encode())
    if not opened:
        return False
    line = ctypes.c_void_p(opened)
    try:
        name = f"_NET_WM_CM_S{x11.XDefaultScreen(line)}"
        atom = x11.XInternAtom(line, name.encode(), 0)
        return bool(x11.XGetSelectionOwner(line, ctypes.c_ulong(atom)))
    finally:
        x11.XCloseDisplay(line)
