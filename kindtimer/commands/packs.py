"""Packs: checks a pack of practices, takes it in, lists those that are there, removes one, makes one.

Called by `cli`; prints to standard output and returns the exit code.
"""

import shutil
import tempfile
import zipfile
from argparse import Namespace
from pathlib import Path

from kindtimer.commands.handing_over import ask_program
from kindtimer.commands.telling import print_json, read_patterns
from kindtimer.commands.whole_file import whole_file
from kindtimer.core.command_line import CouldNot, WrongUsage
from kindtimer.core.own_words import LONGEST_NAME, LONGEST_PATH, showable
from kindtimer.core.pack import MOST_BYTES, MOST_FILES, Pack
from kindtimer.core.words import tr, trn
from kindtimer.store.pack_file import KINDS, BadPack, name_fix
from kindtimer.store.pack_store import PackStore
from kindtimer.store.paths import Home


def packs(typed: Namespace, home: Home) -> int:
    """`pack check|add|list|remove|make`."""
    store = pack_store(home)
    what, named = typed.what, typed.named
    if what == "list":
        if named is not None:
            raise WrongUsage(tr("`kindtimer pack list` stands alone."))
        return _list(store, as_json=typed.json)
    if named is None:
        example = {"remove": "evenings", "make": "evenings --out evenings.zip"}.get(what, "evenings.zip")
        raise WrongUsage(
            tr(
                "After `kindtimer pack {what}` comes a name. For example: kindtimer pack {what} {example}",
                what=what,
                example=example,
            )
        )
    if what == "remove":
        return _remove(store, home, named)
    if what == "make":
        return _make(store, Path(named), typed.out)
    return _take(store, home, Path(named), adds=what == "add")


def pack_store(home: Home) -> PackStore:
    """The packs of a home; sound files are looked into when there are any."""

    def sound_trouble(file: Path) -> str | None:
        from kindtimer.audio.sound_check import sound_trouble

        return sound_trouble(file)

    return PackStore(home.packs, read_patterns(), sound_trouble)


def _take(store: PackStore, home: Home, file: Path, *, adds: bool) -> int:
    if adds:
        home.make()
    try:
        pack = store.add(file) if adds else store.check(file)
    except BadPack as refusal:
        raise CouldNot(_refusal(file, refusal)) from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CouldNot(tr("The pack could not be taken in ({why}). Nothing was changed.", why=why)) from None
    if adds:
        ask_program(home, {"wish": "look_at_packs"})
        print(
            tr("Taken in: {pack}. It came from a file; KindTimer cannot know who made it.", pack=_told(pack))
        )
    else:
        line = tr(
            "Nothing stands in its way: {pack}. KindTimer looked at its form; who made it, it cannot know.",
            pack=_told(pack),
        )
        print(line)
    return 0


def _refusal(file: Path, refusal: BadPack) -> str:
    """Every reason in one line; the first ones where there are very many."""
    shown, more = refusal.findings[:8], len(refusal.findings) - 8
    told = " ".join(shown)
    if more > 0:
        told = f"{told} {trn('And {count} more.', 'And {count} more.', more)}"
    name = showable(file.name, LONGEST_NAME)
    return tr("“{name}” was not taken, and nothing was changed. {reasons}", name=name, reasons=told)


def _list(store: PackStore, *, as_json: bool) -> int:
    try:
        found = store.packs().values()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CouldNot(tr("The packs could not be read ({why}).", why=why)) from None
    if as_json:
        return print_json([_document(pack) for pack in found])
    for pack in found:
        print(f"{pack.id:20} {_told(pack)}")
    if not found:
        print(tr("There is no pack so far. `kindtimer pack add FILE` takes one in."))
    return 0


def _document(pack: Pack) -> dict[str, object]:
    return {
        "id": pack.id,
        "name": pack.name,
        "author": pack.author,
        "version": pack.version_told,
        "contact": pack.contact,
        "licence": pack.licence,
        "languages": list(pack.languages),
        "practices": list(pack.practices),
    }


def _told(pack: Pack) -> str:
    count = trn("{count} practice", "{count} practices", len(pack.practices))
    told = tr(
        "“{name}” {version} by {author}, {count}",
        name=pack.name,
        version=pack.version_told,
        author=pack.author,
        count=count,
    )
    return showable(told)


def _remove(store: PackStore, home: Home, named: str) -> int:
    try:
        there = store.remove(named)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CouldNot(tr("The pack could not be removed ({why}). It is whole.", why=why)) from None
    if not there:
        known = ", ".join(store.packs()) or tr("none")
        line = tr(
            "There is no pack called “{name}”. There are: {known}.",
            name=showable(named, LONGEST_NAME),
            known=known,
        )
        raise CouldNot(line)
    ask_program(home, {"wish": "look_at_packs"})
    print(tr("It is removed. What was written in its practices stays in the journal."))
    return 0


def _make(store: PackStore, folder: Path, out: str | None) -> int:
    if out is None or not out.lower().endswith(".zip"):
        raise WrongUsage(tr("The file's name ends in .zip. For example: --out evenings.zip"))
    if not folder.is_dir():
        shown = showable(folder, LONGEST_PATH)
        raise CouldNot(tr("“{path}” is no folder; a pack is made of one.", path=shown))
    target = Path(out)
    try:
        with tempfile.TemporaryDirectory(prefix="kindtimer-") as beside:
            made = Path(beside) / "pack.zip"
            _zip(folder, made)
            pack = store.check(made)
            with made.open("rb") as written, whole_file(target) as file:
                shutil.copyfileobj(written, file)
    except BadPack as refusal:
        raise CouldNot(_refusal(folder, refusal)) from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        shown = showable(target, LONGEST_PATH)
        raise CouldNot(tr("“{path}” could not be written ({why}).", path=shown, why=why)) from None
    print(tr("{path}: {pack}.", path=showable(target, LONGEST_PATH), pack=_told(pack)))
    return 0


def _zip(folder: Path, made: Path) -> None:
    """A zip of what a pack can hold. Raises BadPack before anything large is written, or OSError."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in KINDS and path.is_file())
    found = []
    for path in files:
        try:
            path.relative_to(folder).as_posix().encode("ascii")
        except UnicodeError:
            name = showable(path.relative_to(folder), LONGEST_NAME)
            found.append(tr("{name}: {fix}.", name=name, fix=name_fix()))
    if len(files) > MOST_FILES:
        found.append(
            tr("At most {most} files make a pack; there are {count}.", most=MOST_FILES, count=len(files))
        )
    elif sum(path.stat().st_size for path in files) > MOST_BYTES:
        found.append(tr("At most {most} MB make a pack, unpacked.", most=MOST_BYTES >> 20))
    if found:
        raise BadPack(found)
    # A file from before 1980 has a time no zip can tell.
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6, strict_timestamps=False) as held:
        for path in files:
            held.write(path, path.relative_to(folder).as_posix())
