import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.settings import Size
from kindtimer.ui.placing import small_place
from kindtimer.ui.session_place import stand


@pytest.mark.parametrize("size", list(Size))
def test_it_stands_full_or_in_the_corner_above_other_windows(qtbot: QtBot, size: Size) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    screen = QGuiApplication.primaryScreen()
    told: list[str] = []
    stand(window, size, screen, lambda: told.append("dress"), lambda place: told.append(str(place)))
    full = size is Size.FULL
    place = screen.geometry() if full else small_place(screen.availableGeometry(), 1.0)
    assert told == ["dress", str(place)]
    assert window.geometry() == place
    assert window.isVisible()
    assert bool(window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) is not full


def test_it_may_not_be_made_smaller_than_its_least(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    places: list[QRect] = []
    stand(window, Size.SMALL, QGuiApplication.primaryScreen(), lambda: None, places.append)
    assert window.minimumSize().width() <= places[0].width()
    assert window.minimumSize().height() > 0
