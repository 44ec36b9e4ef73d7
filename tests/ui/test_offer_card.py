from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.offer import Invitation
from kindtimer.core.offer_lines import ASKS
from kindtimer.core.offer_replies import Reply
from kindtimer.ui.appearance import Look
from kindtimer.ui.offer_card import LEAST_MS, STAYS_MS, spoken
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK
from tests.ui.card_screen import (
    LINE,
    LOOK,
    Screen,
    large_text,
    pointer_comes,
    pointer_leaves,
    pointer_moves,
    screen,
)
from tests.ui.dressing import nameless, settle

__all__ = ["large_text", "screen"]


# --- what it is for the desktop ---------------------------------------------------------------------------


def test_it_can_never_have_the_keyboard(screen: Screen) -> None:
    card = screen.show(asks=True)
    card.answers.more.click()
    settle()
    flags = card.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    for widget in (card, *card.findChildren(QWidget)):
        assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert QApplication.mouseButtons() is Qt.MouseButton.NoButton
    assert QWidget.keyboardGrabber() is None
    assert QWidget.mouseGrabber() is None
    assert QApplication.activePopupWidget() is None


def test_without_a_compositor_it_is_cut_to_its_shape(screen: Screen) -> None:
    card = screen.show()
    assert not card.mask().contains(QPoint(0, 0))
    assert card.mask().boundingRect() == card.rect()
    card.answers.more.click()
    settle()
    assert card.mask().boundingRect() == card.rect()


# --- coming and going -------------------------------------------------------------------------------------


def test_it_goes_when_its_time_is_over_and_nothing_was_answered(screen: Screen, qtbot: QtBot) -> None:
    card = screen.card = screen.made(stays_ms=20)
    qtbot.addWidget(card)
    told: list[Reply] = []
    card.answered.connect(told.append)
    screen.show()
    qtbot.waitUntil(lambda: not card.isVisible())
    assert told == []


def test_its_time_rests_while_the_pointer_is_on_it(screen: Screen) -> None:
    card = screen.show()
    assert card._timer.interval() == STAYS_MS
    pointer_comes(card)
    assert not card._timer.isActive()
    pointer_leaves(card)
    assert LEAST_MS < card._timer.interval() < STAYS_MS * 1.1  # such a timer may be a twentieth late


def test_after_the_pointer_it_stays_a_while(screen: Screen, qtbot: QtBot) -> None:
    card = screen.card = screen.made(stays_ms=2_000)
    qtbot.addWidget(card)
    screen.show()
    pointer_comes(card)
    pointer_leaves(card)
    assert card._timer.interval() == LEAST_MS


def test_a_pointer_that_rested_there_does_not_keep_it_for_ever(screen: Screen) -> None:
    card = screen.show()
    rested = card._rested_at
    pointer_comes(card, rested)
    assert card._timer.isActive()
    pointer_moves(card, rested)
    assert card._timer.isActive()
    pointer_moves(card, rested + QPoint(1, 0))
    assert not card._timer.isActive()
    pointer_leaves(card)
    pointer_comes(card, rested)  # it came back to the same point
    assert not card._timer.isActive()


def test_unfolding_gives_time_to_read(screen: Screen) -> None:
    card = screen.show()
    card._timer.start(LEAST_MS)
    card.answers.more.click()
    assert card._timer.interval() == STAYS_MS
    pointer_comes(card)
    card.answers.more.click()
    assert not card._timer.isActive()


def test_each_answer_is_told_once_and_then_it_has_gone(screen: Screen, qtbot: QtBot) -> None:
    card = screen.card
    row = {Reply.TAKE: card.answers.take, Reply.NOT_NOW: card.answers.let_be}
    for reply, button in (*row.items(), *card.answers.others.items()):
        screen.show()
        with qtbot.waitSignal(card.answered) as told:
            button.click()
        assert told.args == [reply]
        assert not card.isVisible()
        assert not card._timer.isActive()
        with qtbot.assertNotEmitted(card.answered):
            button.click()


def test_it_stands_until_what_was_taken_is_there(screen: Screen) -> None:
    card = screen.show()
    seen: list[bool] = []

    def session_opens() -> None:
        card.go()  # what is offered is over with that
        seen.append(card.isVisible())

    card.answered.connect(session_opens)
    card.answers.take.click()
    assert seen == [True]
    assert not card.isVisible()


def test_one_that_comes_by_an_answer_stays(screen: Screen) -> None:
    card = screen.show()
    card.answered.connect(lambda: card.show_invitation(Invitation("Another line."), LOOK))
    card.answers.let_be.click()
    assert card.isVisible()
    assert card.line.accessibleName() == "Another line."


def test_one_that_fails_leaves_no_ghost(screen: Screen, qtbot: QtBot) -> None:
    card = screen.show()

    def fails() -> None:
        raise OSError("the disk is full")

    card.answered.connect(fails)
    with qtbot.captureExceptions() as told:
        card.answers.let_be.click()
    assert len(told) == 1
    assert not card.isVisible()


def test_going_twice_or_never_having_come_is_nothing(screen: Screen) -> None:
    screen.card.go()
    assert not screen.card.isVisible()
    screen.show()
    screen.card.go()
    screen.card.go()
    assert not screen.card.isVisible()


def test_a_second_one_says_its_own_and_is_folded(screen: Screen) -> None:
    card = screen.show(asks=True)
    card.answers.more.click()
    foot = card.geometry().bottomRight()
    screen.show("A short break: one minute.")
    assert card.answers.is_folded
    assert not card.answers.asking.isVisible()
    assert card.line.accessibleName() == "A short break: one minute."
    assert card.geometry().bottomRight() == foot
    assert card.height() == 128
    assert card._timer.interval() == STAYS_MS


def test_one_that_is_closed_is_let_pass(screen: Screen, qtbot: QtBot) -> None:
    card = screen.show()
    with qtbot.assertNotEmitted(card.answered):
        card.close()
    assert not card.isVisible()
    assert not card._timer.isActive()


# --- how it looks, what is said ---------------------------------------------------------------------------


def test_it_follows_the_look(screen: Screen) -> None:
    card = screen.show()
    for palette in (DAWN, CONTRAST, DUSK):
        card.wear(Look(palette, still=True))
        middle = card.grab().toImage().pixelColor(card.width() // 2, 3)
        assert abs(middle.lightness() - palette.ground_top.lightness()) < 8


def test_a_look_before_the_first_offer_is_kept_for_it(screen: Screen) -> None:
    screen.card.wear(Look(DAWN, still=True))
    assert not screen.card.isVisible()


def test_everything_in_it_has_a_name(screen: Screen) -> None:
    card = screen.show(asks=True)
    card.answers.more.click()
    settle()
    assert nameless(card) == []
    assert card.line.accessibleName() == LINE


def test_a_screen_reader_is_told_the_line_and_the_way_to_take_it() -> None:
    assert spoken(Invitation(LINE)) == f"{LINE} “Take the minute” in the menu of the seed takes it."
    assert ASKS in spoken(Invitation(LINE, asks=True))


def test_nothing_ticks_but_its_time_and_nothing_is_painted_when_it_is_still(
    screen: Screen, qtbot: QtBot
) -> None:
    card = screen.show()
    card._timer.setInterval(150)
    painted: list[QEvent.Type] = []

    class Watch(QWidget):
        def eventFilter(self, watched: Any, event: QEvent) -> bool:
            if event.type() in (QEvent.Type.Paint, QEvent.Type.UpdateRequest, QEvent.Type.Timer):
                painted.append(event.type())
            return False

    watch = Watch()
    qtbot.addWidget(watch)
    for widget in (card, *card.findChildren(QWidget)):
        widget.installEventFilter(watch)
    at_rest = card._timer.remainingTime
    qtbot.waitUntil(lambda: at_rest() < 20)
    assert painted == []
