"""On Wayland no window can be placed: an offer is a notification there, and no window is mapped for it."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from kindtimer.core.offer_replies import Reply, reply_words
from tests.desktop.child import Child
from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.notification_daemon import NotificationDaemon
from tests.desktop.private_bus import PrivateBus, Service
from tests.desktop.program import Program
from tests.desktop.shifted_program import script
from tests.desktop.test_tray_hosts import WATCHER, watcher_answers

SOCKET = "wayland-kt"
WESTON = ("weston", "--backend=headless-backend.so", "--use-pixman", f"--socket={SOCKET}", "--idle-time=0")
MAPS = ("xdg_toplevel", "xdg_popup", "layer_surface")
"""What every window that can be seen has, as WAYLAND_DEBUG tells of it. Some lines may be missing: while the
sound library loads, nothing is written to the terminal."""


@dataclass
class Wayland:
    """A program in a headless compositor, on a bus with a tray host and a daemon that keeps what it hears."""

    program: Program
    daemon: NotificationDaemon

    def windows(self) -> list[str]:
        """Every line that tells of a window."""
        return [line for line in self.program.running.said().splitlines() if any(one in line for one in MAPS)]


@pytest.fixture
def wayland(desktop: Desktop, tmp_path: Path) -> Iterator[Wayland]:
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="kt-way-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        run = folder / "run"
        run.mkdir(mode=0o700)
        env = {**desktop.env, "XDG_RUNTIME_DIR": str(run)}
        del env["DISPLAY"]
        weston = Child("weston", WESTON, env, folder)
        stack.callback(weston.end)
        wait_for((run / SOCKET).exists, "a compositor", alive=weston.check)
        bus = PrivateBus(folder, env)
        stack.callback(bus.child.end)
        host = Service(bus, (WATCHER,), watcher_answers)
        stack.callback(host.close)
        daemon = stack.enter_context(NotificationDaemon(bus))
        home = tmp_path / "home"
        home.mkdir(mode=0o700)
        held = {"welcomed": True, "rules": [{"id": "1", "when": "daily 10:00", "words": "Mine alone."}]}
        (home / "settings.json").write_text(json.dumps(held), "utf-8")
        extra = {
            "QT_QPA_PLATFORM": "wayland",
            "WAYLAND_DISPLAY": SOCKET,
            "WAYLAND_DEBUG": "1",
            "XDG_RUNTIME_DIR": str(run),
            "DBUS_SESSION_BUS_ADDRESS": bus.address,
            "DISPLAY": "",
        }
        program = Program(desktop, home, extra_env=extra, script=script("2026-11-25T09:59:56"))
        stack.enter_context(program)
        yield Wayland(program, daemon)


def test_an_offer_is_a_notification_and_no_window_is_mapped(wayland: Wayland) -> None:
    program, daemon = wayland.program, wayland.daemon
    (notify,) = wait_for(lambda: daemon.shown, "a notification", deadline=20.0, alive=program.check)
    name, _, _, title, body, actions, *_ = notify
    assert (name, title) == ("KindTimer", "KindTimer")
    assert "minute" in body
    assert "Mine" not in body
    assert actions == [word for reply in Reply for word in (reply.value, reply_words(reply))]
    assert wayland.windows() == []
    assert program.status()["offer"]["state"] == "shown"

    daemon.tell("ActionInvoked", "us", 7, "take")
    session = wait_for(program.session, "a session", alive=program.check)
    assert session["size"] == "small"
    # The session's own window, and the proof that windows are seen here.
    wait_for(wayland.windows, "the session's window", alive=program.check)


def test_fewer_of_these_leads_to_the_times_from_a_notification_too(wayland: Wayland) -> None:
    program, daemon = wayland.program, wayland.daemon
    wait_for(lambda: daemon.shown, "a notification", deadline=20.0, alive=program.check)
    daemon.tell("ActionInvoked", "us", 7, "fewer")
    wait_for(wayland.windows, "the home window", alive=program.check)
    told = program.status()
    assert (told["offer"], told["session"]) == (None, None)
