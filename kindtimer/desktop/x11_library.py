"""X11 library: the C library of X11, by the name it has on every Linux of the last twenty years.

Looking for it (`ctypes.util.find_library`) would start ldconfig and perhaps a compiler, in the middle of a
breath. Here too is how a display is opened, and what more than one asks of it. Any thread; no Qt.
"""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

X11, SCREEN_SAVER = "libX11.so.6", "libXss.so.1"

# A window that is gone before it is asked about is no reason to end, as Xlib would.
_LET_PASS = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)


def x11_library(name: str = X11) -> ctypes.CDLL | None:
    """The library, or None where there is none of that name."""
    if sys.platform in ("win32", "darwin"):
        return None
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None


def opened_display(x11: Any, name: str) -> ctypes.c_void_p | None:
    """A connection of its own to the display of that `name`, or None where it does not answer.

    The caller closes it (XCloseDisplay). From now on what a server refuses ends no program.
    """
    x11.XOpenDisplay.restype = ctypes.c_void_p
    found = x11.XOpenDisplay(name.encode() or None)
    if not found:
        return None
    x11.XSetErrorHandler(_LET_PASS)
    return ctypes.c_void_p(found)


@contextmanager
def x_display(x11: Any, name: str) -> Iterator[ctypes.c_void_p | None]:
    """The same for one look: it is closed after it."""
    display = opened_display(x11, name)
    try:
        yield display
    finally:
        if display is not None:
            x11.XCloseDisplay(display)


def atom(x11: Any, display: ctypes.c_void_p, name: str) -> ctypes.c_ulong:
    """The number by which the server knows a name."""
    x11.XInternAtom.restype = ctypes.c_ulong
    return ctypes.c_ulong(x11.XInternAtom(display, name.encode(), 0))


def is_held(x11: Any, display: str, selection: str) -> bool | None:
    """Whether somebody holds this selection of the first screen; None where the display does not answer.

    `selection` is its name without the number of the screen, such as "_NET_WM_CM_S".
    """
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    with x_display(x11, display) as opened:
        if opened is None:
            return None
        name = f"{selection}{x11.XDefaultScreen(opened)}"
        return bool(x11.XGetSelectionOwner(opened, atom(x11, opened, name)))
