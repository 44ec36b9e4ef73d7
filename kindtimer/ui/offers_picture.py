"""Offers picture: the coming seven days, one still row each: quiet times shaded, offers as small seeds.

Painted when it has to be, never by itself. To a screen reader it is one picture with all of it in words.
Main thread.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kindtimer.core.rule import DAY_MINUTES, minute_of, shown_time
from kindtimer.core.schedule import Prompt
from kindtimer.core.words import tr
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.offers_days import WeekDay, is_drawn
from kindtimer.visuals.measures import GRID, SMALL_TYPE
from kindtimer.visuals.palette import DUSK, Palette
from kindtimer.visuals.seed_mark import paint_seed

ROW = 52
SEED = 17
NAME = 72
"""Height of a day, of a seed, and width of a day's name, in px at 100 %."""

FAINT = 0.35
"""How much of a seed is seen that a pause keeps away."""

WHOLE_DAY, DAYTIME = (0, 6, 12, 18, 24), (6, 9, 12, 15, 18, 21, 24)
"""The hours that are named. Where nothing comes before six, the day begins there."""


class OffersPicture(QWidget, Wearer):
    """The picture; `show_days` gives it another week."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The coming seven days"))
        self._days: Sequence[WeekDay] = ()
        self._hours: tuple[int, ...] = DAYTIME
        self._palette: Palette = DUSK
        self._scale = 1.0

    def show_days(self, days: Sequence[WeekDay], told: str) -> None:
        """These days; `told` is all of it in words."""
        self._days = days
        self.setAccessibleDescription(told)
        outside = any(at.hour < DAYTIME[0] for at in _times(days))
        self._hours = WHOLE_DAY if outside else DAYTIME
        self.update()

    def wear(self, dress: Dress) -> None:
        """Colours and size."""
        self._palette, self._scale = dress.palette, dress.scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row for each day, and the hours below them."""
        return QSize(self._px(NAME) * 4, self._px(7 * ROW + 3 * GRID))

    def minimumSizeHint(self) -> QSize:
        """As high as that, and as narrow as there is room."""
        return QSize(0, self.sizeHint().height())

    def place_of(self, minute: int) -> float:
        """Where a minute of the day stands, in px from the left edge; at an edge where it is not shown."""
        start, end = self._px(NAME), self.width() - self._px(2 * GRID)
        first, last = self._hours[0] * 60, self._hours[-1] * 60
        x = start + (end - start) * (min(max(minute, first), last) - first) / (last - first)
        return self.width() - x if self._mirrored else x

    def paintEvent(self, event: QPaintEvent) -> None:
        """All days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(self._px(SMALL_TYPE))
        painter.setFont(font)
        for number, day in enumerate(self._days):
            self._paint_day(painter, day, number * self._px(ROW))
        self._paint_hours(painter, self._px(7 * ROW))
        painter.end()

    # --- inside ---------------------------------------------------------------------------------------

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _px(self, size: float) -> int:
        return round(size * self._scale)

    def _paint_day(self, painter: QPainter, day: WeekDay, top: int) -> None:
        p, ground = self._palette, top + self._px(ROW - GRID)
        for start, end in day.quiet:
            self._shade(painter, start, end, top + GRID // 2, ground)
        painter.setPen(QPen(p.line, 1.0))
        first = max(0, day.begins)
        painter.drawLine(
            QPointF(self.place_of(first), ground + 0.5), QPointF(self.place_of(DAY_MINUTES), ground + 0.5)
        )
        painter.setPen(p.ink if day.begins else p.quiet)
        width = self._px(NAME) - GRID
        left = self.width() - width if self._mirrored else 0
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(QRectF(left, top, width, ground - top + 2), flags, day.name)
        self._paint_prompts(painter, day, top, ground)

    def _shade(self, painter: QPainter, start: int, end: int, top: float, ground: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.over)
        one, other = sorted((self.place_of(start), self.place_of(end)))
        if other - one < 1.0:
            return
        painter.drawRoundedRect(QRectF(one, top, other - one, ground - top), GRID / 2, GRID / 2)

    def _paint_prompts(self, painter: QPainter, day: WeekDay, top: int, ground: int) -> None:
        metrics = painter.fontMetrics()
        taken: list[tuple[float, float]] = []
        painter.setOpacity(FAINT)
        for prompt in day.paused:
            paint_seed(painter, QPointF(self._place(prompt), ground), self._px(SEED), self._palette)
        painter.setOpacity(1.0)
        # Times the person chose are written first; those that were drawn, where there is room.
        for prompt in sorted(day.prompts, key=is_drawn):
            words = shown_time(prompt.at.time())
            x = self._place(prompt)
            paint_seed(painter, QPointF(x, ground), self._px(SEED), self._palette)
            half = metrics.horizontalAdvance(words) / 2.0
            middle = min(max(x, half), self.width() - half)
            room = (middle - half - GRID / 2, middle + half + GRID / 2)
            # Where times stand too close together to be read, the seeds stand alone; the list has them all.
            if any(room[0] < far and near < room[1] for near, far in taken):
                continue
            taken.append(room)
            painter.setPen(self._palette.ink)
            box = QRectF(middle - half - 1, top, 2 * half + 2, ground - top - self._px(SEED) - 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _place(self, prompt: Prompt) -> float:
        return self.place_of(minute_of(prompt.at.time()))

    def _paint_hours(self, painter: QPainter, top: int) -> None:
        painter.setPen(self._palette.quiet)
        half = painter.fontMetrics().horizontalAdvance("00:00") / 2.0 + 1
        for hour in self._hours:
            x = self.place_of(hour * 60)
            middle = min(max(x, half), self.width() - half)
            box = QRectF(middle - half, top, 2 * half, self._px(2 * GRID + 2))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(hour))


def _times(days: Sequence[WeekDay]) -> Iterator[datetime]:
    for day in days:
        for prompt in (*day.prompts, *day.paused):
            yield prompt.at
