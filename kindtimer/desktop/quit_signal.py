"""Quit signal: Ctrl+C, a plain kill and a terminal that closes end the program in order. Nothing polls.

Python's handlers run only between byte codes, and Qt's loop has none; so the signal's number arrives on a
socket pair that wakes the loop. Main thread only.
"""

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ASKED = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)
)
"""The ways a process is asked to end that this system knows."""


class QuitSignal(QObject):
    """Announces that somebody asked this process to end."""

    quit_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._write.fileno())
        self._handlers = {number: signal.signal(number, lambda *_: None) for number in ASKED}
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._read.recv(64)
        self.quit_requested.emit()

    def close(self) -> None:
        """Give the signals back as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._read.close()
        self._write.close()
