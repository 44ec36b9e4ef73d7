"""Whole file: a file a person asked for is there whole or not at all, whatever ends the writing.

The one place of the commands that writes beside and renames, on the main thread. What the program keeps
for itself, privately and in one go, is `store/safe_file.py`'s.
"""

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import BinaryIO

from kindtimer.core.command_line import Ended
from kindtimer.core.words import tr

ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP")
"""Names, since not every system has both."""

MOST_BESIDE = 1000
"""Half files of processes that were killed and had our number; more stand in no folder."""


@contextlib.contextmanager
def whole_file(out: Path) -> Iterator[BinaryIO]:
    """An open file that becomes `out` when the block ends well; else what was at `out` is untouched.

    Raises OSError as the system says, before the block where it can be known by then.
    """
    with contextlib.suppress(FileNotFoundError):
        out.lstat()  # a name that is too long is known before the work, not after it
    part, file = _beside(out)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, out)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _beside(out: Path) -> tuple[Path, BinaryIO]:
    """A new file in the same folder. Its name is short whatever the other's is."""
    for count in range(MOST_BESIDE):
        part = out.with_name(f".kindtimer-{os.getpid()}-{count}.part")
        with contextlib.suppress(FileExistsError):
            # With the rights an ordinary new file has: it is made to be taken elsewhere.
            fd = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
            return part, os.fdopen(fd, "w+b")
    raise FileExistsError(0, tr("too many half files beside it"))


@contextlib.contextmanager
def ended_between() -> Iterator[Callable[[], None]]:
    """Meanwhile Ctrl+C, SIGTERM and SIGHUP wait for the next call of what it gives, which raises Ended.

    An end in the middle of anything could leave a half file. One that is ignored (`nohup`) stays so.
    """
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    def end_if_asked() -> None:
        if came:
            raise Ended(came[0])

    before = {}
    for name in ENDINGS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, note)
    try:
        yield end_if_asked
    finally:
        for number, old in before.items():
            signal.signal(number, old)
