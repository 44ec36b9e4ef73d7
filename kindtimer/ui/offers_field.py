"""Offers field: one line to type, its name above it, and under it a quiet line that answers what is typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kindtimer.ui.buttons import Button
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.offers_part import say
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID, LEAST_FIELD


class OffersField(QWidget):
    """`typed` is called whenever it holds something else, `entered` on Return, `left` when it is left.

    What a person typed is theirs: nothing here changes it, and no key but Return has a meaning of its own.
    """

    def __init__(
        self,
        name: str,
        *,
        hint: str = "",
        most: int = 400,
        typed: Callable[[str], object] | None = None,
        entered: Callable[[], object] | None = None,
        left: Callable[[], object] | None = None,
        beside: Button | None = None,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self.name = Text(name, PLAIN)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.setMaxLength(most)
        self.told = Text("", QUIET)
        column.addWidget(self.name)
        if beside is None:
            column.addWidget(self.edit)
        else:  # under it, where there is no room
            line = FlowLayout()
            line.grow(self.edit, lambda: LEAST_FIELD)
            line.addWidget(beside)
            column.addLayout(line)
        column.addWidget(self.told)
        self.told.hide()
        if typed is not None:
            self.edit.textChanged.connect(typed)
        if entered is not None:
            self.edit.returnPressed.connect(entered)
        if left is not None:
            self.edit.editingFinished.connect(left)

    @property
    def words(self) -> str:
        """What stands in it, on one line."""
        return " ".join(self.edit.text().split())

    def show_words(self, words: str) -> None:
        """Put other words in, without a call to anybody; the same ones leave the cursor where it is."""
        if words != self.words:
            self.edit.blockSignals(True)
            self.edit.setText(words)
            self.edit.blockSignals(False)

    def tell(self, words: str) -> None:
        """The line under it; a screen reader has it as the field's description."""
        say(self.told, words)
        self.edit.setAccessibleDescription(words)
