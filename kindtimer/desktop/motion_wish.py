"""Motion wish: whether this desktop asks for less movement. Asked when a session begins, never polled.

Qt tells it from 6.12 on; before that the settings portal is asked on a worker thread with a time limit.
A portal that is not there or does not know means: no such wish.
"""

import contextlib
import threading

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

TIMEOUT = 1.0
FAREWELL = 0.3
PORTAL = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
ASKED = (
    # namespace, key, the value that means less movement
    ("org.freedesktop.appearance", "reduced-motion", 1),
    ("org.gnome.desktop.interface", "enable-animations", False),
)


class MotionWish(QObject):
    """Remembers the last answer; `changed` tells a new one."""

    changed = Signal(bool)
    _told = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reduced = False
        self._worker: threading.Thread | None = None
        self._told.connect(self._take)

    def ask(self) -> None:
        """Ask now; the answer comes by `changed` where it differs. Never waits."""
        preference = _from_qt()
        if preference is not None:
            self._take(preference)
        elif self._worker is None or not self._worker.is_alive():
            self._worker = threading.Thread(target=self._ask_portal, name="motion-wish", daemon=True)
            self._worker.start()

    def close(self) -> None:
        """Wait a moment for a question that is under way; a portal that hangs is left behind."""
        if self._worker is not None:
            self._worker.join(FAREWELL)

    def _ask_portal(self) -> None:
        reduced = reduced_by_portal()
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile, and this object with it
            self._told.emit(reduced)

    def _take(self, reduced: bool) -> None:
        if reduced != self.reduced:
            self.reduced = reduced
            self.changed.emit(reduced)


def _from_qt() -> bool | None:
    hints = QGuiApplication.styleHints().accessibility()
    preference = getattr(hints, "motionPreference", None)
    return None if preference is None else preference().name == "ReducedMotion"


def reduced_by_portal(bus: str = "SESSION") -> bool:
    """Ask the settings portal on this thread; False where it does not tell. `bus` as a D-Bus address."""
    from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress(PATH, PORTAL, "org.freedesktop.portal.Settings")
    try:
        with open_dbus_connection(bus=bus) as connection:
            for namespace, key, less in ASKED:
                message = new_method_call(address, "Read", "ss", (namespace, key))
                message.header.flags |= MessageFlag.no_auto_start
                reply = connection.send_and_get_reply(message, timeout=TIMEOUT)
                if reply.header.message_type is not MessageType.error and _plain(reply.body[0]) == less:
                    return True
    except (OSError, TimeoutError, KeyError, ValueError):
        return False
    return False


def _plain(value: object) -> object:
    """A D-Bus variant is (signature, value), and this portal nests two of them."""
    while isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        value = value[1]
    return value
