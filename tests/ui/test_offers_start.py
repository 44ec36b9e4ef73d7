from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.ui.offers_start import OffersStart
from tests.ui.dressing import dressed, settle
from tests.ui.offers_room import FakeLogin, FakeShortcut, Opened


def made(qtbot: QtBot, login: FakeLogin | None = None, shortcut: FakeShortcut | None = None) -> OffersStart:
    part = dressed(OffersStart(login, shortcut))
    qtbot.addWidget(part)
    part.resize(600, 500)
    if login is not None or shortcut is not None:
        part.show()
    settle()
    return part


def test_it_is_not_there_where_nothing_can_be_chosen(qtbot: QtBot) -> None:
    assert made(qtbot).isHidden()
    assert not made(qtbot, FakeLogin()).keys.isVisible()
    assert not made(qtbot, shortcut=FakeShortcut()).login.isVisible()


def test_starting_at_login_is_on_only_while_it_is(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    start = opened.page.start
    opened.press(start.login)
    assert opened.login.on
    opened.login.on = False  # somebody took the entry away
    opened.page.opened()
    assert not start.login.isChecked()


def test_where_it_cannot_be_written_the_switch_stays_off_and_says_why(qtbot: QtBot) -> None:
    part = made(qtbot, FakeLogin("The folder cannot be written to."))
    part.login.click()
    assert not part.login.isChecked()
    assert part.trouble.text() == "The folder cannot be written to."
    assert part.trouble.isVisible()


def test_keys_are_taken_refused_and_given_back(qtbot: QtBot) -> None:
    shortcut = FakeShortcut()
    part = made(qtbot, shortcut=shortcut)
    assert not part.none.isVisible()
    qtbot.keyClicks(part.keys.edit, "Ctrl+S")
    qtbot.keyClick(part.keys.edit, Qt.Key.Key_Return)
    assert part.keys.told.text() == "Ctrl+S stays with the window one types in."
    assert (part.keys.words, shortcut.held) == ("Ctrl+S", "")
    part.keys.edit.setText("Ctrl+Alt+B")
    part.set.click()
    assert shortcut.held == "Ctrl+Alt+B"
    assert part.keys.told.text() == "Ctrl+Alt+B begins Breathe."
    part.none.setFocus()
    part.none.click()
    assert (shortcut.held, part.keys.words) == ("", "")
    assert part.keys.edit.hasFocus()


def test_where_no_program_may_take_keys_the_command_can_be_copied(qtbot: QtBot) -> None:
    part = made(qtbot, shortcut=FakeShortcut("This desktop keeps shortcuts to itself."))
    assert part.why_not.text() == "This desktop keeps shortcuts to itself."
    assert part.copy.isVisible()
    assert not part.keys.isVisible()
    assert not part.set.isVisible()


def test_keys_of_more_letters_than_there_are_of_keys_are_told_and_stay(qtbot: QtBot) -> None:
    shortcut = FakeShortcut()
    part = made(qtbot, shortcut=shortcut)
    part.keys.edit.setText("Ctrl+Alt+" + "B" * 60)
    part.set.click()
    assert part.keys.told.text() == "69 letters stand here, and up to 60 can be kept."
    assert (len(part.keys.words), shortcut.held) == (69, "")
