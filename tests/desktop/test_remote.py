import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kindtimer.core.clock import SystemClock
from kindtimer.desktop.remote import AlreadyRunning, InstanceLock, ask, hand_over, is_taken, server_of
from tests.desktop.deadline import wait_for


@contextmanager
def serving(path: Path, answers: list[bytes | None]) -> Iterator[list[bytes]]:
    """A server that reads one line of each client and says the next answer; None says nothing at all."""
    heard: list[bytes] = []
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    listener.listen()
    ended = threading.Event()

    def serve() -> None:
        for answer in answers:
            client, _ = listener.accept()
            with client, client.makefile("rb") as lines:
                heard.append(lines.readline())
                if answer is None:
                    ended.wait()
                else:
                    with suppress(OSError):  # the client may have heard enough
                        client.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield heard
    finally:
        ended.set()
        thread.join()
        listener.close()
        path.unlink()


def test_nobody_there(tmp_path: Path) -> None:
    assert ask(tmp_path / "none.sock", {"wish": "show"}) is None
    (tmp_path / "file").write_text("")
    assert ask(tmp_path / "file", {"wish": "show"}) is None
    assert ask(tmp_path / ("x" * 150), {"wish": "show"}) is None


def test_a_stale_socket_is_nobody(tmp_path: Path) -> None:
    stale = socket.socket(socket.AF_UNIX)
    stale.bind(str(tmp_path / "a"))
    stale.close()
    assert ask(tmp_path / "a", {"wish": "show"}) is None


def test_one_line_there_and_one_back(tmp_path: Path) -> None:
    with serving(tmp_path / "a", [b'{"ok": true, "n": 1}\n']) as heard:
        assert ask(tmp_path / "a", {"wish": "show", "word": "ü\n"}) == {"ok": True, "n": 1}
    assert [json.loads(line) for line in heard] == [{"wish": "show", "word": "ü\n"}]


@pytest.mark.parametrize("answer", [None, b"", b"nonsense\n", b"[1]\n", b"[" * 100_000 + b"\n", b'{"ok": tr'])
def test_somebody_who_does_not_answer_is_told_of_in_one_line(tmp_path: Path, answer: bytes | None) -> None:
    with serving(tmp_path / "a", [answer]):
        reply = ask(tmp_path / "a", {"wish": "show"}, timeout=0.1)
    assert reply is not None
    assert (reply["ok"], reply["code"]) == (False, 1)
    assert "\n" not in reply["line"]


def test_an_endless_answer_is_cut_off(tmp_path: Path) -> None:
    with serving(tmp_path / "a", [b"x" * (2 << 20)]):
        reply = ask(tmp_path / "a", {"wish": "show"})
    assert reply is not None
    assert reply["ok"] is False


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    first, second = InstanceLock(tmp_path / "lock"), InstanceLock(tmp_path / "lock")
    assert not is_taken(tmp_path / "lock")
    first.take(tmp_path / "a.sock")
    first.take(tmp_path / "a.sock")
    assert first.held
    assert is_taken(tmp_path / "lock")
    with pytest.raises(AlreadyRunning):
        second.take(tmp_path / "b.sock")
    assert not second.held
    first.release()
    assert not is_taken(tmp_path / "lock")
    second.take(tmp_path / "b.sock")
    second.release()


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kindtimer.desktop.remote import InstanceLock;"
        "lock = InstanceLock(Path(sys.argv[1])); lock.take(Path('x'));"
        "print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert is_taken(tmp_path / "lock")
        child.kill()
    assert not is_taken(tmp_path / "lock")
    lock = InstanceLock(tmp_path / "lock")
    lock.take(tmp_path / "a.sock")
    lock.release()


def test_the_lock_tells_where_the_other_listens(tmp_path: Path) -> None:
    lock, elsewhere, computed = InstanceLock(tmp_path / "lock"), tmp_path / "a.sock", tmp_path / "b.sock"
    assert server_of(tmp_path / "lock", computed) == computed
    lock.take(elsewhere)
    assert server_of(tmp_path / "lock", computed) == computed, "nothing stands there yet"
    elsewhere.touch()
    assert server_of(tmp_path / "lock", computed) == elsewhere
    lock.release()


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"socket": 5}', b'{"socket": null}', b"{"])
def test_a_strange_lock_file_is_no_hindrance(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "lock").write_bytes(content)
    assert server_of(tmp_path / "lock", tmp_path / "b.sock") == tmp_path / "b.sock"


def test_a_wish_waits_for_one_who_is_still_starting(tmp_path: Path) -> None:
    lock, path = InstanceLock(tmp_path / "lock"), tmp_path / "a.sock"
    lock.take(path)
    replies: list[object] = []
    thread = threading.Thread(
        target=lambda: replies.append(hand_over(tmp_path / "lock", path, {"wish": "show"}, SystemClock()))
    )
    thread.start()
    with serving(path, [b'{"ok": true}\n']) as heard:
        wait_for(lambda: heard, "the wish arrives")
    thread.join()
    lock.release()
    assert replies == [{"ok": True}]


def test_a_wish_for_one_who_is_gone_comes_back(tmp_path: Path) -> None:
    assert hand_over(tmp_path / "lock", tmp_path / "a.sock", {"wish": "show"}, SystemClock()) is None


def test_one_who_never_listens_is_told_of_after_the_patience(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path / "lock")
    lock.take(tmp_path / "a.sock")
    reply = hand_over(tmp_path / "lock", tmp_path / "a.sock", {"wish": "show"}, SystemClock(), patience=0.1)
    lock.release()
    assert reply is not None
    assert reply["code"] == 1


def test_it_comes_without_qt() -> None:
    code = "import sys, kindtimer.desktop.remote; print([m for m in sys.modules if 'PySide' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_lock_is_not_handed_to_child_processes(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path / "lock")
    lock.take(tmp_path / "a.sock")
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as child:
        lock.release()
        assert not is_taken(tmp_path / "lock")
        assert child.poll() is None
    assert os.path.exists(tmp_path / "lock")
