"""Memory care: nothing is looked through while a breath is painted; what it needed is given back after it.

A full collection takes 18–50 ms in the middle of a breath. Main thread; timers of its own, none at rest.
"""

import gc
import linecache
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from kindtimer.desktop.memory import give_back_memory

SETTLE_MS = 2000
"""After a session's window is up, its objects are put out of the garbage collector's sight."""

UNLOAD_MS = 3000
"""After a session's end, what only a session needs is given back: its sound has faded by then."""


class MemoryCare(QObject):
    """`let_go` has the windows give back what only their being seen needs."""

    def __init__(self, let_go: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._let_go = let_go
        self.settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self.unload = QTimer(self, interval=UNLOAD_MS, singleShot=True)
        self.settle.timeout.connect(_settle)
        self.unload.timeout.connect(self._unload)

    def session_began(self) -> None:
        """A breath is on the screen."""
        self.settle.start()
        self.unload.stop()

    def stay(self) -> None:
        """Something is shown: give nothing back now."""
        self.unload.stop()

    def rest(self) -> None:
        """Nothing is shown any more."""
        self.unload.start()

    def close(self) -> None:
        """The program ends."""
        self.settle.stop()
        self.unload.stop()

    def _unload(self) -> None:
        self._let_go()
        # The pages go now: memory that is given back before them is not theirs.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # What was frozen for the session is looked through once, now that nothing is painted.
        gc.unfreeze()
        gc.collect()
        # PySide6 reads each module's source as it is imported, and the standard library keeps all of it.
        linecache.clearcache()
        give_back_memory()


def _settle() -> None:
    # What is frozen is not looked through.
    gc.collect()
    gc.freeze()
