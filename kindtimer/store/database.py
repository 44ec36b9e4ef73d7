"""Database: a thin wrapper over SQLite (apsw). The only module that imports the driver.

Loads late: only the stores import it, when the journal is first opened. Two kinds of error leave it: the
world's fault (`WorldFault`) and our bug (`OurBug`). One connection belongs to one thread.
"""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

import apsw

from kindtimer.store.migrations import MIGRATIONS
from kindtimer.store.safe_file import read_bytes

MAGIC = b"SQLite format 3\0"
HEADER = 100
VERSION_AT = slice(60, 64)
"""Where `user_version` stands in the file's header (SQLite file format §1.3)."""

BUSY_MS = 250
"""How long a write waits for another program that reads the file; the main thread may not wait long."""

CHECKED_BYTES = 32 << 20
"""Largest file that is looked through when it is opened (a session is about 200 bytes)."""


class Fault(StrEnum):
    """What the world did."""

    NEWER = "newer"
    CORRUPT = "corrupt"
    FULL = "full"
    READ_ONLY = "read_only"
    BUSY = "busy"
    OTHER = "other"


class WorldFault(Exception):
    """Something outside this program: a full disk, a damaged file, a newer one."""

    def __init__(self, kind: Fault, text: str) -> None:
        super().__init__(text)
        self.kind = kind


class OurBug(Exception):
    """A mistake in this program: bad SQL, a broken constraint."""


_FAULTS: tuple[tuple[type[Exception], Fault], ...] = (
    (apsw.CorruptError, Fault.CORRUPT),
    (apsw.NotADBError, Fault.CORRUPT),
    (apsw.FullError, Fault.FULL),
    (apsw.ReadOnlyError, Fault.READ_ONLY),
    (apsw.PermissionsError, Fault.READ_ONLY),
    (apsw.CantOpenError, Fault.READ_ONLY),
    (apsw.BusyError, Fault.BUSY),
    (apsw.LockedError, Fault.BUSY),
    (apsw.IOError, Fault.OTHER),
    (apsw.NoMemError, Fault.OTHER),
    (apsw.NoLFSError, Fault.OTHER),
    (apsw.AuthError, Fault.OTHER),
    (apsw.InterruptError, Fault.OTHER),
)


@contextmanager
def _told_apart() -> Iterator[None]:
    """Turn the driver's errors into the two kinds."""
    try:
        yield
    except apsw.Error as error:
        for kind, fault in _FAULTS:
            if isinstance(error, kind):
                raise WorldFault(fault, str(error)) from error
        raise OurBug(str(error)) from error


class Database:
    """One open file. `migrations` are handed in by tests."""

    def __init__(self, path: Path, migrations: Sequence[str] = MIGRATIONS) -> None:
        """Open `path`, make it if need be, look it through and bring it up to date.

        Raises WorldFault; a file from a newer version (NEWER) is left untouched.
        """
        _look_at_header(path, len(migrations))
        self.path = path
        with _told_apart():
            self._connection = apsw.Connection(str(path))
        try:
            self._prepare(migrations)
        except BaseException:
            self.abandon()
            raise

    def run(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Every row of one or several statements (an unfetched first row would stop the later ones)."""
        with _told_apart():
            return self._connection.execute(sql, tuple(values)).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or none of it."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # SQLite may have rolled back by itself; what made it fail is what is told.
            with suppress(apsw.Error):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the file; whatever goes wrong then, what was committed stands."""
        with _told_apart():
            self._connection.close()

    def abandon(self) -> None:
        """Close a file that cannot be used, and leave it and its write-ahead log as they are."""
        with suppress(apsw.Error):
            self._connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
            self._connection.close()

    # --- opening ----------------------------------------------------------------------------------

    def _prepare(self, migrations: Sequence[str]) -> None:
        with _told_apart():
            self._connection.set_busy_timeout(BUSY_MS)
        version = self._version()
        if version > len(migrations):
            raise WorldFault(Fault.NEWER, f"version {version}")
        if not version and self.run("SELECT 1 FROM sqlite_master LIMIT 1"):
            raise WorldFault(Fault.CORRUPT, "tables of another program")
        if version and self.path.stat().st_size <= CHECKED_BYTES:
            self._look_through()
        self.run("PRAGMA journal_mode = wal")
        self.run("PRAGMA synchronous = normal; PRAGMA foreign_keys = on; PRAGMA secure_delete = on")
        if version < len(migrations):
            self._migrate(version, migrations)

    def _version(self) -> int:
        return int(self.run("PRAGMA user_version")[0][0])

    def _look_through(self) -> None:
        found = self.run("PRAGMA quick_check(1)")
        if found != [("ok",)]:
            raise WorldFault(Fault.CORRUPT, str(found[0][0]))

    def _migrate(self, version: int, migrations: Sequence[str]) -> None:
        if version:
            self._copy_to(self.path.with_name(f"{self.path.name}.before-{version + 1}"))
        with self.transaction():
            for step in migrations[version:]:
                self.run(step)
            self.run(f"PRAGMA user_version = {len(migrations)}")

    def _copy_to(self, copy: Path) -> None:
        """A whole copy, log included; an older one of the same name is replaced."""
        copy.unlink(missing_ok=True)
        os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        self.run("VACUUM INTO ?", (str(copy),))


def _look_at_header(path: Path, newest: int) -> None:
    """Refuse what is no database or too new before SQLite touches it; make a new file private."""
    try:
        header = read_bytes(path, HEADER - 1)
    except FileNotFoundError:
        header = b""
        _create(path)
    except OSError as error:
        raise _world(error) from error
    if header and (len(header) < HEADER or not header.startswith(MAGIC)):
        raise WorldFault(Fault.CORRUPT, "no database")
    version = int.from_bytes(header[VERSION_AT], "big")
    if version > newest:
        raise WorldFault(Fault.NEWER, f"version {version}")


def _create(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise _world(error) from error


def _world(error: OSError) -> WorldFault:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return WorldFault(Fault.FULL, str(error))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT):
        return WorldFault(Fault.READ_ONLY, str(error))
    return WorldFault(Fault.OTHER, error.strerror or str(error))


def look(path: Path) -> None:
    """For `doctor`: raise WorldFault where the file cannot be used; nothing is changed."""
    if not path.exists():
        return
    _look_at_header(path, len(MIGRATIONS))
    with _told_apart():
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            connection.set_busy_timeout(BUSY_MS)
            found = connection.execute("PRAGMA quick_check(1)").fetchall()
        finally:
            connection.close()
    if found != [("ok",)]:
        raise WorldFault(Fault.CORRUPT, str(found[0][0]))
