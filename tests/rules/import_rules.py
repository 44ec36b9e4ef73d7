"""Who may import what: outside libraries by room, parts of Qt, the network. Import-linter has the arrows."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.rules.source_tree import PACKAGE, SourceTree

LIBRARIES: Mapping[str, frozenset[str]] = {
    "PySide6": frozenset({"desktop", "visuals", "guide", "ui", "app", "offering", "parts", "program"}),
    "apsw": frozenset({"store"}),
    "jeepney": frozenset({"desktop"}),
    "numpy": frozenset({"audio"}),
    "platformdirs": frozenset({"store"}),
    "pulsectl": frozenset({"audio"}),
    "sounddevice": frozenset({"audio"}),
    "msgspec": frozenset({"store"}),
    "soundfile": frozenset({"audio"}),
    "tzlocal": frozenset({"desktop"}),
}
"""Outside library → exactly the rooms that import it (house §1 and §6)."""

DISTRIBUTIONS = {"pyside6-essentials": "PySide6", "apsw-sqlite3mc": "apsw"}
"""Where a distribution is named differently from what is imported."""

WITHOUT_IMPORT = frozenset({"tzdata"})
"""Distributions that hold data and are never imported by name."""

NETWORK = (
    "_socket",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
)

LOCAL_SOCKETS: Mapping[str, str] = {
    "kindtimer/desktop/one_instance.py": "PySide6.QtNetwork",  # the local server of the one instance
    "kindtimer/desktop/remote.py": "socket",  # its client, without Qt
    "kindtimer/desktop/display.py": "socket",  # knocks at the local X or Wayland display before Qt is loaded
    "kindtimer/desktop/hold_video_streams.py": "socket",  # the local PipeWire, which has no light library
    "kindtimer/desktop/hold_wayland_windows.py": "socket",  # the local compositor's list of windows
    "kindtimer/desktop/silent_bus.py": "socket",  # knocks at the desktop's own buses before Qt is loaded
    "kindtimer/desktop/quit_signal.py": "socket",  # a pair of ends within the process, woken by a signal
}
"""The files that may name one of those modules, and which."""


def _inside(name: str, module: str) -> bool:
    return name == module or name.startswith(module + ".")


def libraries(tree: SourceTree, wanted: Mapping[str, frozenset[str]] = LIBRARIES) -> list[str]:
    """For each outside library the set of rooms that import it equals the list."""
    actual: dict[str, set[str]] = {name: set() for name in wanted}
    for module in tree.package:
        for name, _ in module.imports:
            top = name.split(".")[0]
            if top and top != PACKAGE and top not in sys.stdlib_module_names:
                actual.setdefault(top, set()).add(module.room)
    return [
        f"{name}: imported by {sorted(rooms)}, the list says {sorted(wanted.get(name, ()))}"
        for name, rooms in sorted(actual.items())
        if rooms != wanted.get(name, frozenset())
    ]


def guide_knows_qtcore_alone(tree: SourceTree) -> list[str]:
    """The guide imports nothing of Qt but QtCore."""
    return [
        module.at(node, f"the guide may use PySide6.QtCore alone, not {name}")
        for module in tree.package
        if module.room == "guide"
        for name, node in module.imports
        if _inside(name, "PySide6") and name != "PySide6" and not _inside(name, "PySide6.QtCore")
    ]


def no_network(tree: SourceTree) -> list[str]:
    """Nothing that could open a network connection is imported; local sockets have their named files."""
    return [
        module.at(node, f"{name} can reach a network")
        for module in tree.package
        for name, node in module.imports
        for banned in NETWORK
        if _inside(name, banned)
        and not _inside(name, LOCAL_SOCKETS.get(module.path.as_posix(), "nothing at all"))
    ]


def no_relative_imports(tree: SourceTree) -> list[str]:
    """Imports are absolute."""
    return [
        module.at(node, "a relative import")
        for module in (*tree.package, *tree.tests)
        for name, node in module.imports
        if name.startswith(".")
    ]


def arrows(root: Path) -> tuple[bool, str]:
    """Whether the contracts of pyproject.toml hold in the tree at `root`, and what the linter said."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    found = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    said = found.stdout + found.stderr
    return found.returncode == 0 and "0 broken" in said, said
