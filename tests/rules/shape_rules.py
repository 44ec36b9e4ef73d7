"""The shape of the house: names, sizes, docstrings, and a test for every module."""

import ast
from collections import Counter
from pathlib import Path

from tests.rules.source_tree import Module, SourceTree

LONGEST_FILE = 400
LONGEST_FUNCTION = 60

DRAWERS = frozenset(
    {"utils", "util", "helpers", "helper", "misc", "common", "manager", "handler", "data", "info"}
)


def _bare(module: Module) -> str:
    return module.name.strip("_")


def every_module_has_its_test(tree: SourceTree) -> list[str]:
    """`kindtimer/<room>/<module>.py` has `tests/<room>/test_<module>.py`."""
    found = []
    for module in tree.package:
        if module.name == "__init__":
            continue
        folder = Path("tests", *module.path.parts[1:-1])
        test = folder / f"test_{_bare(module)}.py"
        if not (tree.root / test).is_file():
            found.append(module.at(module.syntax, f"has no {test.as_posix()}"))
    return found


def every_module_says_what_it_is(tree: SourceTree) -> list[str]:
    """Each module opens with a docstring."""
    return [
        module.at(module.syntax, "has no docstring")
        for module in tree.package
        if not ast.get_docstring(module.syntax)
    ]


def names_are_unique(tree: SourceTree) -> list[str]:
    """No two modules of the package share a basename."""
    counts = Counter(module.name for module in tree.package if module.name != "__init__")
    return [
        module.at(module.syntax, f"another module is called {module.name}, too")
        for module in tree.package
        if counts[module.name] > 1
    ]


def no_drawers(tree: SourceTree) -> list[str]:
    """No module is named for being a drawer, neither whole nor in part."""
    return [
        module.at(module.syntax, f"{module.name} says nothing of what it holds")
        for module in tree.package
        if DRAWERS & {*module.name.split("_"), module.room}
    ]


def sizes(tree: SourceTree) -> list[str]:
    """No file over 400 lines, no function over 60."""
    found = []
    for module in (*tree.package, *tree.tests):
        lines = len(module.text.splitlines())
        if lines > LONGEST_FILE:
            found.append(module.at(module.syntax, f"{lines} lines"))
        for node in ast.walk(module.syntax):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    found.append(module.at(node, f"{node.name} has {length} lines"))
    return found


def init_files_hand_nothing_on(tree: SourceTree) -> list[str]:
    """An `__init__` holds its docstring, and the version at most."""
    return [
        module.at(node, "an __init__ hands nothing on")
        for module in tree.package
        if module.name == "__init__"
        for node in module.syntax.body
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
