"""Remote: speaking to a KindTimer that runs already, and the lock that decides which one that is.

The client's side, without Qt: a plain socket, one JSON line there and one back. Called by the command line
before anything heavy is loaded. `one_instance` is the other side.
"""

import contextlib
import errno
import json
import os
import select
import socket
import sys
from pathlib import Path
from typing import Any

from kindtimer.core.clock import Clock
from kindtimer.core.words import tr

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LONGEST_MESSAGE = 1 << 16
LONGEST_REPLY = 1 << 20
LOOK_EVERY = 0.03
TAKE_TRIES = 5
"""A look whether somebody holds the lock holds it for some microseconds itself."""


class AlreadyRunning(Exception):
    """Another KindTimer has this home; the wish goes to it."""


class InstanceLock:
    """The lock of one home. The system lets go of it when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds it."""
        return self._fd is not None

    def take(self, server: Path) -> None:
        """Take it, and note where this KindTimer will listen. Raises AlreadyRunning, or OSError."""
        if self._fd is not None:
            return
        for _ in range(TAKE_TRIES):
            fd = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            if _locked(fd):
                self._fd = fd
                os.ftruncate(fd, 0)
                with contextlib.suppress(OSError):  # a full disk; the computed place will do
                    os.write(fd, json.dumps({"pid": os.getpid(), "socket": str(server)}).encode())
                return
            os.close(fd)
            select.select([], [], [], 0.002)
        raise AlreadyRunning

    def release(self) -> None:
        """Let go."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


def is_taken(lock: Path) -> bool:
    """Whether somebody holds the lock now."""
    try:
        fd = os.open(lock, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _locked(fd)
    finally:
        os.close(fd)


def _locked(fd: int) -> bool:
    """Lock it if it is free. A file system that knows no locks counts as free: the socket decides then."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)
    return True


def server_of(lock: Path, computed: Path) -> Path:
    """Where the KindTimer of this home listens.

    The one that runs wrote it into the lock: started from another login it may see another runtime folder.
    """
    try:
        told = json.loads(lock.read_bytes())["socket"]
    except (OSError, ValueError, KeyError, TypeError):
        return computed
    return Path(told) if isinstance(told, str) and os.path.exists(told) else computed


def ask(server: Path, message: dict[str, Any], timeout: float = 2.0) -> dict[str, Any] | None:
    """Send one message and wait at most `timeout` seconds for each step of its answer.

    None where nobody is there. Where somebody is but does not answer, the reply says so (`ok` false).
    """
    if not _is_own(server):
        return None
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(timeout)
        try:
            line.connect(str(server))
        except (BlockingIOError, TimeoutError):
            return _silent()
        except OSError:
            return None
        try:
            line.sendall(json.dumps(message).encode() + b"\n")
            return _understood(_answer(line))
        except OSError:
            return _silent()


def hand_over(
    lock: Path, computed: Path, message: dict[str, Any], clock: Clock, patience: float = 10.0
) -> dict[str, Any] | None:
    """Ask a KindTimer that may still be starting. None once nobody holds the lock any more."""
    until = clock.now() + patience
    while True:
        reply = ask(server_of(lock, computed), message)
        if reply is not None:
            return reply
        if not is_taken(lock):
            return None
        if clock.now() >= until:
            return _silent()
        select.select([], [], [], LOOK_EVERY)


def _is_own(server: Path) -> bool:
    """A socket somebody else laid into a shared folder is not spoken to."""
    if not hasattr(socket, "AF_UNIX"):
        return False
    try:
        owner = server.stat().st_uid
    except OSError:
        return False
    return os.getuid() in (owner, 0)


def _answer(line: socket.socket) -> bytes:
    found = b""
    while b"\n" not in found and len(found) <= LONGEST_REPLY:
        more = line.recv(65536)
        if not more:
            break
        found += more
    return found


def _understood(answer: bytes) -> dict[str, Any]:
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        return _silent()
    return found if isinstance(found, dict) else _silent()


def _silent() -> dict[str, Any]:
    line = tr(
        "KindTimer runs but does not answer. Closing it and starting it anew is one way; nothing is lost."
    )
    return {"ok": False, "code": 1, "line": line}
