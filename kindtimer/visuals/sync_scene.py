"""SyncScene: a disc that lights up on every in-breath, for `doctor sync`. Its edges in time are the point."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from kindtimer.core.breath import Phase
from kindtimer.core.words import tr
from kindtimer.visuals.scene import SceneView


class SyncScene:
    """A disc a quarter of the window wide about its middle: lit while the phase is *in*, else not there."""

    id = "sync"
    says_phase = True

    @property
    def title(self) -> str:
        """What people read."""
        return tr("Picture and sound in step")

    def paint(self, painter: QPainter, view: SceneView) -> None:
        """Paint the disc, or nothing."""
        if _lit(view):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(view.palette.ink)
            painter.drawEllipse(self.reach(view))

    def reach(self, view: SceneView) -> QRect:
        """The square about the disc."""
        side = view.stage.width // 4
        return QRect((view.stage.width - side) // 2, (view.stage.height - side) // 2, side, side)

    def look(self, view: SceneView) -> tuple[float, ...]:
        """Lit or not."""
        return (2.0 if _lit(view) else 0.0,)


def _lit(view: SceneView) -> bool:
    breath = view.moment.breath
    return breath is not None and breath.phase is Phase.IN
