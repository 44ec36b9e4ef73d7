from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.copy_button import CopyButton
from tests.ui.dressing import dressed, nameless, settle, too_small

Pair = tuple[CopyButton, CopyButton]
NUMBER, ADDRESS = "116 123", "/a/folder/🌱/دفتر"


@pytest.fixture
def pair(qtbot: QtBot) -> Iterator[Pair]:
    held = QWidget()
    column = QVBoxLayout(held)
    pair = CopyButton(NUMBER, f"Copy {NUMBER}"), CopyButton(ADDRESS, "Copy the folder's path")
    for button in pair:
        column.addWidget(button)
    dressed(held)
    qtbot.addWidget(held)
    held.show()
    held.activateWindow()
    settle()
    assert (too_small(held), nameless(held)) == ([], [])
    yield pair
    held.hide()


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_it_copies_the_text_as_it_is_and_says_so(qtbot: QtBot, pair: Pair, key: Qt.Key | None) -> None:
    button = pair[1]
    assert button.text() == "Copy"
    if key is None:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus()
        qtbot.keyClick(button, key)
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert button.text() == "Copied"
    assert button.accessibleName() == "Copy the folder's path"


def test_another_that_is_pressed_takes_the_word_over(pair: Pair) -> None:
    first, second = pair
    first.click()
    second.click()
    assert (first.text(), second.text()) == ("Copy", "Copied")
    assert QGuiApplication.clipboard().text() == ADDRESS


def test_it_goes_back_when_the_keyboard_goes_elsewhere_and_not_before(pair: Pair) -> None:
    first, second = pair
    first.click()
    first.fold(400)  # a window of another width does not take it back
    dressed(first, scale=1.5)
    assert first.text() == "Copied"
    second.setFocus()
    assert first.text() == "Copy"
    assert first.accessibleName() == f"Copy {NUMBER}"
