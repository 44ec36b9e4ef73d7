"""PrivateBus: a D-Bus daemon of the tests' own, and Service, a small stand-in for one service on it.

The daemon starts nothing by itself, so that what the program finds there is what a test put there. A
Service answers in a thread of its own; the desktop's StatusNotifier watcher and screen saver are such.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.bus_messages import DBus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desktop.child import Child
from tests.desktop.deadline import wait_for

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

Reply = tuple[str, tuple[Any, ...]]
Answer = Callable[[str, tuple[Any, ...]], Reply]
"""Takes a member's name and its arguments; gives the signature and the values of the answer."""


class PrivateBus:
    """A running daemon; `address` is what DBUS_SESSION_BUS_ADDRESS wants."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        """Start it; its socket stands in `folder`, whose path must be short."""
        socket = folder / "bus"
        settings = folder / "bus.conf"
        settings.write_text(CONFIGURATION.format(socket=socket), "utf-8")
        self.address = f"unix:path={socket}"
        argv = ("dbus-daemon", "--nofork", "--nopidfile", f"--config-file={settings}")
        self.child = Child("dbus-daemon", argv, env, folder)
        wait_for(self._listens, "the bus listens", alive=self.child.check)

    def _listens(self) -> bool:
        """Its socket is there a moment before anybody may connect."""
        try:
            self.connect().close()
        except OSError:
            return False
        return True

    def connect(self) -> DBusConnection:
        """A new connection."""
        return open_dbus_connection(self.address)

    def has(self, name: str) -> bool:
        """Whether somebody owns that name."""
        with self.connect() as connection:
            answer = connection.send_and_get_reply(DBus().NameHasOwner(name))
        return bool(answer.body[0])

    def call(
        self, address: DBusAddress, member: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> Message:
        """Call a method and wait for the answer."""
        with self.connect() as connection:
            return connection.send_and_get_reply(
                new_method_call(address, member, signature or None, body), timeout=5.0
            )


class Service:
    """Owns names on a bus and answers calls; keeps every call as (member, arguments)."""

    def __init__(self, bus: PrivateBus, names: tuple[str, ...], answer: Answer) -> None:
        """Take the names and begin to answer."""
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.senders: list[str] = []
        self._answer = answer
        self._connection = bus.connect()
        for name in names:
            self._connection.send_and_get_reply(DBus().RequestName(name))
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, name=f"service {names[0]}", daemon=True)
        self._thread.start()

    def called(self, member: str) -> list[tuple[Any, ...]]:
        """Arguments of every call of that member so far."""
        return [arguments for name, arguments in self.calls if name == member]

    def close(self) -> None:
        """Give the names back."""
        self._over.set()
        self._thread.join(5.0)
        self._connection.close()

    def __enter__(self) -> "Service":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                asked = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            except ConnectionError:
                return
            if asked.header.message_type is not MessageType.method_call:
                continue
            member = asked.header.fields.get(HeaderFields.member, "")
            self.senders.append(asked.header.fields.get(HeaderFields.sender, ""))
            self.calls.append((member, asked.body))
            try:
                signature, values = self._answer(member, asked.body)
            except KeyError:
                self._connection.send(new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod"))
            else:
                self._connection.send(new_method_return(asked, signature or None, values))
