"""Choice panel: one to five large rows in the middle of a session, with a question above them or none.

`SessionCare` asks through it; each row carries what taking it does. Main thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kindtimer.ui.style import restyle


@dataclass(frozen=True)
class Choice:
    """One row: its words and what taking it does."""

    words: str
    taken: Callable[[], None]


class ChoicePanel(QWidget):
    """Rows 400×56 (screens, *choose*), reached by Tab and arrow keys; the first has the focus."""

    WIDE, GAP, EDGE = 400, 12, 16

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("panel")
        self._column.setSpacing(self.GAP)
        self._question = QLabel(self)
        self._question.setObjectName("question")
        self._question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._question.setWordWrap(True)
        self._column.addWidget(self._question)
        self._rows: list[QPushButton] = []
        self._across = False
        self.hide()

    def ask(
        self, question: str, choices: Sequence[Choice], *, across: bool = False, plain: bool = False
    ) -> None:
        """Show these rows. In a column the first has the focus; `across`, in one line, none has it.

        `plain` stands on the bare ground, where there is no picture to stand out from.
        """
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._across = across
        self._column.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )
        edge = 0 if plain else self.EDGE
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self._rows = [self._row(choice) for choice in choices]
        self.setAccessibleName(question)
        restyle(self, "plain", plain)
        for row in self._rows:
            row.show()  # a row made while the panel is seen would come only later
        self.show()
        self.raise_()
        if not across:
            self._rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, choice: Choice) -> QPushButton:
        row = QPushButton(choice.words, self)
        row.setObjectName("choice")
        row.setAccessibleName(choice.words)
        row.setAutoDefault(True)
        row.clicked.connect(lambda _checked: choice.taken())
        self._column.addWidget(row)
        return row

    def place(self, area: QRect) -> None:
        """Stand in the middle of `area`; a line that finds no room there takes smaller words."""
        for compact in (False, True):
            for row in self._rows:
                restyle(row, "compact", compact)
            self._column.activate()
            wanted = self.sizeHint()
            if not self._across or (wanted.width() <= area.width() and wanted.height() <= area.height()):
                break
        width = wanted.width() if self._across else max(self.WIDE + 2 * self.EDGE, wanted.width())
        place = QRect(0, 0, min(width, area.width()), min(wanted.height(), area.height()))
        place.moveCenter(area.center())
        self.setGeometry(place)
