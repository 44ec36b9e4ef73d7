"""Local zone: the time zone the person is in, and zones by their names. No Qt; any thread; reads small files.

Asked anew each time, since people travel. A link at /etc/localtime answers by itself, as for the C library;
tzlocal, which would cost a resting program more than a megabyte, is asked where there is none.
"""

import os
import warnings
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from kindtimer.core.rule_words import shown_word
from kindtimer.core.words import tr

LOCALTIME = Path("/etc/localtime")
UTC = "UTC"


class UnknownZone(ValueError):
    """No zone has that name; its text is one kind line."""


def local_zone(link: Path = LOCALTIME, environ: Mapping[str, str] | None = None) -> ZoneInfo:
    """The zone the person is in; UTC where the computer does not tell, or tells nonsense.

    `key` is always an IANA name that can be kept. TZ in `environ` leads, as everywhere.
    """
    environ = os.environ if environ is None else environ
    if not environ.get("TZ") and (found := _linked(link)):
        return found
    try:
        return ZoneInfo(_asked() or UTC)
    except (ValueError, LookupError, OSError):  # two zone files that differ, or a name that is none
        return ZoneInfo(UTC)


def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name such as Europe/Berlin. Raises UnknownZone."""
    try:
        found = ZoneInfo(name)
    except (
        ValueError,
        LookupError,
        OSError,
    ):  # no such file, a folder, no zone file, a way out
        found = None
    if found is None or not name:
        raise UnknownZone(
            tr(
                "“{name}” is no time zone that is known here. Names look like Europe/Berlin or Asia/Kolkata.",
                name=shown_word(name),
            )
        )
    return found


def _linked(link: Path) -> ZoneInfo | None:
    """The zone a link leads to: what follows the first `zoneinfo` of its path, where a zone has that name."""
    try:
        parts = os.readlink(link).split("/")
    except OSError:  # no link, or nothing there
        return None
    if "zoneinfo" not in parts:
        return None
    try:
        return ZoneInfo("/".join(parts[parts.index("zoneinfo") + 1 :]))
    except (ValueError, LookupError, OSError):
        return None


def _asked() -> str | None:
    from tzlocal import get_localzone_name, reload_localzone

    with warnings.catch_warnings(action="ignore"):  # a computer that contradicts itself is no news here
        reload_localzone()  # else the first answer would stay for as long as the program runs
    found: str | None = get_localzone_name()
    return found
