from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kindtimer.ui.texts import HEAD, Copied, Text
from tests.ui.dressing import dressed

LONG = (
    "Words that go on for a while, so that a narrow column needs several lines for them and a wide one few."
)


def test_a_narrow_column_needs_more_lines_and_reserves_none(qtbot: QtBot) -> None:
    text = dressed(Text(LONG))
    qtbot.addWidget(text)
    assert text.heightForWidth(200) > 2 * text.heightForWidth(900)
    assert text.minimumSizeHint().height() <= text.heightForWidth(900)


def test_the_head_is_the_largest(qtbot: QtBot) -> None:
    head, plain = dressed(Text("Today", HEAD)), dressed(Text("Today"))
    for text in (head, plain):
        qtbot.addWidget(text)
        text.ensurePolished()
    assert head.heightForWidth(900) > 1.8 * plain.heightForWidth(900)


def test_markup_in_words_is_words(qtbot: QtBot) -> None:
    text = Text("<b>5 < 6</b>")
    qtbot.addWidget(text)
    assert text.textFormat() is Qt.TextFormat.PlainText


def test_a_number_can_be_selected_by_whoever_comes_to_it_and_does_not_move(qtbot: QtBot) -> None:
    for width in (400, 90):
        number = dressed(Copied("116 123"))
        qtbot.addWidget(number)
        number.ensurePolished()
        number.resize(width, number.heightForWidth(width))
        number.show()
        before = number.grab().toImage()
        size = number.sizeHint(), number.heightForWidth(width)
        qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=QPoint(12, 20))
        qtbot.mouseDClick(number, Qt.MouseButton.LeftButton, pos=QPoint(12, 20))
        assert number.hasSelectedText()
        assert (number.sizeHint(), number.heightForWidth(width)) == size
        qtbot.keyClick(number, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(number, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == "116 123"
        number.clearFocus()
        number.setSelection(0, 0)
        assert number.grab().toImage() == before
