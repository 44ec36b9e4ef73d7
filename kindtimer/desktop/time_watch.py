"""Time watch: tells of what makes plans stale: clock set, zone changed, machine woken, screen unlocked.

Linux: a timer that the kernel cancels when the clock is set, inotify beside /etc/localtime, and signals of
logind and of screen savers, as Qt receives them. Each is optional, nothing polls, no thread is started.
Main thread. Making it takes a few milliseconds; a system bus that hangs holds it up, as Qt connects at once.
"""

import contextlib
import ctypes
import os
import struct
import sys
import time
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import SLOT, QObject, QSocketNotifier, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

from kindtimer.desktop.screen_savers import SAVERS

LOCALTIME = Path("/etc/localtime")
SETTLE_MS = 250
"""A link is replaced in two steps by some tools: the zone is told once both are done."""

ONE_UNLOCK_MS = 2000
"""One unlock is told by up to three services; within this time it counts once."""

ASK_MS = 2000
LOGIN = "org.freedesktop.login1"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"

_FAR = (1 << (8 * ctypes.sizeof(ctypes.c_long) - 1)) - 1
_REALTIME, _ABSOLUTE, _CANCEL_ON_SET = 0, 1, 2
_CHANGES = 0x08 | 0x40 | 0x80 | 0x100 | 0x200  # written and closed, moved from, moved to, made, deleted
_EVENT = struct.Struct("iIII")
_OVERFLOWN = 0x4000


class TimeWatch(Protocol):
    """Announces what happened; whoever listens looks at the time anew. Main thread; never waits."""

    changed: Any
    """Signal(str): "clock", "zone", "wake" or "unlock"."""

    def close(self) -> None:
        """Stop watching; nothing is announced afterwards. Takes no time."""


class NoTimeWatch(QObject):
    """For systems that are not watched: a slow look is all there is."""

    changed = Signal(str)

    def close(self) -> None:
        """Nothing was opened."""


class LinuxTimeWatch(QObject):
    """Watches what there is. Parts that are missing are left out, and the rest stays.

    `system` and `session` are the two buses; `first_alarm` is when the clock's timer rings by itself, in
    seconds since 1970, which is never but in tests.
    """

    changed = Signal(str)

    def __init__(
        self,
        system: QDBusConnection,
        session: QDBusConnection,
        zone_file: Path = LOCALTIME,
        first_alarm: int = _FAR,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._fds: list[tuple[int, QSocketNotifier]] = []
        self._hooks: list[tuple[QDBusConnection, str, str, str, Any]] = []
        self._questions: list[QDBusPendingCallWatcher] = []
        self._system = system
        self._path = ""
        self._locked: bool | None = None
        self._settling = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self._tell_zone)
        self._unlocked = QTimer(self, interval=ONE_UNLOCK_MS, singleShot=True)
        self._watch_clock(first_alarm)
        self._zone_names = frozenset({os.fsencode(zone_file.name), b"timezone"})
        self._watch_zone(zone_file.parent)
        self._watch_buses(session)

    def close(self) -> None:
        """Stop watching."""
        for timer in (self._settling, self._unlocked):
            timer.stop()
        for fd, notifier in self._fds:
            notifier.setEnabled(False)
            os.close(fd)
        self._fds.clear()
        for bus, path, interface, member, slot in self._hooks:
            bus.disconnect("", path, interface, member, self, slot)
        self._hooks.clear()
        self._questions.clear()

    def _notify(self, fd: int, read: Any) -> None:
        notifier = QSocketNotifier(fd, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(read)
        self._fds.append((fd, notifier))

    # --- the clock ------------------------------------------------------------------------------

    def _watch_clock(self, first_alarm: int) -> None:
        if not hasattr(self._libc, "timerfd_create"):
            return
        fd = self._libc.timerfd_create(_REALTIME, os.O_NONBLOCK | os.O_CLOEXEC)
        if fd >= 0:
            self._clock = fd
            self._arm(first_alarm)
            self._notify(fd, self._clock_set)

    def _arm(self, at: int) -> None:
        alarm = (ctypes.c_long * 4)(0, 0, at, 0)  # itimerspec: no interval, then seconds and nanoseconds
        self._libc.timerfd_settime(self._clock, _ABSOLUTE | _CANCEL_ON_SET, ctypes.byref(alarm), None)

    def _clock_set(self) -> None:
        try:
            os.read(self._clock, 8)
        except BlockingIOError:
            return
        except OSError:  # ECANCELED: somebody set the clock, or the machine slept
            pass
        self._arm(_FAR)
        self.changed.emit("clock")

    # --- the zone -------------------------------------------------------------------------------

    def _watch_zone(self, folder: Path) -> None:
        """The folder is watched, since the file is a link that is replaced."""
        if not hasattr(self._libc, "inotify_init1"):
            return
        fd = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if fd < 0:
            return
        if self._libc.inotify_add_watch(fd, os.fsencode(folder), _CHANGES) < 0:
            os.close(fd)
            return
        self._zone = fd
        self._notify(fd, self._folder_changed)

    def _folder_changed(self) -> None:
        with contextlib.suppress(BlockingIOError):
            if any(
                name in self._zone_names or mask & _OVERFLOWN
                for mask, name in _events(os.read(self._zone, 1 << 16))
            ):
                self._settling.start()

    def _tell_zone(self) -> None:
        time.tzset()  # the C library, and with it `astimezone`, would keep the old zone
        self.changed.emit("zone")

    # --- sleep and unlock -----------------------------------------------------------------------

    def _watch_buses(self, session: QDBusConnection) -> None:
        if session.isConnected():
            for interface, _path in SAVERS:
                self._hook(session, "", interface, "ActiveChanged", "_saver_changed(bool)")
        if self._system.isConnected():
            self._hook(self._system, "", f"{LOGIN}.Manager", "PrepareForSleep", "_sleeps(bool)")
            self._find_session(["auto", os.environ.get("XDG_SESSION_ID", "")])

    def _hook(self, bus: QDBusConnection, path: str, interface: str, member: str, slot: str) -> None:
        # No service is named: Qt would look up its owner, and wait for the answer.
        receiver: Any = SLOT(slot)  # a str, though the stubs want bytes
        if bus.connect("", path, interface, member, self, receiver):
            self._hooks.append((bus, path, interface, member, receiver))

    def _ask(self, path: str, interface: str, member: str, *values: str, then: Any) -> None:
        call = QDBusMessage.createMethodCall(LOGIN, path, interface, member)
        call.setArguments(list(values))
        call.setAutoStartService(False)
        question = QDBusPendingCallWatcher(self._system.asyncCall(call, ASK_MS), self)
        self._questions.append(question)

        def answered() -> None:
            if question in self._questions:  # else it was closed meanwhile
                self._questions.remove(question)
                reply = question.reply().arguments()
                then(None if question.isError() or not reply else reply[0])
            question.deleteLater()

        question.finished.connect(answered)

    def _find_session(self, names: list[str]) -> None:
        """Ask for this person's session: others log in and out at the same machine."""

        def found(answer: Any) -> None:
            if answer is None:
                self._find_session(names[1:])
                return
            self._path = answer.path()
            self._hook(self._system, self._path, SESSION, "Unlock", "_unlock_asked()")
            self._hook(
                self._system, self._path, PROPERTIES, "PropertiesChanged", "_session_changed(QDBusMessage)"
            )
            self._ask_locked()

        if names and names[0]:
            manager = f"{LOGIN}.Manager"
            self._ask("/org/freedesktop/login1", manager, "GetSession", names[0], then=found)

    def _ask_locked(self) -> None:
        self._ask(self._path, PROPERTIES, "Get", SESSION, "LockedHint", then=self._locked_told)

    def _locked_told(self, answer: Any) -> None:
        value = answer.variant() if isinstance(answer, QDBusVariant) else answer
        if isinstance(value, bool):
            if self._locked and not value:
                self._tell_unlock()
            self._locked = value

    def _tell_unlock(self) -> None:
        if not self._unlocked.isActive():
            self._unlocked.start()
            self.changed.emit("unlock")

    @Slot(bool)
    def _sleeps(self, before: bool) -> None:
        if not before:
            self.changed.emit("wake")

    @Slot(bool)
    def _saver_changed(self, active: bool) -> None:
        if not active:
            self._tell_unlock()

    @Slot()
    def _unlock_asked(self) -> None:
        self._tell_unlock()

    @Slot(QDBusMessage)
    def _session_changed(self, message: QDBusMessage) -> None:
        # What changed is a map that Python cannot read here, so the one value is asked for.
        if message.arguments()[:1] == [SESSION]:
            self._ask_locked()


def _events(read: bytes) -> list[tuple[int, bytes]]:
    """Mask and name of every inotify event in what was read."""
    found, at = [], 0
    while at + _EVENT.size <= len(read):
        _watch, mask, _cookie, length = _EVENT.unpack_from(read, at)
        at += _EVENT.size
        found.append((mask, read[at : at + length].rstrip(b"\0")))
        at += length
    return found


def time_watch(parent: QObject | None = None) -> TimeWatch:
    """The one for this machine."""
    if not sys.platform.startswith("linux"):
        return NoTimeWatch(parent)
    return LinuxTimeWatch(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), parent=parent)
