"""Local zone: the time zone the person is in, and zones by their names. No Qt; any thread; reads small files.

Asked anew each time, since people travel. A link at /etc/localtime answers by itself, as for the C library;
tzlocal, which would cost a resting program more than a megabyte, is asked where there is none.
"""

import os
import warnings
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from kindtimer.core.posix_zone import posix_zone
from kindtimer.core.rule_words import shown_word
from kindtimer.core.words import tr

LOCALTIME = Path("/etc/localtime")
UTC = "UTC"

LARGEST = 1 << 16
"""Bytes of a zone file; the largest there is has 4,000."""


class UnknownZone(ValueError):
    """No zone has that name; its text is one kind line."""


def local_zone(link: Path = LOCALTIME, environ: Mapping[str, str] | None = None) -> ZoneInfo:
    """The zone the person is in; UTC where the computer does not tell.

    TZ in `environ` leads, as everywhere: a name, a zone file, or a rule such as `<+03>-3`. Where it is
    none of them, the computer's own zone is taken. `key` is an IANA name, else TZ's words or the file's path.
    """
    environ = os.environ if environ is None else environ
    return _said(environ.get("TZ", "")) or _own(link)


def zone_trouble(link: Path = LOCALTIME, environ: Mapping[str, str] | None = None) -> str:
    """One line where TZ says what is no zone, and which one is taken in its place; else nothing."""
    said = (os.environ if environ is None else environ).get("TZ", "")
    if not said or _said(said):
        return ""
    return tr(
        "TZ is “{said}”, which is no time zone that is known here. Times are in the computer's own: {zone}.",
        said=shown_word(said),
        zone=_own(link).key,
    )


def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name such as Europe/Berlin. Raises UnknownZone."""
    found = _listed(name)
    if found is None:
        raise UnknownZone(
            tr(
                "“{name}” is no time zone that is known here. Names look like Europe/Berlin or Asia/Kolkata.",
                name=shown_word(name),
            )
        )
    return found


def _said(variable: str) -> ZoneInfo | None:
    """What TZ says, as the C library reads it; None for nothing, and for what cannot be read."""
    name = variable.removeprefix(":")
    if os.path.isabs(name):
        return _of_path(name) or _of_file(Path(name))
    return _listed(name) or posix_zone(name)


def _own(link: Path) -> ZoneInfo:
    """What the computer says beside TZ: a link, what tzlocal finds, or a zone file without a name."""
    try:
        linked = _of_path(os.readlink(link))
    except OSError:  # no link, or nothing there
        linked = None
    return linked or _listed(_asked() or "") or _of_file(link) or ZoneInfo(UTC)


def _listed(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, LookupError, OSError):  # no such file, a folder, no zone file, a way out
        return None


def _of_path(path: str) -> ZoneInfo | None:
    """What follows the first `zoneinfo` of a path, where a zone has that name."""
    parts = path.split("/")
    return _listed("/".join(parts[parts.index("zoneinfo") + 1 :])) if "zoneinfo" in parts else None


def _of_file(path: Path) -> ZoneInfo | None:
    """The zone of a zone file, wherever it lies."""
    try:
        if not path.is_file():  # a pipe would never end
            return None
        with path.open("rb") as file:
            return _of_bytes(file.read(LARGEST), str(path))
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=4)
def _of_bytes(content: bytes, key: str) -> ZoneInfo | None:
    """Kept, since two zones of the same file would not be equal."""
    try:
        return ZoneInfo.from_file(BytesIO(content), key=key)
    except Exception:  # noqa: BLE001 - whatever a damaged file leads to, it only means: no zone
        return None


def _asked() -> str | None:
    """The name tzlocal finds. It looks at TZ first, and then may find nothing to look at."""
    from tzlocal import get_localzone_name, reload_localzone

    try:
        with warnings.catch_warnings(action="ignore"):  # a computer that contradicts itself is no news here
            reload_localzone()  # else the first answer would stay for as long as the program runs
        found: str | None = get_localzone_name()
    except (ValueError, LookupError, OSError):  # two zone files that differ, or a name that is none
        return None
    return found
