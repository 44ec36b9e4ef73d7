"""One instance: one KindTimer for each home, and the ear that hears what the command line asks of it.

The lock in the home decides; the local socket carries one JSON line there and one back. `remote` is the
client's side. Main thread; the answering is short. The only use of QtNetwork.
"""

import json
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from kindtimer.core.words import tr
from kindtimer.desktop.remote import LONGEST_MESSAGE, InstanceLock

Answer = Callable[[dict[str, Any]], dict[str, Any]]
"""What a message becomes: `{"wish": …}` in, `{"ok": true, …}` or `{"ok": false, "line": …}` out."""

SLOWEST_MS = 3000
"""A client that has not said and heard everything by then is let go."""

MOST_CLIENTS = 64

logger = logging.getLogger(__name__)


class OneInstance(QObject):
    """Listens for wishes once it has the home to itself."""

    def __init__(
        self,
        lock: InstanceLock | Path,
        server: Path,
        answer: Answer,
        parent: QObject | None = None,
        *,
        slowest_ms: int = SLOWEST_MS,
    ) -> None:
        """`server` is the socket's path. `lock` may be held already (taken before Qt was loaded)."""
        super().__init__(parent)
        self._lock = InstanceLock(lock) if isinstance(lock, Path) else lock
        self._path = server
        self._answer = answer
        self._slowest_ms = slowest_ms
        # No options: with an access option a second listener steals a living socket.
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._welcome)
        self.trouble: str | None = None

    def listen(self) -> bool:
        """Take the home and listen; True. Raises AlreadyRunning where another KindTimer has it.

        Without a socket the program runs all the same; `trouble` then says what is not possible.
        """
        self._lock.take(self._path)
        QLocalServer.removeServer(str(self._path))  # nobody else has the lock: what is there is stale
        if self._server.listen(str(self._path)):
            with suppress(OSError):
                os.chmod(self._path, 0o600)
        else:
            self.trouble = tr(
                "The command line cannot reach this KindTimer ({why}). Everything else goes on.",
                why=self._server.errorString(),
            )
        return True

    def close(self) -> None:
        """Stop listening, then let the home go, in this order."""
        self._server.close()
        for client in self._server.findChildren(QLocalSocket):
            client.abort()
        self._lock.release()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._server.findChildren(QLocalSocket)) > MOST_CLIENTS:
                socket.abort()
                socket.deleteLater()
            else:
                _Client(socket, self._answer, self._slowest_ms)


class _Client(QObject):
    """One connection: one line in, one line out, or nothing within the time given."""

    def __init__(self, socket: QLocalSocket, answer: Answer, slowest_ms: int) -> None:
        super().__init__(socket)
        self._socket = socket
        self._answer = answer
        self._heard = b""
        self._done = False
        socket.setReadBufferSize(LONGEST_MESSAGE + 1)
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(socket.deleteLater)
        self._patience = QTimer(self, interval=slowest_ms, singleShot=True)
        self._patience.timeout.connect(self._let_go)
        self._patience.start()
        self._hear()

    def _let_go(self) -> None:
        self._socket.abort()

    def _hear(self) -> None:
        if self._done:
            self._socket.readAll()  # one wish each; what follows is let go
            return
        self._heard += self._socket.readAll().data()
        line, end, _ = self._heard.partition(b"\n")
        if len(line) > LONGEST_MESSAGE:
            self._reply(_refused(tr("The message is too long.")))
        elif end:
            self._reply(self._answered(line))

    def _reply(self, reply: dict[str, Any]) -> None:
        self._done = True
        self._heard = b""
        self._socket.write(json.dumps(reply).encode() + b"\n")
        self._socket.disconnectFromServer()  # after everything is written

    def _answered(self, line: bytes) -> dict[str, Any]:
        try:
            message = json.loads(line)
        except (ValueError, RecursionError):
            return _refused(tr("The message is not JSON."))
        if not isinstance(message, dict):
            return _refused(tr("The message is not an object."))
        try:
            return self._answer(message)
        except Exception:
            # A bug behind one wish must not take the session that runs with it.
            logger.exception("a wish could not be answered")
            return _refused(tr("That could not be done; the log says why. Nothing is lost."), code=1)


def _refused(line: str, code: int = 2) -> dict[str, Any]:
    return {"ok": False, "code": code, "line": line}
