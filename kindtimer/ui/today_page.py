"""Today: where one arrives. One thing to begin, a door for hard moments, and the ground under it.

No date, no count, nothing to catch up with: after an hour or three weeks it is the same room.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kindtimer.core.words import tr
from kindtimer.ui.buttons import BARE, DOOR, TILE_KIND, Button, named
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.garden_strip import GardenStrip
from kindtimer.ui.offer_row import OfferRow
from kindtimer.ui.page import Page, across
from kindtimer.ui.texts import PART, QUIET, Text
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.flower_light import FlowerLight
from kindtimer.visuals.measures import (
    DOOR_WIDE,
    GREETING,
    GREETING_LOW,
    GREETING_TOP,
    GREETING_TOP_LOW,
    GRID,
    LARGE_TYPE_FROM,
    LOW_PAGE,
    TILE,
    TILE_FLOWER,
    TILE_FLOWER_LOW,
    TILE_LEAST,
    TILE_LOW,
)
from kindtimer.visuals.palette import DUSK, Palette
from kindtimer.visuals.petals import paint_flower


class SeedPicture(QWidget, Wearer):
    """The person's own flower, half open and still; it says nothing that the words beside it do not."""

    OPENNESS = 0.55

    def __init__(self, shape: FlowerShape) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("A picture: your flower, half open."))
        self._shape = shape
        self._palette: Palette = DUSK

    def wear(self, dress: Dress) -> None:
        """Take colours."""
        self._palette = dress.palette
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One still flower."""
        side = min(self.width(), self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2.0, self.height() / 2.0)
        light = FlowerLight(self.OPENNESS, 1.0, warmth=0.6)
        paint_flower(painter, centre, side * 0.5, side * 1.2, light, self._palette, self._shape)
        painter.end()


class Tile(QWidget):
    """*Breathe*: all of it begins; *Change* at its end leads to where that is chosen."""

    def __init__(self, shape: FlowerShape, begin: Callable[[], object], change: Callable[[], object]) -> None:
        super().__init__()
        self.begin = Button("", begin, kind=TILE_KIND)
        self.begin.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.change = named(Button(tr("Change"), change, kind=BARE), tr("Change what Breathe brings"))
        self.picture = SeedPicture(shape)
        self.words, self.told = Text("", PART), Text("", QUIET)
        for text in (self.words, self.told):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lines = QWidget()
        lines.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.told)
        column.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self.begin, 0, 0, 1, 5)
        self._grid.setColumnMinimumWidth(0, 2 * GRID)
        self._grid.addWidget(self.picture, 0, 1)
        self._grid.addWidget(lines, 0, 2)
        self._grid.addWidget(self.change, 0, 3, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setColumnMinimumWidth(4, 2 * GRID)
        self._grid.setColumnStretch(2, 1)
        self._grid.setHorizontalSpacing(GRID)
        self.change.raise_()

    def tell(self, words: str, told: str) -> None:
        """What one click brings now."""
        self.words.setText(words)
        self.told.setText(told)
        self.begin.setAccessibleName(f"{words}. {told}.")

    def least(self) -> int:
        """The least height in which all of its words have room."""
        wide = max(1, self.words.width())
        words = (text.heightForWidth(wide) for text in (self.words, self.told))
        return sum(words) + GRID // 2 + 2 * GRID

    def be(self, high: int, flower: int) -> None:
        """Be this high, with a flower of this size."""
        self.setMinimumHeight(high)
        self.picture.setFixedSize(QSize(flower, flower))


class TodayPage(Page):
    """The first page."""

    def __init__(
        self,
        shape: FlowerShape,
        *,
        usual: Callable[[], tuple[str, str]],
        begin: Callable[[], object],
        change: Callable[[], object],
        hard: Callable[[], object],
        offer: OfferRow | None = None,
    ) -> None:
        super().__init__(tr("Good to see you."))
        self._offer = offer
        self._usual = usual
        self.column.setSpacing(0)
        self.column.addStretch(1)
        self._room = QWidget()
        self.tile = Tile(shape, begin, change)
        self.hard = Button(tr("Something is hard"), hard, kind=DOOR)
        self.column.addWidget(self._room)
        self.column.addWidget(self.tile)
        self._gap = QWidget()
        self.column.addWidget(self._gap)
        self.column.addLayout(across(self.hard))
        if offer is not None:
            self.column.addWidget(offer)
        # The strip fills what is left of the page, from edge to edge.
        self.rows.takeAt(1)
        self.strip = GardenStrip()
        self.rows.addWidget(self.strip, 1)

    def opened(self) -> None:
        """What one click brings may be another thing now."""
        self.tile.tell(*self._usual())
        if self._offer is not None:
            self._offer.look()

    def first_to_focus(self) -> QWidget:
        """The one thing to begin."""
        return self.tile.begin

    def _place(self, dress: Dress) -> None:
        view = self.viewport().height()
        low = view < dress.px(LOW_PAGE)
        used = self.head.sizeHint().height()
        top = dress.px(GREETING_TOP_LOW if low else GREETING_TOP)
        room = max(GRID, dress.px(GREETING_LOW if low else GREETING) - used)
        tile, flower = (TILE_LOW, TILE_FLOWER_LOW) if low else (TILE, TILE_FLOWER)
        high = dress.px(tile) if dress.scale < LARGE_TYPE_FROM else dress.px(tile * 0.75)
        tile_least = max(TILE_LEAST, self.tile.least())
        wanted = (top, room, max(high, tile_least), 4 * GRID, 3 * GRID)
        least = (GRID, GRID, tile_least, GRID, GRID)
        # Where all of it is too high it gives way evenly: the door for hard moments is in sight.
        free = view - used - self.hard.sizeHint().height()
        share = (free - sum(least)) / max(1, sum(wanted) - sum(least))
        share = min(1.0, max(0.0, share))
        sizes = (round(low + (high - low) * share) for low, high in zip(least, wanted, strict=True))
        top, room, high, gap, foot = sizes
        self.stand(top, foot)
        self._room.setFixedHeight(room)
        self.tile.be(high, min(flower, high))
        self._gap.setFixedHeight(gap)
        self.hard.setMinimumWidth(dress.px(DOOR_WIDE))
