"""Who may ask the time, and who may wait: core/clock.py alone, and nobody."""

import ast
from collections.abc import Iterator

from tests.rules.source_tree import Module, SourceTree

CLOCK = "kindtimer/core/clock.py"

ASKS = frozenset(
    {
        "PySide6.QtCore.QDate.currentDate",
        "PySide6.QtCore.QDateTime.currentDateTime",
        "PySide6.QtCore.QDateTime.currentDateTimeUtc",
        "PySide6.QtCore.QDateTime.currentMSecsSinceEpoch",
        "PySide6.QtCore.QElapsedTimer",
        "PySide6.QtCore.QTime.currentTime",
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "time.clock_gettime",
        "time.clock_gettime_ns",
        "time.gmtime",
        "time.localtime",
        "time.monotonic",
        "time.monotonic_ns",
        "time.perf_counter",
        "time.perf_counter_ns",
        "time.process_time",
        "time.time",
        "time.time_ns",
    }
)

WAITS = frozenset(
    {
        "PySide6.QtCore.QThread.msleep",
        "PySide6.QtCore.QThread.sleep",
        "PySide6.QtTest.QTest.qSleep",
        "PySide6.QtTest.QTest.qWait",
        "qtbot.wait",
        "time.sleep",
    }
)


def _named(module: Module, names: frozenset[str]) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(module.syntax):
        if isinstance(node, ast.Attribute) and module.full_name(node) in names:
            yield node, module.full_name(node)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if f"{node.module}.{alias.name}" in names:
                    yield node, f"{node.module}.{alias.name}"


def one_clock(tree: SourceTree) -> list[str]:
    """Only core/clock.py asks the time."""
    return [
        module.at(node, f"{name}: take a Clock")
        for module in tree.package
        if module.path.as_posix() != CLOCK
        for node, name in _named(module, ASKS)
    ]


def no_fixed_waits(tree: SourceTree) -> list[str]:
    """Nobody sleeps, neither the program nor its tests."""
    return [
        module.at(node, f"{name}: wait for a condition with a deadline")
        for module in (*tree.package, *tree.tests)
        for node, name in _named(module, WAITS)
    ]
