from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kindtimer.core.settings import Settings
from kindtimer.ui.kept_section import KeptSection
from tests.ui.dressing import dressed, nameless, settle, too_small


def made(
    qtbot: QtBot, path: str, wide: int = 600, scale: float = 1.0, record: Callable[[], object] = list
) -> KeptSection:
    section = dressed(KeptSection(path, record=record), scale=scale)
    qtbot.addWidget(section)
    section.resize(wide, 1600)
    section.show()
    settle()
    return section


@pytest.mark.parametrize("path", ["/somewhere/share/kindtimer", "/" + "x" * 80, "/دفتر/🌱"])
def test_the_path_can_be_copied_as_it_is_whatever_it_is(qtbot: QtBot, path: str) -> None:
    section = made(qtbot, path, 312, 2.0)
    assert section.folder.width() <= 312
    assert section.folder.height() >= section.folder.minimumSizeHint().height()
    qtbot.mouseClick(section.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == path
    assert section.copy.text() == "Copied"
    section.folder.setFocus()
    section.folder.selectAll()
    QGuiApplication.clipboard().clear()
    section.folder.copy()
    assert QGuiApplication.clipboard().text() == path


def test_it_is_found_by_what_it_says(qtbot: QtBot) -> None:
    section = made(qtbot, "/somewhere")
    assert section.narrow(["privacy"])
    assert section.narrow(["journal", "folder"])
    assert not section.narrow(["xylophone"])
    assert section.first is section.record
    section.narrow([])
    settle()
    assert (too_small(section), nameless(section)) == ([], [])


def test_it_says_whether_a_record_is_kept_and_leads_to_that_choice(qtbot: QtBot) -> None:
    asked: list[str] = []
    section = made(qtbot, "/somewhere", record=lambda: asked.append("record"))
    section.show_settings(Settings())
    assert section.now.text().startswith("A record")
    section.show_settings(Settings(keep_record=False))
    assert section.now.text().startswith("No record")
    qtbot.mouseClick(section.record, Qt.MouseButton.LeftButton)
    assert asked == ["record"]
