"""Help-line store: reads the lines of *Help now* from `assets/help_lines.toml`, and checks them.

A row that lacks its source, its day or its number is refused with the file's name, the key and the fix.
Called when *Help now* is first opened, and by the test before a release; no Qt.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kindtimer.core.help_line import COUNTRIES, EVERYWHERE, HelpLine, Kind, Sure
from kindtimer.core.words import tr

_WANTED = ("country", "name", "source", "source_url", "verified_by", "sure")
_MAY = ("hours", "languages")
_LISTS = ("kind", "number")
_KNOWN = (*_WANTED, *_MAY, *_LISTS, "verified_on")


class BadHelpLines(Exception):
    """The file cannot be used; its text is one line: which file, which key, what to write instead."""


def read_help_lines(path: Path) -> tuple[HelpLine, ...]:
    """The lines in the file's order. Raises BadHelpLines."""
    try:
        held = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BadHelpLines(
            tr("{file} could not be read ({why}).", file=path, why=(error.strerror or "").lower())
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadHelpLines(tr("{file} is not valid TOML: {why}.", file=path, why=error)) from None
    extra = sorted(set(held) - {"line"})
    if extra:
        raise _bad(path, extra[0], tr("only [[line]] tables stand here"))
    tables = held.get("line")
    if not isinstance(tables, list) or not tables:
        raise _bad(path, "line", tr("at least one [[line]] table is wanted"))
    return tuple(_line(path, f"line[{index}]", table) for index, table in enumerate(tables))


def _line(path: Path, where: str, table: Any) -> HelpLine:
    if not isinstance(table, dict):
        raise _bad(path, where, tr("[[line]] begins a table"))
    for key in table:
        if key not in _KNOWN:
            raise _bad(
                path,
                f"{where}.{key}",
                tr("this key is not known; known are {known}", known=", ".join(_KNOWN)),
            )
    texts = {key: _text(path, where, table, key) for key in (*_WANTED, *_MAY)}
    kinds, numbers = (_list(path, where, table, key) for key in _LISTS)
    if texts["country"] not in (*COUNTRIES, EVERYWHERE):
        raise _bad(
            path,
            f"{where}.country",
            tr("one of {known} is wanted", known=", ".join((*COUNTRIES, EVERYWHERE))),
        )
    for kind in kinds:
        if kind not in set(Kind):
            raise _bad(path, f"{where}.kind", tr("one of {known} is wanted", known=", ".join(Kind)))
    if texts["sure"] not in set(Sure):
        raise _bad(path, f"{where}.sure", tr("one of {known} is wanted", known=", ".join(Sure)))
    return HelpLine(
        country=texts["country"],
        name=texts["name"],
        kinds=tuple(Kind(kind) for kind in kinds),
        numbers=numbers,
        hours=texts["hours"],
        languages=texts["languages"],
        source=texts["source"],
        source_url=texts["source_url"],
        verified_on=_day(path, where, table),
        verified_by=texts["verified_by"],
        sure=Sure(texts["sure"]),
    )


def _text(path: Path, where: str, table: Mapping[str, Any], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str) or (key in _WANTED and not value.strip()):
        raise _bad(path, f"{where}.{key}", tr("a text in quotes is wanted"))
    return value.strip()


def _list(path: Path, where: str, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = table.get(key)
    if not isinstance(values, list) or not values:
        raise _bad(path, f"{where}.{key}", tr("a list of texts, at least one, is wanted"))
    if not all(isinstance(one, str) and one.strip() for one in values):
        raise _bad(path, f"{where}.{key}", tr("each of the list is a text in quotes"))
    return tuple(one.strip() for one in values)


def _day(path: Path, where: str, table: Mapping[str, Any]) -> date:
    day = table.get("verified_on")
    if not isinstance(day, date) or isinstance(day, datetime):
        raise _bad(path, f"{where}.verified_on", tr("a day like 2026-11-25, without quotes, is wanted"))
    return day


def _bad(path: Path, key: str, fix: str) -> BadHelpLines:
    return BadHelpLines(tr("{file}, {key}: {fix}.", file=path, key=key, fix=fix))
