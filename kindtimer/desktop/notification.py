"""Notification: an offer as a notification of the desktop, with the same answers as the card.

What may hang (the bus, the daemon) is asked on a worker thread with a time limit; the connection then lives
as long as the notification, and wakes the main thread when something comes. At rest there is none of it.
"""

import sys
import threading
from collections import deque
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from kindtimer.core.words import tr
from kindtimer.desktop.notification_line import Line, Notice, Silent

LIMIT_MS = 4000
"""Longer than the two questions may take (`notification_line.TIMEOUT`) together, this is called hanging."""

FAREWELL_S = 0.1
"""So long the program's end waits: a daemon that is well has been told by then; one that hangs keeps nobody
waiting."""


class Notification(Protocol):
    """One notification at a time. Main thread. Of each `show` one thing at most is told, or nothing: one that
    goes unanswered does so in silence, as the bud in the tray stays.
    """

    answered: Any
    """Signal(str): the id of the answer that was chosen. The notification is taken away."""
    failed: Any
    """Signal(str): it could not be shown, and one kind line why."""

    @property
    def token(self) -> str:
        """What came with the last answer to let a window come to the front (Wayland), or empty."""

    def show(self, notice: Notice) -> None:
        """Show it, in place of the one that is shown."""

    def close_notification(self) -> None:
        """Take it away; nothing is told of it any more."""

    def close(self) -> None:
        """The same, at the program's end: waits `FAREWELL_S` at most; what hangs ends with it."""


class NoNotification(QObject):
    """For systems on which it is not built."""

    answered = Signal(str)
    failed = Signal(str)
    token = ""

    def show(self, notice: Notice) -> None:
        """Tell that it cannot be shown."""
        QTimer.singleShot(0, self, self._fail)

    def _fail(self) -> None:
        self.failed.emit(tr("Notifications are not built for this system."))

    def close_notification(self) -> None:
        """There is none."""

    def close(self) -> None:
        """Nothing was started."""


@dataclass(frozen=True)
class _Job:
    """One question to the daemon, and whether its answer is still wanted."""

    notice: Notice
    line: Line | None
    replaces: int
    unwanted: threading.Event


@dataclass(frozen=True)
class _Shown:
    """A notification on the screen."""

    line: Line
    id: int


class BusNotification(QObject):
    """Speaks to the notification daemon of a session bus, by its address or as "SESSION"."""

    answered = Signal(str)
    failed = Signal(str)
    _told = Signal(object, object)

    def __init__(self, bus: str = "SESSION", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._token = ""
        self._job: _Job | None = None
        self._shown: _Shown | None = None
        self._notifier: QSocketNotifier | None = None
        self._workers: deque[threading.Thread] = deque(maxlen=8)
        self._limit = QTimer(self, interval=LIMIT_MS, singleShot=True)
        self._limit.timeout.connect(self._hangs)
        self._told.connect(self._take)

    @property
    def token(self) -> str:
        """What lets a window come to the front, given with the last answer."""
        return self._token

    @property
    def working(self) -> bool:
        """Whether anything of it is alive: a connection, or a worker."""
        return self.listening or any(worker.is_alive() for worker in self._workers)

    @property
    def listening(self) -> bool:
        """Whether one is shown, and its answers are heard."""
        return self._shown is not None

    def show(self, notice: Notice) -> None:
        """Show it, in place of the one that is shown."""
        self._token = ""  # what came with an earlier one is spent or stale
        self._give_up_job()
        shown = self._let_go()
        line, replaces = (shown.line, shown.id) if shown else (None, 0)
        self._job = _Job(notice, line, replaces, threading.Event())
        self._limit.start()
        self._start(self._ask, self._job)

    def close_notification(self) -> None:
        """Take it away, whether it is shown or about to be."""
        self._give_up_job()
        if shown := self._let_go():
            self._start(_dismiss, shown.line, shown.id)

    def close(self) -> None:
        """Take it away; whoever does not answer is not waited for."""
        self.close_notification()
        alive = [worker for worker in self._workers if worker.is_alive()]
        for worker in alive:
            worker.join(FAREWELL_S / len(alive))

    # --- worker threads ---------------------------------------------------------------------------

    def _start(self, work: Any, *given: object) -> None:
        worker = threading.Thread(target=work, args=given, name="notification", daemon=True)
        self._workers.append(worker)
        worker.start()

    def _ask(self, job: _Job) -> None:
        line = job.line
        try:
            line = line or Line(self._bus)
            told: object = _Shown(line, line.notify(job.notice, job.replaces))
        except Silent as silent:
            if line is not None:
                line.close()
            told = str(silent)
        if job.unwanted.is_set():
            _take_back(told)
        else:
            self._told.emit(job, told)

    # --- main thread ------------------------------------------------------------------------------

    def _take(self, job: _Job, told: object) -> None:
        if job is not self._job:  # given up while the answer was on its way
            self._start(_take_back, told)
            return
        self._job = None
        self._limit.stop()
        if isinstance(told, _Shown):
            self._shown = told
            self._notifier = QSocketNotifier(told.line.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._read)
            self._read()  # what came with the answer is read already, and the socket tells nothing of it
        else:
            self.failed.emit(told)

    def _hangs(self) -> None:
        self._give_up_job()
        self.failed.emit(tr("The desktop's notifications do not answer."))

    def _give_up_job(self) -> None:
        self._limit.stop()
        if self._job is not None:
            self._job.unwanted.set()
            self._job = None

    def _let_go(self) -> _Shown | None:
        """Stop listening; the line is the caller's from now on."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        shown, self._shown = self._shown, None
        return shown

    def _read(self) -> None:
        if self._shown is None:
            return
        for news in self._shown.line.news(self._shown.id):
            match news:
                case ("token", str(token)):
                    self._token = token
                case ("answer", str(answer)):
                    self.close_notification()  # most daemons do by themselves
                    self.answered.emit(answer)
                    return
                case _:  # gone without an answer, or the daemon itself has: the bud in the tray stays
                    if shown := self._let_go():
                        shown.line.close()
                    return


def _dismiss(line: Line, number: int) -> None:
    line.dismiss(number)
    line.close()


def _take_back(told: object) -> None:
    if isinstance(told, _Shown):
        _dismiss(told.line, told.id)


def notification(parent: QObject | None = None) -> Notification:
    """The one for this machine."""
    return BusNotification(parent=parent) if sys.platform.startswith("linux") else NoNotification(parent)
