"""Hold dconf: whether GNOME, Cinnamon, MATE or Pantheon are asked not to disturb, by their file of settings.

These desktops keep it in dconf and tell nobody over D-Bus; the settings portal leaves it out. The file is a
hash table of GVDB: here only its rows are walked. Read only, a few KB. Called on a probe's thread.
"""

import struct
from collections.abc import Mapping
from pathlib import Path

_SIGNATURE = b"GVariant"
_HEADER = struct.Struct("<8sIIII")
_ROW = struct.Struct("<IIIHcxII")
_NONE = 0xFFFF_FFFF
_BLOOM_WORDS = (1 << 27) - 1
_BOOLEAN: Mapping[bytes, bool] = {b"\0\0b": False, b"\1\0b": True}

QUIET: Mapping[str, tuple[str, bool]] = {
    "gnome": ("/org/gnome/desktop/notifications/show-banners", False),
    "x-cinnamon": ("/org/cinnamon/desktop/notifications/display-notifications", False),
    "mate": ("/org/mate/notification-daemon/do-not-disturb", True),
    "pantheon": ("/io/elementary/notifications/do-not-disturb", True),
}
"""Desktop, as XDG_CURRENT_DESKTOP names it: the key, and what it says when nobody is to be disturbed."""


def quiet_by_dconf(environ: Mapping[str, str]) -> bool | None:
    """Whether the desktop's own switch is on; None on other desktops, or where its file is not to be read."""
    desktops = environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
    asked = [QUIET[name] for name in desktops if name in QUIET]
    if not asked or environ.get("DCONF_PROFILE", "user") != "user":
        return None
    home = environ.get("XDG_CONFIG_HOME") or f"{environ.get('HOME', '')}/.config"
    try:
        kept = booleans(Path(home, "dconf", "user").read_bytes())
    except FileNotFoundError:
        kept = {}  # nothing was ever changed: every switch is where it began
    except (OSError, ValueError):
        return None
    return any(kept.get(key, not quiet) is quiet for key, quiet in asked)


def booleans(file: bytes) -> dict[str, bool]:
    """Every yes and no of a dconf file, by its whole key. Raises ValueError for what is no such file."""
    try:
        signature, _version, _options, start, end = _HEADER.unpack_from(file)
        if signature != _SIGNATURE or end > len(file):
            raise ValueError("not a whole dconf file of this machine")
        bloom, buckets = struct.unpack_from("<II", file, start)
        rows = start + 8 + 4 * ((bloom & _BLOOM_WORDS) + buckets)
        table = list(_ROW.iter_unpack(file[rows : rows + (end - rows) // _ROW.size * _ROW.size]))
    except struct.error as why:
        raise ValueError(f"no dconf file: {why}") from None
    found = {}
    for place, (_hash, _parent, _key, _size, kind, value, stop) in enumerate(table):
        if kind == b"v" and file[value:stop] in _BOOLEAN:
            found[_name(file, table, place)] = _BOOLEAN[file[value:stop]]
    return found


def _name(file: bytes, table: list[tuple[int, int, int, int, bytes, int, int]], place: int) -> str:
    """A row has the last part of its key, and its parents have the others."""
    parts: list[bytes] = []
    while place < len(table) and len(parts) <= len(table):
        _hash, parent, key, size, _kind, _value, _stop = table[place]
        parts.append(file[key : key + size])
        if parent == _NONE:
            break
        place = parent
    return b"".join(reversed(parts)).decode("utf-8", "replace")
