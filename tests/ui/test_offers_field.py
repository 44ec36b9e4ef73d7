from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kindtimer.ui.buttons import Button
from kindtimer.ui.offers_field import MOST_TAKEN, TYPING_MS, OffersField
from tests.ui.dressing import dressed, nameless, settle, too_small


def test_what_is_typed_is_told_and_return_enters_it(qtbot: QtBot) -> None:
    said: list[str] = []
    field = OffersField(
        "When", typed=said.append, entered=lambda: said.append("entered"), left=lambda: said.append("left")
    )
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "10")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert said == ["1", "10", "entered", "left"]


def test_words_that_are_shown_are_told_to_nobody(qtbot: QtBot) -> None:
    said: list[str] = []
    field = OffersField("When", typed=said.append)
    qtbot.addWidget(field)
    field.show_words("10:00,  14:30")
    assert (field.words, said) == ("10:00, 14:30", [])


def test_the_line_under_it_is_its_description_and_goes_when_there_is_nothing_to_say(qtbot: QtBot) -> None:
    field = OffersField("When")
    qtbot.addWidget(field)
    assert field.told.isHidden()
    field.tell("That is no time.")
    assert (field.told.text(), field.edit.accessibleDescription()) == ("That is no time.",) * 2
    field.tell("")
    assert field.told.isHidden()
    assert field.edit.accessibleDescription() == ""


def test_its_button_stands_beside_it_and_under_it_where_it_is_narrow(qtbot: QtBot) -> None:
    button = Button("Add")
    field = dressed(OffersField("When", beside=button), scale=2.0)
    qtbot.addWidget(field)
    field.resize(600, 200)
    field.show()
    settle()
    assert button.geometry().center().y() == field.edit.geometry().center().y()
    field.resize(250, 300)
    settle()
    assert button.y() >= field.edit.geometry().bottom()
    assert (too_small(field), nameless(field)) == ([], [])


def test_what_is_typed_is_answered_after_a_pause_and_not_while_letters_come(qtbot: QtBot) -> None:
    said: list[str] = []
    field = OffersField("When", rested=lambda: said.append("rested"))
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "10")
    assert (said, field.typing.isActive(), field.typing.interval()) == ([], True, TYPING_MS)
    field.typing.timeout.emit()
    assert said == ["rested"]
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert not field.typing.isActive()


def test_room_for_its_lines_is_there_before_they_are_said(qtbot: QtBot) -> None:
    field = dressed(OffersField("When", lines=2), scale=2.0)
    qtbot.addWidget(field)
    field.resize(600, 400)
    field.show()
    settle()
    assert field.told.isVisible()
    high = field.sizeHint().height()
    field.tell("10:00: next today 10:00")
    settle()
    assert field.sizeHint().height() == high
    field.tell("")
    assert field.told.isVisible()


def test_more_than_can_be_kept_stays_as_it_was_typed_and_is_told_at_once(qtbot: QtBot) -> None:
    field = OffersField("Your own line", most=10)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "ten letter")
    assert (field.too_long, field.told.text()) == ("", "")
    qtbot.keyClicks(field.edit, "s")
    assert field.told.text() == "11 letters stand here, and up to 10 can be kept." == field.too_long
    assert field.edit.text() == "ten letters"
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert (field.too_long, field.told.text()) == ("", "")
    field.show_words("ten letters")
    assert field.told.text() == field.too_long != ""


def test_letters_it_has_no_room_for_at_all_are_not_left_out_in_silence(qtbot: QtBot) -> None:
    field = OffersField("Your own line", most=10)
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText("o" * (MOST_TAKEN + 1))
    field.edit.paste()
    assert len(field.edit.text()) == MOST_TAKEN
    assert field.told.text().endswith("What came beyond them was left out.")
    field.edit.setText("ten")
    assert field.told.text() == ""
    field.edit.setText("o" * (MOST_TAKEN - 1))
    assert field.told.text().endswith("can be kept.")
