import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.growing_field import GrowingField
from tests.ui.dressing import dressed, settle


def shown(qtbot: QtBot, field: GrowingField, width: int = 300) -> QWidget:
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    column.addWidget(field)
    column.addStretch(1)
    dressed(room)
    room.resize(width, 9000)
    room.show()
    settle()
    return room


@pytest.mark.parametrize(
    "text", ["word " * 800, "x" * 4000, "🌱🌊 " * 900, "שלום לכולם " * 360, "line\n" * 60]
)
def test_it_is_as_high_as_its_text(qtbot: QtBot, text: str) -> None:
    field = GrowingField("Places")
    room = shown(qtbot, field)
    one_line = field.height()
    field.show_words(text)
    settle()
    assert field.height() > 4 * one_line
    assert (field.verticalScrollBar().maximum(), field.horizontalScrollBar().maximum()) == (0, 0)
    assert field.words == text
    high = field.height()
    room.resize(600, 9000)
    settle()
    assert field.height() < high or "\n" in text
    field.show_words("")
    settle()
    assert field.height() == one_line


def test_words_that_are_put_in_leave_the_cursor_after_them(qtbot: QtBot) -> None:
    field = GrowingField("Places")
    field.show_words("the bench\nthe café")
    assert field.textCursor().atEnd()
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    field.show_words("the bench\nthe café")
    assert field.textCursor().position() == 3


def test_it_says_when_the_keyboard_leaves_and_tab_leaves_it(qtbot: QtBot) -> None:
    field, other = GrowingField("Places"), GrowingField("People")
    room = shown(qtbot, field)
    layout = room.layout()
    assert layout is not None
    layout.addWidget(other)
    other.show()
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert left == [True]
    assert field.words == ""


@pytest.mark.parametrize("with_text", [True, False])
def test_what_is_pasted_keeps_its_words_alone(qtbot: QtBot, with_text: bool) -> None:
    field = GrowingField("Places")
    room = shown(qtbot, field)
    rich = QMimeData()
    rich.setHtml("<h1>the <b>bench</b></h1>")
    if with_text:
        rich.setText("the bench")
    QGuiApplication.clipboard().setMimeData(rich)
    field.setFocus()
    field.paste()
    assert field.words == "the bench"
    assert room.isVisible()


PICTURE = '<p>the <img src="data:image/png;base64,AAAA"> <i>bench</i>\u2028by\x07 the lake</p>'


@pytest.mark.parametrize("text", ["", "the \ufffc bench\u2028by\x07 the lake\0"])
def test_what_is_pasted_leaves_no_sign_of_a_picture_and_no_control_signs(qtbot: QtBot, text: str) -> None:
    field = GrowingField("Places")
    room = shown(qtbot, field)
    rich = QMimeData()
    rich.setHtml(PICTURE)
    if text:
        rich.setText(text)
    field.insertFromMimeData(rich)
    assert field.words.split() == ["the", "bench", "by", "the", "lake"]
    assert all(sign == "\n" or sign.isprintable() for sign in field.words)
    assert "\ufffc" not in field.words
    assert field.document().allFormats()
    assert not any(
        one.isImageFormat() or one.toCharFormat().fontItalic() for one in field.document().allFormats()
    )
    assert room.isVisible()


def test_what_is_only_read_can_be_selected_and_not_changed(qtbot: QtBot) -> None:
    field = GrowingField("Places", read_only=True)
    field.setPlainText("0171 234 5678")
    room = shown(qtbot, field)
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == field.words == "0171 234 5678"
    assert room.isVisible()


def test_a_screen_reader_finds_the_keyboard_in_the_field_and_in_nothing_within(qtbot: QtBot) -> None:
    field = GrowingField("The folder", read_only=True)
    room = shown(qtbot, field)
    room.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    told = QAccessible.queryAccessibleInterface(field)
    assert told is not None
    assert told.state().focused
    within = [told.child(number) for number in range(told.childCount())]
    assert [one.state().focused for one in within] == [False] * len(within)
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    assert field.hasFocus()
