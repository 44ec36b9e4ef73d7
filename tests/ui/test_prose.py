import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QTextLayout, QTextOption
from pytestqt.qtbot import QtBot

from kindtimer.ui.prose import JOINS, Prose, typed, unbroken
from tests.ui.dressing import dressed, settle

WORDS = "Begin a breath now; a pattern, --minutes, --small may follow"


def shown(qtbot: QtBot, words: str = WORDS, width: int = 900) -> Prose:
    prose = dressed(Prose(words))
    qtbot.addWidget(prose)
    prose.resize(width, 400)
    prose.show()
    prose.activateWindow()
    settle()
    return prose


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("--small", f"-{JOINS}-{JOINS}small"),
        ("with -h, or --dry-run.", f"with -{JOINS}h, or -{JOINS}-{JOINS}dry-{JOINS}run."),
        ("the breath-out, 4-6 seconds – softly - so", "the breath-out, 4-6 seconds – softly - so"),
    ],
)
def test_options_are_held_together_and_nothing_else(words: str, held: str) -> None:
    assert unbroken(words) == held
    assert typed(held) == words


def breaks(prose: Prose, words: str, width: int) -> list[str]:
    """What stands before the end of each line but the last, at this width."""
    layout = QTextLayout(words, prose.font())
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    ends = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    return [words[:end] for end in ends[:-1]]


def test_no_width_breaks_an_option(qtbot: QtBot) -> None:
    prose = shown(qtbot)
    widths = range(prose.fontMetrics().horizontalAdvance("--minutes,") + 8, 400)
    broken, whole = (
        {end for width in widths for end in breaks(prose, words, width)} for words in (WORDS, prose.text())
    )
    assert any(end.endswith("-") for end in broken)  # as Qt does by itself
    assert len(whole) > 5
    assert all(end.endswith(" ") for end in whole)


def test_what_is_copied_can_be_typed(qtbot: QtBot) -> None:
    prose = shown(qtbot)
    prose.setFocus()
    qtbot.waitUntil(prose.hasFocus)
    prose.mark(["--small"])
    assert JOINS in prose.selectedText()
    assert prose.marked == "--small"
    qtbot.keyClick(prose, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "--small"


@pytest.mark.parametrize("mode", [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection])
def test_however_it_is_copied_it_can_be_typed(qtbot: QtBot, mode: QClipboard.Mode) -> None:
    prose, clipboard = shown(qtbot), QGuiApplication.clipboard()
    prose.setFocus()
    qtbot.waitUntil(prose.hasFocus)
    prose.setSelection(0, len(prose.text()))
    if mode is QClipboard.Mode.Clipboard or clipboard.supportsSelection():
        clipboard.setText(prose.selectedText(), mode)
        assert clipboard.text(mode) == WORDS


def test_what_others_copy_stays_as_it_is(qtbot: QtBot) -> None:
    prose, clipboard = shown(qtbot), QGuiApplication.clipboard()
    prose.clearFocus()
    clipboard.setText(prose.text())
    assert clipboard.text() == prose.text()


def test_the_pointer_marks_anew_and_drags_nothing_away(qtbot: QtBot) -> None:
    prose = shown(qtbot)
    prose.mark(["--small may"])
    assert prose.marked == "--small may"
    qtbot.mousePress(prose, Qt.MouseButton.RightButton, pos=QPoint(10, prose.height() // 2))
    assert prose.marked == "--small may"  # its menu copies it
    qtbot.mousePress(prose, Qt.MouseButton.LeftButton, pos=QPoint(10, prose.height() // 2))
    assert prose.marked == ""
    qtbot.mouseRelease(prose, Qt.MouseButton.LeftButton, pos=QPoint(10, prose.height() // 2))


def test_a_word_that_is_not_there_marks_nothing(qtbot: QtBot) -> None:
    prose = shown(qtbot)
    prose.mark(["xylophone"])
    assert prose.marked == ""
