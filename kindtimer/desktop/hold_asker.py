"""Hold asker: asks this desktop what holds an offer, and answers in time whatever hangs.

Each probe looks on a daemon thread of its own that ends with its answer; one that hangs is not started again
until it has ended. Between two asks nothing lives: no thread, no connection, no timer. Main thread.
"""

import threading
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kindtimer.core.hold import ASKED, Hold, Reading
from kindtimer.core.words import tr
from kindtimer.desktop.hold_probe import Probe, Readings, merged, not_told

LIMIT_MS = 1900
"""After this what has not answered is not known. An answer comes at most two seconds after its question."""


ENDING = 0.1
"""Seconds; a thread that has told what it found takes some microseconds."""


class Holds(Protocol):
    """Asks the desktop. Every call is made on the main thread and returns at once; `answered` comes there."""

    answered: Any
    """Signal(object): Mapping[Hold, Reading], read only; once for each `ask`, within two seconds."""

    def ask(self, wanted: frozenset[Hold], input_seconds: float) -> None:
        """Ask for these now; keys and mouse are busy for so long after the last of them.

        Asked while an earlier question is open, it begins when that one is answered.
        """

    def cannot_tell(self) -> Mapping[Hold, str]:
        """What this desktop does not tell, and why, in one kind line each. Asks nobody."""

    def close(self) -> None:
        """End; nothing is answered afterwards. What hangs is left behind."""


class NoHolds(QObject):
    """For systems that are not asked: nothing is known, so nothing of theirs holds an offer."""

    answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False

    def ask(self, wanted: frozenset[Hold], input_seconds: float) -> None:
        """Answer with the next turn of the main loop."""

        def answer() -> None:
            if not self._closed:
                self.answered.emit(MappingProxyType(dict.fromkeys(wanted, Reading.UNKNOWN)))

        QTimer.singleShot(0, self, answer)

    def cannot_tell(self) -> Mapping[Hold, str]:
        """Everything."""
        return MappingProxyType({hold: tr("KindTimer does not ask this system so far.") for hold in ASKED})

    def close(self) -> None:
        """Nothing was started."""
        self._closed = True


class _Post(QObject):
    """Brings what a thread found to the main thread. Each thread keeps it alive, whatever has gone."""

    came = Signal(object)


@dataclass(frozen=True)
class _Question:
    """`waiting` are the names of the probes that have not answered so far."""

    wanted: frozenset[Hold]
    input_seconds: float
    waiting: set[str] = field(default_factory=set)
    found: dict[str, Readings] = field(default_factory=dict)


class HoldAsker(QObject):
    """Asks probes; `missing` says of what is known beforehand that it is not told here, or not all of it."""

    answered = Signal(object)

    def __init__(
        self,
        probes: Sequence[Probe],
        missing: Mapping[Hold, str] = MappingProxyType({}),
        parent: QObject | None = None,
        limit_ms: int = LIMIT_MS,
    ) -> None:
        super().__init__(parent)
        self._probes, self._missing, self._limit_ms = tuple(probes), dict(missing), limit_ms
        self._questions: deque[_Question] = deque()
        self._open: _Question | None = None
        self._looking: dict[str, tuple[_Question, threading.Thread]] = {}
        self._silent: dict[Hold, str] = {}
        self._post = _Post()
        self._post.came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._limit = QTimer(self, singleShot=True)
        self._limit.setTimerType(Qt.TimerType.PreciseTimer)
        self._limit.timeout.connect(self._answer)

    @property
    def looking(self) -> frozenset[str]:
        """Names of the probes that look at this moment, or hang."""
        return frozenset(self._looking)

    def ask(self, wanted: frozenset[Hold], input_seconds: float) -> None:
        """Ask for these now, or when the question that is open is answered."""
        self._questions.append(_Question(wanted, input_seconds))
        if self._open is None:
            self._begin()

    def cannot_tell(self) -> Mapping[Hold, str]:
        """What was known beforehand, and what nobody told when it was asked last."""
        return MappingProxyType({**self._silent, **self._missing})

    def close(self) -> None:
        """End; threads that hang end with their probe, or with the program."""
        self._limit.stop()
        self._questions.clear()
        self._open = None
        self._post.came.disconnect(self._take)

    def _begin(self) -> None:
        self._open = question = self._questions.popleft()
        probes = [
            one for one in self._probes if one.holds & question.wanted and one.name not in self._looking
        ]
        question.waiting.update(one.name for one in probes)
        # Also where nobody is to be asked the answer comes later, as it does elsewhere.
        self._limit.start(self._limit_ms if probes else 0)
        for one in probes:
            words = (one, one.holds & question.wanted, question.input_seconds, self._post)
            thread = threading.Thread(target=_look, args=words, name=f"hold: {one.name}", daemon=True)
            self._looking[one.name] = (question, thread)
            thread.start()

    def _take(self, told: tuple[str, Readings]) -> None:
        name, readings = told
        question, thread = self._looking.pop(name)
        thread.join(ENDING)  # it has told what it found, and only ends
        question.found[name] = readings
        question.waiting.discard(name)
        # Of one that hung, the question was answered without it.
        if question is self._open and not question.waiting:
            self._answer()

    def _answer(self) -> None:
        self._limit.stop()
        question, self._open = self._open, None
        if question is None:
            return
        asked = {hold: line for hold, line in self._silent.items() if hold not in question.wanted}
        self._silent = {**asked, **not_told(self._probes, question.wanted, question.found)}
        self.answered.emit(MappingProxyType(merged(question.wanted, question.found)))
        if self._open is None and self._questions:
            self._begin()


def _look(probe: Probe, wanted: frozenset[Hold], seconds: float, post: _Post) -> None:
    """One probe's look, on its thread; whatever it runs into only means that it is not known."""
    found: Readings = {}
    with suppress(Exception):
        found = dict(probe.look(wanted, seconds))
    post.came.emit((probe.name, found))
