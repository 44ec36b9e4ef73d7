from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.work_area import WorkArea


def test_it_tells_when_a_screen_or_the_windows_screen_is_another(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    area, told = WorkArea(window), []
    area.changed.connect(lambda: told.append(1))
    screen = QGuiApplication.primaryScreen()
    screen.availableGeometryChanged.emit(QRect(0, 0, 640, 400))
    assert len(told) == 1
    window.show()
    area.follow()
    for _ in range(2):
        window.windowHandle().screenChanged.emit(screen)
        area.follow()  # shown once more: it is not heard twice
    assert len(told) == 3


def test_a_screen_that_comes_later_is_heard(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    area, told = WorkArea(window), []
    area.changed.connect(lambda: told.append(1))
    screen, application = QGuiApplication.primaryScreen(), QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenAdded.emit(screen)
    screen.availableGeometryChanged.emit(QRect(0, 0, 640, 400))
    assert len(told) == 2  # heard from the start, and as one that came
