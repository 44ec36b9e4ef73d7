"""Switch: yes or no, with its words beside it. To a screen reader and the keyboard it is a check box."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kindtimer.ui.dress import Dress, Wearer
from kindtimer.visuals.measures import CORNER, FOCUS_RING, TARGET
from kindtimer.visuals.palette import DUSK, Palette

TRACK = QSize(44, 24)
GAP = 12
EDGE = FOCUS_RING + 2
LEAST_WORDS = 160


class Switch(QCheckBox, Wearer):
    """Off: an outline, its knob at the near end. On: filled, its knob at the far end, with a tick."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._palette: Palette = DUSK
        self._scale = 1.0
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def wear(self, dress: Dress) -> None:
        """Take colours and size."""
        self._palette, self._scale = dress.palette, dress.scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Track, gap and words on one line; never lower than a target."""
        wide = self._words_from() + self.fontMetrics().horizontalAdvance(self.text()) + EDGE + 1
        return QSize(max(TARGET, wide), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few words to the line."""
        return QSize(min(self.sizeHint().width(), self._words_from() + LEAST_WORDS), TARGET)

    def hasHeightForWidth(self) -> bool:
        """Its words may take more than one line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """High enough for all lines."""
        room = QRect(0, 0, max(1, width - self._words_from() - EDGE), 10_000)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(TARGET, words.height() + 2 * EDGE, self._track().height() + 2 * EDGE)

    def hitButton(self, at: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, knob, words, and the ring where it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track, mirrored = self._track(), self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        place = QRectF(EDGE, (self.height() - track.height()) / 2.0, track.width(), track.height())
        words = self.rect().adjusted(self._words_from(), 0, -EDGE, 0)
        if mirrored:
            place.moveRight(self.width() - EDGE)
            words = self.rect().adjusted(EDGE, 0, -self._words_from(), 0)
        self._paint_track(painter, place)
        painter.setPen(self._palette.ink)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        absolute = Qt.AlignmentFlag.AlignAbsolute  # the side is chosen already; Qt would turn it once more
        flags = side | absolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self.text())
        if self.hasFocus():
            painter.setPen(self._ring())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = FOCUS_RING / 2.0
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), CORNER, CORNER)
        painter.end()

    def _paint_track(self, painter: QPainter, place: QRectF) -> None:
        p, round_ = self._palette, place.height() / 2.0
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen if on else self._outline())
        painter.setBrush(p.accent if on else p.raised)
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), round_, round_)
        far = on is not (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        x = place.right() - round_ if far else place.left() + round_
        knob = QPointF(x, place.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(p.on_accent if on else p.line)
        painter.drawEllipse(knob, round_ * 0.66, round_ * 0.66)
        if on:
            painter.setPen(self._tick())
            reach = round_ * 0.26
            painter.drawPolyline(
                [
                    knob + QPointF(-reach, 0.0),
                    knob + QPointF(-reach * 0.2, reach * 0.8),
                    knob + QPointF(reach, -reach * 0.8),
                ]
            )

    def _words_from(self) -> int:
        """Where the words begin, from the near edge."""
        return EDGE + self._track().width() + (GAP if self.text() else 0)

    def _track(self) -> QSize:
        grown = min(self._scale, 1.5)
        return QSize(round(TRACK.width() * grown), round(TRACK.height() * grown))

    def _ring(self) -> QPen:
        return QPen(self._palette.focus, FOCUS_RING)

    def _outline(self) -> QPen:
        return QPen(self._palette.line, 2)

    def _tick(self) -> QPen:
        return QPen(self._palette.accent, 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
