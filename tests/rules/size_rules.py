"""Sizes stand in `visuals/measures.py`: a page of the home window names none of its own."""

import ast
from collections.abc import Iterator

from tests.rules.source_tree import Module, SourceTree

ALSO_PAGES = frozenset(
    {
        "abreast",
        "brand",
        "care_card",
        "home_door",
        "home_window",
        "large_choice",
        "page",
        "place_button",
        "sidebar",
        "step_part",
        "welcome_column",
    }
)
"""Modules of the home window that are no `…_page` and draw or place as one."""

SIZED_BY = frozenset(
    {
        "QMargins",
        "QSize",
        "addSpacing",
        "px",
        "resize",
        "setColumnMinimumWidth",
        "setContentsMargins",
        "setFixedHeight",
        "setFixedSize",
        "setFixedWidth",
        "setHorizontalSpacing",
        "setMaximumHeight",
        "setMaximumWidth",
        "setMinimumHeight",
        "setMinimumSize",
        "setMinimumWidth",
        "setRowMinimumHeight",
        "setSpacing",
        "setVerticalSpacing",
    }
)
"""Calls whose numbers are px."""

NO_SIZES = {
    "KEEP_MS": "milliseconds until what was typed is kept",
    "AGAIN_MS": "milliseconds until it is tried once more",
    "ROUNDS": "times that it is done once more",
    "LENGTHS": "minutes to choose from",
    "MANY": "practices from which on there is a search",
}
"""Names of numbers that are no sizes, each with what it is."""

SMALLEST = 3
"""A number below it is a share, a count of one or two, or a hair's breadth."""

INDEXED = frozenset({"setColumnMinimumWidth", "setRowMinimumHeight"})
"""Calls whose first number says which column or row."""


def _sizes_in(expression: ast.AST) -> Iterator[ast.Constant]:
    """Numbers in it that are sizes by themselves; one that takes a measure some times over is none."""
    if isinstance(expression, ast.BinOp) and isinstance(expression.op, ast.Mult | ast.FloorDiv | ast.Div):
        for side in (expression.left, expression.right):
            if not isinstance(side, ast.Constant):
                yield from _sizes_in(side)
        return
    if isinstance(expression, ast.Call) and _name(expression) not in SIZED_BY | {"max", "min", "round"}:
        return
    if isinstance(expression, ast.Constant):
        if isinstance(expression.value, int | float) and abs(expression.value) >= SMALLEST:
            yield expression
        return
    for child in ast.iter_child_nodes(expression):
        yield from _sizes_in(child)


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_page(module: Module) -> bool:
    return module.room == "ui" and (module.name.endswith("_page") or module.name in ALSO_PAGES)


def _named(module: Module) -> Iterator[tuple[str, ast.expr]]:
    """Names that a module or a class of it gives to values."""
    holders: list[ast.Module | ast.ClassDef] = [module.syntax]
    holders += [one for one in module.syntax.body if isinstance(one, ast.ClassDef)]
    for holder in holders:
        for node in holder.body:
            targets = node.targets if isinstance(node, ast.Assign) else []
            if isinstance(node, ast.AnnAssign):
                targets = [node.target]
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            if value is not None:
                yield ", ".join(ast.unparse(target) for target in targets), value


def pages_name_no_size(tree: SourceTree) -> list[str]:
    """No page gives a size a name, and none puts a bare number where px are wanted."""
    found = []
    for module in tree.package:
        if not _is_page(module):
            continue
        for name, value in _named(module):
            if name not in NO_SIZES:
                found += [
                    module.at(one, f"{name}: {one.value!r} belongs to measures.py")
                    for one in _sizes_in(value)
                ]
        for node in ast.walk(module.syntax):
            if isinstance(node, ast.Call) and _name(node) in SIZED_BY:
                wanted = node.args[1:] if _name(node) in INDEXED else node.args
                sizes = [one for argument in wanted for one in _sizes_in(argument)]
                found += [module.at(one, f"{one.value!r} px belong to measures.py") for one in sizes]
    return sorted(set(found))
