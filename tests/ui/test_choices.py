from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.choices import Choices
from kindtimer.visuals.breath_accessible import install_accessible
from tests.ui.dressing import dressed, nameless, too_small


def made(qtbot: QtBot, told: list[float], wide: int = 600) -> Choices[float]:
    choices = dressed(Choices("Minutes", {1.0: "1", 3.0: "3", 10.0: "10"}, 3.0, told.append))
    qtbot.addWidget(choices)
    choices.resize(wide, 60)
    choices.show()
    return choices


def test_one_is_chosen_and_the_person_is_the_one_who_chooses(qtbot: QtBot) -> None:
    told: list[float] = []
    choices = made(qtbot, told)
    assert choices.button(3.0).isChecked()
    choices.show_chosen(1.0)
    assert told == []
    qtbot.mouseClick(choices.button(10.0), Qt.MouseButton.LeftButton)
    assert told == [10.0]
    assert [choices.button(one).isChecked() for one in (1.0, 3.0, 10.0)] == [False, False, True]


def test_a_value_that_is_not_there_changes_nothing(qtbot: QtBot) -> None:
    choices = made(qtbot, [])
    choices.show_chosen(7.0)
    assert choices.button(3.0).isChecked()


def test_none_is_chosen_where_what_stands_is_not_among_them(qtbot: QtBot) -> None:
    told: list[float] = []
    choices = made(qtbot, told)
    choices.show_none()
    assert [choices.button(one).isChecked() for one in (1.0, 3.0, 10.0)] == [False, False, False]
    qtbot.mouseClick(choices.button(1.0), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(choices.button(3.0), Qt.MouseButton.LeftButton)
    assert [choices.button(one).isChecked() for one in (1.0, 3.0, 10.0)] == [False, True, False]
    assert told == [1.0, 3.0]


def test_they_are_one_stop_for_tab_at_the_chosen_one(qtbot: QtBot) -> None:
    choices = made(qtbot, [])
    reached = [one for one in (1.0, 3.0, 10.0) if choices.button(one).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == [3.0]
    choices.show_none()
    reached = [one for one in (1.0, 3.0, 10.0) if choices.button(one).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == [1.0]


def test_they_are_large_enough_and_named(qtbot: QtBot) -> None:
    choices = made(qtbot, [])
    assert too_small(choices) == []
    assert nameless(choices) == []


def test_a_screen_reader_hears_a_named_group_of_radio_buttons(qtbot: QtBot) -> None:
    install_accessible()
    choices = made(qtbot, [])
    group = told_as(choices)
    assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Minutes")
    for number, value in enumerate((1.0, 3.0, 10.0), 1):
        one = told_as(choices.button(value))
        assert one.role() == QAccessible.Role.RadioButton
        assert one.text(QAccessible.Text.Description) == f"Minutes, {number} of 3"
        assert (one.state().checkable, one.state().checked) == (True, value == 3.0)


def told_as(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found
