"""Hold X server: the few things a probe asks of an X server, by libxcb and two extensions Qt itself needs.

libxcb hands errors back where Xlib would end the program: a window that is asked for may be gone. One
connection for one look. Called on a probe's thread; a server that hangs holds it up.
"""

import ctypes
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from kindtimer.desktop.xcb_library import Cookie, connected, free, xcb_library

_RANDR, _SYNC = "libxcb-randr.so.0", "libxcb-sync.so.1"
_ANY_TYPE = 0
_MOST_WORDS = 1024


@dataclass(frozen=True)
class Area:
    """A rectangle of the whole desktop, in its pixels."""

    x: int
    y: int
    width: int
    height: int


class XServer:
    """An open connection. What a window that is gone would say is None."""

    def __init__(self, name: str) -> None:
        """Connect to display `name`; raises OSError where there is none, or no libxcb."""
        self._xcb = xcb_library()
        self._server, self.root = connected(self._xcb, name)

    def close(self) -> None:
        """End the connection."""
        self._xcb.xcb_disconnect(self._server)

    def _ask(self, library: Any, request: str, *values: Any) -> bytes | None:
        """The whole answer of a request, or None where the server gives an error."""
        send, receive = getattr(library, request), getattr(library, f"{request}_reply")
        send.restype, receive.restype = Cookie, ctypes.c_void_p
        found = receive(self._server, send(self._server, *values), None)
        if not found:
            return None
        words = int.from_bytes(ctypes.string_at(found + 4, 4), "little")
        answer = ctypes.string_at(found, 32 + 4 * words)
        free(found)
        return answer

    # --- windows ------------------------------------------------------------------------------------

    def atom(self, name: str) -> int:
        """The number of a name; 0 for one that nobody has used so far."""
        said = name.encode()
        answer = self._ask(self._xcb, "xcb_intern_atom", 1, ctypes.c_uint16(len(said)), said)
        return struct.unpack_from("<I", answer, 8)[0] if answer else 0

    def numbers(self, window: int, name: str) -> tuple[int, ...] | None:
        """A property of 32-bit numbers; None where the window has no such property."""
        atom = self.atom(name)
        if not atom:
            return None
        wanted = (ctypes.c_uint32(one) for one in (window, atom, _ANY_TYPE, 0, _MOST_WORDS))
        answer = self._ask(self._xcb, "xcb_get_property", ctypes.c_uint8(0), *wanted)
        if answer is None or answer[1] != 32:
            return None
        (count,) = struct.unpack_from("<I", answer, 16)
        return struct.unpack_from(f"<{count}I", answer, 32)

    def area(self, window: int) -> Area | None:
        """Where a window stands."""
        size = self._ask(self._xcb, "xcb_get_geometry", ctypes.c_uint32(window))
        wanted = (ctypes.c_uint32(window), ctypes.c_uint32(self.root), ctypes.c_int16(0), ctypes.c_int16(0))
        place = self._ask(self._xcb, "xcb_translate_coordinates", *wanted)
        if size is None or place is None:
            return None
        return Area(*struct.unpack_from("<hh", place, 12), *struct.unpack_from("<HH", size, 16))

    def monitors(self) -> list[Area]:
        """Every monitor; none where the server does not tell."""
        answer = self._ask(
            ctypes.CDLL(_RANDR), "xcb_randr_get_monitors", ctypes.c_uint32(self.root), ctypes.c_uint8(1)
        )
        if answer is None:
            return []
        (count,) = struct.unpack_from("<I", answer, 12)
        found, at = [], 32
        for _ in range(count):
            outputs, x, y, width, height = struct.unpack_from("<HhhHH", answer, at + 6)
            found.append(Area(x, y, width, height))
            at += 24 + 4 * outputs
        return found

    # --- keys and mouse -----------------------------------------------------------------------------

    def idle_ms(self) -> int | None:
        """Milliseconds since the last key or movement, as the server counts them."""
        sync = ctypes.CDLL(_SYNC)
        if self._ask(sync, "xcb_sync_initialize", ctypes.c_uint8(3), ctypes.c_uint8(1)) is None:
            return None
        counters = self._ask(sync, "xcb_sync_list_system_counters")
        counter = _counter(counters, b"IDLETIME") if counters else None
        if counter is None:
            return None
        answer = self._ask(sync, "xcb_sync_query_counter", ctypes.c_uint32(counter))
        if answer is None:
            return None
        high, low = struct.unpack_from("<iI", answer, 8)
        return int(high << 32 | low)


def _counter(answer: bytes, name: bytes) -> int | None:
    """Number of the counter of that name in the list of all."""
    (count,) = struct.unpack_from("<I", answer, 8)
    at = 32
    for _ in range(count):
        number, length = struct.unpack_from("<I8xH", answer, at)
        if answer[at + 14 : at + 14 + length] == name:
            return int(number)
        at += (14 + length + 3) // 4 * 4
    return None


@contextmanager
def x_server(name: str) -> Iterator[XServer]:
    """A connection for one look. Raises OSError where there is none."""
    server = XServer(name)
    try:
        yield server
    finally:
        server.close()
