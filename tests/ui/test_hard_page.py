from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.ui.hard_page import HardPage
from tests.ui.dressing import dressed, nameless, too_small


def test_each_door_leads_to_what_there_is(qtbot: QtBot) -> None:
    gone: list[str] = []
    page = HardPage(
        room=lambda: gone.append("room"),
        breath=lambda: gone.append("breath"),
        people=lambda: gone.append("people"),
    )
    qtbot.addWidget(page)
    page.resize(800, 600)
    dressed(page)
    page.show()
    for door in (page.loud, page.hurts, page.person):
        qtbot.mouseClick(door, Qt.MouseButton.LeftButton)
    assert gone == ["room", "breath", "people"]
    assert page.first_to_focus() is page.loud
    assert (too_small(page), nameless(page)) == ([], [])
