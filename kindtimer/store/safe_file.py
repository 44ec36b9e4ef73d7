"""Safe file: reading a small file that may be anything, writing one so that no moment can halve it.

Used by the settings and by the setting aside of broken files. Blocking, short; any thread.
"""

import contextlib
import os
import stat
from datetime import datetime
from pathlib import Path

from kindtimer.core.clock import Clock


def read_bytes(path: Path, most: int) -> bytes:
    """At most `most` + 1 bytes of a regular file. Raises OSError, also for what is no regular file.

    Opened without waiting: a pipe under the file's name would otherwise hang the start.
    """
    fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(fd, "rb") as file:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            raise OSError(0, "not a plain file")
        return file.read(most + 1)


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` in one step (temporary file, fsync, rename), private. Raises OSError.

    A link to a plain file is followed, so that settings kept elsewhere stay where the person put them.
    """
    target = linked_file(path)
    new = target.with_name(target.name + ".new")
    with contextlib.suppress(FileNotFoundError):
        new.unlink()
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, target)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink()
        raise
    sync(target.parent)


def linked_file(path: Path) -> Path:
    """The plain file a link leads to, or the name itself: what is no plain file is never touched.

    A link to a device or a folder must not lead to one being renamed or replaced; the link itself may.
    """
    target = Path(os.path.realpath(path))
    try:
        is_plain = stat.S_ISREG(os.stat(target).st_mode)
    except OSError:
        is_plain = not target.exists()
    return target if is_plain else path


def beside(path: Path, clock: Clock) -> Path:
    """A free name for a bad file: `<name>.bad-<UTC time>`, with a number where two fall in one second."""
    base = path.with_name(f"{path.name}.bad-{stamp(clock.when())}")
    free, count = base, 2
    while os.path.lexists(free):
        free, count = base.with_name(f"{base.name}-{count}"), count + 1
    return free


def stamp(when: datetime) -> str:
    """A time as part of a file name; UTC."""
    return when.strftime("%Y%m%dT%H%M%SZ")


def sync(path: Path) -> None:
    """Make a file, or the names in a folder, last through a power cut, where the system knows how."""
    with contextlib.suppress(OSError):
        fd = os.open(path, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
