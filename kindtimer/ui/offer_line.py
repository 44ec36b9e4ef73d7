"""Offer line: the bud, and beside it what the card of an offer says. Words are broken, never cut.

They may be the person's own: long, without a blank, from right to left. It only paints itself; main thread.
"""

from unicodedata import bidirectional

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kindtimer.ui.dress import Dress, Wearer
from kindtimer.visuals.measures import CARD_BUD, CARD_LINE, GRID, MEDIUM_TYPE, SMALL_TYPE
from kindtimer.visuals.seed_mark import paint_seed

ROWS = 2
"""It is never lower than so many rows."""

NARROWEST, STEP = 0.6, 0.04
"""How much narrower lines may be set so that no single word is left over, and in which steps."""

ALONGSIDE = Qt.AlignmentFlag.AlignAbsolute


class OfferLine(QWidget, Wearer):
    """As wide as it is told, as high as its words want it."""

    spoken_role = QAccessible.Role.StaticText

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = ""
        self._dress: Dress | None = None
        self._small = False

    def say(self, words: str) -> None:
        """Say this."""
        self._words = " ".join(words.split())
        self.setAccessibleName(self._words)
        self._changed()

    def be_small(self, small: bool) -> None:
        """Be written in the small type, where there is no room for the usual one."""
        if small != self._small:
            self._small = small
            self._changed()

    def wear(self, dress: Dress) -> None:
        """Colours and size."""
        self._dress = dress
        self._changed()

    @property
    def bud(self) -> QPoint:
        """The middle of the bud, in its own coordinates."""
        side = self._px(CARD_BUD)
        x = side // 2
        top = min(self._px(ROWS * CARD_LINE), self.height()) // 2
        return QPoint(self.width() - x if self._mirrored() else x, top)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows of the words, two at the least."""
        return max(round(self._laid(width - self._beside())[1]), self._px(ROWS * CARD_LINE))

    def sizeHint(self) -> QSize:
        """Two rows."""
        return QSize(self._beside(), self._px(ROWS * CARD_LINE))

    def minimumSizeHint(self) -> QSize:
        """Its width is the card's to say; its height goes with that."""
        return QSize(self._beside(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bud at the near end, the words in the middle of what is left."""
        if self._dress is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._px(CARD_BUD)
        foot = QPointF(self.bud.x(), self.bud.y() + side / 2.0)
        paint_seed(painter, foot, side * 0.96, self._dress.palette)
        layout, height = self._laid(self.width() - self._beside())
        painter.setPen(self._dress.palette.ink)
        left = 0 if self._mirrored() else self._beside()
        layout.draw(painter, QPointF(left, max(0.0, (self.height() - height) / 2.0)))
        painter.end()

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _px(self, size: float) -> int:
        return self._dress.px(size) if self._dress else round(size)

    def _beside(self) -> int:
        """What the bud and the gap after it take."""
        return self._px(CARD_BUD + GRID + GRID // 2)

    def _laid(self, width: int) -> tuple[QTextLayout, float]:
        """The words in rows, and how high those are; as narrow as they go in so many rows."""
        font = QFont(self.font())
        font.setPixelSize(max(1, self._px(SMALL_TYPE if self._small else MEDIUM_TYPE)))
        pitch = self._px(CARD_LINE) * (SMALL_TYPE / MEDIUM_TYPE if self._small else 1.0)
        room = max(1, width)
        layout, height = self._rows(font, room, room, pitch)
        rows, narrow = layout.lineCount(), float(room)
        metrics = QFontMetricsF(font)
        widest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0.0)
        # Narrower than its longest word it would break that.
        while rows > 1 and narrow - room * STEP > max(widest, room * NARROWEST):
            narrow -= room * STEP
            tried, high = self._rows(font, room, narrow, pitch)
            if tried.lineCount() > rows or high > height:
                break
            layout, height = tried, high
        return layout, height

    def _rows(self, font: QFont, room: int, narrow: float, pitch: float) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self._words, font)
        away = from_right_to_left(self._words)
        option = QTextOption(
            (Qt.AlignmentFlag.AlignRight if away else Qt.AlignmentFlag.AlignLeft) | ALONGSIDE
        )
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if away else Qt.LayoutDirection.LeftToRight)
        # A word that is wider than its row is broken, too.
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(narrow)
            line.setPosition(QPointF(room - narrow if away else 0.0, height + (pitch - line.height()) / 2.0))
            height += max(pitch, line.height())
        layout.endLayout()
        return layout, height


def from_right_to_left(words: str) -> bool:
    """Whether the first letter that has a direction is of a script from right to left."""
    first = next((way for way in map(bidirectional, words) if way in ("L", "R", "AL")), "L")
    return first != "L"
