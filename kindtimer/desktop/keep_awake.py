"""Keep-awake: the screen stays on while a session runs, and not a moment longer.

Linux: the freedesktop screen saver service, GNOME's session manager and the portal, each asked over the
session bus, and X11's own screen saver. All of them let go by themselves when this process ends. The
asking is done on a worker thread, since a service may hang. Called on the main thread; never waits.
"""

import ctypes
import os
import queue
import sys
import threading
from dataclasses import dataclass
from typing import Any, Protocol

from kindtimer.core.words import tr
from kindtimer.desktop.x11_library import SCREEN_SAVER, opened_display, x11_library

TIMEOUT = 2.0
"""Seconds after which a service that hangs counts as not there."""

FAREWELL = 0.3
"""Seconds the end of the program waits for services that live to be told."""


class KeepAwake(Protocol):
    """Keeps the screen on. Main thread; never waits."""

    def hold(self) -> None:
        """Keep it on from now."""

    def release(self) -> None:
        """Let the desktop do as it likes."""

    def close(self) -> None:
        """Release, and end what was started."""


class NoKeepAwake:
    """For desktops that cannot be asked."""

    def hold(self) -> None:
        """Nothing to ask."""

    def release(self) -> None:
        """Nothing was asked."""

    def close(self) -> None:
        """Nothing was started."""


class LinuxKeepAwake:
    """Asks every service there is; each is let go by the cookie it gave.

    `bus` is a D-Bus address or "SESSION"; `display` an X display, empty for none.
    """

    def __init__(self, bus: str = "SESSION", display: str | None = None) -> None:
        self._bus = bus
        self._display = os.environ.get("DISPLAY", "") if display is None else display
        self._wishes: queue.SimpleQueue[bool | None] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None
        self._held = False

    @property
    def working(self) -> bool:
        """Whether its worker is alive."""
        return self._worker is not None

    def hold(self) -> None:
        """Keep the screen on from now."""
        self._want(True)

    def release(self) -> None:
        """Let the desktop do as it likes."""
        self._want(False)

    def _want(self, held: bool) -> None:
        if held == self._held:
            return
        self._held = held
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="keep-awake", daemon=True)
            self._worker.start()
        self._wishes.put(held)

    def close(self) -> None:
        """Release; a service that hangs is not waited for: what it holds ends with this process."""
        if self._worker is None:
            return
        self._wishes.put(None)
        self._worker.join(FAREWELL)
        self._worker = None
        self._held = False

    def _work(self) -> None:
        bus: _BusInhibitors | None = None
        display: _X11Inhibitor | None = None
        while True:
            wish = self._wishes.get()
            if wish:
                bus, display = _BusInhibitors.opened(self._bus), _X11Inhibitor.opened(self._display)
            else:
                for one in (bus, display):
                    if one is not None:
                        one.close()
                bus = display = None
            if wish is None:
                return


@dataclass(frozen=True)
class _Service:
    """A service on the session bus that keeps the screen on; `undo` takes the cookie it gave."""

    name: str
    path: str
    interface: str
    signature: str
    body: tuple[Any, ...]
    undo: str | None


def _services() -> tuple[_Service, ...]:
    reason = tr("A breathing session is on the screen")
    idle = 8  # the same flag in GNOME's session manager and the portal: not to be marked idle
    saver, gnome, portal = (
        "org.freedesktop.ScreenSaver",
        "org.gnome.SessionManager",
        "org.freedesktop.portal.Desktop",
    )
    return (
        _Service(saver, "/org/freedesktop/ScreenSaver", saver, "ss", ("KindTimer", reason), "UnInhibit"),
        _Service(
            gnome, "/org/gnome/SessionManager", gnome, "susu", ("kindtimer", 0, reason, idle), "Uninhibit"
        ),
        _Service(
            portal,
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Inhibit",
            "sua{sv}",
            ("", idle, {"reason": ("s", reason)}),
            None,
        ),
    )


class _BusInhibitors:
    """The services on the session bus. They also let go when this connection closes."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._cookies: list[tuple[_Service, int]] = []
        for service in _services():
            answer = self._call(service, "Inhibit", service.signature, service.body)
            if answer and isinstance(answer[0], int):
                self._cookies.append((service, answer[0]))

    @classmethod
    def opened(cls, bus: str) -> "_BusInhibitors | None":
        """Ask them all; None without a session bus."""
        from jeepney.io.blocking import open_dbus_connection

        try:
            return cls(open_dbus_connection(bus=bus))
        except (OSError, KeyError, ValueError):
            return None

    def _call(
        self, service: _Service, method: str, signature: str, body: tuple[Any, ...]
    ) -> tuple[Any, ...] | None:
        from jeepney import DBusAddress, HeaderFields, MessageFlag, MessageType, new_method_call

        address = DBusAddress(service.path, service.name, service.interface)
        message = new_method_call(address, method, signature, body)
        # A service that is not running is not started for this.
        message.header.flags |= MessageFlag.no_auto_start
        try:
            reply = self._connection.send_and_get_reply(message, timeout=TIMEOUT)
        except (OSError, TimeoutError, ValueError):
            return None
        if (
            reply.header.message_type is MessageType.error
            or HeaderFields.signature not in reply.header.fields
        ):
            return None
        body_back: tuple[Any, ...] = reply.body
        return body_back

    def close(self) -> None:
        """Give the cookies back, then the connection, which releases the portal's request too."""
        for service, cookie in self._cookies:
            if service.undo:
                self._call(service, service.undo, "u", (cookie,))
        self._connection.close()


class _X11Inhibitor:
    """XScreenSaverSuspend on a connection of its own; the server lets go when it closes."""

    def __init__(self, x11: Any, saver: Any, display: ctypes.c_void_p) -> None:
        self._x11, self._saver, self._display = x11, saver, display
        saver.XScreenSaverSuspend(display, 1)
        x11.XFlush(display)

    @classmethod
    def opened(cls, name: str) -> "_X11Inhibitor | None":
        """None without an X server or its screen saver library."""
        x11, saver = x11_library(), x11_library(SCREEN_SAVER)
        if not name or x11 is None or saver is None:
            return None
        display = opened_display(x11, name)
        return None if display is None else cls(x11, saver, display)

    def close(self) -> None:
        """Let the screen saver run again."""
        self._saver.XScreenSaverSuspend(self._display, 0)
        self._x11.XCloseDisplay(self._display)


def keep_awake() -> KeepAwake:
    """The one for this machine."""
    return LinuxKeepAwake() if sys.platform.startswith("linux") else NoKeepAwake()
