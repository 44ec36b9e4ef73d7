"""Pack store: the packs of a home: checked whole, taken in, replaced by their maker's newer ones, removed.

Each stands in a folder of its own, `packs/ID`; a pack is taken whole or not at all, in one step, and one
process at a time changes them. Called by the command line; blocking.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kindtimer.core.own_words import LONGEST_NAME, showable
from kindtimer.core.pack import Pack, is_newer
from kindtimer.core.pattern import Pattern
from kindtimer.core.words import tr
from kindtimer.store.pack_file import MANIFEST, SOUNDS, BadPack, unpack
from kindtimer.store.pack_folder import LOCK, OLD, heal, pack_folders, packs_held, put_back
from kindtimer.store.pack_manifest import read_manifest
from kindtimer.store.practice_store import FILE, BadPractice, keep_read, read_practice
from kindtimer.store.safe_file import sync

GONE = ".gone-"
"""Before the name of a pack that is being removed."""

SoundTrouble = Callable[[Path], str | None]
"""Why a file is no sound that can be played, or None."""


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
        with packs_held(self._folder, waits=True):
            self._clear_up()
            with self._unpacked(file, self._folder) as (pack, unpacked):
                for name in pack.practices:
                    keep_read(unpacked / name)
                there = self._folder / pack.id
                if os.path.lexists(there):
                    self._check_replaces(pack, there)
                for path in (*unpacked.rglob("*"), unpacked):
                    sync(path)
                put(unpacked, there)
                return pack

    def packs(self) -> dict[str, Pack]:
        """Those that are there, by id; one that can no longer be read is left out. Raises OSError."""
        heal(self._folder)
        found = {}
        for folder in pack_folders(self._folder):
            with contextlib.suppress(BadPack):
                pack = self._read(folder)
                found[pack.id] = pack
        return found

    def remove(self, id: str) -> bool:  # noqa: A002 - the pack's own word for it
        """Take a pack away, all but what the person wrote in its practices; whether it was there."""
        if not self._folder.is_dir():
            return False
        with packs_held(self._folder, waits=True):
            self._clear_up()
            there = next((folder for folder in pack_folders(self._folder) if folder.name == id), None)
            if there is None:
                return False
            gone = self._folder / f"{GONE}{id}"  # under this name it never comes back
            there.rename(gone)
            sync(self._folder)
            _take_away(gone)
            return True

    # --- inside -------------------------------------------------------------------------------------

    def _clear_up(self) -> None:
        """What a run that was ended in the middle left: the older pack is put back, halves go."""
        put_back(self._folder)
        for left in self._folder.glob(".*"):
            if left.name != LOCK:
                _take_away(left)

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
        pack = read_manifest(folder / MANIFEST)
        practices, found = [], []
        for one in sorted(path for path in folder.iterdir() if path.is_dir()):
            practices.append(one.name)
            if whole:
                found += self._of_practice(one)
        if not practices:
            found.append(tr("At least one practice makes a pack: a folder with {file}.", file=FILE))
        for name in pack.for_this_week:
            if name not in practices:
                found.append(
                    tr(
                        "{file}, for_this_week: “{name}” is none of its practices.",
                        file=MANIFEST,
                        name=showable(name, LONGEST_NAME),
                    )
                )
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


def put(unpacked: Path, there: Path) -> None:
    """Put a pack in its place in one step; an older one goes once that lasts, and stays where it fails.

    Raises OSError.
    """
    if not os.path.lexists(there):
        unpacked.rename(there)
        sync(there.parent)
        return
    old = there.with_name(f"{OLD}{there.name}")
    there.rename(old)
    try:
        unpacked.rename(there)
    except BaseException:
        old.rename(there)
        raise
    sync(there.parent)
    _take_away(old)


def _take_away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()
