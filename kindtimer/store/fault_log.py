"""Fault log: what nobody foresaw goes into a file, and one kind line to the terminal; never a traceback.

The file holds places in the program and kinds of errors, never their texts, since those may quote what a
person wrote. Set up by the command line before the program starts; any thread may write.
"""

import contextlib
import logging
import os
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from kindtimer.core.clock import Clock
from kindtimer.core.own_words import showable
from kindtimer.core.words import tr

LARGEST = 1 << 20
"""Bytes at which the file is put aside as `.old`, so that it never fills a disk."""


def fault_line(log: Path | None = None, noted: bool = True) -> str:
    """What a person is told; `noted` is what `note_fault` answered, None stands for no place to note it."""
    if log is None or not noted:
        return tr(
            "Something went wrong inside KindTimer, nothing you did. What was kept is whole; "
            "`kindtimer doctor` looks at the rest."
        )
    return tr(
        "Something went wrong inside KindTimer, nothing you did. What was kept is whole; where it happened "
        "is noted in {log}.",
        log=showable(log),
    )


def note_fault(log: Path, error: BaseException, clock: Clock) -> bool:
    """Add one error to the file; whether it stands there. Never raises: this is the last net."""
    text = f"{clock.when().isoformat(timespec='seconds')} {_told(type(error), error.__traceback__)}"
    with contextlib.suppress(OSError):
        if log.exists() and log.stat().st_size > LARGEST:
            os.replace(log, log.with_name(log.name + ".old"))
        fd = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(fd, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        return True
    return False


def catch_faults(log: Path, clock: Clock) -> None:
    """From now on errors nobody caught, in any thread, and logged ones go to the file."""

    def caught(error: BaseException | None) -> None:
        if error is not None and not isinstance(error, KeyboardInterrupt | SystemExit):
            line = fault_line(log, note_fault(log, error, clock))
            if sys.stderr is not None:
                with contextlib.suppress(OSError, ValueError):  # a terminal that is full, or has gone
                    sys.stderr.write(line + "\n")

    sys.excepthook = lambda kind, error, trace: caught(error)
    threading.excepthook = lambda told: caught(told.exc_value)
    logging.getLogger().addHandler(_ToFile(log, clock))


class _ToFile(logging.Handler):
    """Logged errors; a line without an error is for a developer's own handler."""

    def __init__(self, log: Path, clock: Clock) -> None:
        super().__init__(logging.WARNING)
        self._log = log
        self._clock = clock

    def emit(self, record: logging.LogRecord) -> None:
        """Any thread."""
        if record.exc_info and record.exc_info[1] is not None:
            note_fault(self._log, record.exc_info[1], self._clock)


def _told(kind: type[BaseException], trace: TracebackType | None) -> str:
    frames = "".join(traceback.format_tb(trace))
    return f"{kind.__module__}.{kind.__qualname__}\n{frames}"
