"""Lenient JSON: what can still be read of a damaged settings file. Pure; no file is touched here.

A file that is whole goes through the standard reader. Of any other, the pairs of the outermost object are
read one by one, and reading goes on at the next name that is known.
"""

import json
import re
from collections.abc import Collection
from typing import Any

LONGEST_SALVAGE = 1 << 20
"""Characters looked at in a damaged file."""

MOST_GAPS = 200
"""Damaged places that are stepped over: a hostile file must not hold up the start."""

_SPACE = re.compile(r"[\s,]*")
_COLON = re.compile(r"\s*:\s*")
_AFTER = re.compile(r"\s*[,}\n]")
_DECODER = json.JSONDecoder()


def decode(raw: bytes) -> tuple[str, bool]:
    """The text of a file, and whether it was plain UTF-8. Bytes that fit no encoding are replaced."""
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]  # the mark some editors put first; nothing is wrong with the file
    encoding = json.detect_encoding(raw)
    try:
        return raw.decode(encoding), encoding == "utf-8"
    except UnicodeDecodeError:
        return raw.decode(encoding, errors="replace"), False


def whole(text: str) -> dict[str, Any] | None:
    """The outermost object of a file without a fault, else None."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def salvage(text: str, names: Collection[str]) -> dict[str, Any]:
    """Pairs that can still be read; `names` are where reading goes on after a damaged place."""
    text = text[:LONGEST_SALVAGE]
    next_name = re.compile(rf'"(?:{"|".join(map(re.escape, sorted(names)))})"\s*:')
    found: dict[str, Any] = {}
    at = text.find("{") + 1
    gaps = 0
    while at and gaps < MOST_GAPS:
        start = at = _end(_SPACE, text, at)
        try:
            name, at = _DECODER.raw_decode(text, at)
            value, after = _value(text, at)
        except (ValueError, RecursionError):
            gaps += 1
            again = next_name.search(text, start + 1)
            at = again.start() if again else 0
            continue
        if not isinstance(name, str):
            break
        found[name], at = value, after
    return found


def _value(text: str, at: int) -> tuple[Any, int]:
    """The value after a name. One that is cut off by the end of the file is none: 1 may have been 15."""
    colon = _COLON.match(text, at)
    if colon is None:
        raise ValueError("no colon")
    value, after = _DECODER.raw_decode(text, colon.end())
    if not isinstance(value, str | dict | list) and not _AFTER.match(text, after):
        raise ValueError("cut off")
    return value, after


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
