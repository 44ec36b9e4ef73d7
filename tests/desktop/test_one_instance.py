import json
import signal
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from kindtimer.desktop.one_instance import MOST_CLIENTS, OneInstance
from kindtimer.desktop.remote import LONGEST_MESSAGE, AlreadyRunning, InstanceLock, ask


def told(message: dict[str, Any]) -> dict[str, Any]:
    """What a program answers in these tests: the message itself, or a bug."""
    if message.get("wish") == "bug":
        raise RuntimeError("a bug")
    return {"ok": True, "heard": message}


@contextmanager
def listening(folder: Path, **kept: Any) -> Iterator[OneInstance]:
    instance = OneInstance(InstanceLock(folder / "lock"), folder / "a.sock", told, **kept)
    assert instance.listen()
    try:
        yield instance
    finally:
        instance.close()
        instance.deleteLater()


def beside(qtbot: QtBot, work: Callable[[], Any]) -> Any:
    """What `work` gives on another thread while this one serves."""
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive())
    return found[0]


def raw(path: Path, sent: bytes) -> bytes:
    """Everything that comes back for some bytes."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(5)
        client.connect(str(path))
        client.sendall(sent)
        found = b""
        try:
            while more := client.recv(65536):
                found += more
        except ConnectionResetError:
            pass
        return found


def test_a_wish_is_heard_and_answered(qtbot: QtBot, tmp_path: Path) -> None:
    with listening(tmp_path) as instance:
        wish = {"wish": "breathe", "pattern": "coherent", "word": "ü"}
        assert beside(qtbot, lambda: ask(tmp_path / "a.sock", wish)) == {"ok": True, "heard": wish}
        assert instance.trouble is None
        assert stat.S_IMODE((tmp_path / "a.sock").stat().st_mode) == 0o600


def test_the_second_is_told_that_it_is_not_alone(qtbot: QtBot, tmp_path: Path) -> None:
    with listening(tmp_path):
        second = OneInstance(tmp_path / "lock", tmp_path / "a.sock", told)
        with pytest.raises(AlreadyRunning):
            second.listen()
        assert beside(qtbot, lambda: ask(tmp_path / "a.sock", {"wish": "show"})) is not None


def test_two_homes_live_side_by_side(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with listening(tmp_path / "one"), listening(tmp_path / "two"):
        for name in ("one", "two"):
            assert beside(qtbot, partial(ask, tmp_path / name / "a.sock", {"wish": name}))


def test_a_stale_socket_is_no_hindrance(qtbot: QtBot, tmp_path: Path) -> None:
    stale = socket.socket(socket.AF_UNIX)
    stale.bind(str(tmp_path / "a.sock"))
    stale.close()
    with listening(tmp_path):
        assert beside(qtbot, lambda: ask(tmp_path / "a.sock", {"wish": "show"}))


def test_closing_takes_the_socket_away_and_lets_the_home_go(tmp_path: Path, qapp: object) -> None:
    with listening(tmp_path):
        assert (tmp_path / "a.sock").exists()
    assert not (tmp_path / "a.sock").exists()
    with listening(tmp_path):
        assert (tmp_path / "a.sock").exists()


def test_a_lock_taken_before_qt_was_loaded_counts(tmp_path: Path, qapp: object) -> None:
    lock = InstanceLock(tmp_path / "lock")
    lock.take(tmp_path / "a.sock")
    instance = OneInstance(lock, tmp_path / "a.sock", told)
    assert instance.listen()
    instance.close()
    assert not lock.held


def test_where_no_socket_can_stand_the_program_runs_and_says_so(tmp_path: Path, qapp: object) -> None:
    instance = OneInstance(InstanceLock(tmp_path / "lock"), tmp_path / "none" / "a.sock", told)
    assert instance.listen()
    assert instance.trouble
    instance.close()


@pytest.mark.parametrize(
    "sent",
    [
        b"\n",
        b"nonsense\n",
        b"\xff\xfe\n",
        b"[1]\n",
        b"5\n",
        b"[" * 60_000 + b"\n",
        b"x" * (LONGEST_MESSAGE + 10),
        b'{"a": "' + b"x" * LONGEST_MESSAGE + b'"}\n',
    ],
    ids=lambda sent: f"{sent[:8]!r} of {len(sent)}",
)
def test_a_bad_message_is_answered_and_harms_nothing(qtbot: QtBot, tmp_path: Path, sent: bytes) -> None:
    with listening(tmp_path):
        reply = json.loads(beside(qtbot, lambda: raw(tmp_path / "a.sock", sent)))
        assert (reply["ok"], reply["code"]) == (False, 2)
        assert beside(qtbot, lambda: ask(tmp_path / "a.sock", {"wish": "show"}))["ok"] is True


def test_an_endless_message_is_not_kept(qtbot: QtBot, tmp_path: Path) -> None:
    with listening(tmp_path, slowest_ms=300) as instance:

        def pour() -> bool:
            with socket.socket(socket.AF_UNIX) as client:
                client.settimeout(5)
                client.connect(str(tmp_path / "a.sock"))
                try:
                    for _ in range(200):
                        client.sendall(b"x" * 65536)
                except OSError:
                    return True
                return False

        assert beside(qtbot, pour), "the pouring is ended"
        qtbot.waitUntil(lambda: not instance.findChildren(QLocalSocket))


def test_a_bug_behind_a_wish_is_answered_and_logged(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with listening(tmp_path):
        reply = beside(qtbot, lambda: ask(tmp_path / "a.sock", {"wish": "bug"}))
        assert (reply["ok"], reply["code"]) == (False, 1)
        assert beside(qtbot, lambda: ask(tmp_path / "a.sock", {"wish": "show"}))["ok"] is True
    assert "could not be answered" in caplog.text


def test_a_message_in_pieces_is_put_together(qtbot: QtBot, tmp_path: Path) -> None:
    def in_pieces() -> bytes:
        with socket.socket(socket.AF_UNIX) as client, client.makefile("rb") as lines:
            client.connect(str(tmp_path / "a.sock"))
            for byte in b'{"wish": "show"}\n':
                client.sendall(bytes([byte]))
            return lines.readline()

    with listening(tmp_path):
        assert json.loads(beside(qtbot, in_pieces))["heard"] == {"wish": "show"}


def test_silent_clients_are_let_go_and_hold_nobody_up(qtbot: QtBot, tmp_path: Path) -> None:
    with listening(tmp_path, slowest_ms=400) as instance:
        silent = [socket.socket(socket.AF_UNIX) for _ in range(20)]
        for client in silent:
            client.connect(str(tmp_path / "a.sock"))
        assert beside(qtbot, lambda: ask(tmp_path / "a.sock", {"wish": "show"}))["ok"] is True
        qtbot.waitUntil(lambda: not instance.findChildren(QLocalSocket))
        for client in silent:
            client.close()


def test_a_crowd_is_bounded(qtbot: QtBot, tmp_path: Path) -> None:
    with listening(tmp_path) as instance:
        crowd = []
        for _ in range(MOST_CLIENTS + 20):
            client = socket.socket(socket.AF_UNIX)
            client.connect(str(tmp_path / "a.sock"))
            crowd.append(client)
            if len(crowd) % 20 == 0:
                qtbot.waitUntil(lambda: len(instance.findChildren(QLocalSocket)) >= min(len(crowd), 60))
        qtbot.waitUntil(lambda: len(instance.findChildren(QLocalSocket)) == MOST_CLIENTS)
        for client in crowd:
            client.close()
        qtbot.waitUntil(lambda: not instance.findChildren(QLocalSocket))
        assert beside(qtbot, lambda: ask(tmp_path / "a.sock", {"wish": "show"}))["ok"] is True


def test_a_client_that_goes_before_its_answer_harms_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with listening(tmp_path) as instance:
        for _ in range(20):
            client = socket.socket(socket.AF_UNIX)
            client.connect(str(tmp_path / "a.sock"))
            client.sendall(b'{"wish": "show"}\n')
            client.close()
        assert beside(qtbot, lambda: ask(tmp_path / "a.sock", {"wish": "show"}))["ok"] is True
        qtbot.waitUntil(lambda: not instance.findChildren(QLocalSocket))


START = """
import sys
from pathlib import Path
from kindtimer.core.clock import SystemClock
from kindtimer.desktop.remote import AlreadyRunning, InstanceLock, ask, hand_over
home = Path(sys.argv[1])
lock, server = InstanceLock(home / "lock"), home / "a.sock"
try:
    lock.take(server)
except AlreadyRunning:
    reply = hand_over(home / "lock", server, {"wish": "show"}, SystemClock())
    sys.exit(0 if reply and reply["ok"] else 1)
from PySide6.QtCore import QCoreApplication
from kindtimer.desktop.one_instance import OneInstance
app = QCoreApplication([])
shown = []
def answer(message):
    shown.append(message)
    return {"ok": True, "shown": len(shown)}
instance = OneInstance(lock, server, answer)
assert instance.listen()
print("lives", flush=True)
app.exec()
"""


def start(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", START, str(folder)], stdout=subprocess.PIPE, text=True)


def test_of_ten_starts_one_lives_and_nine_hand_over_and_a_kill_leaves_nothing_behind(tmp_path: Path) -> None:
    children = [start(tmp_path) for _ in range(10)]
    alive: list[subprocess.Popen[str]] = []
    try:
        for child in children:
            assert child.stdout is not None
            if child.stdout.readline() == "lives\n":
                alive.append(child)
        ended = [child.wait() for child in children if child not in alive]
        assert ended == [0] * 9
        assert ask(tmp_path / "a.sock", {"wish": "show"}) == {"ok": True, "shown": 10}
        alive[0].send_signal(signal.SIGKILL)
        alive[0].wait()
        children.append(start(tmp_path))
        assert children[-1].stdout is not None
        assert children[-1].stdout.readline() == "lives\n"
        assert ask(tmp_path / "a.sock", {"wish": "show"}) == {"ok": True, "shown": 1}
    finally:
        for child in children:
            child.kill()
            child.wait()
            assert child.stdout is not None
            child.stdout.close()
