from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from kindtimer.core.offer_lines import ASKS
from kindtimer.core.offer_replies import Reply, reply_words
from kindtimer.core.wish import BREATHE, ROOM
from kindtimer.ui.offer_answers import OfferAnswers
from kindtimer.visuals.measures import CARD_ABOVE
from tests.ui.dressing import dressed, nameless, settle, too_small

WIDE = 312


@pytest.fixture
def answers(qtbot: QtBot) -> OfferAnswers:
    answers = dressed(OfferAnswers())
    qtbot.addWidget(answers)
    answers.ask(False)
    sized(answers, WIDE)
    answers.show()
    settle()
    return answers


def sized(answers: OfferAnswers, wide: int) -> None:
    answers.fit(wide, CARD_ABOVE)
    answers.resize(wide, answers.high(wide))


def place(answers: OfferAnswers, button: QAbstractButton) -> QRect:
    return QRect(button.mapTo(answers, QPoint()), button.size())


def seen(answers: OfferAnswers) -> list[str]:
    return [button.accessibleName() for button in answers.findChildren(QAbstractButton) if button.isVisible()]


def unfold(answers: OfferAnswers, *, asks: bool = False) -> None:
    answers.ask(asks)
    answers.more.click()
    sized(answers, WIDE)
    settle()


def test_three_stand_in_a_row_and_the_others_unfold(answers: OfferAnswers, qtbot: QtBot) -> None:
    assert seen(answers) == ["Take a breath", "Not now", "Other answers"]
    with qtbot.waitSignal(answers.folded):
        unfold(answers)
    assert not answers.is_folded
    assert sorted(seen(answers)) == sorted(
        [
            *("In 15 minutes", "In an hour", "This evening", "Not today", "Another time", "Fewer of these"),
            *("Take a breath", "Not now", "Fold the other answers"),
        ]
    )
    answers.more.click()
    assert answers.is_folded


def test_each_button_says_what_was_pressed(answers: OfferAnswers, qtbot: QtBot) -> None:
    row = {Reply.TAKE: answers.take, Reply.NOT_NOW: answers.let_be}
    assert sorted((*row, *answers.others)) == sorted(Reply)
    for reply, button in (*row.items(), *answers.others.items(), (Reply.ANOTHER_TIME, answers.sooner)):
        assert button.accessibleName() == reply_words(reply)
        with qtbot.waitSignal(answers.answered) as told:
            button.click()
        assert told.args == [reply]


def test_the_first_says_what_it_brings(answers: OfferAnswers) -> None:
    for practice, words in ((ROOM, "Take the minute"), (BREATHE, "Take a breath")):
        answers.offer(practice)
        assert (answers.take.accessibleName(), answers.take.text()) == (words, words)


def test_the_question_brings_its_answer_into_sight_once(answers: OfferAnswers) -> None:
    unfold(answers, asks=True)
    assert answers.asking.isVisible()
    assert answers.asking.text() == ASKS
    assert seen(answers).count("Another time") == 1
    answers.hold_still(True)
    assert not answers.asking.isVisible()
    assert seen(answers).count("Another time") == 1  # among the others meanwhile
    answers.hold_still(False)
    assert answers.asking.isVisible()
    assert seen(answers).count("Another time") == 1
    answers.ask(False)
    assert not answers.asking.isVisible()
    assert seen(answers).count("Another time") == 1


def test_nothing_here_can_have_the_keyboard_nor_take_it(answers: OfferAnswers) -> None:
    unfold(answers, asks=True)
    for button in answers.findChildren(QAbstractButton):
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus, button.accessibleName()
    assert answers.findChildren(QMenu) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("wide", [240, 312, 624])
def test_everything_has_a_name_and_is_large_enough(answers: OfferAnswers, scale: float, wide: int) -> None:
    dressed(answers, scale=scale)
    unfold(answers, asks=True)
    sized(answers, wide)
    settle()
    assert nameless(answers) == []
    assert too_small(answers) == []
    shown = [button for button in answers.findChildren(QAbstractButton) if button.isVisible()]
    for button in shown:
        assert answers.rect().contains(place(answers, button)), button.accessibleName()
        lines = button.text().split("\n")
        widest = max(button.fontMetrics().horizontalAdvance(line) for line in lines)
        assert widest <= button.width(), button.accessibleName()
    for one, other in combinations(shown, 2):
        assert not place(answers, one).intersects(place(answers, other))


def test_a_question_from_right_to_left_has_room_for_the_blank_it_breaks_at(answers: OfferAnswers) -> None:
    assert answers.asking.contentsMargins().left() == 0
    answers.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    sized(answers, WIDE)
    assert answers.asking.contentsMargins().left() >= answers.asking.fontMetrics().horizontalAdvance(" ")
