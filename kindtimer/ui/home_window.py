"""Home window: one quiet room. The places beside it, a page in it, a calm message above where one is due.

Pages are built when they are first opened. It decides where things stand and what has the keyboard; what
a page does is the page's own. `App` owns it; main thread.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kindtimer.ui.appearance import Look
from kindtimer.ui.dress import Dress, dress_parts, dress_up
from kindtimer.ui.message import Message
from kindtimer.ui.page import Page
from kindtimer.ui.place_names import GUIDE, HARD, SETTINGS
from kindtimer.ui.placing import text_scale
from kindtimer.ui.sidebar import Form, Place, Sidebar, form_for
from kindtimer.ui.work_area import FRAME, WorkArea, work_area
from kindtimer.visuals.breath_accessible import install_accessible
from kindtimer.visuals.ground import give_back_ground, lay_ground
from kindtimer.visuals.measures import COLUMN, GRID, HOME_LEAST, HOME_USUAL, RAIL_COLUMN

KEYS = (("Ctrl+,", SETTINGS), ("F1", GUIDE), ("F6", HARD))
"""Keys that lead to a place from everywhere; those of the first places are Alt and their number."""


class HomeWindow(QWidget):
    """The window. `places` in the order in which they stand; the first one is where one arrives.

    `area` asks how much of a screen is left to windows; it is never larger than that, nor keeps to a least
    size that is.
    """

    quit_requested = Signal()
    closed = Signal()
    """The person closed it; it is hidden next."""

    spoken_role = QAccessible.Role.Window

    def __init__(
        self,
        places: Sequence[Place],
        look: Look,
        assets: Path,
        area: Callable[[QScreen], QRect] = work_area,
    ) -> None:
        super().__init__()
        install_accessible()
        self.setWindowTitle("KindTimer")
        self._area = area
        self._work_area = WorkArea(self)
        self._work_area.changed.connect(self._fit_to_screen)
        self._places = {place.id: place for place in places}
        self._first = places[0].id
        self._look, self._assets = look, assets
        self._dress: Dress | None = None
        self.now = ""
        self._before = self._first
        self.sidebar = Sidebar(places, self)
        self.sidebar.chosen.connect(self.open_place)
        self.message = Message()
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._boxes = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(0)
        self._boxes.addWidget(self.sidebar)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self._message_room = QVBoxLayout()
        self._message_room.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 0)
        self._message_room.addWidget(self.message)
        right.addLayout(self._message_room)
        right.addWidget(self._stack, 1)
        self._boxes.addLayout(right, 1)
        self._shortcuts()
        self.resize(*HOME_USUAL)
        self._bound_least()

    def _shortcuts(self) -> None:
        listed = [place for place in self._places.values() if place.listed and not place.foot]
        for number, place in enumerate(listed, 1):
            self._key(f"Alt+{number}", lambda name=place.id: self.open_place(name))
        for keys, name in KEYS:
            if name in self._places:
                self._key(keys, lambda name=name: self.open_place(name))
        self._key("Ctrl+Q", self.quit_requested.emit)
        self._key("Escape", self.go_back)

    def _key(self, keys: str, done: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(done)

    # --- places -----------------------------------------------------------------------------------

    def open_place(self, name: str) -> Page:
        """Bring a place to the front; its page is built now where it never was."""
        page = self._pages.get(name)
        if page is None:
            page = self._places[name].make()
            self._pages[name] = page
            self._stack.addWidget(page)
            if self._dress is not None:
                dress_parts(page, self._dress)
            self._let_be_wide(page)
        if self.now != name:
            self._before, self.now = self.now or self._first, name
        self.message.hold(self._places[name].undisturbed)
        self._stack.setCurrentWidget(page)
        self.sidebar.setVisible(not page.alone)
        self.sidebar.show_now(name)
        self._boxes.activate()  # its size is the right one before it has the keyboard
        page.opened()
        first = page.first_to_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        page.begin_at_top()
        return page

    def go_back(self) -> None:
        """Esc: a step back within the page, or from it to where one arrives, or to the page it came from."""
        page = self.page(self.now)
        if page is not None and page.step_back():
            return
        if self.now != self._first:
            place = self._places[self.now]
            self.open_place(self._first if place.listed else self._before)
            self._before = self._first  # once more leads on, never round between two pages

    def let_go(self) -> None:
        """Out of sight, keep the page where one arrives and give the others' memory back."""
        if self.isVisible():
            return
        self._before = self.now = self._first
        for name in [name for name in self._pages if name != self._first]:
            page = self._pages.pop(name)
            self._stack.removeWidget(page)
            page.deleteLater()
        first = self._pages.get(self._first)
        if first is not None:
            self.message.hold(self._places[self._first].undisturbed)
            self._stack.setCurrentWidget(first)
            self.sidebar.setVisible(not first.alone)
            self.sidebar.show_now(self._first)
        give_back_ground()
        self.destroy()

    def page(self, name: str) -> Page | None:
        """A page that was opened before."""
        return self._pages.get(name)

    def keep_words(self) -> None:
        """Have what is being written kept now."""
        for page in self._pages.values():
            page.keep_now()

    def tell(self, words: str) -> None:
        """One calm line above the page; over one that is not to be disturbed it waits for the next."""
        self.message.tell(words)

    def take_back(self, words: str) -> None:
        """A line that was told is no longer true."""
        self.message.take_back(words)

    # --- room -------------------------------------------------------------------------------------

    def _bound_least(self) -> QRect:
        """No least size that its screen has no room for; what the screen leaves to windows."""
        area = self._area(self.screen())
        room = area.marginsRemoved(FRAME).size().expandedTo(QSize(1, 1))
        self.setMinimumSize(QSize(*HOME_LEAST).boundedTo(room))
        return area

    def _fit_to_screen(self) -> None:
        """Another screen, or other room on it: the window is no larger than that."""
        area = self._bound_least()
        wide = self.isMaximized() or self.isFullScreen()
        if not wide and self.size() != self.size().boundedTo(area.size()):
            self.resize(self.size().boundedTo(area.marginsRemoved(FRAME).size()))

    # --- look -------------------------------------------------------------------------------------

    def wear(self, look: Look) -> None:
        """Colours and movement, from now on."""
        self._look = look
        self._dress_anew()

    def _dress_anew(self) -> None:
        scale = text_scale(self.font(), self.screen())
        dress = Dress(self._look, scale, self.devicePixelRatioF(), self._assets)
        if dress == self._dress:
            return
        self._dress = dress
        dress_up(self, dress)
        self._lay_out()
        self.update()

    def _lay_out(self) -> None:
        scale = self._dress.scale if self._dress else 1.0
        form = form_for(self.width(), self.height(), scale)
        bar = form is Form.BAR
        self._boxes.setDirection(
            QBoxLayout.Direction.TopToBottom if bar else QBoxLayout.Direction.LeftToRight
        )
        self.sidebar.take_form(form)
        for page in self._pages.values():
            self._let_be_wide(page)

    def _let_be_wide(self, page: Page) -> None:
        scale = self._dress.scale if self._dress else 1.0
        column = COLUMN if self.sidebar.form is Form.LIST else RAIL_COLUMN
        page.let_be_wide(round(column * scale))

    # --- events -----------------------------------------------------------------------------------

    def show_here(self, stood: QRect | None, *, maximised: bool = False, place: str | None = None) -> None:
        """Stand where it `stood`, or where the desktop likes, and open a `place` in it."""
        if not self.isVisible() and stood is not None:
            self.setGeometry(stood)
        if not self.now:
            self._dress_anew()
        page = self.page(self.now)
        if place is None and not self.isVisible() and page is not None and page.alone:
            place = self._first  # a page without the places beside it was left when the window closed
        if place is not None or not self.now:
            self.open_place(place or self._first)
        if self.isMinimized():
            self.showNormal()
        elif maximised and not self.isVisible():
            self.showMaximized()
        else:
            self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        """Maybe on another screen than before."""
        super().showEvent(event)
        self._work_area.follow()
        self._bound_least()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing hides it; whether the program goes on is not decided here."""
        self.closed.emit()
        self.hide()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses whatever button has the keyboard, as Space does, of whatever kind it is."""
        held = self.focusWidget()
        returns = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if returns and plain and not event.isAutoRepeat() and isinstance(held, QAbstractButton):
            held.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab from the places into a page that is scrolled: what has the keyboard comes into sight."""
        moved = super().focusNextPrevChild(forward)
        page, held = self._stack.currentWidget(), self.focusWidget()
        if moved and isinstance(page, Page) and held is not None and page.isAncestorOf(held):
            page.ensureWidgetVisible(held, 0, GRID)
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The places take the form there is room for."""
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, or a screen of another density."""
        kinds = (QEvent.Type.ApplicationFontChange, QEvent.Type.DevicePixelRatioChange)
        if event.type() in kinds and self.now:
            self._dress_anew()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        lay_ground(painter, self.rect(), self._look.palette, self.devicePixelRatioF())
        painter.end()
