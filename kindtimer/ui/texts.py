"""Texts: head, part, lead and plain lines of a page, each of at most sixty letters; and a number to copy."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

HEAD, PART, LEAD, PLAIN, QUIET, NUMBER = "head", "part", "lead", "plain", "quiet", "number"


class Text(QLabel):
    """Words on a page. A `head` names the page, a `part` a part of it."""

    def __init__(self, words: str, kind: str = QUIET, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setProperty("kind", kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.kind = kind

    def minimumSizeHint(self) -> QSize:
        """One line: Qt would reserve the height of a narrow column, and leave holes in a wide one."""
        return QSize(0, self.fontMetrics().height())


class Copied(Text):
    """A number or an address one may select and copy, with the keyboard too. Nothing is dialled or opened."""

    def __init__(self, words: str, kind: str = NUMBER, parent: QWidget | None = None) -> None:
        super().__init__(words, kind, parent)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
