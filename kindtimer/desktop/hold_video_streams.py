"""Hold video streams: who is given a screen's or a camera's picture through PipeWire, on any Wayland desktop.

Speaks as much of PipeWire's own protocol as it takes to read the list of nodes and links once: no library
for it is light. A stream that is given pictures of no camera is given those of a screen. Called on a probe's
thread; waits no longer than `SECONDS` for each part of the list.
"""

import os
import socket
import struct
from collections.abc import Iterator, Mapping
from contextlib import closing

from kindtimer.core.hold import Hold, Reading
from kindtimer.desktop.hold_probe import Readings, reading

SECONDS = 1.0
_MOST = 8 << 20
_HEAD = struct.Struct("<IIII")
_CORE, _CLIENT, _REGISTRY = 0, 1, 2
_HELLO, _SYNC, _GET_REGISTRY, _UPDATE_PROPERTIES = 1, 2, 5, 2
_DONE, _GLOBAL = 1, 0
_INT, _STRING, _STRUCT = 4, 8, 14
_VERSION = 3
_LISTED = 7

_NODE, _LINK, _WHO = "PipeWire:Interface:Node", "PipeWire:Interface:Link", "PipeWire:Interface:Client"
_GIVES_PICTURES = frozenset({"Video/Source", "Stream/Output/Video"})
DESKTOPS = frozenset({"plasmashell", "kwin_wayland", "xdg-desktop-portal-kde", "gnome-shell"})
"""They draw small pictures of windows for the person alone."""

Properties = Mapping[str, str]
Things = Mapping[str, Mapping[str, Properties]]
"""What the server has: by kind, then by its number, the properties."""


def server_path(environ: Mapping[str, str]) -> str:
    """Where this person's PipeWire listens; empty without a runtime folder."""
    name = environ.get("PIPEWIRE_REMOTE") or "pipewire-0"
    folder = environ.get("PIPEWIRE_RUNTIME_DIR") or environ.get("XDG_RUNTIME_DIR") or ""
    return name if name.startswith("/") else os.path.join(folder, name) if folder else ""


def video_streams(path: str) -> Readings:
    """Whether a screen is shown to somebody, and whether a camera is in use, by the server at that socket.

    Raises OSError where there is none, and ValueError or struct.error where it speaks otherwise.
    """
    return told_by(_things(path))


def told_by(things: Things) -> Readings:
    """What a server's nodes and links mean."""
    nodes, clients = things.get(_NODE, {}), things.get(_WHO, {})
    shared = filmed = False
    for link in things.get(_LINK, {}).values():
        giver, taker = (nodes.get(link.get(f"link.{end}.node", ""), {}) for end in ("output", "input"))
        owner = clients.get(taker.get("client.id", ""), {})
        names = {one.get("application.name") for one in (taker, owner)}
        if giver.get("media.class") not in _GIVES_PICTURES or names & DESKTOPS:
            continue
        camera = giver.get("media.role") == "Camera"
        shared, filmed = shared or not camera, filmed or camera
    return {Hold.SHARING: reading(shared), Hold.CALL: Reading.YES if filmed else Reading.NO}


def _things(path: str) -> Things:
    """Everything the server lists."""
    found: dict[str, dict[str, Properties]] = {}
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as server:
        server.settimeout(SECONDS)
        server.connect(path)
        about = _struct(_int(1), _string("application.name"), _string("KindTimer"))
        server.sendall(
            _message(_CORE, _HELLO, 0, _int(_VERSION))
            + _message(_CLIENT, _UPDATE_PROPERTIES, 1, about)
            + _message(_CORE, _GET_REGISTRY, 2, _int(_VERSION), _int(_REGISTRY))
            + _message(_CORE, _SYNC, 3, _int(_CORE), _int(_LISTED))
        )
        for who, what, values in _messages(server):
            if (who, what) == (_REGISTRY, _GLOBAL):
                number, _permissions, kind, _version, properties = values
                found.setdefault(str(kind), {})[str(number)] = _properties(properties)
            elif (who, what) == (_CORE, _DONE) and values[0] == _CORE:
                # The server numbers what it is asked by itself; the one answer is to the one question.
                return found
    raise ValueError("the list did not end")


def _properties(values: object) -> Properties:
    flat = [str(one) for one in values[1:]] if isinstance(values, tuple) else []
    return dict(zip(flat[::2], flat[1::2], strict=False))


# --- the protocol: values with their size and kind, in messages with theirs ----------------------------


def _value(kind: int, body: bytes) -> bytes:
    return struct.pack("<II", len(body), kind) + body + b"\0" * (-len(body) % 8)


def _int(number: int) -> bytes:
    return _value(_INT, struct.pack("<i", number))


def _string(text: str) -> bytes:
    return _value(_STRING, text.encode() + b"\0")


def _struct(*values: bytes) -> bytes:
    return _value(_STRUCT, b"".join(values))


def _message(who: int, what: int, number: int, *values: bytes) -> bytes:
    body = _struct(*values)
    return _HEAD.pack(who, what << 24 | len(body), number, 0) + body


def _messages(server: socket.socket) -> Iterator[tuple[int, int, tuple[object, ...]]]:
    """Whom each message is from, what it tells, and its values."""
    read, much = b"", 0
    while some := server.recv(1 << 16):
        much += len(some)
        if much > _MOST:
            return
        read += some
        while len(read) >= _HEAD.size:
            who, word, _number, _fds = _HEAD.unpack_from(read)
            end = _HEAD.size + (word & 0xFF_FFFF)
            if len(read) < end:
                break
            body, read = read[_HEAD.size : end], read[end:]
            yield who, word >> 24, next(_values(body), ())


def _values(body: bytes) -> Iterator[tuple[object, ...]]:
    """The structs in these bytes, one after another; what is no number, text or struct is None."""
    for kind, value in _pods(body):
        if kind == _STRUCT:
            yield tuple(_read(one, inner) for one, inner in _pods(value))


def _pods(body: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 8 <= len(body):
        size, kind = struct.unpack_from("<II", body, at)
        yield kind, body[at + 8 : at + 8 + size]
        at += 8 + size + (-size % 8)


def _read(kind: int, value: bytes) -> object:
    if kind == _INT:
        return int(struct.unpack("<i", value)[0])
    if kind == _STRING:
        return value.rstrip(b"\0").decode("utf-8", "replace")
    return next(_values(_value(_STRUCT, value)), ()) if kind == _STRUCT else None
