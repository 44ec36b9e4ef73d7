import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from kindtimer.core.offer import Invitation
from kindtimer.core.offer_lines import LINES, length_words
from kindtimer.core.wish import BREATHE, ROOM
from tests.ui.card_screen import AREA, HALVED, LINE, LOOK, LOW, OWN, SMALL, STATES, Screen, large_text, screen
from tests.ui.dressing import settle, too_small

__all__ = ["large_text", "screen"]


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
