"""Breathe key: an opt-in shortcut for *Breathe* that works from any window.

X11: passive grabs on a connection of its own, by libxcb, which tells of each request whether it was refused.
Woken by the server, never polling. Elsewhere a line says which command the desktop's own shortcuts can have.
Main thread; imported only once the shortcut is on.
"""

import ctypes
import os
import sys
from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from kindtimer.core.chord import Chord
from kindtimer.core.words import tr
from kindtimer.desktop.x_keyboard import Keyboard
from kindtimer.desktop.xcb_library import Cookie, Declarations, connected, declared, free, xcb_library

COMMAND = "kindtimer breathe"
REPEAT_MS = 30
"""A key that is held down repeats as a release and a press a millisecond or two apart; no hand does."""

_KEY_PRESS, _KEY_RELEASE, _MAPPING = 2, 3, 34
_ASYNC = 1

_SERVER, _POINTER, _BYTE = ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint8
_KEY = (_BYTE, ctypes.c_uint32, ctypes.c_uint16)
_GRABS: Declarations = {
    "xcb_get_file_descriptor": (ctypes.c_int, (_SERVER,)),
    "xcb_poll_for_event": (_POINTER, (_SERVER,)),
    "xcb_request_check": (_POINTER, (_SERVER, Cookie)),
    "xcb_flush": (ctypes.c_int, (_SERVER,)),
    "xcb_ungrab_key": (Cookie, (_SERVER, *_KEY)),
    "xcb_grab_key_checked": (Cookie, (_SERVER, *_KEY, _BYTE, _BYTE, _BYTE)),
}


class BreatheKey(Protocol):
    """Holds one chord, or none. Main thread; each call takes a few round trips to the X server at most."""

    pressed: Any
    """Signal(): the chord was pressed, in whatever window; once for each press, however long it is held."""

    def why_not(self) -> str:
        """Why there is no such shortcut here, and what there is instead; empty where there is one."""

    def hold(self, chord: Chord) -> str:
        """Take this chord instead of the one before. Empty, or one kind line where it cannot be had."""

    def close(self) -> None:
        """Give the chord back."""


class NoBreatheKey(QObject):
    """For desktops on which no program may take keys."""

    pressed = Signal()

    def why_not(self) -> str:
        """Name the command that the desktop's own shortcuts can have."""
        return tr(
            "This desktop keeps shortcuts to itself. In its settings for the keyboard, "
            "one can be given this command: {command}",
            command=COMMAND,
        )

    def hold(self, chord: Chord) -> str:
        """It cannot be had."""
        return self.why_not()

    def close(self) -> None:
        """Nothing was taken."""


class X11BreatheKey(QObject):
    """Takes the chord from the X server of display `name`."""

    pressed = Signal()

    def __init__(self, xcb: Any, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._xcb = declared(xcb, _GRABS)
        self._name = name
        self._server: ctypes.c_void_p | None = None
        self._notifier: QSocketNotifier | None = None
        self._chord: Chord | None = None
        self._grabs: frozenset[tuple[int, int]] = frozenset()
        self._released: int | None = None

    def why_not(self) -> str:
        """Nothing is in the way."""
        return ""

    def hold(self, chord: Chord) -> str:
        """Take this chord."""
        self.close()
        if not self._open():
            return tr("The display did not answer, so the shortcut is off.")
        line = self._grab(chord)
        if line:
            self.close()
        else:
            self._chord = chord
            self._look_soon()
        return line

    def close(self) -> None:
        """Give the chord back: the server lets go of all that the connection had."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._server is not None:
            self._xcb.xcb_disconnect(self._server)
            self._server = None
        self._chord = None
        self._grabs = frozenset()

    def _open(self) -> bool:
        try:
            self._server, self._root = connected(self._xcb, self._name)
        except OSError:
            return False
        fd = self._xcb.xcb_get_file_descriptor(self._server)
        self._notifier = QSocketNotifier(fd, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        return True

    # --- taking -----------------------------------------------------------------------------------

    def _grab(self, chord: Chord) -> str:
        """Take every key that has the chord's sign, whatever locks are on; let go of others."""
        wanted = Keyboard(self._xcb, self._server).grabs_of(chord)
        if not wanted:
            return tr("This keyboard has no key for {chord}. Another one may do.", chord=chord)
        for code, held in self._grabs - wanted:
            self._xcb.xcb_ungrab_key(self._server, code, self._root, held)
        self._xcb.xcb_flush(self._server)
        # Each answer is asked for: one that nobody wants would stay and be taken for an event.
        refused = [self._refused(code, held) for code, held in wanted - self._grabs]
        self._grabs = wanted
        if any(refused):
            return tr("Another program holds {chord}. Other keys may be free.", chord=chord)
        return ""

    def _refused(self, code: int, held: int) -> bool:
        cookie: Cookie = self._xcb.xcb_grab_key_checked(
            self._server, 0, self._root, held, code, _ASYNC, _ASYNC
        )
        error = self._xcb.xcb_request_check(self._server, cookie)
        free(error)
        return bool(error)

    # --- listening --------------------------------------------------------------------------------

    def _read(self) -> None:
        pressed = changed = False
        while self._server is not None and (event := self._xcb.xcb_poll_for_event(self._server)):
            content = ctypes.string_at(event, 32)
            free(event)
            kind, time = content[0] & 0x7F, int.from_bytes(content[4:8], sys.byteorder)
            if kind == _KEY_RELEASE:
                self._released = time
            elif kind == _KEY_PRESS:
                pressed |= self._released is None or (time - self._released) & 0xFFFFFFFF > REPEAT_MS
            changed |= kind == _MAPPING
        if self._server is not None and self._xcb.xcb_connection_has_error(self._server):
            self.close()  # the display is gone
        if changed and self._chord is not None:
            # Another layout, or another keyboard was touched. What cannot be had now is left out.
            self._grab(self._chord)
            self._look_soon()
        if pressed:
            self.pressed.emit()

    def _look_soon(self) -> None:
        """Events that came with an answer are in libxcb's hands, and the socket tells nothing of them."""
        QTimer.singleShot(0, self, self._read)


def breathe_key(parent: QObject | None = None, environ: Mapping[str, str] | None = None) -> BreatheKey:
    """The one for this desktop. Under Wayland an X server hears keys only while its own windows have them."""
    environ = os.environ if environ is None else environ
    wayland = environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland"
    if wayland or QGuiApplication.platformName() != "xcb":
        return NoBreatheKey(parent)
    try:
        xcb = xcb_library()
    except OSError:
        return NoBreatheKey(parent)
    return X11BreatheKey(xcb, environ.get("DISPLAY", ""), parent)
