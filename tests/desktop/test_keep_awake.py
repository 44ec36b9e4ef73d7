from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from kindtimer.desktop.keep_awake import LinuxKeepAwake, NoKeepAwake
from tests.desktop.deadline import wait_for
from tests.desktop.private_bus import PrivateBus, Reply, Service

SAVER, GNOME, PORTAL = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.SessionManager",
    "org.freedesktop.portal.Desktop",
)


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with TemporaryDirectory(prefix="kt-") as folder:
        bus = PrivateBus(Path(folder), {"PATH": "/usr/bin:/bin"})
        yield bus
        bus.child.end()


def _cookies(member: str, _arguments: tuple[Any, ...]) -> Reply:
    return {"Inhibit": ("u", (7,)), "UnInhibit": ("", ()), "Uninhibit": ("", ())}[member]


def test_it_asks_when_held_and_gives_the_cookie_back(bus: PrivateBus) -> None:
    with Service(bus, (SAVER,), _cookies) as saver:
        awake = LinuxKeepAwake(bus.address, display="")
        awake.hold()
        wait_for(lambda: saver.called("Inhibit"), "the screen saver is asked")
        assert saver.called("UnInhibit") == []
        awake.release()
        wait_for(lambda: saver.called("UnInhibit") == [(7,)], "the cookie is given back")
        awake.close()


def test_holding_twice_asks_once(bus: PrivateBus) -> None:
    with Service(bus, (SAVER, GNOME), _cookies) as service:
        awake = LinuxKeepAwake(bus.address, display="")
        awake.hold()
        awake.hold()
        awake.close()
        assert len(service.called("Inhibit")) == 2  # one for each of the two services
        assert service.called("UnInhibit") == [(7,)]
        assert service.called("Uninhibit") == [(7,)]


def test_a_portal_request_ends_with_its_connection(bus: PrivateBus) -> None:
    def answer(member: str, _arguments: tuple[Any, ...]) -> Reply:
        return {"Inhibit": ("o", ("/org/freedesktop/portal/desktop/request/1",))}[member]

    with Service(bus, (PORTAL,), answer) as portal:
        awake = LinuxKeepAwake(bus.address, display="")
        awake.hold()
        wait_for(lambda: portal.senders, "the portal is asked")
        assert bus.has(portal.senders[0])
        awake.close()
        wait_for(lambda: not bus.has(portal.senders[0]), "the connection is closed")


def test_without_a_bus_or_a_display_nothing_happens(tmp_path: Path) -> None:
    awake = LinuxKeepAwake(f"unix:path={tmp_path}/none", display="")
    awake.hold()
    awake.release()
    awake.close()
    assert not awake.working


def test_the_null_object_can_be_called() -> None:
    none = NoKeepAwake()
    none.hold()
    none.release()
    none.close()
    assert isinstance(none, NoKeepAwake)
