"""How tests may be written: none is skipped, nothing of the project is patched."""

import ast

from tests.rules.source_tree import PACKAGE, Module, SourceTree

SKIPS = frozenset(
    {
        "pytest.importorskip",
        "pytest.mark.skip",
        "pytest.mark.skipif",
        "pytest.mark.xfail",
        "pytest.skip",
        "pytest.xfail",
        "unittest.skip",
        "unittest.skipIf",
        "unittest.skipUnless",
    }
)
PATCHERS = frozenset({"monkeypatch.setattr", "monkeypatch.delattr", "monkeypatch.setitem"})


def none_is_skipped(tree: SourceTree) -> list[str]:
    """No skip, no expected failure."""
    found = []
    for module in tree.tests:
        named = [(name, node) for name, node in module.imports if name in SKIPS]
        for node in ast.walk(module.syntax):
            if isinstance(node, ast.Attribute) and module.full_name(node) in SKIPS:
                found.append(module.at(node, f"{module.full_name(node)}: a test runs, everywhere"))
        found += [module.at(node, f"{name}: a test runs, everywhere") for name, node in named]
    return found


def nothing_is_patched(tree: SourceTree) -> list[str]:
    """No part of the project is patched; fakes are handed in."""
    found = []
    for module in tree.tests:
        for name, imported in module.imports:
            if name == "unittest.mock" or name.startswith("unittest.mock."):
                found.append(module.at(imported, "hand a fake in instead of a mock"))
        for node in ast.walk(module.syntax):
            patches = isinstance(node, ast.Call) and module.full_name(node.func) in PATCHERS
            if isinstance(node, ast.Call) and patches and _is_ours(module, node):
                found.append(module.at(node, "hand a fake in instead of patching"))
    return found


def _is_ours(module: Module, call: ast.Call) -> bool:
    """Whether a patch reaches for anything but a module of the standard library."""
    target = call.args[0] if call.args else call
    if isinstance(target, ast.Constant):
        return str(target.value).startswith(PACKAGE)
    name = module.full_name(target) if isinstance(target, ast.expr) else ""
    return name.startswith(PACKAGE) or not name or name.split(".")[0] not in module.origins.values()
