from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from pytestqt.qtbot import QtBot

from kindtimer.core.settings import Size
from kindtimer.ui.session_frame import STILL_POINTER, SessionFrame
from tests import fakes


def frame(qtbot: QtBot) -> SessionFrame:
    made = SessionFrame(fakes.ManualClock())
    qtbot.addWidget(made)
    return made


def moved(window: SessionFrame, to: QPoint) -> None:
    kind, none = QMouseEvent.Type.MouseMove, Qt.MouseButton.NoButton
    at = QPointF(to)
    event = QMouseEvent(kind, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    window.mouseMoveEvent(event)


def test_a_pointer_that_trembles_did_not_move(qtbot: QtBot) -> None:
    window = frame(qtbot)
    told: list[str] = []
    window.pointed.connect(lambda: told.append("pointed"))
    moved(window, QPoint(100, 100))
    moved(window, QPoint(100, 100 + STILL_POINTER - 1))
    assert len(told) == 1
    moved(window, QPoint(100, 100 + STILL_POINTER))
    assert len(told) == 2


def test_full_the_pointer_can_be_hidden_and_small_it_never_is(qtbot: QtBot) -> None:
    window, screen = frame(qtbot), QGuiApplication.primaryScreen()
    for size, shape in ((Size.FULL, Qt.CursorShape.BlankCursor), (Size.SMALL, Qt.CursorShape.ArrowCursor)):
        window.stand(size, screen)
        window.show_pointer(False)
        assert window.cursor().shape() is shape
        window.show_pointer(True)
        assert window.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_it_says_where_it_stands_and_stays_on_a_screen(qtbot: QtBot) -> None:
    window = frame(qtbot)
    stood: list[int] = []
    window.stood.connect(stood.append)
    window.stay_on_screens(QGuiApplication.screens())
    assert stood == []  # not seen, it stands nowhere
    window.stand(Size.FULL, QGuiApplication.primaryScreen())
    window.stay_on_screens(QGuiApplication.screens())
    window.stay_on_screens([])
    assert len(stood) == 2
    assert window.geometry() == QGuiApplication.primaryScreen().geometry()
