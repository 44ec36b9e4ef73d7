"""Backdrop: what lies behind a session's picture: its ground, and for 600 ms the desktop it opens out of.

The breath view owns one and tells it where things are; the ground is made when it is first painted and
can be let go. Main thread.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

from kindtimer.visuals.gradual import Gradual
from kindtimer.visuals.ground import make_ground
from kindtimer.visuals.grounding_picture import paint_horizon
from kindtimer.visuals.palette import Palette
from kindtimer.visuals.stage import Stage

OPENING_SECONDS = 0.6


class Backdrop:
    """The ground of one stage, palette and device pixel ratio; `calm` has a horizon in place of the halo."""

    def __init__(self) -> None:
        self._ground: QPixmap | None = None
        self._made_for: tuple[object, ...] = ()
        self._opening: tuple[QPixmap | QColor, Gradual] | None = None
        self._opens_from: QPixmap | QColor | None = None

    def open_from(self, before: QPixmap | QColor | None) -> None:
        """Let the ground come over what was `before` once `begin` is called; None begins with the ground."""
        self._opens_from = before

    def begin(self, now: float) -> None:
        """It is seen from now on."""
        if self._opens_from is not None:
            self._opening = (self._opens_from, Gradual(1.0, 0.0, now, OPENING_SECONDS))
            self._opens_from = None

    @property
    def opens(self) -> bool:
        """Whether what was before is still to be seen."""
        return self._opening is not None

    def look(self, now: float) -> None:
        """Give back what was before, once it is covered."""
        if self._opening is not None and self._opening[1].over(now):
            self._opening = None

    def let_go(self) -> None:
        """Give the ground's memory back; it is made anew when it is wanted."""
        self._ground = None

    def lay(
        self, painter: QPainter, place: QRect, stage: Stage, palette: Palette, ratio: float, *, calm: bool
    ) -> None:
        """Lay the ground on this place, without what was before."""
        found = self._ground_for(stage, palette, ratio, calm)
        source = (place.x(), place.y(), place.width(), place.height())
        painter.drawPixmap(place, found, QRect(*(round(side * ratio) for side in source)))

    def lay_opening(self, painter: QPainter, place: QRect, stage: Stage, now: float) -> None:
        """Over the ground, what was before, as far as it is still to be seen."""
        if self._opening is None:
            return
        before, going = self._opening
        painter.setOpacity(going.at(now))
        if isinstance(before, QPixmap):
            painter.drawPixmap(QRect(0, 0, stage.width, stage.height), before)
        else:
            painter.fillRect(place, before)
        painter.setOpacity(1.0)

    def _ground_for(self, stage: Stage, palette: Palette, ratio: float, calm: bool) -> QPixmap:
        wanted = (stage, palette.name, ratio, calm)
        if self._ground is None or self._made_for != wanted:
            self._ground, self._made_for = make_ground(stage, palette, ratio, halo=not calm), wanted
            if calm:
                painter = QPainter(self._ground)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_horizon(painter, stage, palette)
                painter.end()
        return self._ground
