import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.ui.large_choice import LargeChoice
from tests.ui.dressing import dressed


def test_it_leads_on_when_it_is_pressed_and_stands_in_the_middle(qtbot: QtBot) -> None:
    pressed: list[int] = []
    choice = dressed(LargeChoice("Breath", "A flower to breathe with.", lambda: pressed.append(1)))
    qtbot.addWidget(choice)
    choice.resize(300, choice.heightForWidth(300))
    choice.show()
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert pressed == [1]
    assert choice.told.isVisible()
    assert choice.words.alignment() & Qt.AlignmentFlag.AlignHCenter


def test_what_was_chosen_is_marked_and_said(qtbot: QtBot) -> None:
    for told, said in (("A flower to breathe with.", "Chosen. A flower to breathe with."), ("", "Chosen.")):
        choice = dressed(LargeChoice("Breath", told, lambda: None))
        qtbot.addWidget(choice)
        assert (choice.property("chosen"), choice.accessibleDescription()) == (None, told)
        choice.show_chosen(True)
        assert (choice.property("chosen"), choice.accessibleDescription()) == (True, said)
        choice.show_chosen(False)
        assert (choice.property("chosen"), choice.accessibleDescription()) == (False, told)
        assert choice.told.isHidden() is not bool(told)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_what_is_chosen_is_no_higher_than_before(qtbot: QtBot, scale: float) -> None:
    choice = dressed(LargeChoice("Breath", "", lambda: None), scale=scale)
    qtbot.addWidget(choice)
    choice.show()
    before = choice.heightForWidth(300), choice.minimumHeight()
    choice.show_chosen(True)
    assert (choice.heightForWidth(300), choice.minimumHeight()) == before
