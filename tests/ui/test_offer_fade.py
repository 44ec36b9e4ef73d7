import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kindtimer.ui.offer_fade import OfferFade


class Window(QObject):
    """Notes what is put on it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[float] = []
        self.gone = 0
        self.fade = OfferFade(self.seen.append, self._gone, self)

    def _gone(self) -> None:
        self.gone += 1


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window()


def test_it_comes_by_degrees_and_rests_when_it_is_there(qtbot: QtBot, window: Window) -> None:
    window.fade.come(softly=True)
    assert window.seen[0] == 0.0  # the first thing that is seen is nothing
    qtbot.waitUntil(lambda: not window.fade.moves)
    assert window.seen == sorted(window.seen)
    assert window.seen[-1] == 1.0
    assert window.gone == 0


def test_it_is_told_once_that_it_has_gone(qtbot: QtBot, window: Window) -> None:
    window.fade.come(softly=False)
    window.fade.leave(softly=True)
    assert window.gone == 0
    qtbot.waitUntil(lambda: not window.fade.moves)
    assert window.seen[-1] == 0.0
    assert window.gone == 1


def test_at_once_is_at_once(window: Window) -> None:
    window.fade.come(softly=False)
    assert window.seen == [1.0]
    window.fade.leave(softly=False)
    assert window.seen == [1.0, 0.0]
    assert window.gone == 1
    assert not window.fade.moves


def test_one_that_turns_round_goes_on_from_where_it_is(qtbot: QtBot, window: Window) -> None:
    window.fade.come(softly=True)
    qtbot.waitUntil(lambda: window.seen[-1] > 0.3)
    half = window.seen[-1]
    window.fade.leave(softly=True)
    assert window.seen[-1] == pytest.approx(half)
    qtbot.waitUntil(lambda: not window.fade.moves)
    assert max(window.seen) <= half + 1e-9
    assert window.gone == 1


def test_one_that_is_called_back_has_not_gone(qtbot: QtBot, window: Window) -> None:
    window.fade.come(softly=False)
    window.fade.leave(softly=True)
    qtbot.waitUntil(lambda: window.seen[-1] < 0.9)
    window.fade.come(softly=True)
    qtbot.waitUntil(lambda: not window.fade.moves)
    assert window.seen[-1] == 1.0
    assert window.gone == 0
