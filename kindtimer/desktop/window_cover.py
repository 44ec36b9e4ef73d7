"""Window cover: tells when other windows hide ours altogether, so that nothing is painted for nobody.

X11 without a compositor tells it (VisibilityNotify), and Qt does not pass it on; so the server is asked on
a connection of its own. Elsewhere the null object says nothing: a compositor stops asking for frames of a
hidden window by itself, or shows it. Main thread; woken by the server, never polling.
"""

import ctypes
import os
from typing import Any, Protocol

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

from kindtimer.desktop.x11_library import opened_display, x11_library

VISIBILITY_CHANGE_MASK = 1 << 16
VISIBILITY_NOTIFY = 15
FULLY_OBSCURED = 2


class _Visibility(ctypes.Structure):
    """XVisibilityEvent, in the room of any XEvent (24 longs)."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("rest", ctypes.c_long * 18),
    )


class WindowCover(Protocol):
    """Watches one window."""

    covered_changed: Any
    """Signal(bool): whether other windows hide it altogether."""

    def watch(self, window: int) -> None:
        """Watch the window of this native id from now on."""

    def close(self) -> None:
        """Stop watching."""


class NoWindowCover(QObject):
    """For desktops that do not tell."""

    covered_changed = Signal(bool)

    def watch(self, window: int) -> None:
        """Nothing to watch with."""

    def close(self) -> None:
        """Nothing was opened."""


class X11WindowCover(QObject):
    """Asks the X server, from the first window on."""

    covered_changed = Signal(bool)

    def __init__(self, x11: Any, display: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._x11 = x11
        self._name = display
        self._display: ctypes.c_void_p | None = None
        self._window = 0
        self._notifier: QSocketNotifier | None = None

    def watch(self, window: int) -> None:
        """Watch this window; news of an earlier one is passed over."""
        if window == self._window or not self._open():
            return
        self._window = window
        self._x11.XSelectInput(self._display, ctypes.c_ulong(window), ctypes.c_long(VISIBILITY_CHANGE_MASK))
        # The server has heard it when this returns: what covers the window next is told.
        self._x11.XSync(self._display, 0)

    def _open(self) -> bool:
        if self._display is None:
            self._display = opened_display(self._x11, self._name)
            if self._display is None:
                return False
            fd = self._x11.XConnectionNumber(self._display)
            self._notifier = QSocketNotifier(fd, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._read)
        return True

    def _read(self) -> None:
        event = _Visibility()
        state = None
        while self._display is not None and self._x11.XPending(self._display):
            self._x11.XNextEvent(self._display, ctypes.byref(event))
            if event.type == VISIBILITY_NOTIFY and event.window == self._window:
                state = event.state
        if state is not None:
            self.covered_changed.emit(state == FULLY_OBSCURED)

    def close(self) -> None:
        """Let the connection go."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._display is not None:
            self._x11.XCloseDisplay(self._display)
            self._display = None
        self._window = 0


def window_cover(parent: QObject | None = None) -> WindowCover:
    """The one for this desktop."""
    library = x11_library() if QGuiApplication.platformName() == "xcb" else None
    if library is None:
        return NoWindowCover(parent)
    return X11WindowCover(library, os.environ.get("DISPLAY", ""), parent)
