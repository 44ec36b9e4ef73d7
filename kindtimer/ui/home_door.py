"""Home door: opens the home window when it is first wanted, where it was left, and remembers where it stood.

It lives as long as the program; the window, its pages and their modules come when it is first opened.
Main thread.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication

from kindtimer.guide.preferences import Preferences
from kindtimer.ui.appearance import Appearance, Look
from kindtimer.ui.closing_words import closing_told
from kindtimer.ui.place_names import PRACTICE, PRACTICES, TODAY
from kindtimer.ui.placing import fitted
from kindtimer.ui.work_area import FRAME

if TYPE_CHECKING:
    from kindtimer.ui.home_window import HomeWindow
    from kindtimer.ui.sidebar import Place


class HomeDoor(QObject):
    """The way to the one home window."""

    quit_requested = Signal()
    closed = Signal()
    """The person closed the window."""

    def __init__(
        self,
        places: "Callable[[], Sequence[Place]]",
        preferences: Preferences,
        appearance: Appearance,
        assets: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._places, self._preferences, self._appearance = places, preferences, appearance
        self._assets = assets
        self._lines: list[str] = []
        self._closing = ""
        self._window: HomeWindow | None = None
        appearance.changed.connect(self.wear)

    @property
    def window(self) -> "HomeWindow":
        """The window, made when it is first wanted."""
        if self._window is None:
            from kindtimer.ui.home_window import HomeWindow

            self._window = HomeWindow(self._places(), self._appearance.look, self._assets)
            # On a small screen no larger than it, with room for a frame.
            room = QGuiApplication.primaryScreen().availableGeometry().marginsRemoved(FRAME)
            self._window.resize(self._window.size().boundedTo(room.size()))
            self._window.quit_requested.connect(self.quit_requested)
            self._window.closed.connect(self._closed)
        return self._window

    @property
    def open(self) -> bool:
        """Whether it is on the screen."""
        return self._window is not None and self._window.isVisible()

    def show(self, place: str | None = None) -> None:
        """Bring it to the front, at a place or where it was; where it never was, at the first."""
        settings = self._preferences.settings
        stood = None if settings.home_place is None else QRect(*settings.home_place)
        if stood is not None:
            areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
            stood = fitted(stood, areas, FRAME)
        self.window.show_here(stood, maximised=settings.home_maximised, place=place)
        while self._lines:
            self.window.tell(self._lines.pop(0))

    def go(self, place: str) -> None:
        """Open a place within it."""
        self.window.open_place(place)

    def keep_words(self) -> None:
        """Have what is being written kept now."""
        if self._window is not None:
            self._window.keep_words()

    def look_anew(self) -> None:
        """A session began, changed or ended: where one arrives may say another thing."""
        if self._window is not None and (page := self._window.page(TODAY)) is not None:
            page.opened()

    def look_at_packs(self) -> None:
        """Packs came or went: an open page that shows practices is filled anew."""
        if self._window is not None and self._window.now in (PRACTICES, PRACTICE):
            self._window.open_place(self._window.now)

    def tell(self, words: str) -> None:
        """One calm line above the page; where no window is open it waits for one."""
        if self.open:
            self.window.tell(words)
        elif words not in self._lines:
            self._lines.append(words)

    def tell_closing(self, *, stays: bool) -> None:
        """Where no tray is: what closing the window means now, in place of what it meant."""
        self.take_back(self._closing)
        self._closing = closing_told(stays=stays)
        self.tell(self._closing)

    def take_line(self) -> str | None:
        """The first line that waits, for whoever can say it before the window opens."""
        return self._lines.pop(0) if self._lines else None

    def take_back(self, words: str) -> None:
        """A line that was told, or waits to be, is no longer true."""
        self._lines = [line for line in self._lines if line != words]
        if self._window is not None:
            self._window.take_back(words)

    def wear(self, look: Look) -> None:
        """Another look, from now on."""
        if self._window is not None:
            self._window.wear(look)

    def let_go(self) -> None:
        """Give back what only an open window needs while nothing is shown."""
        if self._window is not None:
            self._window.let_go()

    def close(self) -> None:
        """The program ends: remember where it stood."""
        if self._window is None:
            return
        if self._window.isVisible():
            self._remember()
            self._window.hide()
        self._window.deleteLater()
        self._window = None

    def _closed(self) -> None:
        self._remember()
        self.closed.emit()

    def _remember(self) -> None:
        window = self.window
        stood = window.normalGeometry()
        self._preferences.change(
            home_place=(stood.x(), stood.y(), stood.width(), stood.height()),
            home_maximised=window.isMaximized(),
        )
