"""Choice panel: one to five large rows in the middle of a session, with a question above them or none.

`SessionCare` asks through it; each row carries what taking it does. Main thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from kindtimer.ui.style import restyle


@dataclass(frozen=True)
class Choice:
    """One row: its words and what taking it does."""

    words: str
    taken: Callable[[], None]


@dataclass(frozen=True)
class Fit:
    """One way of laying the rows out: how many side by side, small words or not, and the gap between.

    `breaks` says whether words may take a second line, `cuts` whether one that is wider than its row ends
    in dots; a screen reader is told all of it.
    """

    columns: int
    compact: bool
    gap: int
    breaks: bool = True
    tight: bool = False
    cuts: bool = False


class ChoicePanel(QWidget):
    """Rows 400×56 (screens, *choose*), reached by Tab and arrow keys; the first has the focus."""

    WIDE, GAP, EDGE = 400, 12, 16

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("panel")
        self._question = QLabel(self)
        self._question.setObjectName("question")
        self._question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._question.setWordWrap(True)
        self._rows: list[QPushButton] = []
        self._words: list[str] = []
        self._across = self._plain = False
        self.hide()

    def ask(
        self,
        question: str,
        choices: Sequence[Choice],
        *,
        across: bool = False,
        plain: bool = False,
        name: str = "",
    ) -> None:
        """Show these rows. In a column the first has the focus; `across`, in one line, none has it.

        `plain` stands on the bare ground, where there is no picture to stand out from; `name` is what a
        screen reader calls the panel where it asks nothing.
        """
        for row in self._rows:
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._across, self._plain = across, plain
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self._words = [choice.words for choice in choices]
        self._rows = [self._row(choice) for choice in choices]
        self.setAccessibleName(question or name)
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
        return row

    @property
    def leads(self) -> bool:
        """Whether its first row has the keyboard when it comes."""
        return not self._across

    def place(self, area: QRect) -> None:
        """Stand in the middle of `area`, as large as there is room for: words break before they are cut."""
        for fit in self._fits():
            self._lay(fit, area.width())
            # The least width there is, but the whole height: a sheet's least height stands for a row's own.
            wide, high = self.minimumSizeHint().width(), self.sizeHint().height()
            if wide <= area.width() and high <= area.height():
                break
        wanted = self.sizeHint()
        width = wanted.width() if self._across else max(self.WIDE + 2 * self.EDGE, wanted.width())
        place = QRect(0, 0, min(width, area.width()), min(wanted.height(), area.height()))
        place.moveCenter(area.center())
        self.setGeometry(place)

    def _fits(self) -> list[Fit]:
        if self._across:
            most = max(1, len(self._rows))
            return [
                Fit(most, False, self.GAP, breaks=False),
                Fit(most, True, self.GAP, breaks=False),
                Fit(most, True, 4, breaks=False),
                Fit(most, True, 4),
                Fit(most, True, 4, tight=True),
                Fit(most, True, 4, tight=True, cuts=True),
            ]
        return [
            Fit(1, False, self.GAP),
            Fit(1, True, self.GAP),
            Fit(1, True, 4),
            Fit(2, True, 4),
            Fit(1, True, 4, tight=True),
            Fit(2, True, 4, tight=True),
            Fit(2, True, 4, tight=True, cuts=True),
        ]

    def _lay(self, fit: Fit, room: int) -> None:
        edge = 0 if self._plain else self.EDGE if fit.gap == self.GAP else 6
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._grid.setSpacing(fit.gap)
        self._grid.addWidget(self._question, 0, 0, 1, fit.columns)
        share = (room - 2 * edge - (fit.columns - 1) * fit.gap) // fit.columns
        # A label in a layout asks for the height of its widest form, not of the lines it breaks into.
        lines = self._question.heightForWidth(min(room, self.WIDE + 2 * self.EDGE) - 2 * edge)
        self._question.setFixedHeight(max(0, lines))
        for number, (row, words) in enumerate(zip(self._rows, self._words, strict=True)):
            restyle(row, "compact", fit.compact)
            restyle(row, "tight", fit.tight)
            row.setText(words)
            spare = share - (row.sizeHint().width() - row.fontMetrics().horizontalAdvance(words))
            if fit.breaks:
                row.setText(broken(words, row.fontMetrics(), spare, cuts=fit.cuts))
            self._grid.addWidget(row, 1 + number // fit.columns, number % fit.columns)
        self._grid.activate()


def broken(words: str, metrics: QFontMetrics, room: int, *, cuts: bool = False) -> str:
    """The words in lines of at most `room` px, broken between words; `cuts`: a longer word ends in dots."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    if cuts:
        lines = [lines[0], " ".join(lines[1:])] if lines[1:] else lines  # no row has room for more
        lines = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
    return "\n".join(lines)
