from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QFont, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.offer import Invitation
from kindtimer.core.offer_lines import ASKS, LINES, length_words
from kindtimer.core.wish import BREATHE, ROOM
from kindtimer.ui.appearance import Look
from kindtimer.ui.offer_card import LEAST_MS, STAYS_MS, OfferCard, spoken
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK
from tests import fakes
from tests.ui.dressing import nameless, settle, too_small

AREA = QRect(0, 0, 1366, 738)
LOW = QRect(40, 20, 860, 550)
SMALL = QRect(0, 0, 320, 240)
HALVED = QRect(0, 0, 450, 285)
"""900 by 600 with everything twice as large, and a panel."""

LINE = "Nothing to fix for one minute."
OWN = "Whatever the last hour was, and whatever the next one is going to be, there is tea. " * 3
STATES = list(product((LINE, OWN), (False, True), (False, True)))
LOOK = Look(DUSK, still=False)


class Screen:
    """How much room the card has, to be changed; and the card."""

    def __init__(self, qtbot: QtBot) -> None:
        self.area = AREA
        self.stays_ms = STAYS_MS
        self.card = self.made()
        qtbot.addWidget(self.card)

    def made(self, stays_ms: int = STAYS_MS) -> OfferCard:
        return OfferCard(fakes.ASSETS, lambda: False, lambda _screen: self.area, stays_ms=stays_ms)

    def show(self, words: str = LINE, *, asks: bool = False, look: Look = LOOK) -> OfferCard:
        self.card.show_invitation(Invitation(words, asks=asks), look)
        settle()
        return self.card


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[Screen]:
    screen = Screen(qtbot)
    yield screen
    screen.card.go()


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    usual = qapp.font()
    font = QFont(usual)
    font.setPointSizeF(22.0)
    qapp.setFont(font)
    yield
    qapp.setFont(usual)


def pointer_comes(card: QWidget, at: QPoint | None = None) -> None:
    where = QPointF(at if at is not None else card.mapToGlobal(QPoint(20, 20)))
    QApplication.sendEvent(card, QEnterEvent(QPointF(20, 20), QPointF(20, 20), where))


def pointer_moves(card: QWidget, at: QPoint) -> None:
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(card, QMouseEvent(kind, QPointF(20, 20), QPointF(at), none, none, keys))


def pointer_leaves(card: QWidget) -> None:
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))


# --- where it stands --------------------------------------------------------------------------------------


def test_it_stands_in_the_corner_and_is_as_large_as_it_was_drawn(screen: Screen) -> None:
    assert screen.show().geometry() == QRect(1366 - 24 - 344, 738 - 24 - 128, 344, 128)


def test_two_rows_are_no_higher_than_one_and_more_words_grow_upwards(screen: Screen) -> None:
    foot = screen.show("Feet on the floor and a long breath out: one minute.").geometry()
    card = screen.show(OWN)
    assert card.height() > foot.height() >= 128
    assert card.geometry().bottomRight() == foot.bottomRight()


@pytest.mark.parametrize("line", [line.format(length=length_words(1.0)) for line in LINES])
def test_every_line_is_whole(screen: Screen, line: str) -> None:
    card = screen.show(line, asks=True)
    assert card.line.height() >= card.line.heightForWidth(card.line.width())


@pytest.mark.parametrize("area", [AREA, LOW, HALVED, SMALL], ids=["usual", "low", "halved", "tiny"])
@pytest.mark.parametrize(("words", "asks", "unfolded"), STATES)
def test_it_is_never_off_the_screen(
    screen: Screen, area: QRect, words: str, asks: bool, unfolded: bool
) -> None:
    screen.area = area
    card = screen.show(words, asks=asks)
    if unfolded:
        card.answers.more.click()
        settle()
    assert area.contains(card.geometry())
    assert too_small(card) == []


@pytest.mark.parametrize("area", [AREA, LOW], ids=["usual", "low"])
@pytest.mark.parametrize(("words", "asks", "unfolded"), STATES)
def test_everything_is_whole_at_twice_the_size_of_text(
    screen: Screen, large_text: None, area: QRect, words: str, asks: bool, unfolded: bool
) -> None:
    screen.area = area
    card = screen.show(words, asks=asks)
    if unfolded:
        card.answers.more.click()
        settle()
    assert area.contains(card.geometry())
    for part in (card.line, *card.answers.findChildren(QAbstractButton), card.answers.asking):
        if part.isVisible():
            place = QRect(part.mapTo(card, QPoint()), part.size())
            assert card.rect().contains(place), part.accessibleName()
            if part.hasHeightForWidth():
                assert part.height() >= part.heightForWidth(part.width())
    assert too_small(card) == []


def test_room_is_left_around_it_on_a_low_screen_as_long_as_it_fits_so(screen: Screen) -> None:
    screen.area = HALVED
    for words in (LINE, "Feet on the floor and a long breath out: one minute."):
        card = screen.show(words, asks=True)
        for _ in range(2):  # folded, then unfolded
            assert card.width() == 344
            assert card.geometry().bottomRight() == HALVED.bottomRight() - QPoint(24, 24)
            assert HALVED.contains(card.geometry())
            card.answers.more.click()
            settle()


def test_on_a_screen_narrower_than_that_it_fills_the_width(screen: Screen) -> None:
    screen.area = SMALL
    card = screen.show()
    assert (card.x(), card.width()) == (0, 320)
    assert card.geometry().bottom() == SMALL.bottom() - 24


def test_what_takes_it_has_the_name_of_what_it_brings(screen: Screen) -> None:
    card = screen.card
    for practice, words in ((ROOM, "Take the minute"), (BREATHE, "Take a breath"), ("box", "Take a breath")):
        card.show_invitation(Invitation(LINE, practice=practice), LOOK)
        assert card.answers.take.accessibleName() == words


def test_another_room_on_the_screen_is_followed(screen: Screen, qapp: QGuiApplication) -> None:
    card = screen.show()
    screen.area = LOW
    qapp.primaryScreen().availableGeometryChanged.emit(LOW)
    assert card.geometry().bottomRight() == LOW.bottomRight() - QPoint(24, 24)
    screen.area = AREA
    card.stay_on_screens(qapp.screens())
    assert card.geometry().bottomRight() == AREA.bottomRight() - QPoint(24, 24)


def test_screens_that_change_bring_no_card_that_has_gone(screen: Screen, qapp: QGuiApplication) -> None:
    card = screen.show()
    card.go()
    card.stay_on_screens(qapp.screens())
    qapp.primaryScreen().availableGeometryChanged.emit(LOW)
    assert not card.isVisible()
    card.stay_on_screens([])
    assert not card.isVisible()


def test_larger_text_makes_it_larger_where_it_stands(screen: Screen, qapp: QApplication) -> None:
    card = screen.show()
    usual = qapp.font()
    font = QFont(usual)
    font.setPointSizeF(22.0)
    qapp.setFont(font)
    try:
        settle()
        assert card.width() == 688
        assert card.geometry().bottomRight() == AREA.bottomRight() - QPoint(24, 24)
    finally:
        qapp.setFont(usual)


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
    answers = (card.taken, card.not_now, card.not_today, card.another_time, card.fewer, card.this_evening)
    told: list[Any] = []
    for answer in answers:
        answer.connect(lambda: told.append(True))
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
    others = card.answers.others
    for button, signal in (
        (card.answers.take, card.taken),
        (card.answers.let_be, card.not_now),
        (others[2], card.this_evening),
        (others[3], card.not_today),
        (others[4], card.another_time),
        (others[5], card.fewer),
    ):
        screen.show()
        with qtbot.waitSignal(signal):
            button.click()
        assert not card.isVisible()
        assert not card._timer.isActive()
        with qtbot.assertNotEmitted(signal):
            button.click()


def test_later_carries_how_much(screen: Screen, qtbot: QtBot) -> None:
    card = screen.show()
    with qtbot.waitSignal(card.later) as told:
        card.answers.others[1].click()
    assert told.args == [timedelta(hours=1)]


def test_it_stands_until_what_was_taken_is_there(screen: Screen) -> None:
    card = screen.show()
    seen: list[bool] = []

    def session_opens() -> None:
        card.go()  # what is offered is over with that
        seen.append(card.isVisible())

    card.taken.connect(session_opens)
    card.answers.take.click()
    assert seen == [True]
    assert not card.isVisible()


def test_one_that_comes_by_an_answer_stays(screen: Screen) -> None:
    card = screen.show()
    card.not_now.connect(lambda: card.show_invitation(Invitation("Another line."), LOOK))
    card.answers.let_be.click()
    assert card.isVisible()
    assert card.line.accessibleName() == "Another line."


def test_one_that_fails_leaves_no_ghost(screen: Screen, qtbot: QtBot) -> None:
    card = screen.show()

    def fails() -> None:
        raise OSError("the disk is full")

    card.not_now.connect(fails)
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
    with qtbot.assertNotEmitted(card.not_now):
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
