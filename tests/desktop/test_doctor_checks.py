import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kindtimer.core.check import Check
from kindtimer.desktop import doctor_checks
from kindtimer.desktop.doctor_checks import WATCHER, desktop_checks, within
from tests.desktop.private_bus import PrivateBus, Service

BARE = {"PATH": os.environ.get("PATH", ""), "HOME": "/nonexistent", "QT_QPA_PLATFORM": "offscreen"}


def found(environ: dict[str, str]) -> dict[str, Check]:
    return {check.id: check for check in desktop_checks(environ)}


def test_every_check_is_made_on_a_bare_machine() -> None:
    checks = found(BARE)
    assert list(checks)[:8] == [
        "display",
        "tray",
        "sound_library",
        "sound_output",
        "session_bus",
        "keep_awake",
        "motion",
        "offers_wait",
    ]
    assert {"hold_full_screen", "hold_call", "hold_input"} <= checks.keys()
    assert all(check.ok or check.remedy for check in checks.values())
    assert not checks["tray"].ok
    assert not checks["session_bus"].ok
    assert not checks["keep_awake"].ok


def test_a_display_that_does_not_answer_is_survived() -> None:
    checks = found({**BARE, "DISPLAY": ":4714", "QT_QPA_PLATFORM": "xcb"})
    assert not checks["display"].ok
    assert not checks["tray"].ok


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with TemporaryDirectory(prefix="kt-") as folder:
        bus = PrivateBus(Path(folder), {"PATH": "/usr/bin:/bin"})
        yield bus
        bus.child.end()


def test_what_stands_on_the_bus_is_found(bus: PrivateBus) -> None:
    names = (WATCHER, "org.freedesktop.ScreenSaver")
    with Service(bus, names, lambda member, arguments: ("", ())):
        checks = found(
            {**BARE, "DBUS_SESSION_BUS_ADDRESS": bus.address, "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}
        )
    assert checks["session_bus"].ok
    assert "by: screen saver service." in checks["keep_awake"].detail
    assert checks["tray"].ok
    assert "left click: Breathe is the first entry" in checks["tray"].detail


def test_gnome_without_its_extension_is_told_of_it() -> None:
    remedy = found({**BARE, "XDG_CURRENT_DESKTOP": "GNOME"})["tray"].remedy or ""
    assert "AppIndicator extension. A second start" in remedy


@pytest.mark.parametrize(
    ("said", "ok"),
    [
        ('{"library": false}', (False, False)),
        ('{"library": true, "device": null}', (True, False)),
        ('{"library": true, "device": "Headset"}', (True, True)),
        ("", (False, False)),
        ("nonsense", (False, False)),
        ("[]", (False, False)),
        (None, (False, False)),
    ],
)
def test_what_the_sound_probe_says(said: str | None, ok: tuple[bool, bool]) -> None:
    child = None if said is None else subprocess.CompletedProcess([], 0, said, "")
    library, output = doctor_checks._sound(child)
    assert (library.id, output.id) == ("sound_library", "sound_output")
    assert (library.ok, output.ok) == ok


def test_a_probe_that_hangs_or_fails_is_not_known() -> None:
    release = threading.Event()
    assert within(0.05, release.wait) is None
    release.set()
    assert within(5.0, lambda: 1 // 0) is None
    assert within(5.0, lambda: 7) == 7
