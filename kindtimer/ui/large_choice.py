"""Large choice: a choice of the first start, as a large button whose words stand in its middle, and wrap."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from kindtimer.core.words import tr
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.style import restyle


class LargeChoice(RowButton):
    """With a quieter line under its words, or none.

    It leads on when it is pressed; `show_chosen` marks the one that was.
    """

    def __init__(self, words: str, told: str, pressed: Callable[[], object]) -> None:
        super().__init__(words, told, pressed)
        self.told.setVisible(bool(told))
        for text in (self.words, self.told):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_chosen(self, chosen: bool) -> None:
        """It was chosen before, or was not."""
        restyle(self, "chosen", chosen)
        told = self.told.text()
        said = tr("Chosen. {told}", told=told) if told else tr("Chosen.")
        self.setAccessibleDescription(said if chosen else told)

    def heightForWidth(self, width: int) -> int:
        """All of its lines and no more: Qt's guess for words that wrap is a square."""
        return max(self._column.heightForWidth(width), self.minimumHeight())
