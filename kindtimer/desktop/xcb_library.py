"""Xcb library: libxcb by its name, its structures, and what every program says to it first.

For grabs of keys (`breathe_key`, `x_keyboard`) and for looks at an X server (`hold_x_server`). It hands
errors back where Xlib would end the program. Any thread; a library that was loaded is its caller's own.
"""

import ctypes
from collections.abc import Mapping
from typing import Any

LIBRARY = "libxcb.so.1"


class Cookie(ctypes.Structure):
    """What every request gives; its answer is asked for with it."""

    _fields_ = (("sequence", ctypes.c_uint),)


class Screens(ctypes.Structure):
    """Screens of a display: the one it is at, and how many are left."""

    _fields_ = (("data", ctypes.c_void_p), ("rem", ctypes.c_int), ("index", ctypes.c_int))


Declarations = Mapping[str, tuple[Any, tuple[Any, ...]]]
"""What functions give, and what they take."""

_SERVER = _POINTER = ctypes.c_void_p
_CONNECTION: Declarations = {
    "xcb_connect": (_SERVER, (ctypes.c_char_p, _POINTER)),
    "xcb_connection_has_error": (ctypes.c_int, (_SERVER,)),
    "xcb_disconnect": (None, (_SERVER,)),
    "xcb_get_setup": (_POINTER, (_SERVER,)),
    "xcb_setup_roots_iterator": (Screens, (_POINTER,)),
    "xcb_screen_next": (None, (_POINTER,)),
}


def xcb_library(name: str = LIBRARY) -> Any:
    """The library, able to connect. Raises OSError where there is none of that name."""
    return declared(ctypes.CDLL(name), _CONNECTION)


def declared(xcb: Any, functions: Declarations) -> Any:
    """The library with what these functions of it take and give."""
    for name, (gives, takes) in functions.items():
        function = getattr(xcb, name)
        function.restype, function.argtypes = gives, takes
    return xcb


def connected(xcb: Any, name: str) -> tuple[ctypes.c_void_p, int]:
    """A connection to the display of that `name`, and the root of its screen. Raises OSError without one."""
    screen = ctypes.c_int()
    server = ctypes.c_void_p(xcb.xcb_connect(name.encode() or None, ctypes.byref(screen)))
    if xcb.xcb_connection_has_error(server):
        xcb.xcb_disconnect(server)
        raise OSError("no X server")
    screens = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(server))
    for _ in range(screen.value):
        xcb.xcb_screen_next(ctypes.byref(screens))
    return server, ctypes.cast(screens.data, ctypes.POINTER(ctypes.c_uint32))[0]


def free(reply: int | None) -> None:
    """Give back what libxcb made."""
    libc = ctypes.CDLL(None)
    libc.free.argtypes = (ctypes.c_void_p,)
    libc.free(reply)
