"""Place button: one place of the home window as a button, in a list or a bar, or as one of a rail.

A screen reader hears a tab and whether it is the open one; a check box, which Qt would tell, says that
it can be turned off. In a bar all places stand behind one button. Main thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QMenu, QPushButton, QToolButton

from kindtimer.ui.buttons import PLACE_KIND
from kindtimer.ui.dress import Dress
from kindtimer.visuals.measures import GRID, ICON

BESIDE_EDGE = GRID + GRID // 2
"""Between quiet words and the edge of their button, in px."""


class PressableAccessible(QAccessibleWidget):
    """A button told as something else, which can still be pressed."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(button, role)
        self._button = button

    def actionNames(self) -> list[str]:
        """It can be pressed, and it can have the keyboard."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Do one of them."""
        if name == self.pressAction():
            self._button.click()
        else:
            super().doAction(name)


class PlaceAccessible(PressableAccessible):
    """A tab: selected while its place is open; pressing it opens the place."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.PageTab)

    def state(self) -> QAccessible.State:
        """As of any widget, and whether it is the open one."""
        state = super().state()
        state.selectable = True
        state.selected = self._button.isChecked()
        return state


class PlacesAccessible(PressableAccessible):
    """A button with a menu."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.ButtonMenu)

    def state(self) -> QAccessible.State:
        """As of any widget, and that something opens."""
        state = super().state()
        state.hasPopup = True
        return state


class PlaceButton(QPushButton):
    """Its name beside its drawing, and maybe a few quiet words at the far edge, where there is room."""

    spoken_by = PlaceAccessible
    quiet = QColor()
    beside = ""

    def say_beside(self, words: str) -> None:
        """These words stand with the name, or none."""
        self.beside = words
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As ever, and the quiet words."""
        super().paintEvent(event)
        if self.beside and self.sizeHint().width() + self._beside_wide() <= self.width():
            painter = QPainter(self)
            painter.setPen(self.quiet)
            room = self.rect().adjusted(BESIDE_EDGE, 0, -BESIDE_EDGE, 0)
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, flags, self.beside)
            painter.end()

    def _beside_wide(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.beside)


class RailButton(QToolButton):
    """Its name under its drawing, and maybe a few quiet words under that."""

    spoken_by = PlaceAccessible
    quiet = QColor()
    words = ""

    def say_beside(self, words: str) -> None:
        """These words stand with the name, or none; where they find no room, they are told and not shown."""
        self.setAccessibleDescription(words)
        room = self.fontMetrics().horizontalAdvance(words) <= self.width()
        self.setText(f"{self.words}\n{words}" if words and room else self.words)

    def __init__(self) -> None:
        super().__init__()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class PlacesButton(QPushButton):
    """The bar's button: the open place, and behind it all of them. `fill` puts them into the menu.

    A button that has its menu from Qt draws its words too far to the left, from right to left onto its ring.
    """

    spoken_by = PlacesAccessible

    def __init__(self, name: str, fill: Callable[[QMenu], object]) -> None:
        super().__init__()
        self.setProperty("kind", PLACE_KIND)
        self.setProperty("strong", True)
        self.places = QMenu(self)
        self.places.setAccessibleName(name)
        self._fill = fill
        self.clicked.connect(self.open)

    def fill(self) -> None:
        """Put all places into the menu, the open one marked."""
        self.places.clear()
        self._fill(self.places)

    def open(self) -> None:
        """Show the menu under the button, with the open place at hand for the keys."""
        self.fill()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - self.places.sizeHint().width() if mirrored else 0
        self.places.popup(self.mapToGlobal(QPoint(left, self.height())))
        now = [action for action in self.places.actions() if action.isChecked()]
        if now:
            self.places.setActiveAction(now[0])


def fit_out(
    button: PlaceButton | RailButton, words: str, drawing: str, dress: Dress, *, strong: bool
) -> None:
    """Give a place's button its name, its drawing and its look."""
    button.setProperty("kind", PLACE_KIND)
    button.setProperty("strong", strong)
    button.setIcon(dress.icon(drawing, strong=strong))
    button.setIconSize(QSize(dress.px(ICON), dress.px(ICON)))
    button.setCheckable(True)
    button.setAccessibleName(words)
    button.quiet = dress.palette.quiet
