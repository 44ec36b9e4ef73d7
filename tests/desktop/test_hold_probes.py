import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.core.clock import SystemClock
from kindtimer.core.hold import ASKED, Hold, Reading
from kindtimer.desktop.hold_asker import HoldAsker, NoHolds
from kindtimer.desktop.hold_probe import silent_line
from kindtimer.desktop.hold_probes import hold_asker, hold_probes, never_told
from tests.desktop.harness import Desktop
from tests.desktop.private_bus import PrivateBus, Reply, Service

CLOCK = SystemClock()
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}
X11 = {"DISPLAY": ":0"}
LOGIN, IDLE = "org.freedesktop.login1", "org.gnome.Mutter.IdleMonitor"


def asked(qtbot: QtBot, environ: Mapping[str, str], microphone: bool = False) -> Mapping[Hold, Reading]:
    """What a desktop with such an environment answers."""
    asker = HoldAsker(hold_probes(environ, CLOCK, lambda: microphone), never_told(environ))
    with qtbot.waitSignal(asker.answered) as told:
        asker.ask(frozenset(ASKED), 60.0)
    asker.close()
    answer: Mapping[Hold, Reading] = told.args[0]
    return answer


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with TemporaryDirectory(prefix="kt-") as folder:
        bus = PrivateBus(Path(folder), {"PATH": "/usr/bin:/bin"})
        yield bus
        bus.child.end()


def on(bus: PrivateBus, **more: str) -> dict[str, str]:
    return {"DBUS_SESSION_BUS_ADDRESS": bus.address, "DBUS_SYSTEM_BUS_ADDRESS": bus.address, **more}


def test_a_real_desktop_tells_all_but_the_lock(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.hand.move(33, 44)
    environ = {**desktop.env, "XDG_CURRENT_DESKTOP": "LXDE"}
    assert asked(qtbot, environ) == {
        Hold.LOCKED: Reading.UNKNOWN,
        Hold.FULL_SCREEN: Reading.NO,
        Hold.SHARING: Reading.UNKNOWN,
        Hold.CALL: Reading.NO,
        Hold.DO_NOT_DISTURB: Reading.NO,
        Hold.INPUT: Reading.YES,
    }
    assert asked(qtbot, environ, microphone=True)[Hold.CALL] is Reading.YES


def test_on_wayland_gnome_tells_of_keys_and_the_login_of_the_lock(qtbot: QtBot, bus: PrivateBus) -> None:
    def answer(member: str, _arguments: tuple[Any, ...]) -> Reply:
        return {"GetIdletime": ("t", (1000,)), "Get": ("v", (("b", True),))}[member]

    with Service(bus, (LOGIN, IDLE), answer) as service, TemporaryDirectory(prefix="kt-") as home:
        known = asked(qtbot, on(bus, HOME=home, XDG_CURRENT_DESKTOP="GNOME", **WAYLAND))
        assert service.called("GetIdletime") == [()]
    assert known[Hold.INPUT] is Reading.YES
    assert known[Hold.LOCKED] is Reading.YES
    assert known[Hold.DO_NOT_DISTURB] is Reading.NO
    assert known[Hold.FULL_SCREEN] is Reading.UNKNOWN
    assert known[Hold.SHARING] is Reading.UNKNOWN


def test_with_no_bus_and_no_display_the_rest_is_known(qtbot: QtBot, tmp_path: Path) -> None:
    nobody = f"unix:path={tmp_path}/nobody"
    known = asked(qtbot, {"DBUS_SESSION_BUS_ADDRESS": nobody, "DBUS_SYSTEM_BUS_ADDRESS": nobody}, True)
    assert known == {**dict.fromkeys(ASKED, Reading.UNKNOWN), Hold.CALL: Reading.YES}


def test_nothing_of_x11_is_asked_on_wayland() -> None:
    names = {probe.name for probe in hold_probes(WAYLAND, CLOCK, lambda: None)}
    assert "input" not in names
    assert {"windows", "services"} <= names
    within_x11 = {**WAYLAND, "XDG_SESSION_TYPE": "x11"}
    assert "input" in {probe.name for probe in hold_probes(within_x11, CLOCK, lambda: None)}


@pytest.mark.parametrize(
    ("environ", "holds"),
    [
        ({**X11, "XDG_CURRENT_DESKTOP": "KDE"}, {Hold.SHARING}),
        ({**X11, "XDG_CURRENT_DESKTOP": "i3"}, {Hold.SHARING, Hold.LOCKED}),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, {Hold.FULL_SCREEN}),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "KDE"}, {Hold.FULL_SCREEN, Hold.INPUT}),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "sway"}, {Hold.LOCKED, Hold.INPUT}),
        ({}, {Hold.LOCKED, Hold.SHARING, Hold.FULL_SCREEN, Hold.INPUT}),
    ],
)
def test_what_is_known_beforehand_not_to_be_told(environ: dict[str, str], holds: set[Hold]) -> None:
    lines = never_told(environ)
    assert set(lines) == holds
    assert all(lines.values())
    assert lines.get(Hold.INPUT, silent_line(Hold.INPUT)) == silent_line(Hold.INPUT)


def test_making_it_asks_nobody_and_leaves_nothing(qtbot: QtBot) -> None:
    asker = hold_asker(CLOCK, lambda: None)
    assert isinstance(asker, HoldAsker)
    assert asker.looking == frozenset()
    assert asker.cannot_tell() == never_told(os.environ)
    asker.close()
    assert not isinstance(asker, NoHolds)
