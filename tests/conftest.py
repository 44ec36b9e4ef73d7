"""For all tests: nothing a test began may outlive it, and no test is judged by how fast it ran."""

import gc
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.typed import Typed

# A machine that is busy is no fault of what is tested.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

# A suite that was started in the background is born deaf to Ctrl+C, and so would be all it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    """The command line, with a home of its own."""
    return Typed(tmp_path, capsys)


def _running_timers() -> list[QTimer]:
    found = (one for one in gc.get_objects() if isinstance(one, QTimer))
    return [timer for timer in found if isValid(timer) and timer.isActive()]


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """A timer, a thread or a window that is still there when a Qt test is over fails it."""
    if "qapp" not in request.fixturenames:
        yield
        return
    threads = set(threading.enumerate())
    yield
    QApplication.sendPostedEvents(None, 0)
    left = [thread.name for thread in threading.enumerate() if thread not in threads]
    windows = [type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()]
    timers = [f"{type(timer.parent()).__name__}'s" for timer in _running_timers()]
    if timers:
        gc.collect()
        timers = [f"{type(timer.parent()).__name__}'s" for timer in _running_timers()]
    assert not left, f"threads left behind: {left}"
    assert not windows, f"windows left behind: {windows}"
    assert not timers, f"timers left behind: {timers}"
