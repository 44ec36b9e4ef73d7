"""Breath preview: three breaths of a pattern as a session would show them, then still. It makes no sound.

It paints on the page's own ground, at half a session's rate of frames, and only while it is seen.
Main thread.
"""

from dataclasses import replace

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kindtimer.core.clock import Clock
from kindtimer.core.pace import Pace
from kindtimer.core.pattern import Pattern
from kindtimer.core.practice import Breathe, Practice
from kindtimer.core.timeline import Timeline
from kindtimer.core.words import tr
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.palette import DUSK, Palette
from kindtimer.visuals.scene import SceneView
from kindtimer.visuals.scenes import SCENES
from kindtimer.visuals.stage import Stage

BREATHS = 3
FRAME_MS = 33
OPEN, CLOSED = 0.96, 0.40
"""Diameters by the side of the picture."""


class BreathPreview(QWidget, Wearer):
    """The one preview of the Breathe page. `begin` shows three breaths; then it stands."""

    def __init__(self, clock: Clock, shape: FlowerShape) -> None:
        super().__init__()
        self._clock, self._shape = clock, shape
        self._origin = self._stands_at = 0.0
        self._timeline: Timeline | None = None
        self._scene = SCENES["flower"]
        self._palette: Palette = DUSK
        self._still = False
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._look)
        self.setAccessibleName(tr("A picture of the breath, three times, then still."))

    def wear(self, dress: Dress) -> None:
        """Take colours and the wish for stillness."""
        self._palette, self._still = dress.palette, dress.look.still
        self.update()

    def show_scene(self, scene: str) -> None:
        """Another picture of the same breath."""
        self._scene = SCENES.get(scene, self._scene)
        self.update()

    def begin(self, pattern: Pattern) -> None:
        """Three breaths of this pattern, from its first in-breath."""
        step = Breathe(Pace(pattern.phases), BREATHS + 1, named=BREATHS, folds=False)
        self._timeline = Timeline.of(Practice("preview", (step,)))
        # Half open it says more than a seed, and it has not begun to breathe on.
        self._stands_at = BREATHS * pattern.phases.period + 0.5 * pattern.phases.inhale
        self._origin = self._clock.now()
        if self.isVisible():
            self._frames.start()
        self.update()

    @property
    def moves(self) -> bool:
        """Whether frames are asked for."""
        return self._frames.isActive()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on behind another page."""
        self._frames.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One instant of the breath, in the middle."""
        if self._timeline is None:
            return
        side = min(self.width(), self.height())
        stage = replace(
            Stage.for_window(self.width(), self.height()),
            centre=QPoint(self.width() // 2, self.height() // 2),
            closed=side * CLOSED,
            open=side * OPEN,
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        moment = self._timeline.at(min(self._clock.now() - self._origin, self._stands_at))
        self._scene.paint(painter, SceneView(moment, stage, self._palette, self._shape, self._still))
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """It goes on where it is seen."""
        super().showEvent(event)
        if self._timeline is not None:
            self._frames.start()

    def _look(self) -> None:
        if self._clock.now() - self._origin >= self._stands_at:
            self._frames.stop()
        self.update()
