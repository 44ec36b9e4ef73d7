"""Return and Enter press whatever button has the keyboard, as Space does: on every page, in every form.

Each button is taken from what it is connected to, so that nothing is printed, saved or quit in passing.
"""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.settings import Settings
from kindtimer.guide.preferences import Preferences
from kindtimer.ui import place_names
from kindtimer.ui.appearance import Look
from kindtimer.ui.home_places import Deeds, HomePlaces, OffersShelf
from kindtimer.ui.home_window import HomeWindow
from kindtimer.ui.place_button import PlacesButton
from kindtimer.ui.sidebar import Form
from kindtimer.visuals.palette import DUSK
from tests import fakes
from tests.gallery import plans
from tests.guide.led_day import begun
from tests.ui.dressing import settle

KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
NAMES = [value for name, value in vars(place_names).items() if name.isupper()]
WIDTHS = {Form.LIST: 1440, Form.RAIL: 900, Form.BAR: 500}


def nothing(*_: object) -> bool:
    return False


@pytest.fixture
def window(qtbot: QtBot) -> HomeWindow:
    deeds = Deeds(
        begin=nothing,
        one_click=nothing,
        room=nothing,
        waits=nothing,
        open_place=nothing,
        quit=nothing,
        device=lambda: None,
        tray=nothing,
        tell=nothing,
    )
    made = HomePlaces(
        fakes.ManualClock(),
        Preferences(Settings(flower=11), fakes.FakeKeeper()),
        fakes.patterns(),
        fakes.FakeJournal(),
        lambda: date(2026, 3, 1),
        fakes.shelf(),
        deeds,
        OffersShelf(begun("09:12").guide, nothing, dict),
        plans,
    )
    window = HomeWindow(made.places(), Look(DUSK, still=False), fakes.ASSETS)
    qtbot.addWidget(window, before_close_func=lambda window: window.hide())
    window.resize(1440, 900)
    window.show_here(None)
    return window


def pressable(root: QWidget) -> list[QAbstractButton]:
    """What can have the keyboard and be pressed."""
    return [
        one
        for one in root.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def take_deed(button: QAbstractButton) -> None:
    """Let pressing it do nothing."""
    if button.receivers(SIGNAL("clicked(bool)")):
        button.clicked.disconnect()


def note(pressed: list[bool], *_: object) -> None:
    pressed.append(True)


def unpressed(qtbot: QtBot, window: HomeWindow, buttons: list[QAbstractButton]) -> list[str]:
    """Buttons and keys that did not press them."""
    found = []
    for button in buttons:
        pressed: list[bool] = []
        take_deed(button)
        button.clicked.connect(partial(note, pressed))
        for key in KEYS:
            pressed.clear()
            button.setFocus(Qt.FocusReason.TabFocusReason)
            assert window.focusWidget() is button
            qtbot.keyClick(button, key)
            if len(pressed) != 1:
                name = button.accessibleName() or button.text()
                found.append(f"{type(button).__name__} {name}: {key.name} pressed it {len(pressed)} times")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_button_of_every_page(qtbot: QtBot, window: HomeWindow, name: str) -> None:
    page = window.open_place(name)
    settle()
    buttons = pressable(page)
    assert buttons != []
    assert unpressed(qtbot, window, buttons) == []


@pytest.mark.parametrize("form", list(Form))
def test_every_place_in_every_form(qtbot: QtBot, window: HomeWindow, form: Form) -> None:
    window.resize(WIDTHS[form], 700)
    settle()
    assert window.sidebar.form is form
    buttons = pressable(window.sidebar)
    assert len(buttons) == (2 if form is Form.BAR else 7)
    assert unpressed(qtbot, window, buttons) == []


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the platform that needs no screen has none
@pytest.mark.parametrize("key", KEYS)
def test_the_bars_button_opens_all_places_with_the_open_one_at_hand(
    qtbot: QtBot, window: HomeWindow, key: Qt.Key
) -> None:
    window.resize(WIDTHS[Form.BAR], 700)
    window.open_place(place_names.SETTINGS)
    settle()
    opens = window.sidebar.findChild(PlacesButton)
    assert opens is not None
    opens.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(opens, key)
    assert opens.places.isVisible()
    assert len(opens.places.actions()) == 7
    assert opens.places.activeAction().text() == "Settings"
    assert opens.places.geometry().top() >= opens.mapToGlobal(opens.rect().bottomLeft()).y()
    opens.places.close()


def test_what_is_told_is_put_away(qtbot: QtBot, window: HomeWindow) -> None:
    window.tell("The settings file was damaged in places.")
    window.message.put_away.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window.message.put_away, Qt.Key.Key_Return)
    assert not window.message.isVisible()


def test_return_in_a_field_presses_nothing(qtbot: QtBot, window: HomeWindow) -> None:
    page = window.open_place(place_names.GUIDE)
    pressed: list[bool] = []
    for button in pressable(window):
        take_deed(button)
        button.clicked.connect(partial(note, pressed))
    field = page.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pressed == []
