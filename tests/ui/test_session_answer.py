import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kindtimer.core.practice import Ask
from kindtimer.ui.session_answer import (
    FORMS,
    ChosenAnswer,
    FeelingsAnswer,
    Form,
    OneOfAnswer,
    ScaleAnswer,
    WordsAnswer,
)
from tests.ui.practice_room import FELT, FRIEND, HOW, WHICH

ASKS = (FRIEND, HOW, WHICH, FELT)


def made(qtbot: QtBot, ask: Ask) -> tuple[Form, list[str]]:
    form = FORMS[ask.form](ask)
    told: list[str] = []
    form.answered.connect(told.append)
    qtbot.addWidget(form)
    form.resize(560, 300)
    form.show()
    return form, told


def press(qtbot: QtBot, form: ChosenAnswer, words: str) -> QAbstractButton:
    button = next(one for one in form.buttons if one.words == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return button


def test_words_are_told_with_every_key(qtbot: QtBot) -> None:
    form, told = made(qtbot, FRIEND)
    qtbot.keyClicks(form, "Tea")
    assert told == ["T", "Te", "Tea"]
    assert form.answer == "Tea"


def test_pasted_words_lose_their_dress(qtbot: QtBot) -> None:
    form, told = made(qtbot, FRIEND)
    assert isinstance(form, WordsAnswer)
    pasted = QMimeData()
    pasted.setHtml("<b>Tea</b> first")
    form.insertFromMimeData(pasted)
    assert told[-1] == "Tea first"


def test_a_number_is_chosen_by_pointer_or_keys_and_told_as_it_is(qtbot: QtBot) -> None:
    form, told = made(qtbot, HOW)
    assert isinstance(form, ScaleAnswer)
    assert [one.words for one in form.buttons] == [str(number) for number in range(11)]
    press(qtbot, form, "7")
    assert (told, form.answer) == (["7"], "7")
    assert form.first is form.buttons[7]
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=5000)
    form.buttons[7].setFocus()
    qtbot.keyClick(form.buttons[7], Qt.Key.Key_Right)
    assert form.answer == "8"
    assert told[-1] == "8"


def test_the_two_ends_of_a_scale_say_what_they_mean(qtbot: QtBot) -> None:
    form, _ = made(qtbot, HOW)
    assert isinstance(form, ScaleAnswer)
    assert form.buttons[0].accessibleName() == "0, not at all"
    assert form.buttons[10].accessibleName() == "10, fully"


def test_of_several_one_is_chosen(qtbot: QtBot) -> None:
    form, told = made(qtbot, WHICH)
    assert isinstance(form, OneOfAnswer)
    press(qtbot, form, "One part")
    press(qtbot, form, "None of them")
    assert told == ["One part", "None of them"]
    assert form.answer == "None of them"


def test_several_feelings_may_be_there_at_once_and_go(qtbot: QtBot) -> None:
    form, told = made(qtbot, FELT)
    assert isinstance(form, FeelingsAnswer)
    for word in ("tired", "hopeful", "tired"):
        press(qtbot, form, word)
    assert told == ["tired", "tired, hopeful", "hopeful"]


@pytest.mark.parametrize(
    ("ask", "answer"), [(FRIEND, "Tea first"), (HOW, "10"), (WHICH, "Another part"), (FELT, "tired, hopeful")]
)
def test_what_was_answered_can_be_shown_and_nothing_too(qtbot: QtBot, ask: Ask, answer: str) -> None:
    form, _ = made(qtbot, ask)
    form.show_answer(answer)
    assert form.answer == answer
    form.show_answer("")
    assert form.answer == ""


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.id)
def test_it_is_named_by_its_question(qtbot: QtBot, ask: Ask) -> None:
    form, _ = made(qtbot, ask)
    assert form.accessibleName() == ask.question


@pytest.mark.parametrize("ask", [HOW, WHICH, FELT], ids=lambda ask: ask.id)
@pytest.mark.parametrize("width", [248, 328, 560])
def test_all_can_be_hit_and_none_is_wider_than_its_place(qtbot: QtBot, ask: Ask, width: int) -> None:
    form, _ = made(qtbot, ask)
    assert isinstance(form, ChosenAnswer)
    form.resize(width, 400)
    form.height_for(width)
    for one in form.buttons:
        assert one.width() <= width
    sheet = form.widget()
    assert sheet is not None
    places = [(one.mapTo(sheet, one.rect().topLeft()), one.size()) for one in form.buttons]
    assert len({(place.x(), place.y()) for place, _ in places}) == len(places)
