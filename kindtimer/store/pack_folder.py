"""Pack folder: the packs that stand in a home, and their practices, read; what an ended run left is healed.

Loaded by the running program, which only reads: nothing here unpacks, and no zip is looked at. Blocking.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kindtimer.core.pattern import Pattern
from kindtimer.core.practice_plan import PracticePlan
from kindtimer.store.practice_store import FILE, BadPractice, packed, read_practice

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = ".lock"
OLD = ".old-"
"""Before the name of a pack that a newer one is just taking the place of: kept until that one stands."""


def pack_folders(folder: Path) -> list[Path]:
    """The folder of each pack, by name; none where there is none. Raises OSError."""
    try:
        there = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [path for path in there if path.is_dir() and not path.name.startswith(".")]


def pack_plans(folder: Path, patterns: Mapping[str, Pattern]) -> dict[str, PracticePlan]:
    """All practices of all packs, by “pack/practice”. What can no longer be read is left out."""
    found: dict[str, PracticePlan] = {}
    with contextlib.suppress(OSError):
        heal(folder)
        for pack in pack_folders(folder):
            with contextlib.suppress(OSError):
                found |= _plans_of(pack, patterns)
    return found


def _plans_of(pack: Path, patterns: Mapping[str, Pattern]) -> dict[str, PracticePlan]:
    found = {}
    for one in sorted(path.parent for path in pack.glob(f"*/{FILE}")):
        with contextlib.suppress(BadPractice, OSError):
            plan = packed(read_practice(one, patterns, checked=True), pack.name)
            found[f"{pack.name}/{plan.id}"] = replace(plan, id=f"{pack.name}/{plan.id}")
    return found


def heal(folder: Path) -> None:
    """Put a pack back whose newer one never came to stand in its place. Nothing while packs are changed."""
    if not any(name.startswith(OLD) for name in _names(folder)):
        return
    with contextlib.suppress(OSError), packs_held(folder, waits=False):
        put_back(folder)


def put_back(folder: Path) -> None:
    """The same, for whoever holds the packs. Raises OSError."""
    for name in _names(folder):
        there = folder / name.removeprefix(OLD)
        if name.startswith(OLD) and not os.path.lexists(there):
            (folder / name).rename(there)


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


@contextmanager
def packs_held(folder: Path, *, waits: bool) -> Iterator[None]:
    """While one process changes the packs, every other one waits, or is told so by OSError."""
    number = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(number, waits=waits)
        yield
    finally:
        os.close(number)  # an end of any kind gives the lock back


def _lock(number: int, *, waits: bool) -> None:
    try:
        if sys.platform == "win32":
            msvcrt.locking(number, msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(number, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Where a file system knows no locks the packs can be changed all the same.
        if error.errno not in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
