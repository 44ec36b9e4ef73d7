import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.desktop.notification import (
    BusNotification,
    NoNotification,
    Notification,
    notification,
)
from kindtimer.desktop.notification_line import Notice
from tests.desktop.child import Child
from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.notification_daemon import NotificationDaemon
from tests.desktop.private_bus import PrivateBus

NOTICE = Notice("KindTimer", "One slow minute, if it suits.", (("take", "Take it"), ("not_now", "Not now")))
OTHER = Notice("KindTimer", "Three breaths, then back.", (("take", "Take it"),))
LONGER_THAN_THE_LIMIT_MS = 8000


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with TemporaryDirectory(prefix="kt-") as folder:
        bus = PrivateBus(Path(folder), {"PATH": "/usr/bin:/bin"})
        yield bus
        bus.child.end()


@pytest.fixture
def daemon(bus: PrivateBus) -> Iterator[NotificationDaemon]:
    with NotificationDaemon(bus) as daemon:
        yield daemon


class Told:
    """Everything a notification announces."""

    def __init__(self, one: BusNotification) -> None:
        self.answers: list[str] = []
        self.lines: list[str] = []
        one.answered.connect(self.answers.append)
        one.failed.connect(self.lines.append)

    @property
    def nothing(self) -> bool:
        return not (self.answers or self.lines)


@pytest.fixture
def one(qtbot: QtBot, bus: PrivateBus) -> Iterator[BusNotification]:
    one = BusNotification(bus.address)
    yield one
    one.close()
    qtbot.waitUntil(lambda: not one.working)


def show(qtbot: QtBot, one: BusNotification, daemon: NotificationDaemon, notice: Notice = NOTICE) -> int:
    """Show it; its number, once the program listens for answers."""
    before = len(daemon.shown)
    one.show(notice)
    qtbot.waitUntil(lambda: len(daemon.shown) > before and one.listening)
    return 6 + len({arguments[1] for arguments in daemon.shown})


def test_an_answer_is_told_and_the_notification_is_taken_away(
    qtbot: QtBot, one: BusNotification, daemon: NotificationDaemon
) -> None:
    told = Told(one)
    number = show(qtbot, one, daemon)
    daemon.tell("ActivationToken", "us", number, "a-token")
    with qtbot.waitSignal(one.answered):
        daemon.tell("ActionInvoked", "us", number, "not_now")
    daemon.tell("NotificationClosed", "uu", number, 3)
    qtbot.waitUntil(lambda: not one.working)
    assert daemon.called("CloseNotification") == [(number,)]
    assert (told.answers, told.lines) == (["not_now"], [])
    assert one.token == "a-token"
    show(qtbot, one, daemon)
    assert one.token == ""


@pytest.mark.parametrize("reason", [1, 2, 3, 4])
def test_one_that_goes_leaves_nothing_to_be_told_or_taken_away(
    qtbot: QtBot, one: BusNotification, daemon: NotificationDaemon, reason: int
) -> None:
    told = Told(one)
    number = show(qtbot, one, daemon)
    daemon.tell("NotificationClosed", "uu", number, reason)
    qtbot.waitUntil(lambda: not one.working)
    assert told.nothing
    assert daemon.called("CloseNotification") == []


def test_nothing_of_it_is_left_once_it_is_gone(
    qtbot: QtBot, one: BusNotification, daemon: NotificationDaemon
) -> None:
    show(qtbot, one, daemon)
    one.close_notification()
    qtbot.waitUntil(lambda: not one.working)
    threads, files = threading.active_count(), len(os.listdir("/proc/self/fd"))
    number = show(qtbot, one, daemon)
    assert threading.active_count() == threads  # the worker has ended, and the socket wakes the main thread
    daemon.tell("NotificationClosed", "uu", number + 1, 2)
    qtbot.waitUntil(lambda: not one.working)
    assert (threading.active_count(), len(os.listdir("/proc/self/fd"))) == (threads, files)


def test_showing_another_takes_the_place_of_the_first(
    qtbot: QtBot, one: BusNotification, daemon: NotificationDaemon
) -> None:
    told = Told(one)
    number = show(qtbot, one, daemon)
    show(qtbot, one, daemon, OTHER)
    assert [(arguments[1], arguments[4]) for arguments in daemon.shown] == [
        (0, NOTICE.body),
        (number, OTHER.body),
    ]
    with qtbot.waitSignal(one.answered):
        daemon.tell("ActionInvoked", "us", number, "take")
    assert told.answers == ["take"]


def test_one_that_is_taken_away_tells_nothing_more(
    qtbot: QtBot, one: BusNotification, daemon: NotificationDaemon
) -> None:
    told = Told(one)
    number = show(qtbot, one, daemon)
    one.close_notification()
    daemon.tell("ActionInvoked", "us", number, "take")
    qtbot.waitUntil(lambda: daemon.called("CloseNotification") == [(number,)] and not one.working)
    assert told.nothing


def test_one_that_is_taken_away_while_it_comes_is_taken_away_when_it_is_there(
    qtbot: QtBot, bus: PrivateBus, one: BusNotification
) -> None:
    told = Told(one)
    with NotificationDaemon(bus, hangs="Notify") as daemon:
        one.show(NOTICE)
        qtbot.waitUntil(lambda: len(daemon.shown) == 1)
        one.close_notification()
        daemon.go_on()
        qtbot.waitUntil(lambda: daemon.called("CloseNotification") == [(7,)] and not one.working)
    assert told.nothing


def test_a_daemon_that_hangs_is_told_once_and_the_program_goes_on(
    qtbot: QtBot, bus: PrivateBus, one: BusNotification
) -> None:
    told = Told(one)
    with NotificationDaemon(bus, hangs="GetCapabilities") as daemon:
        with qtbot.waitSignal(one.failed, timeout=LONGER_THAN_THE_LIMIT_MS):
            one.show(NOTICE)
        qtbot.waitUntil(lambda: not one.working)
        assert told.lines == ["The desktop's notifications do not answer."]
        daemon.hangs = ""
        daemon.go_on()
        show(qtbot, one, daemon)
    assert len(told.lines) == 1


def test_no_daemon_and_no_bus_are_told(
    qtbot: QtBot, bus: PrivateBus, one: BusNotification, tmp_path: Path
) -> None:
    none = BusNotification(f"unix:path={tmp_path}/none")
    for silent in (one, none):
        with qtbot.waitSignal(silent.failed) as told:
            silent.show(NOTICE)
        assert told.args[0].endswith(".")
    none.close()


def test_a_bus_that_hangs_is_told(qtbot: QtBot, bus: PrivateBus, one: BusNotification) -> None:
    os.kill(bus.child.pid, signal.SIGSTOP)
    try:
        with qtbot.waitSignal(one.failed, timeout=LONGER_THAN_THE_LIMIT_MS) as told:
            one.show(NOTICE)
    finally:
        os.kill(bus.child.pid, signal.SIGCONT)
    assert told.args[0].endswith(".")


def test_a_daemon_that_goes_takes_its_notification_with_it(
    qtbot: QtBot, bus: PrivateBus, one: BusNotification
) -> None:
    told = Told(one)
    with NotificationDaemon(bus) as daemon:
        show(qtbot, one, daemon)
        daemon.close()
        qtbot.waitUntil(lambda: not one.working)
    assert told.nothing


ENDS = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from kindtimer.desktop.notification import BusNotification
from kindtimer.desktop.notification_line import Notice
app = QCoreApplication([])
one = BusNotification(sys.argv[1])
shown_first = sys.argv[3] == "CloseNotification"
one.failed.connect(print)
def look():
    if Path(sys.argv[2]).exists() and (one.listening or not shown_first):
        one.close()
        print(f"closed, working: {one.working}", flush=True)
        app.quit()
timer = QTimer(interval=10)
timer.timeout.connect(look)
timer.start()
one.show(Notice("KindTimer", "One slow minute.", ()))
sys.exit(app.exec())
"""


@pytest.mark.parametrize("member", ["GetCapabilities", "Notify", "CloseNotification"])
def test_a_program_ends_while_the_daemon_hangs(bus: PrivateBus, tmp_path: Path, member: str) -> None:
    end = tmp_path / "end"
    argv = (sys.executable, "-X", "dev", "-c", ENDS, bus.address, str(end), member)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with NotificationDaemon(bus, hangs=member) as daemon, Child("program", argv, env, tmp_path) as program:
        asked = "Notify" if member == "CloseNotification" else member
        wait_for(lambda: daemon.called(asked), "the daemon is asked", deadline=15.0, alive=program.check)
        end.touch()
        wait_for(lambda: not program.running, "the program ends", deadline=15.0)
        wait_for(lambda: daemon.hanging, "the daemon hangs still")
        assert program.end() == 0
        # What hangs was neither waited for nor did it say anything as it ended with the program.
        assert program.said() == "closed, working: True\n"


def clicked(qtbot: QtBot, desktop: Desktop, one: BusNotification, button: int) -> None:
    """Click dunst's window once it is there."""
    window = wait_for(lambda: desktop.hand.window("Dunst"), "dunst's window", alive=desktop.check)
    qtbot.waitUntil(lambda: one.listening)
    desktop.hand.click(*window.centre, button)


@pytest.fixture
def real(qtbot: QtBot, desktop: Desktop) -> Iterator[BusNotification]:
    real = BusNotification(desktop.bus.address)
    yield real
    real.close()
    wait_for(lambda: desktop.hand.window("Dunst") is None, "dunst's window goes")


def test_dunst_shows_it_and_tells_the_answer(qtbot: QtBot, desktop: Desktop, real: BusNotification) -> None:
    real.show(OTHER)
    with qtbot.waitSignal(real.answered) as told:
        clicked(qtbot, desktop, real, 2)  # its middle button takes the one answer
    assert told.args == ["take"]


def test_dunst_tells_that_somebody_put_it_away_and_nothing_is_left_of_it(
    qtbot: QtBot, desktop: Desktop, real: BusNotification
) -> None:
    told = Told(real)
    real.show(NOTICE)
    clicked(qtbot, desktop, real, 1)
    qtbot.waitUntil(lambda: not real.working)
    assert told.nothing


def test_dunst_tells_that_its_time_is_over_and_nothing_is_left_of_it(
    qtbot: QtBot, desktop: Desktop, real: BusNotification
) -> None:
    told = Told(real)
    real.show(Notice("KindTimer", "Short.", (), seconds=0.3))
    qtbot.waitUntil(lambda: not real.working)
    assert told.nothing


def test_dunst_takes_it_away_when_asked(qtbot: QtBot, desktop: Desktop, real: BusNotification) -> None:
    real.show(NOTICE)
    wait_for(lambda: desktop.hand.window("Dunst"), "dunst's window", alive=desktop.check)
    real.close()
    qtbot.waitUntil(lambda: not real.working)


def test_the_one_for_this_machine_and_the_null_object(qtbot: QtBot) -> None:
    made = notification()
    assert isinstance(made, BusNotification)
    made.close()
    none: Notification = NoNotification()
    with qtbot.waitSignal(none.failed) as told:
        none.show(NOTICE)
    assert told.args[0].endswith(".")
    assert none.token == ""
    none.close_notification()
    none.close()
