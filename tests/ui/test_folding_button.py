import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from kindtimer.ui.folding_button import FoldingButton, folded
from tests.ui.dressing import dressed

WORDS = "Make a page for hard times, ahead of them"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_go_on_another_line_where_there_is_no_room(qtbot: QtBot, scale: float) -> None:
    button = dressed(FoldingButton(WORDS, drawing="edit"), scale=scale)
    qtbot.addWidget(button)
    button.ensurePolished()
    wide, flat = button.sizeHint().width(), button.sizeHint().height()
    button.fold(wide - 1)
    assert "\n" in button.text()
    assert button.sizeHint().width() < wide
    button.fold(260)
    assert button.sizeHint().width() <= 260
    assert button.sizeHint().height() > flat or scale == 1.0
    assert button.accessibleName() == WORDS
    button.fold(wide)
    assert button.text() == WORDS


def test_other_words_fold_too(qtbot: QtBot) -> None:
    button = dressed(FoldingButton("Short"))
    qtbot.addWidget(button)
    button.fold(160)
    button.say(WORDS)
    assert button.text().split() == WORDS.split()
    assert button.sizeHint().width() <= 160


def test_a_word_that_is_wider_stands_alone(qtbot: QtBot) -> None:
    button = FoldingButton("")
    qtbot.addWidget(button)
    metrics: QFontMetrics = button.fontMetrics()
    assert folded("a verylongwordindeed b", 10, metrics) == ["a", "verylongwordindeed", "b"]
    assert folded("", 10, metrics) == []


def test_its_arrow_turns_with_what_it_opens(qtbot: QtBot) -> None:
    button = FoldingButton(WORDS, drawing="down")
    qtbot.addWidget(button)
    button.point(up=False)  # before it is dressed
    dressed(button)
    down = button.icon().pixmap(24).toImage()
    button.point(up=True)
    up = button.icon().pixmap(24).toImage()
    assert up != down
    dressed(button, scale=1.5)
    button.point(up=False)
    dressed(button)
    assert button.icon().pixmap(24).toImage() == down
