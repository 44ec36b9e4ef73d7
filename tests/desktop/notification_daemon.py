"""NotificationDaemon: a stand-in for what shows notifications, on a private bus; keeps what it was asked."""

import threading
from typing import Any

from jeepney import DBusAddress, new_signal

from tests.desktop.private_bus import PrivateBus, Reply, Service

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


class NotificationDaemon(Service):
    """Numbers what it is given from 7 on. `hangs` names the member it never answers, until `go_on`."""

    def __init__(
        self,
        bus: PrivateBus,
        able: tuple[str, ...] = ("actions", "body"),
        hangs: str = "",
    ) -> None:
        """Take the name."""
        self.address = bus.address
        self.able = able
        self.hangs = hangs
        self.hanging = False
        """Whether it is being asked what it never answers."""
        self._goes_on = threading.Event()
        self._last = 6
        super().__init__(bus, (NAME,), self._told)

    @property
    def shown(self) -> list[tuple[Any, ...]]:
        """The arguments of every Notify."""
        return self.called("Notify")

    def tell(self, member: str, signature: str, *values: Any) -> None:
        """Send a signal."""
        self._connection.send(new_signal(DBusAddress(PATH, NAME, NAME), member, signature, values))

    def go_on(self) -> None:
        """Answer what hangs."""
        self._goes_on.set()

    def __enter__(self) -> "NotificationDaemon":
        return self

    def close(self) -> None:
        """Give the name back."""
        self.go_on()
        super().close()

    def _told(self, member: str, arguments: tuple[Any, ...]) -> Reply:
        if member == self.hangs:
            self.hanging = True
            self._goes_on.wait(30.0)
            self.hanging = False
        if member == "GetCapabilities":
            return "as", (list(self.able),)
        if member == "CloseNotification":
            return "", ()
        if member != "Notify":
            raise KeyError(member)
        self._last = arguments[1] or self._last + 1
        return "u", (self._last,)
