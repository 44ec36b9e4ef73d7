"""The tray's own part, without a host; `test_tray_hosts` tries it with real ones."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from kindtimer.desktop.tray import MenuEntry, SystemTray
from kindtimer.ui.style import tray_menu_sheet
from kindtimer.visuals.seed_mark import RESTING, seed_icon
from tests.fakes import ASSETS

EDGE = 24
"""Px of room on either side of a line's words."""


class Menu:
    """Entries that change, and what was chosen."""

    def __init__(self) -> None:
        self.words = ["Breathe", "Quit"]
        self.chosen: list[str] = []

    def __call__(self) -> list[MenuEntry]:
        return [self.entry(words) for words in self.words]

    def entry(self, words: str) -> MenuEntry:
        return MenuEntry(words, lambda: self.chosen.append(words))


@pytest.fixture
def menu() -> Menu:
    return Menu()


@pytest.fixture
def tray(qtbot: QtBot, menu: Menu) -> SystemTray:
    tray = SystemTray(menu)
    tray.show_icon(seed_icon(ASSETS, RESTING), "KindTimer")
    return tray


def _words(tray: SystemTray) -> list[str]:
    return [action.text() for action in tray._menu.actions() if not action.isSeparator()]


def test_the_menu_is_filled_when_it_is_opened(tray: SystemTray, menu: Menu) -> None:
    menu.words = ["Show", "Quit"]
    tray._menu.aboutToShow.emit()
    assert _words(tray) == ["Show", "Quit"]


def test_a_host_that_keeps_its_own_copy_is_told_of_a_change(tray: SystemTray, menu: Menu) -> None:
    menu.words = ["Show"]
    tray.refresh()
    assert _words(tray) == ["Show"]


def test_an_entry_does_what_it_says(tray: SystemTray, menu: Menu) -> None:
    tray._menu.actions()[0].trigger()
    assert menu.chosen == ["Breathe"]


@pytest.mark.parametrize("points", [10, 22])
def test_lines_are_easy_to_hit_and_wide_enough_for_their_words(
    qtbot: QtBot, qapp: QApplication, menu: Menu, points: int
) -> None:
    usual = qapp.font()
    font = QFont(usual)
    font.setPointSize(points)
    qapp.setFont(font)
    try:
        menu.words = ["Help now", "The room around you"]
        tray = SystemTray(menu, sheet=tray_menu_sheet())
        tray.refresh()
        tray._menu.ensurePolished()
        metrics, actions = tray._menu.fontMetrics(), tray._menu.actions()
        assert len(actions) == 2
        for action in actions:
            line = tray._menu.actionGeometry(action)
            assert line.width() >= metrics.horizontalAdvance(action.text()) + 2 * EDGE
            assert line.height() >= 44
    finally:
        qapp.setFont(usual)


def test_a_left_click_begins_a_breath_and_a_right_one_does_not(qtbot: QtBot, tray: SystemTray) -> None:
    icon = tray._tray
    assert icon is not None
    with qtbot.waitSignal(tray.breathe_requested):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.breathe_requested):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_a_host_that_comes_late_gets_an_icon_made_anew(qtbot: QtBot, tray: SystemTray) -> None:
    before = tray._tray
    tray._watcher.serviceRegistered.emit("org.kde.StatusNotifierWatcher")
    qtbot.waitUntil(lambda: tray._tray is not before)
    assert tray._tray is not None
    assert tray._tray.toolTip() == "KindTimer"


def test_closing_takes_the_icon_away(tray: SystemTray) -> None:
    tray.close()
    assert tray._tray is None


def test_a_line_is_said_where_the_desktop_does_that_and_nowhere_else(tray: SystemTray) -> None:
    tray.say("KindTimer stays here as a seed.")  # this desktop says nothing, and nothing goes wrong
    tray.close()
    tray.say("Nobody is there to say it to.")
    assert tray._tray is None
