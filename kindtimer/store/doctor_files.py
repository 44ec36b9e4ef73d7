"""Doctor files: whether this home's folder, settings and journal can be used. Nothing is changed."""

from kindtimer.core.check import Check
from kindtimer.core.words import tr
from kindtimer.store.journal_store import journal_note
from kindtimer.store.paths import Home, can_write
from kindtimer.store.settings_store import settings_file_note


def file_checks(home: Home) -> list[Check]:
    """Home, settings and journal, in this order. Blocking, short."""
    return [_home(home), _settings(home), _journal(home)]


def _home(home: Home) -> Check:
    remedy = tr("Another folder can be given with --home DIR.")
    folder = home.folder
    if folder.exists() and not folder.is_dir():
        return Check("home", False, tr("“{path}” is a file, not a folder.", path=folder), remedy)
    nearest = folder
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    if not nearest.is_dir() or not can_write(nearest):
        return Check("home", False, tr("“{path}” cannot be written to.", path=nearest), remedy)
    if not folder.exists():
        return Check("home", True, tr("{path} is made at the first start.", path=folder))
    return Check("home", True, str(folder))


def _settings(home: Home) -> Check:
    note = settings_file_note(home.settings)
    if note is None:
        return Check("settings", True, str(home.settings))
    remedy = tr("At its next start KindTimer keeps the old file beside and goes on with what can be read.")
    return Check("settings", False, f"{home.settings}: {note}", remedy)


def _journal(home: Home) -> Check:
    try:
        note = journal_note(home)
    except OSError as error:
        note = (error.strerror or str(error)).lower()
    if note is None:
        return Check("journal", True, str(home.journal))
    remedy = tr("A damaged journal is kept beside, and a new one begun; nothing is written into a newer one.")
    return Check("journal", False, note, remedy)
