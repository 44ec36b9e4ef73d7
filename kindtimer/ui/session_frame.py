"""Session frame: the bare window of a session: its canvas, where it stands, and its pointer.

What is shown in it and what keys do is the session window's, which is one. Main thread.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QScreen
from PySide6.QtWidgets import QWidget

from kindtimer.core.clock import Clock
from kindtimer.core.settings import Size
from kindtimer.ui.placing import seen_at
from kindtimer.ui.session_place import FULL_FLAGS, stand
from kindtimer.ui.session_sizes import LEAST, MOST
from kindtimer.visuals.breath_view import BreathView

STILL_POINTER = 4
"""Pixels a pointer may tremble before it counts as moved."""


class SessionFrame(QWidget):
    """A window without a border, full or small."""

    spoken_role = QAccessible.Role.Window

    stood = Signal(int)
    """The native id of the window, whenever it stands somewhere (a change of size may make a new one)."""

    pointed = Signal()
    """The pointer moved, or was pressed."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setWindowFlags(FULL_FLAGS)
        self.setWindowTitle("KindTimer")
        self.setMinimumSize(LEAST)
        self.setMaximumSize(MOST)
        self._size = Size.SMALL
        self._pointer = QPoint(-1, -1)
        self.view = BreathView(clock, self)
        self.view.setMouseTracking(True)
        self.setMouseTracking(True)

    def let_go(self) -> None:
        """Give the native window and its picture memory back while nothing is shown."""
        if not self.isVisible():
            self.destroy()

    def show_session_again(self) -> None:
        """Bring a session that runs to the front, out of the taskbar, too."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def stay_on_screens(self, screens: Sequence[QScreen]) -> None:
        """Screens came or went: stand on one that is there."""
        if self.isVisible() and screens:
            self.stand(self._size, self.screen() if self.screen() in screens else screens[0])

    def stand(self, size: Size, screen: QScreen, *, opens: bool = False) -> None:
        """Stand there, seen; `opens` out of what is seen there now."""

        def open_from(place: QRect) -> None:
            if opens:
                self.view.open_from(seen_at(screen, place))

        self._size = size
        stand(self, size, screen, self.dress_anew, open_from)
        self.lead_keys()
        self.view.set_covered(False)
        self.stood.emit(int(self.winId()))

    def dress_anew(self) -> None:
        """Wear what suits the screen it is on."""

    def lead_keys(self) -> None:
        """It stands: the keyboard goes where it is wanted."""

    def show_pointer(self, shown: bool) -> None:
        """Let the pointer be seen; in the corner it always is."""
        hidden = self._size is Size.FULL and not shown
        self.setCursor(Qt.CursorShape.BlankCursor if hidden else Qt.CursorShape.ArrowCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer moved, or only trembled."""
        at = event.globalPosition().toPoint()
        if (at - self._pointer).manhattanLength() >= STILL_POINTER:
            self._pointer = at
            self.pointed.emit()
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The small window can be moved by its ground."""
        self.pointed.emit()
        handle = self.windowHandle()
        if handle is not None and not self.isFullScreen():
            handle.startSystemMove()
