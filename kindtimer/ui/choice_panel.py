"""Choice panel: two to five large rows in the middle of a session, one question above them.

Used by *Too much?* and after looking around the room. It announces which row was taken. Main thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


@dataclass(frozen=True)
class Choice:
    """One row: its words and what taking it does."""

    words: str
    taken: Callable[[], None]


class ChoicePanel(QWidget):
    """Rows 400×56 (screens, *choose*), reached by Tab and arrow keys; the first has the focus."""

    WIDE, ACROSS, GAP = 400, 160, 12

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.GAP)
        self._question = QLabel(self)
        self._question.setObjectName("question")
        self._question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._question.setWordWrap(True)
        self._column.addWidget(self._question)
        self._rows: list[QPushButton] = []
        self.hide()

    def ask(self, question: str, choices: Sequence[Choice]) -> None:
        """Show these rows, the first with the focus."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self._rows = [self._row(choice) for choice in choices]
        self.setAccessibleName(question)
        self.show()
        self.raise_()
        self._rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, choice: Choice) -> QPushButton:
        row = QPushButton(choice.words, self)
        row.setObjectName("choice")
        row.setAccessibleName(choice.words)
        row.setAutoDefault(True)
        row.clicked.connect(lambda _checked: choice.taken())
        self._column.addWidget(row)
        return row

    def place(self, area: QRect, *, across: bool = False) -> None:
        """Stand in the middle of `area`; `across` puts the rows side by side where they fit."""
        side_by_side = across and area.width() >= len(self._rows) * (self.ACROSS + self.GAP)
        self._column.setDirection(
            QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        )
        wanted = self.sizeHint()
        width = wanted.width() if side_by_side else max(self.WIDE, wanted.width())
        width, height = min(width, area.width()), min(wanted.height(), area.height())
        place = QRect(0, 0, width, height)
        place.moveCenter(area.center())
        self.setGeometry(place)
