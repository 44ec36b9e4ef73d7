import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from jeepney import DBusAddress, new_signal
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from kindtimer.desktop.time_watch import (
    LOGIN,
    PROPERTIES,
    SESSION,
    LinuxTimeWatch,
    NoTimeWatch,
    time_watch,
)
from tests.desktop.child import Child
from tests.desktop.deadline import wait_for
from tests.desktop.private_bus import PrivateBus, Reply, Service

MINE = "/org/freedesktop/login1/session/_32"
OTHERS = "/org/freedesktop/login1/session/_35"
NUMBERS = count()

WATCHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection
from kindtimer.desktop.time_watch import LinuxTimeWatch
app = QCoreApplication([])
none = QDBusConnection.connectToBus("unix:path=/none", "none")
watch = LinuxTimeWatch(none, none, Path(sys.argv[1]) / "localtime", first_alarm=1)
watch.changed.connect(lambda told: print(told, flush=True))
app.exec()
"""


class Login:
    """A stand-in for logind: knows one session, and whether its screen is locked."""

    def __init__(self, bus: PrivateBus) -> None:
        self.locked = False
        self.service = Service(bus, (LOGIN,), self._answer)
        self._bus = bus

    def _answer(self, member: str, arguments: tuple[Any, ...]) -> Reply:
        if member == "GetSession" and arguments == ("auto",):
            return "o", (MINE,)
        if member == "Get" and arguments == (SESSION, "LockedHint"):
            return "v", (("b", self.locked),)
        raise KeyError(member)

    def tell(self, path: str, interface: str, member: str, signature: str = "", *values: Any) -> None:
        with self._bus.connect() as connection:
            address = DBusAddress(path, interface=interface)
            connection.send(new_signal(address, member, signature or None, values))

    def lock(self, locked: bool, path: str = MINE) -> None:
        self.locked = locked
        changed = {"LockedHint": ("b", locked)}
        self.tell(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", SESSION, changed, [])


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with TemporaryDirectory(prefix="kt-") as folder:
        bus = PrivateBus(Path(folder), {"PATH": "/usr/bin:/bin"})
        yield bus
        bus.child.end()


@pytest.fixture
def line(bus: PrivateBus) -> Iterator[QDBusConnection]:
    name = f"kindtimer-test-{next(NUMBERS)}"
    yield QDBusConnection.connectToBus(bus.address, name)
    QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def login(bus: PrivateBus) -> Iterator[Login]:
    login = Login(bus)
    yield login
    login.service.close()


@pytest.fixture
def watch(qtbot: QtBot, line: QDBusConnection, login: Login, tmp_path: Path) -> Iterator[LinuxTimeWatch]:
    watch = LinuxTimeWatch(line, line, tmp_path / "localtime")
    qtbot.waitUntil(lambda: len(login.service.called("Get")) == 1)
    yield watch
    watch.close()


def nowhere(tmp_path: Path) -> QDBusConnection:
    return QDBusConnection.connectToBus(f"unix:path={tmp_path}/none", f"kindtimer-none-{next(NUMBERS)}")


def test_the_kernel_s_timer_tells_of_the_clock(qtbot: QtBot, tmp_path: Path) -> None:
    # Nobody sets the machine's clock for a test: an alarm in the past makes the same real timer readable.
    none = nowhere(tmp_path)
    watch = LinuxTimeWatch(none, none, tmp_path / "localtime", first_alarm=1)
    with qtbot.waitSignal(watch.changed) as told:
        pass
    assert told.args == ["clock"]
    watch.close()


def test_a_timer_that_the_kernel_cancels_tells_of_the_clock(tmp_path: Path) -> None:
    # The kernel's answer to a clock that was set, given by the tracer in its place.
    trace = ("strace", "-f", "-qq", "-o", str(tmp_path / "trace"), "-P", "anon_inode:[timerfd]")
    inject = ("-e", "trace=read", "-e", "inject=read:error=ECANCELED:when=1")
    env = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    command = (*trace, *inject, sys.executable, "-c", WATCHER, str(tmp_path))
    with Child("watcher", command, env, tmp_path) as watcher:
        wait_for(lambda: watcher.said() == "clock\n", "the clock is told", deadline=10.0, alive=watcher.check)
        (tmp_path / "localtime").write_bytes(b"")
        wait_for(lambda: watcher.said() == "clock\nzone\n", "nothing else is told", alive=watcher.check)
    assert "ECANCELED" in (tmp_path / "trace").read_text("utf-8")


def test_the_clock_s_timer_rings_once_and_is_silent_then(qtbot: QtBot, tmp_path: Path) -> None:
    none = nowhere(tmp_path)
    watch = LinuxTimeWatch(none, none, tmp_path / "localtime", first_alarm=1)
    told: list[str] = []
    watch.changed.connect(told.append)
    qtbot.waitUntil(lambda: told == ["clock"])
    with qtbot.waitSignal(watch.changed) as other:
        (tmp_path / "localtime").write_bytes(b"")
    assert other.args == ["zone"]
    assert told == ["clock", "zone"]
    watch.close()


def test_a_link_that_is_replaced_in_one_step_tells_of_the_zone(
    qtbot: QtBot, watch: LinuxTimeWatch, tmp_path: Path
) -> None:
    for name in ("Berlin", "Lisbon"):
        (tmp_path / "new").symlink_to(f"/usr/share/zoneinfo/Europe/{name}")
        with qtbot.waitSignal(watch.changed) as told:
            os.replace(tmp_path / "new", tmp_path / "localtime")
        assert told.args == ["zone"]


def test_a_link_that_is_taken_away_and_made_anew_tells_it_once(
    qtbot: QtBot, watch: LinuxTimeWatch, tmp_path: Path
) -> None:
    link = tmp_path / "localtime"
    told: list[str] = []
    watch.changed.connect(told.append)
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    link.unlink()
    link.symlink_to("/usr/share/zoneinfo/Europe/Lisbon")
    qtbot.waitUntil(lambda: told == ["zone"])


def test_other_files_of_the_folder_tell_nothing(
    qtbot: QtBot, watch: LinuxTimeWatch, login: Login, tmp_path: Path
) -> None:
    with qtbot.waitSignal(watch.changed) as told:
        (tmp_path / "resolv.conf").write_text("x")
        login.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", False)
    assert told.args == ["wake"]


def test_falling_asleep_tells_nothing_and_waking_does(
    qtbot: QtBot, watch: LinuxTimeWatch, login: Login
) -> None:
    told: list[str] = []
    watch.changed.connect(told.append)
    for before in (True, False):
        login.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", before)
    qtbot.waitUntil(lambda: told == ["wake"])


def test_the_session_s_own_word_tells_of_an_unlock(qtbot: QtBot, watch: LinuxTimeWatch, login: Login) -> None:
    with qtbot.waitSignal(watch.changed) as told:
        login.tell(MINE, SESSION, "Unlock")
    assert told.args == ["unlock"]


def test_the_locked_hint_tells_of_an_unlock(qtbot: QtBot, watch: LinuxTimeWatch, login: Login) -> None:
    login.lock(True)
    qtbot.waitUntil(lambda: len(login.service.called("Get")) == 2)
    with qtbot.waitSignal(watch.changed) as told:
        login.lock(False)
    assert told.args == ["unlock"]


def test_a_session_that_was_never_locked_tells_nothing_when_it_changes(
    qtbot: QtBot, watch: LinuxTimeWatch, login: Login
) -> None:
    with qtbot.waitSignal(watch.changed) as told:
        login.lock(False)
        qtbot.waitUntil(lambda: len(login.service.called("Get")) == 2)
        login.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", False)
    assert told.args == ["wake"]


def test_somebody_else_s_session_tells_nothing(qtbot: QtBot, watch: LinuxTimeWatch, login: Login) -> None:
    with qtbot.waitSignal(watch.changed) as told:
        login.tell(OTHERS, SESSION, "Unlock")
        login.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", False)
    assert told.args == ["wake"]


@pytest.mark.parametrize("desktop", ["freedesktop", "gnome", "cinnamon"])
def test_a_screen_saver_that_ends_tells_of_an_unlock(
    qtbot: QtBot, watch: LinuxTimeWatch, login: Login, desktop: str
) -> None:
    told: list[str] = []
    watch.changed.connect(told.append)
    for active in (True, False):
        login.tell("/ScreenSaver", f"org.{desktop}.ScreenSaver", "ActiveChanged", "b", active)
    qtbot.waitUntil(lambda: told == ["unlock"])


def test_an_unlock_that_three_services_tell_counts_once(
    qtbot: QtBot, watch: LinuxTimeWatch, login: Login
) -> None:
    told: list[str] = []
    watch.changed.connect(told.append)
    login.tell(MINE, SESSION, "Unlock")
    login.tell("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "b", False)
    login.tell("/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "b", False)
    login.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", False)
    qtbot.waitUntil(lambda: "wake" in told and "unlock" in told)
    assert sorted(told) == ["unlock", "wake"]


def test_without_logind_the_rest_goes_on(
    qtbot: QtBot, bus: PrivateBus, line: QDBusConnection, tmp_path: Path
) -> None:
    watch = LinuxTimeWatch(line, line, tmp_path / "localtime")
    with qtbot.waitSignal(watch.changed) as told:
        (tmp_path / "localtime").write_bytes(b"")
    assert told.args == ["zone"]
    watch.close()


def test_without_a_bus_and_without_a_folder_nothing_happens(qtbot: QtBot, tmp_path: Path) -> None:
    none = nowhere(tmp_path)
    watch = LinuxTimeWatch(none, none, tmp_path / "gone" / "localtime")
    with qtbot.assertNotEmitted(watch.changed):
        watch.close()


def test_nothing_is_told_once_it_is_closed(
    qtbot: QtBot, line: QDBusConnection, login: Login, tmp_path: Path
) -> None:
    before = set(os.listdir("/proc/self/fd"))
    closed = LinuxTimeWatch(line, line, tmp_path / "localtime")
    closed.close()
    assert set(os.listdir("/proc/self/fd")) <= before
    watch = LinuxTimeWatch(line, line, tmp_path / "localtime")
    with qtbot.assertNotEmitted(closed.changed), qtbot.waitSignals([watch.changed] * 2):
        (tmp_path / "localtime").write_bytes(b"")
        login.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", False)
    watch.close()


def test_the_one_for_this_machine_and_the_null_object(qtbot: QtBot) -> None:
    real = time_watch()
    assert isinstance(real, LinuxTimeWatch)
    real.close()
    none = NoTimeWatch()
    with qtbot.assertNotEmitted(none.changed):
        none.close()
