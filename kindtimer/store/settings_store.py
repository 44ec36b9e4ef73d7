"""Settings store: the settings as one file a person can read, and what happens when it is damaged.

Whatever the file holds, the program starts with every value that can still be read; the bad file is kept
beside. Made by `app`; main thread; short reads and writes.
"""

import contextlib
import json
import os
from dataclasses import fields
from pathlib import Path
from typing import Any

from kindtimer.core.clock import Clock
from kindtimer.core.settings import Settings, plain, read
from kindtimer.core.words import tr
from kindtimer.store import lenient_json
from kindtimer.store.paths import Home
from kindtimer.store.safe_file import beside, linked_file, read_bytes, write_whole

LARGEST = 1 << 20
"""Bytes of a settings file that is taken as it is; a larger one is only read for what is known."""

LARGEST_READ = 32 << 20
LARGEST_KEPT = 1 << 16
DEEPEST_KEPT = 40
"""How long and how deep an unknown value may be that is carried along."""

NAMES = tuple(one.name for one in fields(Settings))


class SettingsStore:
    """Reads and writes one home's settings. `troubles` are kind lines to show once, filled by `load`."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self.troubles: list[str] = []
        self._path = home.settings
        self._good = _good_copy(home.settings)
        self._clock = clock
        self._unknown: dict[str, Any] = {}

    def load(self) -> Settings:
        """The settings of this home; defaults where nothing else can be read. Never raises for a file."""
        self.troubles = []
        try:
            raw = read_bytes(self._path, LARGEST_READ)
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            return self._mend({}, tr("The settings could not be read ({why}).", why=_why(error)))
        text, is_utf8 = lenient_json.decode(raw)
        held = lenient_json.whole(text) if len(raw) <= LARGEST_READ else None
        if held is None:
            return self._mend(
                lenient_json.salvage(text, NAMES), tr("The settings file was damaged in places.")
            )
        settings, bad = read(held)
        if bad:
            fault = tr("These settings had a value that could not be used: {names}.", names=", ".join(bad))
            return self._mend(held, fault)
        if not is_utf8 or len(raw) > LARGEST:
            return self._mend(held, tr("The settings file had an unusual form."))
        self._unknown = _unknown(held)
        self._keep_good(raw)
        return settings

    def save(self, settings: Settings) -> str | None:
        """Write the settings. A kind line where that could not be done, None where it could."""
        try:
            self._write(settings)
        except OSError as error:
            return tr(
                "Settings could not be saved ({why}). Nothing is lost while KindTimer runs; "
                "`kindtimer doctor` says more.",
                why=_why(error),
            )
        return None

    # --- a damaged file ---------------------------------------------------------------------------

    def _mend(self, held: dict[str, Any], fault: str) -> Settings:
        """Start with what is good: from the file, then from the last good copy, then the defaults."""
        earlier = _last_good(self._path)
        good = _good(held)
        settings, _ = read({**earlier, **good})
        self._unknown = _unknown({**earlier, **good})
        self._set_aside(settings, fault)
        return settings

    def _set_aside(self, settings: Settings, fault: str) -> None:
        """Keep the bad file beside and write a good one; put it back where that cannot be done."""
        path = linked_file(self._path)
        bad = beside(path, self._clock)
        left = tr("KindTimer started with what could be read; the file was left as it is.")
        try:
            os.rename(path, bad)
        except OSError:
            self.troubles.append(f"{fault} {left}")
            return
        if self.save(settings) is None:
            kept = tr(
                "KindTimer started with what could be read; the old file is kept as “{name}”.", name=bad.name
            )
            self.troubles.append(f"{fault} {kept}")
            return
        with contextlib.suppress(OSError):
            os.rename(bad, path)
        self.troubles.append(f"{fault} {left}")  # the first change that cannot be saved is told by itself

    # --- writing ----------------------------------------------------------------------------------

    def _write(self, settings: Settings) -> None:
        held = {**plain(settings), **self._unknown}
        text = json.dumps(held, indent=2, ensure_ascii=False) + "\n"
        try:
            content = text.encode()
        except UnicodeEncodeError:  # half of a surrogate pair, which JSON can hold and UTF-8 cannot
            content = (json.dumps(held, indent=2) + "\n").encode()
        write_whole(self._path, content)
        self._keep_good(content)

    def _keep_good(self, content: bytes) -> None:
        """Keep a second copy, so that a file emptied by a power cut costs nothing."""
        try:
            if read_bytes(self._good, LARGEST) == content:
                return
        except OSError:
            pass
        try:
            write_whole(self._good, content)
        except OSError:
            return  # the file itself is whole; only its copy is not


def settings_as_they_are(home: Home) -> Settings:
    """What can be read of a home's settings; nothing is changed, whatever the file holds."""
    try:
        raw = read_bytes(home.settings, LARGEST_READ)
    except OSError:
        return Settings()
    text, _ = lenient_json.decode(raw)
    held = lenient_json.whole(text)
    if held is not None and not read(held)[1]:
        return read(held)[0]
    # As the program would start with it: what is good, else what was good last.
    found = lenient_json.salvage(text, NAMES) if held is None else held
    return read({**_last_good(home.settings), **_good(found)})[0]


def _good_copy(settings: Path) -> Path:
    return settings.with_name(settings.name + ".good")


def _last_good(settings: Path) -> dict[str, Any]:
    """The copy that was whole last."""
    try:
        text, _ = lenient_json.decode(read_bytes(_good_copy(settings), LARGEST))
    except OSError:
        return {}
    held = lenient_json.whole(text) or {}
    return {} if read(held)[1] else held


def _good(held: dict[str, Any]) -> dict[str, Any]:
    """What can be used of it: whole fields, and of a list with bad entries the good ones."""
    settings, bad = read(held)
    plainly, usual = plain(settings), plain(Settings())
    good = {name: value for name, value in held.items() if name not in bad}
    return good | {name: plainly[name] for name in bad if plainly[name] != usual[name]}


def _unknown(held: dict[str, Any]) -> dict[str, Any]:
    """What another version wrote and this one carries along, where it is of a sane size and depth."""
    others = {name: value for name, value in held.items() if name not in NAMES}
    return {
        name: value
        for name, value in others.items()
        if _is_shallow(value, DEEPEST_KEPT) and len(json.dumps(value)) <= LARGEST_KEPT
    }


def _is_shallow(value: Any, left: int) -> bool:
    """Whether nothing in it is nested deeper: writing walks down one call a step."""
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return left > 0 and all(_is_shallow(one, left - 1) for one in inner)


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def settings_file_note(path: Path) -> str | None:
    """For `doctor`: why the settings file cannot be used as it is, or None. Nothing is changed."""
    try:
        raw = read_bytes(path, LARGEST_READ)
    except FileNotFoundError:
        return None
    except OSError as error:
        return _why(error)
    text, _ = lenient_json.decode(raw)
    held = lenient_json.whole(text)
    if held is None:
        return tr("it is damaged in places")
    bad = read(held)[1]
    return tr("these values cannot be used: {names}", names=", ".join(bad)) if bad else None
