"""A place's button as a screen reader meets it; how it looks in a sidebar is tried there."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kindtimer.ui.place_button import PlaceAccessible, PlaceButton, PlacesButton, RailButton, fit_out
from kindtimer.visuals.breath_accessible import install_accessible
from tests.ui.dressing import dress

BOTH = pytest.mark.parametrize("kind", [PlaceButton, RailButton])


def made(qtbot: QtBot, kind: type[PlaceButton | RailButton]) -> PlaceButton | RailButton:
    install_accessible()
    button = kind()
    qtbot.addWidget(button)
    fit_out(button, "Guide", "guide", dress(), strong=False)
    button.show()
    return button


def told(button: PlaceButton | RailButton) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(button)
    assert found is not None
    return found


@BOTH
def test_it_is_a_tab_and_says_whether_its_place_is_open(
    qtbot: QtBot, kind: type[PlaceButton | RailButton]
) -> None:
    button = made(qtbot, kind)
    assert told(button).role() == QAccessible.Role.PageTab
    assert told(button).text(QAccessible.Text.Name) == "Guide"
    for is_open in (False, True):
        button.setChecked(is_open)
        state = told(button).state()
        assert (state.selectable, state.selected, state.focusable) == (True, is_open, True)
        assert not state.checkable  # a check box could be turned off


@BOTH
def test_it_can_be_pressed_without_keys(qtbot: QtBot, kind: type[PlaceButton | RailButton]) -> None:
    button = made(qtbot, kind)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    interface = PlaceAccessible(button)
    assert interface.pressAction() in interface.actionNames()
    interface.doAction(interface.pressAction())
    assert len(pressed) == 1
    interface.doAction(interface.setFocusAction())
    assert len(pressed) == 1


@BOTH
def test_it_has_a_drawing(qtbot: QtBot, kind: type[PlaceButton | RailButton]) -> None:
    assert not made(qtbot, kind).icon().isNull()


def test_the_bars_button_is_told_as_one_with_a_menu_and_fills_it_anew(qtbot: QtBot) -> None:
    install_accessible()
    fills: list[int] = []

    def fill(menu: QMenu) -> None:
        fills.append(1)
        menu.addAction("Today")

    button = PlacesButton("Places", fill)
    qtbot.addWidget(button)
    found = QAccessible.queryAccessibleInterface(button)
    assert found is not None
    assert (found.role(), found.state().hasPopup) == (QAccessible.Role.ButtonMenu, True)
    assert button.places.accessibleName() == "Places"
    for _ in range(2):
        button.fill()
    assert (len(fills), len(button.places.actions())) == (2, 1)
