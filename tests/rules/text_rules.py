"""Text in code: what a person reads goes through translation; nothing names one machine."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from tests.rules.source_tree import Module, SourceTree

NAMES = frozenset({"KindTimer"})
"""Names are the same in every language."""

TRANSLATORS = frozenset({"tr", "trn", "_"})

SHOWS = frozenset(
    {
        "QAction",
        "QCheckBox",
        "QGroupBox",
        "QLabel",
        "QMenu",
        "QPushButton",
        "QRadioButton",
        "addAction",
        "addItem",
        "addMenu",
        "addSection",
        "addTab",
        "setAccessibleDescription",
        "setAccessibleName",
        "setPlaceholderText",
        "setStatusTip",
        "setText",
        "setTitle",
        "setToolTip",
        "setWhatsThis",
        "setWindowTitle",
        "showMessage",
    }
)
"""Qt's ways of showing a text."""

KEPT_FOLDERS = frozenset({"build", "dist"})
READ = frozenset({".py", ".toml", ".md", ".txt", ".svg", ".pot", ".po", ".cfg", ".ini", ".sh", ".yml", ""})

# Put together from parts, so that this file does not find itself.
MACHINES = re.compile(
    "|".join(
        (
            "(?<![A-Za-z0-9_.~-])/" + "(?:home|Users)/[A-Za-z0-9_]+",
            "(?<![A-Za-z0-9_.~-])/" + "(?:root|work)/[A-Za-z0-9_.]+",
            "/tmp/" + "venv",
            "C:" + r"\\Users",
            "pythonhosted" + r"\.org",
            r"pypi\.org/" + "simple",
            "index" + "-url",
            "PIP" + "_INDEX",
        )
    )
)


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _bare_words(node: ast.AST) -> Iterator[str]:
    """Literal words in an expression, translated ones left out. One letter is the name of a key."""
    if isinstance(node, ast.Call) and _called(node) in TRANSLATORS:
        return
    if isinstance(node, ast.Constant):
        words = node.value if isinstance(node.value, str) else ""
        if sum(letter.isalpha() for letter in words) > 1 and words not in NAMES:
            yield words
        return
    if isinstance(node, ast.Compare | ast.Subscript):
        return  # what is compared or looked up is not shown
    for child in ast.iter_child_nodes(node):
        yield from _bare_words(child)


def shown_text_is_translated(tree: SourceTree) -> list[str]:
    """No bare words are handed to Qt to show."""
    return [
        module.at(node, f"{words!r} goes through tr")
        for module in tree.package
        for node in ast.walk(module.syntax)
        if isinstance(node, ast.Call) and _called(node) in SHOWS
        for argument in node.args
        for words in _bare_words(argument)
    ]


def translations(module: Module) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    """Each call of tr, trn or _, with the arguments that are texts."""
    for node in ast.walk(module.syntax):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATORS:
            yield node, node.args[: 2 if node.func.id == "trn" else 1]


def translated_text_is_literal(tree: SourceTree) -> list[str]:
    """tr is given a literal, or a name of one that is marked elsewhere; trn and _ a literal alone."""
    found = []
    for module in tree.package:
        for call, texts in translations(module):
            names = (ast.Name, ast.Attribute, ast.Subscript) if _called(call) == "tr" else ()
            for text in texts:
                literal = isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value
                if not literal and not isinstance(text, names):
                    found.append(module.at(call, "a text to translate is written out in one piece"))
    return found


def values_have_their_places(tree: SourceTree) -> list[str]:
    """The values a text is filled with are exactly its {places}."""
    found = []
    for module in tree.package:
        for call, texts in translations(module):
            values = {keyword.arg for keyword in call.keywords if keyword.arg}
            for text in texts:
                if not isinstance(text, ast.Constant) or (_called(call) == "tr" and not call.keywords):
                    continue
                if _called(call) == "_":
                    continue
                wanted = values | ({"count"} if _called(call) == "trn" else set())
                places = {name for _, name, _, _ in Formatter().parse(str(text.value)) if name}
                if places != wanted and not (_called(call) == "trn" and places == wanted - {"count"}):
                    found.append(module.at(call, f"{sorted(places)} in the text, {sorted(wanted)} given"))
    return found


def names_no_machine(tree: SourceTree) -> list[str]:
    """No path of one machine, no address of a registry, in any file of the tree."""
    found = []
    for path in _files(tree.root):
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            if hit := MACHINES.search(line):
                found.append(f"{path.relative_to(tree.root).as_posix()}:{number}: {hit.group()}")
    return found


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            hidden = path.name.startswith(".") and path.name != ".ci"
            if not hidden and path.name not in KEPT_FOLDERS and path.name != "__pycache__":
                yield from _files(path)
        elif path.suffix in READ:
            yield path
