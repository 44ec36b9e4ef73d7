"""Rule days: the seven days of the week as buttons, each of which is pressed in or not. Main thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kindtimer.core.day_words import short_weekday, weekday_told
from kindtimer.ui.buttons import PILL, Button
from kindtimer.ui.flow_layout import FlowLayout


class RuleDays(QWidget):
    """`chosen` is called with the days that are in after the person pressed one; it says whether they may be.

    Where it says no, the button goes back to how it was.
    """

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, name: str, chosen: Callable[[frozenset[int]], bool]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chosen = chosen
        flow = FlowLayout(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: list[Button] = []
        for day in range(7):
            button = Button(short_weekday(day), partial(self._press, day), kind=PILL)
            button.setCheckable(True)
            button.setAccessibleName(weekday_told(day))
            button.setAccessibleDescription(name)
            self.buttons.append(button)
            flow.addWidget(button)

    @property
    def days(self) -> frozenset[int]:
        """Those that are in."""
        return frozenset(day for day, button in enumerate(self.buttons) if button.isChecked())

    def show_days(self, days: frozenset[int]) -> None:
        """These are in."""
        for day, button in enumerate(self.buttons):
            button.setChecked(day in days)

    def _press(self, day: int) -> None:
        if not self._chosen(self.days):
            button = self.buttons[day]
            button.setChecked(not button.isChecked())
