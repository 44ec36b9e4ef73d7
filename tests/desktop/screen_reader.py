"""ScreenReader: what a screen reader sees of the program, read from the accessibility bus by hand.

The bus is started before the program (in the other order it finds nothing). It belongs to the test's own
desktop and ends with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desktop.child import Child
from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop

LAUNCHER = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
BUS = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
CHECKED, FOCUSABLE, FOCUSED, SELECTED, SHOWING = 4, 11, 12, 23, 25
"""Bits of a state that matter here."""

GROUPS = ("panel", "grouping")

ENV = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
"""What a program is started with, so that it speaks to the bus."""


@dataclass(frozen=True)
class Spoken:
    """One object as it is told: role, name, description; can it have the keyboard, has it; is it chosen.

    `group` is the name of the group it stands in, or nothing.
    """

    role: str
    name: str
    description: str
    focusable: bool
    focused: bool
    selected: bool
    checked: bool = False
    group: str = ""


class ScreenReader:
    """A context manager around the accessibility bus of a desktop."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        launcher = next(path for path in LAUNCHER if Path(path).exists())
        argv = (launcher, "--launch-immediately", "--a11y=1", "--screen-reader=1")
        self._child = Child("at-spi", argv, desktop.env, desktop.folder)
        wait_for(lambda: desktop.bus.has("org.a11y.Bus"), "an accessibility bus", alive=self._child.check)
        address = desktop.bus.call(BUS, "GetAddress").body[0].split(",guid")[0]
        self._bus: DBusConnection = open_dbus_connection(address)

    def __enter__(self) -> "ScreenReader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bus.close()
        self._child.kill()

    def showing(self) -> list[Spoken]:
        """Everything that is to be seen now, from the first to the last."""
        return [one for child in self._children(*REGISTRY) for one in self._walk(*child, SHOWING)]

    def focused(self) -> list[Spoken]:
        """Those that have the keyboard, the innermost last; what is out of sight is not walked for it."""
        windows = [window for child in self._children(*REGISTRY) for window in self._children(*child)]
        return [one for window in windows for one in self._walk(*window, FOCUSED, hidden=False)]

    def _walk(
        self, name: str, path: str, wanted: int, *, hidden: bool = True, group: str = ""
    ) -> Iterator[Spoken]:
        state = int(self._call(name, path, "GetState")[0][0])
        if not (hidden or state >> SHOWING & 1):
            return
        role = self._call(name, path, "GetRoleName")[0]
        if state >> SHOWING & 1 and state >> wanted & 1:
            yield Spoken(
                role,
                self._property(name, path, "Name"),
                self._property(name, path, "Description"),
                bool(state >> FOCUSABLE & 1),
                bool(state >> FOCUSED & 1),
                bool(state >> SELECTED & 1),
                bool(state >> CHECKED & 1),
                group,
            )
        if role in GROUPS:
            group = self._property(name, path, "Name")
        for child in self._children(name, path):
            yield from self._walk(*child, wanted, hidden=hidden, group=group)

    def _children(self, name: str, path: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = self._call(name, path, "GetChildren")[0]
        return found

    def _property(self, name: str, path: str, key: str) -> str:
        properties = "org.freedesktop.DBus.Properties"
        told = self._call(name, path, "Get", "ss", (ACCESSIBLE, key), properties)[0][1]
        return str(told)

    def _call(
        self,
        name: str,
        path: str,
        member: str,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
        interface: str = ACCESSIBLE,
    ) -> tuple[Any, ...]:
        address = DBusAddress(path, bus_name=name, interface=interface)
        answer = self._bus.send_and_get_reply(new_method_call(address, member, signature, body), timeout=10.0)
        if answer.header.message_type is MessageType.error:
            raise LookupError(f"{member} of {path}: {answer.body}")
        told: tuple[Any, ...] = answer.body
        return told
