"""Growing field: plain text of any length, as high as it is; the page scrolls and the field never does.

Written in, or only read and selected. Pasted text loses its looks and keeps its words. Main thread.
"""

from math import ceil

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocumentFragment,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kindtimer.core.hard_times import storable

SPARE = 2
"""A line that ends where the field ends counts as hidden, and the field would scroll."""

READ_ONLY = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class GrowingField(QPlainTextEdit):
    """A field with a name for screen readers. Tab leaves it."""

    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, name: str, told: str = "", *, read_only: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(told)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        if read_only:
            self.setTextInteractionFlags(READ_ONLY)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.document().setDocumentMargin(0)  # in line with the texts around it
        # Else the surface inside, which has no name, is told as having the keyboard, too.
        self.viewport().setFocusProxy(None)  # type: ignore[arg-type]
        self._high = 0
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._grow)
        # Lines are broken anywhere; what Qt counts beyond them is a margin, and the text would slip by it.
        sideways = self.horizontalScrollBar()
        sideways.rangeChanged.connect(lambda: sideways.setRange(0, 0))

    @property
    def words(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def show_words(self, words: str) -> None:
        """Put other words in, the cursor after them; the same ones leave it where it is."""
        if words != self.toPlainText():
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.End)

    def sizeHint(self) -> QSize:
        """As high as its lines are at the width it has."""
        return QSize(super().sizeHint().width(), self._wanted())

    def minimumSizeHint(self) -> QSize:
        """Never lower than its lines."""
        return QSize(0, self._wanted())

    def cursor_foot(self, within: QWidget) -> QPoint:
        """Where the lower end of the cursor is, seen from another widget."""
        return self.viewport().mapTo(within, self.cursorRect().bottomLeft())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes elsewhere; a menu or another window is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the field."""
        event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words in any dress."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """The words alone, also of what comes as rich text only; a picture leaves no sign behind."""
        plain = source.text() if source.hasText() else ""
        if not plain and source.hasHtml():
            plain = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        self.insertPlainText(storable(plain))

    def _wanted(self) -> int:
        document, high = self.document(), 0.0
        layout, block = document.documentLayout(), document.firstBlock()
        while block.isValid():
            high += layout.blockBoundingRect(block).height()
            block = block.next()
        around = max(0, self.height() - self.viewport().height()) if self.viewport().height() else 0
        return ceil(high + 2 * document.documentMargin()) + SPARE + around

    def _grow(self) -> None:
        high = self._wanted()
        if high != self._high:
            self._high = high
            self.updateGeometry()
