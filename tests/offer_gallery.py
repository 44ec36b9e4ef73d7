"""The gallery's cards: the card of an offer in each of its states, as pictures, on a light or a dark desk.

Hung by `tests/gallery.py` beside the pages and the sessions. A card is as large as it wants to be; the size
of its frame stands for the screen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from kindtimer.core.offer import Invitation
from kindtimer.core.offer_lines import line_words
from kindtimer.ui.appearance import Look
from kindtimer.ui.offer_card import OfferCard
from tests import fakes
from tests.gallery import THEMES, Frame, framed, frames

SCREEN = (900, 600)
AROUND = 24
DESKS = {"dark": QColor("#2B3A42"), "light": QColor("#D9E0DD")}
LONG = (
    "Whatever the last hour was, and whatever the next one is going to be: the kettle, the window, and "
    "Donaudampfschifffahrtsgesellschaftskapitänsmützen, as long as they last."
)


@dataclass(frozen=True)
class State:
    """One state of the card. Its words are the person's `own`, or a line of the program's."""

    name: str
    own: str = ""
    number: int = 4
    discreet: bool = False
    asks: bool = False
    unfolded: bool = False


STATES = (
    State("plain"),
    State("two-rows", number=2),
    State("asks", number=0, asks=True),
    State("unfolded", number=2, unfolded=True),
    State("asks-unfolded", asks=True, unfolded=True),
    State("long", own=LONG),
    State("long-unfolded", own=LONG, asks=True, unfolded=True),
    State("emoji", own="Tea 🍵 and a window 🪟, one minute 🌿"),
    State("right-to-left", own="דקה אחת של שקט, אם זה מתאים עכשיו."),
    State("discreet", discreet=True),
)


def pictures(only: str = "") -> Iterator[tuple[str, QImage]]:
    """Names that sort, and the pictures; those alone whose name holds `only`. Needs a QApplication."""
    for state, frame in product(STATES, list(frames((SCREEN,)))):
        name = f"offer-{state.name}-{frame.name}"
        if only in name:
            yield name, shown(state, frame)


def shown(state: State, frame: Frame) -> QImage:
    """One state in one frame, cut to its shape, on a desk that is unlike the card's theme."""
    with framed(frame) as application:
        area = QRect(0, 0, *frame.size)
        card = OfferCard(fakes.ASSETS, lambda: False, lambda _screen: area)
        words = line_words(state.number, 1.0, own=state.own, discreet=state.discreet)
        card.show_invitation(Invitation(words, asks=state.asks), Look(THEMES[frame.theme], still=True))
        if state.unfolded:
            card.answers.more.click()
        for _ in range(3):
            application.processEvents()
        desk = DESKS["light" if THEMES[frame.theme].dark else "dark"]
        picture = QImage(card.size() + QSize(2 * AROUND, 2 * AROUND), QImage.Format.Format_RGB32)
        picture.fill(desk)
        painter = QPainter(picture)
        card.render(painter, QPoint(AROUND, AROUND), card.mask())
        painter.end()
        card.go()
        card.deleteLater()
        application.processEvents()
    return picture
