"""Scene: what every picture of a breath has in common, and everything it is handed to paint one instant.

A scene paints a pure function of its view and keeps nothing. Called by the breath view, by tests and by
benches; main thread.
"""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from kindtimer.core.moment import Moment
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.palette import Palette
from kindtimer.visuals.stage import Stage


@dataclass(frozen=True, slots=True)
class SceneView:
    """One instant to paint. Sizes are logical pixels; `dpr` device pixels make one of them.

    `still` asks for the form for reduced motion: nothing changes size or place.
    """

    moment: Moment
    stage: Stage
    palette: Palette
    shape: FlowerShape
    still: bool = False
    dpr: float = 1.0


class Scene(Protocol):
    """A picture of a breath. `says_phase` is true where it shows the phase's word itself."""

    @property
    def id(self) -> str:
        """Stable name for settings and the command line."""

    @property
    def title(self) -> str:
        """What people read."""

    @property
    def says_phase(self) -> bool:
        """Whether the phase's word is part of the picture."""

    def paint(self, painter: QPainter, view: SceneView) -> None:
        """Paint the instant onto a ground that is already there. Antialiasing is on."""

    def reach(self, view: SceneView) -> QRect:
        """The rectangle this instant may touch, in logical pixels."""

    def look(self, view: SceneView) -> tuple[float, ...]:
        """What is to be seen, as numbers: two instants less than 1 apart in each look the same.

        Edges are in device pixels, light in steps of 1/100.
        """
