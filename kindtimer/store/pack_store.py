"""Pack store: the packs of a home: checked whole, taken in, replaced by their maker's newer ones, removed.

Each stands in a folder of its own, `packs/ID`; a pack is taken whole or not at all, in one step. Blocking.
"""

import contextlib
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from kindtimer.core.pack import (
    MOST_FOR_THIS_WEEK,
    MOST_IN_NOTE,
    MOST_LETTERS,
    Pack,
    is_newer,
    read_version,
)
from kindtimer.core.pattern import Pattern
from kindtimer.core.practice_limits import unreadable
from kindtimer.core.practice_plan import PracticePlan
from kindtimer.core.words import tr
from kindtimer.store.pack_file import MANIFEST, SOUNDS, BadPack, unpack
from kindtimer.store.practice_store import FILE, BadPractice, packed, read_practice
from kindtimer.store.safe_file import read_bytes

FORMAT = 1
MOST_MANIFEST = 64 * 1024

SoundTrouble = Callable[[Path], str | None]
"""Why a file is no sound that can be played, or None."""

_Line = Annotated[str, Meta(max_length=MOST_LETTERS)]


class _WeekTable(Struct, forbid_unknown_fields=True):
    practices: list[str] = []
    note: Annotated[str, Meta(max_length=MOST_IN_NOTE)] = ""


class _PackTable(Struct, forbid_unknown_fields=True):
    format: int
    id: Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,39}$")]
    name: _Line
    author: _Line
    version: str
    contact: _Line = ""
    licence: _Line = ""
    languages: list[Annotated[str, Meta(pattern="^[a-z]{2,3}(_[A-Z]{2})?$")]] = []
    for_this_week: _WeekTable | None = None


class PackStore:
    """The packs of one home. `sound_trouble` looks into sound files by opening them."""

    def __init__(self, folder: Path, patterns: Mapping[str, Pattern], sound_trouble: SoundTrouble) -> None:
        self._folder, self._patterns, self._sound_trouble = folder, patterns, sound_trouble

    def check(self, file: Path) -> Pack:
        """What a pack is, where all in it is well. Raises BadPack with every reason."""
        with self._unpacked(file, Path(tempfile.gettempdir())) as (pack, _):
            return pack

    def add(self, file: Path) -> Pack:
        """Take a pack in, or its maker's newer one in place of the older. Raises BadPack or OSError."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._clear_up()
        with self._unpacked(file, self._folder) as (pack, unpacked):
            there = self._folder / pack.id
            if there.exists():
                self._check_replaces(pack, there)
                old = self._folder / f".old-{pack.id}"
                shutil.rmtree(old, ignore_errors=True)
                there.rename(old)
                unpacked.rename(there)
                shutil.rmtree(old, ignore_errors=True)
            else:
                unpacked.rename(there)
            return pack

    def packs(self) -> dict[str, Pack]:
        """Those that are there, by id; one that can no longer be read is left out."""
        found = {}
        for folder in sorted(self._folders()):
            with contextlib.suppress(BadPack):
                pack = self._read(folder)
                found[pack.id] = pack
        return found

    def plans(self) -> dict[str, PracticePlan]:
        """All practices of all packs, by “pack/practice”; one that can no longer be read is left out."""
        found = {}
        for folder in sorted(self._folders()):
            for one in sorted(path.parent for path in folder.glob(f"*/{FILE}")):
                with contextlib.suppress(BadPractice):
                    plan = packed(read_practice(one, self._patterns), folder.name)
                    found[f"{folder.name}/{plan.id}"] = replace(plan, id=f"{folder.name}/{plan.id}")
        return found

    def remove(self, id: str) -> bool:  # noqa: A002 - the pack's own word for it
        """Take a pack away, all but what the person wrote in its practices; whether it was there."""
        there = next((folder for folder in self._folders() if folder.name == id), None)
        if there is None:
            return False
        gone = self._folder / f".old-{id}"
        shutil.rmtree(gone, ignore_errors=True)
        there.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)
        return True

    # --- inside -------------------------------------------------------------------------------------

    def _clear_up(self) -> None:
        """What a run that was ended in the middle left: the older pack is put back, halves go."""
        for left in self._folder.glob(".*"):
            there = self._folder / left.name.removeprefix(".old-")
            if left.name.startswith(".old-") and not there.exists():
                left.rename(there)
            else:
                shutil.rmtree(left, ignore_errors=True)

    def _folders(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        return [path for path in self._folder.iterdir() if path.is_dir() and not path.name.startswith(".")]

    @contextmanager
    def _unpacked(self, file: Path, where: Path) -> Iterator[tuple[Pack, Path]]:
        """A pack in a folder of its own for a while, checked whole."""
        with tempfile.TemporaryDirectory(prefix=".new-", dir=where, ignore_cleanup_errors=True) as outer:
            folder = Path(outer) / "pack"
            folder.mkdir(mode=0o700)
            unpack(file, folder)
            yield self._read(folder, whole=True), folder

    def _read(self, folder: Path, *, whole: bool = False) -> Pack:
        """The pack in a folder; `whole` looks through all that is in it. Raises BadPack."""
        pack = _manifest(folder / MANIFEST)
        practices, found = [], []
        for one in sorted(path for path in folder.iterdir() if path.is_dir()):
            practices.append(one.name)
            if whole:
                found += self._of_practice(one)
        if not practices:
            found.append(tr("At least one practice makes a pack: a folder with {file}.", file=FILE))
        for name in pack.for_this_week:
            if name not in practices:
                found.append(_line("for_this_week", tr("“{name}” is none of its practices", name=name[:40])))
        if found:
            raise BadPack(found)
        return replace(pack, practices=tuple(practices))

    def _of_practice(self, folder: Path) -> list[str]:
        found = []
        try:
            read_practice(folder, self._patterns)
        except BadPractice as refusal:
            found += refusal.findings
        for sound in sorted(folder.iterdir()):
            if sound.suffix.lower() in SOUNDS and (why := self._sound_trouble(sound)):
                found.append(f"{folder.name}/{sound.name}: {why}.")
        return found

    def _check_replaces(self, pack: Pack, there: Path) -> None:
        try:
            old = self._read(there)
        except BadPack:
            return  # what can no longer be read is no loss
        if old.author != pack.author:
            line = tr(
                "“{name}” is there already, by somebody else; removing that one first makes room.",
                name=old.name,
            )
            raise BadPack([line])
        if not is_newer(pack.version, old.version):
            line = tr(
                "“{name}” {version} is there already, and this one is not newer.",
                name=old.name,
                version=old.version_told,
            )
            raise BadPack([line])


def _line(key: str, fix: str) -> str:
    return f"{MANIFEST}, {key}: {fix}." if key else f"{MANIFEST}: {fix}."


def _manifest(file: Path) -> Pack:
    try:
        table = msgspec.convert(_held(file), _PackTable)
        version = read_version(table.version)
    except msgspec.ValidationError as error:
        why, _, place = str(error).partition(" - at ")
        key = place.strip("`").removeprefix("$").removeprefix(".")
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
        return tomllib.loads(written.decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        raise BadPack([_line("", tr("it is not valid TOML"))]) from None


def _findings(pack: Pack, form: int) -> Iterator[str]:
    if form != FORMAT:
        yield _line("format", tr("this KindTimer reads format 1"))
    if len(pack.for_this_week) > MOST_FOR_THIS_WEEK:
        yield _line("for_this_week", tr("at most two practices stand for a week"))
    told = {"name": pack.name, "author": pack.author, "contact": pack.contact, "licence": pack.licence}
    for key, words in {**told, "note": pack.note}.items():
        if fix := unreadable(words):
            yield _line(key, fix)
    for key in ("name", "author"):
        if not told[key].strip():
            yield _line(key, tr("some words are wanted here"))
