"""Guide store: reads the topics of the guide from `assets/guide.toml`, and checks them.

A file that holds an unknown key, an id twice or a paragraph that is too long is refused with its name, the
key and the fix. Called when the guide is first opened; no Qt.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kindtimer.core.guide_topic import LONGEST_PARAGRAPH, Part, Row, Shows, Topic
from kindtimer.core.words import tr

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TOPIC = ("id", "title", "told", "part", "evidence", "search")
_PART = ("title", "text", "row", "shows", "source", "told")
_ROW = ("name", "told")


class BadGuide(Exception):
    """The file cannot be used; its text is one line: which file, which key, what to write instead."""


def read_topics(path: Path) -> tuple[Topic, ...]:
    """The topics in the file's order. Raises BadGuide."""
    try:
        held = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BadGuide(
            tr("{file} could not be read ({why}).", file=path, why=(error.strerror or "").lower())
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadGuide(tr("{file} is not valid TOML: {why}.", file=path, why=error)) from None
    extra = sorted(set(held) - {"topic"})
    if extra:
        raise _bad(path, extra[0], tr("only [[topic]] tables stand here"))
    found: dict[str, Topic] = {}
    for index, table in enumerate(_tables(path, "", held, "topic")):
        where = f"topic[{index}]"
        topic = _topic(path, where, table)
        if topic.id in found:
            raise _bad(path, f"{where}.id", tr("“{id}” stands twice; each id once", id=topic.id))
        found[topic.id] = topic
    if not found:
        raise _bad(path, "topic", tr("at least one [[topic]] table is wanted"))
    return tuple(found.values())


def _topic(path: Path, where: str, table: Mapping[str, Any]) -> Topic:
    _only(path, where, table, _TOPIC)
    name, title, told = (_text(path, where, table, key, wanted=True) for key in ("id", "title", "told"))
    if not _ID.fullmatch(name):
        raise _bad(path, f"{where}.id", tr("small letters, digits and _ make an id"))
    evidence = table.get("evidence", False)
    if not isinstance(evidence, bool):
        raise _bad(path, f"{where}.evidence", tr("true or false is wanted"))
    parts = tuple(
        _part(path, f"{where}.part[{index}]", part)
        for index, part in enumerate(_tables(path, where, table, "part"))
    )
    if not parts:
        raise _bad(path, f"{where}.part", tr("at least one [[topic.part]] table is wanted"))
    return Topic(name, title, told, parts, evidence, _text(path, where, table, "search"))


def _part(path: Path, where: str, table: Mapping[str, Any]) -> Part:
    _only(path, where, table, _PART)
    shows = _text(path, where, table, "shows")
    if shows and shows not in set(Shows):
        raise _bad(path, f"{where}.shows", tr("one of {known} is wanted", known=", ".join(Shows)))
    part = Part(
        title=_text(path, where, table, "title"),
        text=_paragraphs(path, where, table),
        rows=tuple(
            _row(path, f"{where}.row[{index}]", row)
            for index, row in enumerate(_tables(path, where, table, "row"))
        ),
        source=_text(path, where, table, "source"),
        told=_text(path, where, table, "told"),
        shows=Shows(shows) if shows else None,
    )
    if not (part.text or part.rows or part.shows):
        raise _bad(path, where, tr("a text, a row or shows is wanted"))
    if part.source and not part.told:
        raise _bad(path, f"{where}.told", tr("a source says how sure it is"))
    return part


def _row(path: Path, where: str, table: Mapping[str, Any]) -> Row:
    _only(path, where, table, _ROW)
    return Row(*(_text(path, where, table, key, wanted=True) for key in _ROW))


def _paragraphs(path: Path, where: str, table: Mapping[str, Any]) -> tuple[str, ...]:
    held = table.get("text", [])
    if not isinstance(held, list) or not all(isinstance(one, str) and one.strip() for one in held):
        raise _bad(path, f"{where}.text", tr("a list of texts in quotes is wanted"))
    for one in held:
        if len(one.split()) > LONGEST_PARAGRAPH:
            fix = tr("a paragraph has at most {count} words", count=LONGEST_PARAGRAPH)
            raise _bad(path, f"{where}.text", fix)
    return tuple(held)


def _text(path: Path, where: str, table: Mapping[str, Any], key: str, *, wanted: bool = False) -> str:
    value = table.get(key, "")
    if not isinstance(value, str) or (wanted and not value.strip()):
        raise _bad(path, f"{where}.{key}", tr("a text in quotes is wanted"))
    return value


def _tables(path: Path, where: str, table: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    held = table.get(key, [])
    if not isinstance(held, list) or not all(isinstance(one, dict) for one in held):
        raise _bad(path, f"{where}.{key}".lstrip("."), tr("a list of tables is wanted"))
    return held


def _only(path: Path, where: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            fix = tr("this key is not known; known are {known}", known=", ".join(known))
            raise _bad(path, f"{where}.{key}", fix)


def _bad(path: Path, key: str, fix: str) -> BadGuide:
    return BadGuide(tr("{file}, {key}: {fix}.", file=path, key=key, fix=fix))
