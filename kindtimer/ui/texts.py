"""Texts: head, part, lead and plain lines of a page, each of at most sixty letters; and a number to copy."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

SELECTED = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
COMES = {
    QEvent.Type.Enter,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.ContextMenu,
}

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
    """A number or an address that can be selected and copied. Nothing is dialled or opened.

    What Qt needs for that takes more memory than the label itself, and there are many on *Help now*: it comes
    with the pointer. Tab passes it; the way to copy that stands beside it has the keyboard.
    """

    def __init__(self, words: str) -> None:
        super().__init__(words, NUMBER)

    def event(self, event: QEvent) -> bool:
        """Somebody is here: from now on it can be selected."""
        if event.type() in COMES and self.textInteractionFlags() != SELECTED:
            self.setTextInteractionFlags(SELECTED)
            self.setCursor(Qt.CursorShape.IBeamCursor)
        return super().event(event)
