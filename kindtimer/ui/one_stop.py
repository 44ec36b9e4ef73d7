"""One stop: buttons of which one is chosen are one stop for Tab, at the chosen one; arrow keys move within.

While none is chosen the stop is the first of them. It says nothing of what a choice does. Main thread.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class OneStop(QButtonGroup):
    """Buttons join with `add`, in the order in which they stand."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(self._settle)
        # A button that was pressed and not let go of upon has the keyboard, and Qt gave it the stop.
        self.buttonReleased.connect(self._settle)

    def add(self, button: QAbstractButton) -> None:
        """One more to choose from."""
        button.setCheckable(True)
        button.setAutoExclusive(True)  # a screen reader hears one of many; else a box to tick on its own
        self.addButton(button)
        self._settle()

    def choose_none(self) -> None:
        """None of them is chosen."""
        self.setExclusive(False)
        for button in self.buttons():
            button.setChecked(False)
        self.setExclusive(True)
        self._settle()

    @property
    def stop(self) -> QAbstractButton:
        """Where Tab stops."""
        buttons = self.buttons()
        return next((one for one in buttons if one.isChecked()), buttons[0])

    def _settle(self) -> None:
        stop = self.stop
        for button in self.buttons():
            here = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
