"""Compositor: whether windows are laid over each other softly, so that one may fade and have round corners.

On X11 whoever does that holds a selection; asking costs two questions to the server. Asked each time a card
comes, since a compositor may come and go. Main thread; never waits for anything but the X server.
"""

import os

from PySide6.QtGui import QGuiApplication

from kindtimer.desktop.x11_library import is_held, x11_library

ALWAYS = ("windows", "cocoa", "wayland")
"""Platforms on which every window goes through one."""

COMPOSES = "_NET_WM_CM_S"
"""Selection that a compositor holds, without the number of its screen."""


def composited() -> bool:
    """Whether there is one on this desktop now; no where nothing tells."""
    platform = QGuiApplication.platformName()
    if platform != "xcb":
        return platform in ALWAYS
    library = x11_library()
    return library is not None and bool(is_held(library, os.environ.get("DISPLAY", ""), COMPOSES))
