"""Hold Wayland windows: whether the window somebody works with is full screen, where windows are listed.

Compositors built on wlroots and some others do it (zwlr_foreign_toplevel_management); GNOME and KDE keep
the list to themselves. As much of Wayland's protocol as it takes to read it once, on a connection of its
own. Called on a probe's thread; waits no longer than `SECONDS` for each part.
"""

import os
import socket
import struct
from collections.abc import Iterator, Mapping
from contextlib import closing

SECONDS = 1.0
OWN = "kindtimer"
_MOST = 4 << 20
_HEAD = struct.Struct("=II")
_DISPLAY, _REGISTRY, _LISTED, _MANAGER, _TOLD = 1, 2, 3, 4, 5
"""Objects, by the numbers they are given here: what callbacks tell is that all before them is told."""

_SYNC, _GET_REGISTRY, _BIND = 0, 1, 0
_GLOBAL, _ERROR = 0, 0
_APP_ID, _STATE = 1, 4
_ACTIVATED, _FULL_SCREEN = 2, 3
_INTERFACE = "zwlr_foreign_toplevel_manager_v1"
_LEAST_VERSION, _MOST_VERSION = 2, 3
_FIRST_OF_SERVER = 0xFF00_0000


def compositor_path(environ: Mapping[str, str]) -> str:
    """Where this person's compositor listens; empty where there is none."""
    name, folder = environ.get("WAYLAND_DISPLAY", ""), environ.get("XDG_RUNTIME_DIR", "")
    return name if not name or name.startswith("/") else os.path.join(folder, name) if folder else ""


def full_screen_on_wayland(path: str) -> bool | None:
    """Whether the active window is full screen; None where the compositor at that socket does not tell.

    Raises OSError where there is none, and struct.error where it speaks otherwise.
    """
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as server:
        server.settimeout(SECONDS)
        server.connect(path)
        events = _events(server)
        server.sendall(
            _message(_DISPLAY, _GET_REGISTRY, _uint(_REGISTRY)) + _message(_DISPLAY, _SYNC, _uint(_LISTED))
        )
        found = _manager(events)
        if found is None:
            return None
        server.sendall(
            _message(_REGISTRY, _BIND, found + _uint(_MANAGER)) + _message(_DISPLAY, _SYNC, _uint(_TOLD))
        )
        return _fills(events)


def _manager(events: Iterator[tuple[int, int, bytes]]) -> bytes | None:
    """What binding the list of windows takes: its number, name and version."""
    found = None
    for who, what, body in events:
        if who == _LISTED:
            return found
        if (who, what) == (_REGISTRY, _GLOBAL):
            name, at = _text(body, 4)
            (version,) = struct.unpack_from("=I", body, at)
            if name == _INTERFACE and version >= _LEAST_VERSION:
                found = body[:at] + _uint(min(version, _MOST_VERSION))
    return None


def _fills(events: Iterator[tuple[int, int, bytes]]) -> bool | None:
    states: dict[int, frozenset[int]] = {}
    ours = set()
    for who, what, body in events:
        if who == _TOLD:
            return any({_ACTIVATED, _FULL_SCREEN} <= one for who, one in states.items() if who not in ours)
        if (who, what) == (_DISPLAY, _ERROR):
            return None
        if who >= _FIRST_OF_SERVER and what == _STATE:
            states[who] = frozenset(struct.unpack_from(f"={(len(body) - 4) // 4}I", body, 4))
        elif who >= _FIRST_OF_SERVER and what == _APP_ID and _text(body, 0)[0] == OWN:
            ours.add(who)
    return None


# --- the protocol ---------------------------------------------------------------------------------------


def _uint(number: int) -> bytes:
    return struct.pack("=I", number)


def _message(who: int, what: int, body: bytes) -> bytes:
    return _HEAD.pack(who, (_HEAD.size + len(body)) << 16 | what) + body


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A text that begins there, and where the next value does."""
    (size,) = struct.unpack_from("=I", body, at)
    return body[at + 4 : at + 4 + size].rstrip(b"\0").decode("utf-8", "replace"), at + 4 + size + (-size % 4)


def _events(server: socket.socket) -> Iterator[tuple[int, int, bytes]]:
    """Whom each event is from, what it tells, and its values."""
    read, much = b"", 0
    while much < _MOST and (some := server.recv(1 << 16)):
        much += len(some)
        read += some
        while len(read) >= _HEAD.size:
            who, word = _HEAD.unpack_from(read)
            size = word >> 16
            if size < _HEAD.size:
                return
            if len(read) < size:
                break
            body, read = read[_HEAD.size : size], read[size:]
            yield who, word & 0xFFFF, body
