"""Guide passage: one part of a topic, with its paragraphs, its rows, its finding's source and its limits.

It lays itself out as wide as it is: names stand beside what is told of them, or above it. Main thread.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from kindtimer.core.guide_topic import Part
from kindtimer.core.words import tr
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.prose import Prose
from kindtimer.ui.texts import PART, PLAIN, QUIET, Text
from kindtimer.visuals.measures import FOCUS_RING, GRID, GUIDE_BESIDE, LINE_LETTERS, SMALL_TYPE

MEASURE = LINE_LETTERS * SMALL_TYPE * 0.55
"""Width of a paragraph's line at 100 %: a letter is about half as wide as high, in most languages."""


class Passage(QFrame, Wearer):
    """One part of a topic. It can have the keyboard, so that one can read on with Tab and the arrow keys."""

    def __init__(self, part: Part, words: Sequence[str] = ()) -> None:
        super().__init__()
        self.setProperty("kind", "passage")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words = words
        self._said: list[Prose] = []
        self._laid: tuple[object, ...] = ()
        self._scale = 1.0
        self._whole_at = -1
        edge = 2 * GRID - FOCUS_RING
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, GRID, edge, GRID)
        column.setSpacing(GRID + GRID // 2)
        said = list(part.text)
        if part.title:
            column.addWidget(Text(part.title, PART))
        self._texts = self._column([self._prose(paragraph) for paragraph in part.text])
        column.addLayout(self._texts)
        self._rows = [(self._prose(row.name), self._prose(row.told, QUIET)) for row in part.rows]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * GRID)
        if self._rows:
            column.addLayout(self._grid)
            said += [f"{row.name}: {row.told}" for row in part.rows]
        source = tr("Source: {source}", source=part.source) if part.source else ""
        limits = [self._prose(part.told)] if part.told else []
        self._limits = self._column(limits + ([self._prose(source, QUIET)] if source else []))
        column.addLayout(self._limits)
        said += [line for line in (part.told, source) if line]
        self.setAccessibleName(part.title or said[0])
        self.setAccessibleDescription("\n".join(said if part.title else said[1:]))
        self._place()

    def _prose(self, text: str, kind: str = PLAIN) -> Prose:
        prose = Prose(text, kind)
        prose.mark(self._words)
        self._said.append(prose)
        return prose

    def mark(self, words: Sequence[str]) -> None:
        """Mark these words in place of those that were marked."""
        if words == self._words:
            return
        self._words = words
        for prose in self._said:
            prose.setSelection(0, 0)
            prose.mark(words)

    def _column(self, texts: Sequence[Prose]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        for text in texts:
            column.addWidget(text)
        return column

    def wear(self, dress: Dress) -> None:
        """How wide lines and columns are at this text size."""
        self._scale = dress.scale
        self._place()
        self.setMinimumHeight(0)  # its words are of another size, perhaps

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines of at most sixty letters; names and what is told of them side by side where they fit."""
        super().resizeEvent(event)
        self._place()
        if event.size().width() != self._whole_at:
            self.setMinimumHeight(0)  # it is as high as its layout says, as any other

    def stand_whole(self) -> None:
        """Be never lower than its words at this width: one that comes below would press it for a moment.

        Each time that would break all lines on the page anew.
        """
        self._whole_at = self.width()
        for part in (self, *self.findChildren(QWidget)):
            part.ensurePolished()
        if (column := self.layout()) is not None:
            self.setMinimumHeight(column.totalHeightForWidth(self.width()))

    def _place(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        across = self.width() >= round(GUIDE_BESIDE * self._scale)
        spare = max(0, self.width() - 4 * GRID - round(MEASURE * self._scale))
        wanted = (mirrored, across, spare)
        if wanted == self._laid:
            return
        self._laid = wanted
        for column in (self._texts, self._limits):
            column.setContentsMargins(spare if mirrored else 0, 0, 0 if mirrored else spare, 0)
        while self._grid.takeAt(0) is not None:
            pass
        for index, (name, told) in enumerate(self._rows):
            if across:
                self._grid.addWidget(name, 3 * index, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(told, 3 * index, 1, Qt.AlignmentFlag.AlignTop)
            else:
                self._grid.addWidget(name, 3 * index, 0, 1, 2)
                self._grid.addWidget(told, 3 * index + 1, 0, 1, 2)
            if index + 1 < len(self._rows):
                self._grid.setRowMinimumHeight(3 * index + 2, GRID + GRID // 2)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 2)
