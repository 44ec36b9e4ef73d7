"""Licence store: reads whose work KindTimer stands on from `assets/licences.toml`, and checks it.

Called when *Settings* is first opened; no Qt.
"""

import tomllib
from pathlib import Path
from typing import Any

from kindtimer.core.licences import Licence
from kindtimer.core.words import tr

_KEYS = ("work", "licence", "holder", "where")


class BadLicences(Exception):
    """The file cannot be used; its text is one line: which file, which key, what to write instead."""


def read_licences(path: Path) -> tuple[Licence, ...]:
    """The rows in the file's order. Raises BadLicences."""
    try:
        held = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BadLicences(
            tr("{file} could not be read ({why}).", file=path, why=(error.strerror or "").lower())
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadLicences(tr("{file} is not valid TOML: {why}.", file=path, why=error)) from None
    extra = sorted(set(held) - {"licence"})
    if extra:
        raise _bad(path, extra[0], tr("only [[licence]] tables stand here"))
    tables = held.get("licence")
    if not isinstance(tables, list) or not tables:
        raise _bad(path, "licence", tr("at least one [[licence]] table is wanted"))
    found: dict[str, Licence] = {}
    for index, table in enumerate(tables):
        one = _licence(path, f"licence[{index}]", table)
        if one.name in found:
            raise _bad(path, f"licence[{index}].work", tr("“{id}” stands twice; each id once", id=one.name))
        found[one.name] = one
    return tuple(found.values())


def _licence(path: Path, where: str, table: Any) -> Licence:
    if not isinstance(table, dict):
        raise _bad(path, where, tr("[[licence]] begins a table"))
    for key in table:
        if key not in _KEYS:
            fix = tr("this key is not known; known are {known}", known=", ".join(_KEYS))
            raise _bad(path, f"{where}.{key}", fix)
    texts = []
    for key in _KEYS:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise _bad(path, f"{where}.{key}", tr("a text in quotes is wanted"))
        texts.append(value.strip())
    return Licence(*texts)


def _bad(path: Path, key: str, fix: str) -> BadLicences:
    return BadLicences(tr("{file}, {key}: {fix}.", file=path, key=key, fix=fix))
