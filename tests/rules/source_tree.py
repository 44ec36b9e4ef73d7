"""Reads a source tree for the rules: its modules with their syntax trees. Nothing is imported or run."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGE = "kindtimer"


@dataclass(frozen=True)
class Module:
    """One Python file. `path` is relative to the tree's root."""

    root: Path
    path: Path

    @cached_property
    def text(self) -> str:
        return (self.root / self.path).read_text("utf-8")

    @cached_property
    def syntax(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def room(self) -> str:
        """The room it stands in; top-level files are rooms of their own."""
        return self.path.parts[1] if len(self.path.parts) > 2 else self.path.stem

    @cached_property
    def imports(self) -> tuple[tuple[str, ast.stmt], ...]:
        """Every module named by an import, also inside functions; `from a import b` gives `a` and `a.b`."""
        found: list[tuple[str, ast.stmt]] = []
        for node in ast.walk(self.syntax):
            if isinstance(node, ast.Import):
                found += [(alias.name, node) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                origin = "." * node.level + (node.module or "")
                found.append((origin, node))
                found += [(f"{origin}.{alias.name}", node) for alias in node.names]
        return tuple(found)

    @cached_property
    def origins(self) -> dict[str, str]:
        """What each imported name stands for: `t` → `time` after `import time as t`."""
        found: dict[str, str] = {}
        for node in ast.walk(self.syntax):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    if alias.asname:
                        found[alias.asname] = alias.name
                    else:
                        found[alias.name.split(".")[0]] = alias.name.split(".")[0]
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        return found

    def full_name(self, node: ast.expr) -> str:
        """The dotted name an expression stands for, imported names spelled out; empty for anything else."""
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return ""
        parts.append(self.origins.get(node.id, node.id))
        return ".".join(reversed(parts))

    def at(self, node: ast.AST, says: str) -> str:
        """One finding."""
        return f"{self.path.as_posix()}:{getattr(node, 'lineno', 1)}: {says}"


@dataclass(frozen=True)
class SourceTree:
    """A root with `kindtimer/`, `tests/` and `assets/` in it."""

    root: Path

    def _modules(self, folder: str) -> Iterator[Module]:
        for path in sorted((self.root / folder).rglob("*.py")):
            yield Module(self.root, path.relative_to(self.root))

    @cached_property
    def package(self) -> tuple[Module, ...]:
        return tuple(self._modules(PACKAGE))

    @cached_property
    def tests(self) -> tuple[Module, ...]:
        return tuple(self._modules("tests"))
