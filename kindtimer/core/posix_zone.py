"""POSIX zone: a time zone written out, as TZ may hold it: `<+03>-3`, `CET-1CEST,M3.5.0,M10.5.0/3`. Pure.

The rule is handed to `zoneinfo` as the last line of a zone file that holds nothing else (RFC 8536, 3.3).
Called by whoever has a zone's name that stands in no list of zones; any thread.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from io import BytesIO
from struct import pack
from zoneinfo import ZoneInfo

LONGEST = 100
"""Letters of a rule; the longest there are have about 50."""

_NAME = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)"
_HOURS = r"(?:2[0-4]|[01]?\d)(?::[0-5]?\d){0,2}"
_TURN_HOURS = r"(?:1[0-5]\d|16[0-7]|\d{1,2})(?::[0-5]?\d){0,2}"
_DAY = r"(?:M(?:1[0-2]|0?[1-9])\.[1-5]\.[0-6]|J[1-9]\d{0,2})"
"""Days counted from 0 are left out: Python 3.11 takes them to be a day earlier than everybody else does."""

_TURN = rf",{_DAY}(?:/[+-]?{_TURN_HOURS})?"
_RULE = re.compile(rf"{_NAME}[+-]?{_HOURS}(?:{_NAME}(?:[+-]?{_HOURS})?{_TURN}{_TURN})?")
"""A summer time that does not say when it is (`CET-1CEST`) is left out: C libraries take America's."""


@lru_cache(maxsize=32)
def posix_zone(rule: str) -> ZoneInfo | None:
    """The zone such a rule describes, with the rule as its key; None for what is none."""
    if len(rule) > LONGEST or not _RULE.fullmatch(rule):
        return None
    try:
        zone = ZoneInfo.from_file(BytesIO(_zone_file(rule)), key=rule)
    except ValueError:  # a day that no year has
        return None
    offsets = (zone.utcoffset(datetime(2026, month, 1, tzinfo=zone)) or timedelta() for month in range(1, 13))
    return zone if max(map(abs, offsets)) < timedelta(days=1) else None


def zone_of_key(key: str) -> ZoneInfo | None:
    """The zone of a key that was kept: a name of the list, or a rule. None for what is neither."""
    try:
        return ZoneInfo(key)
    except (ValueError, LookupError, OSError):  # OSError: a folder of zones, "Europe"
        return posix_zone(key)


def _zone_file(rule: str) -> bytes:
    """One kind of time that is never used, in both of the file's parts, and the rule."""
    part = b"TZif2" + bytes(15) + pack(">6L", 0, 0, 0, 0, 1, 4) + bytes(6) + b"UTC\0"
    return part + part + f"\n{rule}\n".encode()
