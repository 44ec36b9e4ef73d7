"""Pack: a file of practices by somebody else, as its manifest tells of it. Values and limits; pure.

A pack is untrusted: it holds data, never code, and KindTimer cannot know who made it.
"""

import re
from dataclasses import dataclass

MOST_FILES = 500
MOST_BYTES = 200 << 20
"""Of all that is in it, unpacked."""

MOST_PACKED = MOST_BYTES + (1 << 20)
"""Of the file itself: what is in it as it stands, and the names beside it."""

MOST_RATIO = 20
"""Times a file may be larger than it is packed; what is larger was made to fill a disk."""

SMALL_BYTES = 4096
"""Files up to this size may be packed as tightly as they like."""

MOST_FOR_THIS_WEEK = 2
MOST_LETTERS = 120

_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)", re.IGNORECASE)


@dataclass(frozen=True)
class Pack:
    """What a manifest says. `version` are its numbers, the weightiest first.

    `for_this_week` names at most two of its practices, with a `note` beside them, where its maker says so.
    """

    id: str
    name: str
    author: str
    version: tuple[int, ...]
    contact: str = ""
    licence: str = ""
    languages: tuple[str, ...] = ("en",)
    for_this_week: tuple[str, ...] = ()
    note: str = ""
    practices: tuple[str, ...] = ()

    @property
    def version_told(self) -> str:
        """Its version as it is written."""
        return ".".join(map(str, self.version))


def read_version(text: str) -> tuple[int, ...]:
    """The numbers of “1.2.3”. Raises ValueError."""
    parts = text.split(".")
    if not 1 <= len(parts) <= 4 or not all(
        part.isascii() and part.isdigit() and len(part) < 7 for part in parts
    ):
        raise ValueError(text)
    return tuple(int(part) for part in parts)


def is_newer(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether one version is later than the other; “1.2” and “1.2.0” are the same."""
    most = max(len(one), len(other))
    return one + (0,) * (most - len(one)) > other + (0,) * (most - len(other))


def is_device(name: str) -> bool:
    """Whether a file of this name would be a device on some system, whatever its ending."""
    return _DEVICE.fullmatch(name.split(".")[0]) is not None
