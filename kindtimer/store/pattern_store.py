"""Pattern store: reads the built-in breathing patterns from `assets/patterns.toml`, and checks them.

A file that asks for something unknown or unsafe is refused with its name, the key and the fix. Called
once at the start, or by the command line; no Qt.
"""

import re
import tomllib
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any

from kindtimer.core.pattern import PACED_CAP_MINUTES, Pattern, Phases, problems
from kindtimer.core.words import tr

LONG_HOLDS = {"four_seven_eight": 7.0}
"""The one pattern that is known for a hold longer than 4 s (facts §1.4)."""

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_PARTS = {"in": "inhale", "top_up": "top_up", "hold": "hold", "out": "out", "rest": "rest"}
_TEXTS = ("id", "name", "purpose", "caution")
_NUMBERS = (*_PARTS, "default_minutes", "cap_minutes", "between")
_WHOLE = ("tier", "set_breaths")
_WANTED = ("id", "name", "in", "out", "tier", "default_minutes", "cap_minutes")


class BadPatterns(Exception):
    """The file cannot be used; its text is one line: which file, which key, what to write instead."""


def read_patterns(path: Path) -> dict[str, Pattern]:
    """The patterns by id, in the file's order. Raises BadPatterns."""
    try:
        held = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BadPatterns(
            tr("{file} could not be read ({why}).", file=path, why=(error.strerror or "").lower())
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadPatterns(tr("{file} is not valid TOML: {why}.", file=path, why=error)) from None
    extra = sorted(set(held) - {"pattern"})
    if extra:
        raise _bad(path, extra[0], tr("only [[pattern]] tables stand here"))
    tables = held.get("pattern")
    if not isinstance(tables, list) or not tables:
        raise _bad(path, "pattern", tr("at least one [[pattern]] table is wanted"))
    found: dict[str, Pattern] = {}
    for index, table in enumerate(tables):
        where = f"pattern[{index}]"
        if not isinstance(table, dict):
            raise _bad(path, where, tr("[[pattern]] begins a table"))
        pattern = _pattern(path, where, table)
        if pattern.id in found:
            raise _bad(path, f"{where}.id", tr("“{id}” stands twice; each id once", id=pattern.id))
        found[pattern.id] = pattern
    return found


def _pattern(path: Path, where: str, table: Mapping[str, Any]) -> Pattern:
    _check_types(path, where, table)
    phases = Phases(**{name: float(table.get(key, 0.0)) for key, name in _PARTS.items()})
    found = problems(phases, longest_hold=LONG_HOLDS.get(table["id"], 4.0))
    if found:
        raise _bad(path, f"{where} ({table['id']})", found[0].rstrip("."))
    _check_lengths(path, where, table)
    return Pattern(
        id=table["id"],
        name=table["name"],
        phases=phases,
        tier=table["tier"],
        default_minutes=float(table["default_minutes"]),
        cap_minutes=float(table["cap_minutes"]),
        purpose=table.get("purpose", ""),
        caution=table.get("caution", ""),
        set_breaths=table.get("set_breaths", 0),
        between=float(table.get("between", 0.0)),
    )


def _check_types(path: Path, where: str, table: Mapping[str, Any]) -> None:
    for key in _WANTED:
        if key not in table:
            raise _bad(path, f"{where}.{key}", tr("this key is wanted"))
    for key, value in table.items():
        at = f"{where}.{key}"
        if key in _TEXTS:
            if not isinstance(value, str) or (not value and key in _WANTED):
                raise _bad(path, at, tr("a text in quotes is wanted"))
        elif key in _WHOLE:
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                raise _bad(path, at, tr("a whole number, 0 or more, is wanted"))
        elif key in _NUMBERS:
            if not isinstance(value, int | float) or isinstance(value, bool) or not _is_length(value):
                raise _bad(path, at, tr("a number, 0 or more, is wanted"))
        else:
            known = ", ".join((*_TEXTS, *_NUMBERS, *_WHOLE))
            raise _bad(path, at, tr("this key is not known; known are {known}", known=known))
    if not _ID.fullmatch(table["id"]):
        raise _bad(path, f"{where}.id", tr("small letters, digits and _ make an id"))


def _check_lengths(path: Path, where: str, table: Mapping[str, Any]) -> None:
    if table["tier"] not in (1, 2, 3):
        raise _bad(path, f"{where}.tier", tr("1, 2 or 3 is wanted"))
    if not 0 < table["cap_minutes"] <= PACED_CAP_MINUTES:
        raise _bad(path, f"{where}.cap_minutes", tr("more than 0 and at most 20 minutes are paced in one go"))
    if not 0 < table["default_minutes"] <= table["cap_minutes"]:
        raise _bad(path, f"{where}.default_minutes", tr("more than 0 and at most cap_minutes is wanted"))
    if table.get("set_breaths", 0) and table.get("between", 0) < 60:
        raise _bad(path, f"{where}.between", tr("at least 60 seconds of free breathing stand between sets"))


def _is_length(value: float) -> bool:
    return 0 <= value < 2**63 and isfinite(value)


def _bad(path: Path, key: str, fix: str) -> BadPatterns:
    return BadPatterns(tr("{file}, {key}: {fix}.", file=path, key=key, fix=fix))
