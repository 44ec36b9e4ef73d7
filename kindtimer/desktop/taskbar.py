"""Taskbar: keeps a window that comes and goes by itself out of panels and pagers. X11 alone lists it there.

Qt has no word for that. Asked before the window is shown, so that no list ever has it. Main thread.
"""

import ctypes
import os
from typing import Any

from PySide6.QtGui import QGuiApplication

from kindtimer.desktop.x11_library import x11_library

UNLISTED = ("_NET_WM_STATE_SKIP_TASKBAR", "_NET_WM_STATE_SKIP_PAGER")
ATOM, WORD, REPLACE = 4, 32, 0
"""Of the X protocol: the type of what is set, bits of each, and that it stands alone."""

# A window the server does not know is no reason to end, as Xlib would.
_LET_PASS = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)


def keep_off_taskbar(window: int) -> None:
    """Have no list show the hidden window of this native id; Qt adds its own states as it shows it."""
    library = x11_library() if QGuiApplication.platformName() == "xcb" else None
    if library is not None:
        mark(library, os.environ.get("DISPLAY", ""), window)


def mark(x11: Any, display: str, window: int) -> bool:
    """Set those states on that X display; False where it does not answer."""
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    opened = x11.XOpenDisplay(display.encode())
    if not opened:
        return False
    x11.XSetErrorHandler(_LET_PASS)
    line = ctypes.c_void_p(opened)
    try:
        kind = ctypes.c_ulong(x11.XInternAtom(line, b"_NET_WM_STATE", 0))
        states = (ctypes.c_ulong * len(UNLISTED))(
            *(x11.XInternAtom(line, name.encode(), 0) for name in UNLISTED)
        )
        place, count = ctypes.c_ulong(window), len(UNLISTED)
        x11.XChangeProperty(line, place, kind, ctypes.c_ulong(ATOM), WORD, REPLACE, states, count)
        x11.XSync(line, 0)  # the server has it before the window is shown
    finally:
        x11.XCloseDisplay(line)
    return True
