"""Bare ground: ways to take something of the machine away from one program, and the error it then gives.

Mounts in a namespace of the program's own hide or lock files; nothing of the machine itself changes.
"""

import os
from pathlib import Path

_OWN = ("unshare", "--mount") if os.getuid() == 0 else ("unshare", "--map-root-user", "--mount")


def with_read_only(folder: Path) -> tuple[str, ...]:
    """Words to put before a command for which `folder` cannot be written to, whoever runs it."""
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    return (*_OWN, "sh", "-c", script, str(folder))


def without_file(path: Path) -> tuple[str, ...]:
    """Words to put before a command for which the file holds nothing."""
    return (*_OWN, "sh", "-c", 'mount --bind /dev/null "$0" && exec "$@"', str(path))


def one_line(said: str) -> str:
    """The one line an error is; AssertionError where there are more, or where it is a traceback."""
    lines = said.strip().splitlines()
    assert len(lines) == 1, f"one line was expected, not:\n{said}"
    assert "Traceback" not in lines[0]
    assert "Error" not in lines[0]
    return lines[0]
