import pytest
from pytestqt.qtbot import QtBot

from kindtimer.ui.tray_section import TraySection
from tests.ui.dressing import dressed, nameless, settle, too_small


def made(qtbot: QtBot, done: list[str]) -> TraySection:
    section = dressed(TraySection([], lambda: done.append("offers")))
    qtbot.addWidget(section)
    section.resize(600, 300)
    section.show()
    settle()
    return section


@pytest.mark.parametrize("asked", ["login", "offers", "notification", "reminder", "shortcut", "start"])
def test_a_search_for_what_stands_on_offers_leads_there(qtbot: QtBot, asked: str) -> None:
    done: list[str] = []
    section = made(qtbot, done)
    assert section.narrow([asked])
    assert section.offers.isVisible()
    section.offers.click()
    assert done == ["offers"]
    assert (too_small(section), nameless(section)) == ([], [])


def test_another_search_leaves_the_door_out_and_an_empty_one_shows_it(qtbot: QtBot) -> None:
    section = made(qtbot, [])
    assert not section.narrow(["flower"])
    assert section.offers.isHidden()
    assert section.narrow([])
    assert not section.offers.isHidden()


def test_without_offers_there_is_no_door(qtbot: QtBot) -> None:
    section = dressed(TraySection([]))
    qtbot.addWidget(section)
    assert not section.narrow(["login"])
    assert section.offers.isHidden()
