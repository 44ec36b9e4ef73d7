"""Place button: one place of the home window as a button, in a list or a bar, or as one of a rail.

A screen reader hears a tab and whether it is the open one; a check box, which Qt would tell, says that
it can be turned off. Main thread.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QPushButton, QToolButton

from kindtimer.ui.buttons import PLACE_KIND
from kindtimer.ui.dress import Dress
from kindtimer.visuals.measures import ICON


class PlaceAccessible(QAccessibleWidget):
    """A tab: selected while its place is open; pressing it opens the place."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.PageTab)
        self._button = button

    def state(self) -> QAccessible.State:
        """As of any widget, and whether it is the open one."""
        state = super().state()
        state.selectable = True
        state.selected = self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        """It can be pressed, and it can have the keyboard."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Do one of them."""
        if name == self.pressAction():
            self._button.click()
        else:
            super().doAction(name)


class PlaceButton(QPushButton):
    """Its name beside its drawing."""

    spoken_by = PlaceAccessible


class RailButton(QToolButton):
    """Its name under its drawing."""

    spoken_by = PlaceAccessible

    def __init__(self) -> None:
        super().__init__()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


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
