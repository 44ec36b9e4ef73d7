"""Work area: how much room a window has on the screen it is on, now and when that changes.

It changes when the window comes to another screen, and when a screen's resolution, panels or density do.
Main thread.
"""

from PySide6.QtCore import QMargins, QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

from kindtimer.visuals.measures import DESKTOP_FRAME

FRAME = QMargins(*DESKTOP_FRAME)
"""Room that is left around a window for what the desktop puts there."""


def work_area(screen: QScreen) -> QRect:
    """What a screen leaves to windows, in px."""
    return screen.availableGeometry()


class WorkArea(QObject):
    """Tells of a widget that is a window; `changed` says that its screen may have other room now."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        for screen in QGuiApplication.screens():
            self._hear(screen)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._hear)

    def follow(self) -> None:
        """The window is shown: maybe as another native window than before."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.screenChanged.connect(self._tell)

    def _hear(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._tell)

    def _tell(self, _what: object = None) -> None:
        self.changed.emit()
