"""Pack file: looks through a zip that somebody else made, and unpacks it into a folder of its own.

Nothing in it is trusted: names, sizes and links are looked at before anything is written, and what is
written is counted again. Blocking; called for a command or from a worker.
"""

import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kindtimer.core.own_words import LONGEST_NAME as LONGEST_SHOWN
from kindtimer.core.own_words import showable
from kindtimer.core.pack import MOST_BYTES, MOST_FILES, MOST_PACKED, MOST_RATIO, SMALL_BYTES, is_device
from kindtimer.core.words import tr

MANIFEST = "pack.toml"
SOUNDS = frozenset({".wav", ".flac", ".ogg", ".opus"})
KINDS = SOUNDS | {".toml", ".md", ".txt"}
MOST_PARTS = 2
CHUNK = 1 << 16
END_MARK = b"PK\x05\x06"
FAR_MARK = b"PK\x06\x07"
"""Stands 20 bytes before the end of a zip that has a second directory, for more than four gigabytes."""

OTHER_NAME = 0x7075
"""The extra field with a second name, which some readers of zips take in place of the first."""

PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others take far more memory to unpack than they say, and not every Python has them."""

MOST_END = (1 << 16) + 22
"""Bytes at the end of a zip in which the place of its directory stands."""

MOST_DIRECTORY = MOST_FILES * 512
LONGEST_NAME = 100

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class BadPack(Exception):
    """A pack that is not taken. `findings` is one line for each reason."""

    def __init__(self, findings: list[str]) -> None:
        super().__init__("\n".join(findings))
        self.findings = findings


def unpack(file: Path, folder: Path) -> None:
    """Write all files of a pack into an empty folder. Raises BadPack, with nothing to be used in it."""
    try:
        _check_directory(file)
        with zipfile.ZipFile(file) as held:
            if found := list(_findings(held)):
                raise BadPack(found)
            left = MOST_BYTES
            for entry in held.infolist():
                if not entry.is_dir():
                    left -= _write(held, entry, folder, left)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise BadPack(
            [tr("{name} could not be read or unpacked ({why}).", name=shown(file.name), why=why)]
        ) from None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, ValueError, NotImplementedError):
        raise BadPack([tr("{name} is no whole zip file.", name=shown(file.name))]) from None
    except MemoryError:
        raise BadPack([tr("{name} is no zip that can be taken.", name=shown(file.name))]) from None
    except RuntimeError:  # what zipfile says of a file that wants a passphrase
        raise BadPack([tr("{name} is locked with a passphrase.", name=shown(file.name))]) from None


def _check_directory(file: Path) -> None:
    """Look at the size of the zip's directory before all of it is read. Raises BadPack or OSError."""
    # Opened without waiting: a pipe under the file's name would hang whoever asks.
    number = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(number, "rb") as opened:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise BadPack([tr("{name} is no plain file.", name=shown(file.name))])
        size = opened.seek(0, os.SEEK_END)
        if size > MOST_PACKED:
            raise BadPack([tr("At most {most} MB make a pack.", most=MOST_PACKED >> 20)])
        opened.seek(max(0, size - MOST_END))
        end = opened.read()
    # Both places where a reader of zips may look: the very end, and the last mark before a comment.
    for at in {len(end) - 22, end.rfind(END_MARK)}:
        if at >= 0 and end[at : at + 4] == END_MARK and len(end) >= at + 22:
            if end[max(0, at - 20) : at].startswith(FAR_MARK):
                raise BadPack([tr("{name} is no zip that can be taken.", name=shown(file.name))])
            count, directory = struct.unpack_from("<HL", end, at + 10)
            if count > MOST_FILES:
                line = tr(
                    "At most {most} files make a pack; there are {count}.", most=MOST_FILES, count=count
                )
                raise BadPack([line])
            if directory > MOST_DIRECTORY:
                raise BadPack([tr("{name} is no zip that can be taken.", name=shown(file.name))])


def _findings(held: zipfile.ZipFile) -> Iterator[str]:
    entries = held.infolist()
    if len(entries) > MOST_FILES:
        yield tr("At most {most} files make a pack; there are {count}.", most=MOST_FILES, count=len(entries))
        return
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        yield tr("At most {most} MB make a pack, unpacked.", most=MOST_BYTES >> 20)
    seen: set[str] = set()
    for entry in entries:
        if fix := _of_entry(entry):
            yield tr("{name}: {fix}.", name=shown(entry.orig_filename), fix=fix)
        same = unicodedata.normalize("NFC", entry.orig_filename).casefold().rstrip("/")
        if same in seen:
            yield tr("{name}: it stands twice.", name=shown(entry.orig_filename))
        seen.add(same)
    if MANIFEST not in held.NameToInfo:
        yield tr("{name} is missing at the top of the zip.", name=MANIFEST)


def _of_entry(entry: zipfile.ZipInfo) -> str:
    """Why a file is not taken; empty where it is."""
    # zipfile cuts a name at a NUL, turns the system's own separators, and from Python 3.12 on takes another
    # name out of an extra field; the name as written is looked at, and there may be no other.
    name = entry.orig_filename
    if _has_other_name(entry):
        return tr("it has two names")
    if entry.compress_type not in PACKINGS:
        return tr("it is packed in a way that is not taken; “deflate” is")
    if entry.flag_bits & 0x1:
        return tr("it is locked with a passphrase")
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return tr("only plain files are taken, no links")
    if name.startswith("/") or "\\" in name or ":" in name or "\0" in name:
        return tr("only names within the pack are taken")
    parts = PurePosixPath(name).parts
    plain = name.removesuffix("/") == "/".join(parts)
    if not plain or ".." in parts or not 1 <= len(parts) <= MOST_PARTS or len(name) > LONGEST_NAME:
        return tr("only names within the pack are taken, at most one folder deep")
    for part in parts:
        if not _PART.fullmatch(part) or part.endswith(".") or is_device(part):
            return name_fix()
    if entry.is_dir():
        return ""
    kind = PurePosixPath(name).suffix.lower()
    if kind not in KINDS:
        return tr("only {kinds} are taken", kinds=", ".join(sorted(KINDS)))
    if kind in SOUNDS and len(parts) < MOST_PARTS:
        return tr("a sound stands in the folder of its practice")
    if entry.file_size > SMALL_BYTES and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
        return tr("unpacked it is more than {most} times as large", most=MOST_RATIO)
    return ""


def name_fix() -> str:
    """What makes a name that is taken."""
    return tr("letters from a to z, digits, dots, - and _ make a name, and no device has it")


def _has_other_name(entry: zipfile.ZipInfo) -> bool:
    """Whether some reader of zips would know the file by another name than the one that was looked at."""
    if entry.filename not in (entry.orig_filename, entry.orig_filename.partition("\0")[0]):
        return True
    extra = entry.extra
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == OTHER_NAME and extra[9 : 4 + size] != entry.orig_filename.encode("utf-8", "replace"):
            return True
        extra = extra[4 + size :]
    return False


def _write(held: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path, left: int) -> int:
    """Unpack one file, counting what really comes; how many bytes it has. Raises BadPack or OSError."""
    name = entry.orig_filename
    target = folder.joinpath(*PurePosixPath(name).parts)
    if not target.resolve().is_relative_to(folder.resolve()):  # no name that was looked at leads there
        raise BadPack(
            [tr("{name}: {fix}.", name=shown(name), fix=tr("only names within the pack are taken"))]
        )
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    most, written = min(left, max(SMALL_BYTES, entry.file_size)), 0
    with held.open(entry) as packed, target.open("xb") as out:
        target.chmod(0o600)
        while chunk := packed.read(CHUNK):
            written += len(chunk)
            if written > most:
                raise BadPack([tr("{name}: it is larger than it says.", name=shown(name))])
            out.write(chunk)
    return written


def shown(name: str) -> str:
    """A name out of a pack as it may stand in a line."""
    return showable(name, LONGEST_SHOWN)
