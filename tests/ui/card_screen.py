from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QFont, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.offer import Invitation
from kindtimer.ui.appearance import Look
from kindtimer.ui.offer_card import STAYS_MS, OfferCard
from kindtimer.visuals.palette import DUSK
from tests import fakes
from tests.ui.dressing import settle

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
