"""Taskbar: keeps a window that comes and goes by itself out of panels and pagers. X11 alone lists it there.

Qt has no word for that. Asked before the window is shown, so that no list ever has it. Main thread.
"""

import ctypes
import os
from typing import Any

from PySide6.QtGui import QGuiApplication

from kindtimer.desktop.x11_library import atom, x11_library, x_display

UNLISTED = ("_NET_WM_STATE_SKIP_TASKBAR", "_NET_WM_STATE_SKIP_PAGER")
ATOM, WORD, REPLACE = 4, 32, 0
"""Of the X protocol: the type of what is set, bits of each, and that it stands alone."""


def keep_off_taskbar(window: int) -> None:
    """Have no list show the hidden window of this native id; Qt adds its own states as it shows it."""
    library = x11_library() if QGuiApplication.platformName() == "xcb" else None
    if library is not None:
        mark(library, os.environ.get("DISPLAY", ""), window)


def mark(x11: Any, display: str, window: int) -> bool:
    """Set those states on that X display; False where it does not answer."""
    with x_display(x11, display) as opened:
        if opened is None:
            return False
        kind = atom(x11, opened, "_NET_WM_STATE")
        states = (ctypes.c_ulong * len(UNLISTED))(*(atom(x11, opened, name).value for name in UNLISTED))
        place, count = ctypes.c_ulong(window), len(UNLISTED)
        x11.XChangeProperty(opened, place, kind, ctypes.c_ulong(ATOM), WORD, REPLACE, states, count)
        x11.XSync(opened, 0)  # the server has it before the window is shown
    return True
