"""Login entry: starting at login, by an XDG autostart entry that names this very program and home.

Written and read after the Desktop Entry specification. Called by the settings page on the main thread; one
small file is read or written, which takes a millisecond. Elsewhere than on Linux the null object says so.
"""

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from kindtimer.core.words import tr

NAME = "kindtimer.desktop"
LONGEST_ENTRY = 1 << 16
GROUP = "[Desktop Entry]"

_QUOTED_FOR = frozenset(" \t\n\r\"'\\><~|&;$*?#()`")
_ESCAPED_IN_QUOTES = '"`$\\'
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


class LoginEntry(Protocol):
    """Starts the program at login, or does not. Main thread; each call takes a millisecond."""

    def is_on(self) -> bool:
        """Whether this very program, with this very home, starts at the next login."""

    def turn_on(self) -> str:
        """Start at login from now on. Empty, or one kind line where it could not be written."""

    def turn_off(self) -> str:
        """Start at login no more. Empty, or one kind line where it could not be taken away."""


class NoLoginEntry:
    """For systems on which it is not built."""

    def is_on(self) -> bool:
        """Nothing was written."""
        return False

    def turn_on(self) -> str:
        """Say that it cannot be done here."""
        return tr("Starting at login is not built for this system; its own settings may do it.")

    def turn_off(self) -> str:
        """There is nothing to take away."""
        return ""


class XdgLoginEntry:
    """A file in the folder `folder`; `command` is what is started: the program and its arguments."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        # GLib looks for the program before it makes one % of two, and so finds none that has one in its path.
        self._command = ("env", *command) if "%" in command[0] else tuple(command)
        self._path = folder / NAME

    def is_on(self) -> bool:
        """Whether the entry is there, in force, and starts this program."""
        keys = dict(_keys(_text(self._path)))
        hidden = keys.get("Hidden", "false").lower() == "true"
        enabled = keys.get("X-GNOME-Autostart-enabled", "true").lower() != "false"
        if hidden or not enabled or keys.get("Type") != "Application":
            return False
        found = exec_words(keys.get("Exec", ""))
        return len(found) == len(self._command) and all(map(_same, found, self._command))

    def turn_on(self) -> str:
        """Write the entry whole, in place of whatever stood under its name."""
        new = self._path.with_name(f".{NAME}.new")
        try:
            content = entry(self._command).encode()
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with contextlib.suppress(FileNotFoundError):
                new.unlink()
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            # A link is replaced, not followed: what it leads to may be the system's.
            os.replace(new, self._path)
        except UnicodeEncodeError:
            return tr("KindTimer's path has letters that such an entry cannot hold. Nothing was changed.")
        except OSError as error:
            with contextlib.suppress(OSError):
                new.unlink()
            return self._not_written(error)
        return ""

    def turn_off(self) -> str:
        """Take the entry away."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            return self._not_written(error)
        return ""

    def _not_written(self, error: OSError) -> str:
        return tr(
            "“{path}” could not be changed ({why}), so starting at login is as it was. "
            "The rights of that folder are the place to look.",
            path=self._path,
            why=(error.strerror or str(error)).lower(),
        )


def entry(command: Sequence[str]) -> str:
    """The whole entry that starts `command`."""
    lines = {
        "Type": "Application",
        "Name": "KindTimer",
        "Comment": tr("A quiet companion for kind breathing"),
        "Exec": exec_line(command),
        "Icon": "kindtimer",
        "Terminal": "false",
        "StartupNotify": "false",
        "X-GNOME-Autostart-enabled": "true",
    }
    told = (f"{key}={''.join(_ESCAPES.get(one, one) for one in value)}" for key, value in lines.items())
    return "\n".join([GROUP, *told, ""])


def exec_line(command: Sequence[str]) -> str:
    """The words as one Exec value, before the escapes that every value of an entry has."""
    return " ".join(map(_quoted, command))


def exec_words(line: str) -> list[str]:
    """The words of an Exec value, field codes left out; none where a quote is left open."""
    words: list[str] = []
    word: str | None = None
    quoted = False
    letters = iter(line)
    for letter in letters:
        if letter == '"':
            quoted, word = not quoted, word or ""
        elif letter == "\\":
            word = (word or "") + next(letters, "")
        elif letter == "%":
            code = next(letters, "")
            word = (word or "") + "%" if code == "%" else word
        elif letter in " \t\n" and not quoted:
            words += [] if word is None else [word]
            word = None
        else:
            word = (word or "") + letter
    words += [] if word is None else [word]
    return [] if quoted else words


def _quoted(word: str) -> str:
    escaped = "".join("\\" + one if one in _ESCAPED_IN_QUOTES else one for one in word).replace("%", "%%")
    return f'"{escaped}"' if not word or _QUOTED_FOR & set(word) else escaped


def _text(path: Path) -> str:
    """A small plain file's text; empty for whatever is none. A pipe under its name does not hang."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return ""
            read = file.read(LONGEST_ENTRY + 1)
            return read.decode() if len(read) <= LONGEST_ENTRY else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _keys(text: str) -> Iterator[tuple[str, str]]:
    """Keys and values of the entry's own group, escapes undone."""
    inside = False
    for line in text.split("\n"):
        if line.startswith("["):
            inside = line.rstrip() == GROUP
        elif inside and not line.startswith("#") and "=" in line:
            key, _, value = line.partition("=")
            yield key.strip(), _unescaped(value.strip())


def _unescaped(value: str) -> str:
    letters = iter(value)
    return "".join(
        _ESCAPED.get(code := next(letters, ""), "\\" + code) if one == "\\" else one for one in letters
    )


def _same(one: str, other: str) -> bool:
    """Whether two words are equal, or name one place; a last link is not followed.

    Every virtual environment's Python is a link to the same file, and no two of them the same program.
    """
    return one == other or (os.path.isabs(one) and os.path.isabs(other) and _placed(one) == _placed(other))


def _placed(path: str) -> str:
    return os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))


AT_LOGIN = "--at-login"
"""What tells the program that no person waits for a window."""


def own_command(home: Path | None, started: str, python: str) -> tuple[str, ...]:
    """What starts this program again. `started` is its argv[0], `python` its interpreter.

    `home` is the folder that was named for everything, None for the platform's own places.
    """
    script = shutil.which(started) if os.sep not in started else os.path.abspath(started)
    named = script and Path(script).stem == "kindtimer" and os.access(script, os.X_OK)
    program = (os.path.abspath(script),) if script and named else (python, "-m", "kindtimer")
    quietly = (*program, AT_LOGIN)
    return quietly if home is None else (*quietly, "--home", os.path.abspath(home))


def login_entry(home: Path | None, environ: Mapping[str, str] | None = None) -> LoginEntry:
    """The one for this machine and the home that was named, if one was."""
    if not sys.platform.startswith("linux"):
        return NoLoginEntry()
    environ = os.environ if environ is None else environ
    named = environ.get("XDG_CONFIG_HOME", "")
    config = Path(named) if os.path.isabs(named) else Path(environ.get("HOME") or Path.home()) / ".config"
    return XdgLoginEntry(own_command(home, sys.argv[0], sys.executable), config / "autostart")
