from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.dress import Dress, Wearer, dress_up
from kindtimer.visuals.palette import DAWN
from tests.ui.dressing import dress


class Painted(QWidget, Wearer):
    def __init__(self) -> None:
        super().__init__()
        self.worn: list[Dress] = []

    def wear(self, dress: Dress) -> None:
        self.worn.append(dress)


def test_everything_that_paints_itself_is_told_however_deep(qtbot: QtBot) -> None:
    outer, inner = Painted(), Painted()
    qtbot.addWidget(outer)
    middle = QWidget()
    QVBoxLayout(outer).addWidget(middle)
    QVBoxLayout(middle).addWidget(inner)
    worn = dress(DAWN, 1.5)
    dress_up(outer, worn)
    assert outer.worn == inner.worn == [worn]
    assert DAWN.ink.name() in outer.styleSheet()


def test_sizes_grow_with_the_text() -> None:
    assert (dress(scale=1.0).px(14), dress(scale=2.0).px(14)) == (14, 28)


def test_drawings_take_the_colour_of_the_text_they_stand_by(qtbot: QtBot) -> None:
    worn = dress(DAWN)
    quiet, strong = (worn.icon("today", strong=strong).pixmap(24, 24).toImage() for strong in (False, True))
    assert quiet != strong
