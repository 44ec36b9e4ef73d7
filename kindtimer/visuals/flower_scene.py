"""FlowerScene: seed, flower, seed. What it paints is `petals`'; here is where, how far and what changes."""

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kindtimer.core.words import tr
from kindtimer.visuals.flower_light import FlowerLight
from kindtimer.visuals.palette import mixed
from kindtimer.visuals.petals import STILL_OPENNESS, paint_flower, radius_of
from kindtimer.visuals.scene import SceneView

LIGHT_STEPS = 40.0
MARGIN = 4


class FlowerScene:
    """The flower that unfolds with each breath."""

    id = "flower"
    says_phase = False

    @property
    def title(self) -> str:
        """What people read."""
        return tr("Flower")

    def paint(self, painter: QPainter, view: SceneView) -> None:
        """Paint the flower about the stage's centre; in the still form with a slow bar below it."""
        light = FlowerLight.of(view.moment, view.still)
        if not view.still:
            self._flower(painter, view, light)
            return
        # Nothing unfolds in the still form: seed and flower change places by light alone.
        if light.bloom < 1.0:
            painter.setOpacity(1.0 - light.bloom)
            self._flower(painter, view, replace(light, bloom=0.0))
        if light.bloom > 0.0:
            painter.setOpacity(light.bloom * light.level)
            self._flower(painter, view, replace(light, bloom=1.0))
        painter.setOpacity(light.bloom * view.moment.presence)
        paint_bar(painter, view, still_bar(view), light.openness)
        painter.setOpacity(1.0)

    def _flower(self, painter: QPainter, view: SceneView, light: FlowerLight) -> None:
        stage = view.stage
        paint_flower(
            painter, QPointF(stage.centre), stage.closed, stage.open, light, view.palette, view.shape
        )

    def reach(self, view: SceneView) -> QRect:
        """The square about the petals; in the still form the bar too."""
        stage = view.stage
        if view.still:
            half = ceil(stage.open / 2.0) + MARGIN
        else:
            light = FlowerLight.of(view.moment)
            half = ceil(radius_of(stage.closed, stage.open, light)) + MARGIN
        return QRect(stage.centre - QPoint(half, half), stage.centre + QPoint(half - 1, half - 1))

    def look(self, view: SceneView) -> tuple[float, ...]:
        """Radius and the place of the light in device pixels, bloom and light in steps."""
        light = FlowerLight.of(view.moment, view.still)
        radius = radius_of(view.stage.closed, view.stage.open, light) * view.dpr
        shown = (light.warmth, light.dew, light.pearl, light.level, light.wave * 0.7)
        bar = light.openness * still_bar(view).width() * 0.5 * view.dpr if view.still else 0.0
        # A turning petal's tip goes three radii round while bloom goes from 0 to 1.
        turned = light.bloom * view.stage.open * view.dpr
        return (
            radius,
            turned,
            bar,
            light.wave_at * light.wave * radius * 0.25,
            *(s * LIGHT_STEPS for s in shown),
        )


def still_bar(view: SceneView) -> QRectF:
    """Where the slow bar of the still form lies: between the still petals and the open flower's edge."""
    stage = view.stage
    still = 0.5 * (stage.closed + (stage.open - stage.closed) * STILL_OPENNESS)
    height = max(4.0, stage.open * 0.014)
    width = stage.open * 0.56
    y = stage.centre.y() + 0.5 * (still + stage.open / 2.0)
    return QRectF(stage.centre.x() - width / 2.0, y, width, height)


def paint_bar(painter: QPainter, view: SceneView, bar: QRectF, openness: float) -> None:
    """A quiet track, and on it light that reaches out from the middle as the breath fills."""
    palette = view.palette
    track = QColor(palette.quiet)
    track.setAlphaF(0.22)
    round_ = bar.height() / 2.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(track)
    painter.drawRoundedRect(bar, round_, round_)
    lit = QRectF(bar)
    lit.setWidth(max(bar.height(), bar.width() * openness))
    lit.moveCenter(bar.center())
    painter.setBrush(mixed(palette.breath_out, palette.breath_in, openness))
    painter.drawRoundedRect(lit, round_, round_)
