"""X11 library: the C library of X11, by the name it has on every Linux of the last twenty years.

Looking for it (`ctypes.util.find_library`) would start ldconfig and perhaps a compiler, in the middle of a
breath. Any thread.
"""

import ctypes
import sys

X11, SCREEN_SAVER = "libX11.so.6", "libXss.so.1"


def x11_library(name: str = X11) -> ctypes.CDLL | None:
    """The library, or None where there is none of that name."""
    if sys.platform in ("win32", "darwin"):
        return None
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None
