"""One desktop for all desktop tests, a fresh home and program for each, and the logs where one fails."""

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.deadline import wait_for
from tests.desktop.hand import Editor
from tests.desktop.harness import Desktop
from tests.desktop.monitor_recorder import MonitorRecorder
from tests.desktop.program import Program


@pytest.fixture(scope="session")
def whole_desktop() -> Iterator[Desktop]:
    with Desktop() as desktop:
        yield desktop


@pytest.fixture
def desktop(whole_desktop: Desktop) -> Desktop:
    """The desktop with one sink of unknown kind, which plays, and nothing shown."""
    whole_desktop.check()
    whole_desktop.sound.only("plain")
    whole_desktop.hand.move(10, 10)
    return whole_desktop


@pytest.fixture
def program(desktop: Desktop, tmp_path: Path) -> Iterator[Program]:
    """KindTimer at rest in the tray, in a fresh home; ended and looked after at the end."""
    with Program(desktop, tmp_path / "home") as program:
        program.icon()
        yield program
    assert program.complaints() == []


@pytest.fixture
def editor(desktop: Desktop) -> Iterator[Editor]:
    """A window somebody types into; it has the keyboard."""
    editor = Editor(desktop.display)
    wait_for(editor.has_keyboard, "the editor has the keyboard")
    yield editor
    editor.close()


@pytest.fixture
def recording(desktop: Desktop) -> Iterator[MonitorRecorder]:
    """What the plain sink plays, from now."""
    recorder = desktop.record("plain")
    yield recorder
    recorder.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show what the processes said, and the screen, with a test that failed."""
    report = yield
    found: Any = getattr(item, "funcargs", {}).get("whole_desktop")
    if report.failed and isinstance(found, Desktop):
        for name, said in found.logs().items():
            report.sections.append((f"log of {name}", said))
        if call.when == "call":
            folder = Path("build/failed")
            folder.mkdir(parents=True, exist_ok=True)
            picture = found.screen.save(folder / f"{item.name}.png")
            report.sections.append(("screen", str(picture)))
    return report
