"""Paths: where everything that is kept stands, and the folders made ready for it.

Settings, journal, log and lock live where the platform wants them, or all in one folder. The socket stands
in the runtime folder. Called by the command line before anything else is loaded; no Qt.
"""

import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kindtimer.core.words import tr

NAME = "kindtimer"
LONGEST_SOCKET = 107
"""Bytes an AF_UNIX path may have on Linux, its closing zero left out."""


class HomeTrouble(Exception):
    """Nothing can be kept there; its text is one kind line."""


@dataclass(frozen=True)
class Home:
    """The places of one home. `folder` holds journal and lock, and its real path names the socket."""

    folder: Path
    settings: Path
    journal: Path
    log: Path
    lock: Path
    socket: Path

    @classmethod
    def at(cls, folder: Path, environ: Mapping[str, str] | None = None) -> "Home":
        """Everything in one folder; nothing is touched."""
        folder = Path(os.path.abspath(folder))
        return cls._laid_out(folder, folder, folder, os.environ if environ is None else environ)

    @classmethod
    def find(cls, given: str | None, environ: Mapping[str, str] | None = None) -> "Home":
        """The home that was `given`, else the one of KINDTIMER_HOME, else the platform's own places."""
        environ = os.environ if environ is None else environ
        given = given or environ.get("KINDTIMER_HOME")
        if given:
            return cls.at(Path(os.path.expanduser(given)), environ)
        # Imported late: a quarter of the time `kindtimer stop` takes, and unused with a home given.
        from platformdirs import PlatformDirs

        places = PlatformDirs(NAME, appauthor=False)
        return cls._laid_out(places.user_data_path, places.user_config_path, places.user_log_path, environ)

    @classmethod
    def _laid_out(cls, data: Path, config: Path, log: Path, environ: Mapping[str, str]) -> "Home":
        return cls(
            folder=data,
            settings=config / "settings.json",
            journal=data / "journal.db",
            log=log / "kindtimer.log",
            lock=data / "lock",
            socket=_socket(data, environ),
        )

    @property
    def packs(self) -> Path:
        """The folder of practices that came as packs; made with the first of them."""
        return self.folder / "packs"

    def make(self) -> None:
        """Make the folders, private, and see that they can be written to. Raises HomeTrouble."""
        for folder in dict.fromkeys((self.folder, self.settings.parent, self.log.parent)):
            _make_private(folder)
        _make_lock(self.lock)
        if self.socket.parent.name.startswith(f"{NAME}-"):
            _make_runtime(self.socket.parent)


def assets() -> Path:
    """The folder of patterns, drawings and sounds: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "assets"


def can_write(folder: Path) -> bool:
    """Whether this process may make files in a folder."""
    effective = os.access in os.supports_effective_ids
    return os.access(folder, os.R_OK | os.W_OK | os.X_OK, effective_ids=effective)


def _socket(folder: Path, environ: Mapping[str, str]) -> Path:
    name = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16] + ".sock"
    given = environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(given) and os.path.isdir(given) and can_write(Path(given)):
        path = Path(given) / f"{NAME}.{name}"
        if len(os.fsencode(path)) <= LONGEST_SOCKET:
            return path
    owner = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    own = f"{NAME}-{owner}"
    path = Path(environ.get("TMPDIR") or "/tmp") / own / name
    return path if len(os.fsencode(path)) <= LONGEST_SOCKET else Path("/tmp") / own / name


def _make_private(folder: Path) -> None:
    """A folder for this person alone. One that was there keeps its rights: the files are private anyway."""
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True)
    except (FileExistsError, NotADirectoryError):
        raise HomeTrouble(
            tr(
                "“{path}” is a file, and KindTimer keeps its things in a folder. "
                "The file was left as it is; --home DIR names another folder.",
                path=folder,
            )
        ) from None
    except (OSError, ValueError) as error:
        raise HomeTrouble(
            tr(
                "The folder “{path}” could not be made ({why}). "
                "Nothing was changed; --home DIR names another folder.",
                path=folder,
                why=_why(error),
            )
        ) from None
    if not can_write(folder):
        raise HomeTrouble(_not_writable(folder, tr("no right to write there")))


def _make_lock(lock: Path) -> None:
    """Making the lock is the true proof that something can be written here."""
    try:
        os.close(os.open(lock, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise HomeTrouble(_not_writable(lock.parent, _why(error))) from None


def _make_runtime(folder: Path) -> None:
    """A folder in a place that everybody shares: it counts only if it is this person's alone."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
        if hasattr(os, "getuid") and (not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid()):
            raise PermissionError(0, tr("it belongs to somebody else"))
        if stat.S_IMODE(found.st_mode) & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise HomeTrouble(_not_writable(folder, _why(error))) from None


def _not_writable(folder: Path, why: str) -> str:
    return tr(
        "“{path}” cannot be written to ({why}). Nothing was lost. The rights of that folder are the place to "
        "look; --home DIR names another one.",
        path=folder,
        why=why,
    )


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
