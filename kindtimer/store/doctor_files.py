"""Doctor files: whether this home's folder, settings and journal can be used. Nothing is changed.

Called by the command line's doctor alone; blocking, short.
"""

import contextlib
import os
import stat
from pathlib import Path

from kindtimer.core.check import Check
from kindtimer.core.words import tr
from kindtimer.store.journal_trouble import journal_note
from kindtimer.store.paths import Home, can_write
from kindtimer.store.settings_store import settings_file_note


def file_checks(home: Home) -> list[Check]:
    """Home, settings and journal, in this order. Blocking, short."""
    found = _home(home)
    return [
        found,
        _no_place("settings", home.settings, home, found) or _settings(home),
        _no_place("journal", home.journal, home, found) or _journal(home),
    ]


def _no_place(name: str, path: Path, home: Home, found: Check) -> Check | None:
    """The check of a file whose folder cannot be: to speak of the file would say less, and wrongly."""
    if found.ok or path.parent != home.folder or os.path.isdir(home.folder):
        return None
    return Check(name, False, tr("There is no place for it without that folder."), found.remedy)


def _home(home: Home) -> Check:
    remedy = tr("Another folder can be given with --home DIR.")
    folder = home.folder
    try:
        there = stat.S_ISDIR(folder.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        there = None
    except OSError as error:
        why = _why(error)
        return Check("home", False, tr("“{path}” cannot be used ({why}).", path=folder, why=why), remedy)
    if there is False:
        return Check("home", False, tr("“{path}” is a file, not a folder.", path=folder), remedy)
    nearest = folder
    while not os.path.lexists(nearest) and nearest != nearest.parent:
        nearest = nearest.parent
    if not os.path.isdir(nearest) or not can_write(nearest):
        return Check("home", False, tr("“{path}” cannot be written to.", path=nearest), remedy)
    trouble = _trouble_making(nearest, folder)
    if trouble:
        line = tr("“{path}” cannot be written to ({why}).", path=nearest, why=trouble)
        return Check("home", False, line, remedy)
    if there is None:
        return Check("home", True, tr("{path} is made at the first start.", path=folder))
    return Check("home", True, str(folder))


def _trouble_making(nearest: Path, folder: Path) -> str:
    """Why `folder` cannot be made in `nearest`, which is there, or used; nothing where it can.

    Rights alone do not tell it: of a full disk, of a name that is too long, of /proc.
    """
    tried = nearest / f".kindtimer-doctor-{os.getpid()}"
    try:
        for part in folder.relative_to(nearest).parts:
            with contextlib.suppress(FileNotFoundError):
                (nearest / part).lstat()
        tried.mkdir(mode=0o700)
        tried.rmdir()
    except FileExistsError:
        return ""  # of a doctor that was killed: something could be made then
    except OSError as error:
        return _why(error)
    return ""


def _settings(home: Home) -> Check:
    note, folder = settings_file_note(home.settings), home.settings.parent
    if folder != home.folder and folder.is_dir() and not can_write(folder):
        remedy = tr("Another folder can be given with --home DIR.")
        return Check("settings", False, tr("“{path}” cannot be written to.", path=folder), remedy)
    if note is None:
        return Check("settings", True, str(home.settings))
    remedy = tr("At its next start KindTimer keeps the old file beside and goes on with what can be read.")
    return Check("settings", False, f"{home.settings}: {note}", remedy)


def _journal(home: Home) -> Check:
    try:
        note = journal_note(home)
    except OSError as error:
        note = _why(error)
    if note is None:
        return Check("journal", True, str(home.journal))
    remedy = tr("A damaged journal is kept beside, and a new one begun; nothing is written into a newer one.")
    return Check("journal", False, note, remedy)


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
