"""Pack manifest: reads `pack.toml`, what a pack says of itself, and checks every line of it.

Loaded when a pack is looked at, not when its practices are read: `msgspec` takes 2.5 MB that never come back.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from kindtimer.core.pack import MOST_FOR_THIS_WEEK, MOST_LETTERS, Pack, is_device, read_version
from kindtimer.core.practice_limits import MOST_IN_NOTE, eyes_fix, unreadable
from kindtimer.core.practice_plan import ID
from kindtimer.core.words import tr
from kindtimer.store.pack_file import MANIFEST, BadPack
from kindtimer.store.practice_store import finding
from kindtimer.store.practice_tables import said_by_msgspec
from kindtimer.store.safe_file import read_bytes
from kindtimer.store.toml_weight import too_heavy

FORMAT = 1
MOST_MANIFEST = 64 * 1024

_Line = Annotated[str, Meta(max_length=MOST_LETTERS)]


class _WeekTable(Struct, forbid_unknown_fields=True):
    practices: list[str] = []
    note: Annotated[str, Meta(max_length=MOST_IN_NOTE)] = ""


class _PackTable(Struct, forbid_unknown_fields=True):
    format: int
    id: Annotated[str, Meta(pattern=rf"^{ID}\Z")]
    name: _Line
    author: _Line
    version: str
    contact: _Line = ""
    licence: _Line = ""
    languages: list[Annotated[str, Meta(pattern="^[a-z]{2,3}(_[A-Z]{2})?\\Z")]] = []
    for_this_week: _WeekTable | None = None


def _line(key: str, fix: str) -> str:
    return finding(MANIFEST, key, fix)


def read_manifest(file: Path) -> Pack:
    """What the file says. Raises BadPack."""
    try:
        table = msgspec.convert(_held(file), _PackTable)
        version = read_version(table.version)
    except msgspec.ValidationError as error:
        key, why = said_by_msgspec(str(error))
        raise BadPack([_line(key, why[:1].lower() + why[1:])]) from None
    except ValueError:
        raise BadPack(
            [_line("version", tr("numbers with dots between make a version, such as 1.0"))]
        ) from None
    week = table.for_this_week or _WeekTable()
    pack = Pack(
        table.id,
        table.name,
        table.author,
        version,
        table.contact,
        table.licence,
        tuple(dict.fromkeys(table.languages or ["en"])),
        tuple(dict.fromkeys(week.practices)),
        week.note,
    )
    if found := list(_findings(pack, table.format)):
        raise BadPack(found)
    return pack


def _held(file: Path) -> dict[str, Any]:
    try:
        written = read_bytes(file, MOST_MANIFEST)
        if len(written) > MOST_MANIFEST:
            raise BadPack([_line("", tr("it is larger than {count} KB", count=MOST_MANIFEST // 1024))])
        text = written.decode("utf-8")
        if fix := too_heavy(text):
            raise BadPack([_line("", fix)])
        return tomllib.loads(text)
    except (OSError, ValueError, RecursionError):
        raise BadPack([_line("", tr("it is not valid TOML"))]) from None


def _findings(pack: Pack, form: int) -> Iterator[str]:
    if form != FORMAT:
        yield _line("format", tr("this KindTimer reads format 1"))
    if is_device(pack.id):
        yield _line("id", tr("“{name}” is a device on some computers", name=pack.id))
    if len(pack.for_this_week) > MOST_FOR_THIS_WEEK:
        yield _line("for_this_week", tr("at most two practices stand for a week"))
    told = {"name": pack.name, "author": pack.author, "contact": pack.contact, "licence": pack.licence}
    for key, words in {**told, "note": pack.note}.items():
        if fix := unreadable(words) or eyes_fix(words):
            yield _line(key, fix)
    for key in ("name", "author"):
        if not told[key].strip():
            yield _line(key, tr("some words are wanted here"))
