"""WordsScene: type alone. The phase's word stands still and large; a slow bar below it breathes.

Told by shape: in, two beads of light lead the bar's ends outward; held, they stand at the ends; out, the
bar's middle warms while it draws in; resting, one bead. Unpaced, a quiet bar. Main thread.
"""

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QLinearGradient, QPainter

from kindtimer.core.breath import Breath, Phase, ease
from kindtimer.core.words import PHASE_WORDS, tr
from kindtimer.visuals.flower_light import FlowerLight
from kindtimer.visuals.palette import mixed
from kindtimer.visuals.scene import SceneView

WORD_FADE = 0.45
"""Seconds in which one word gives way to the next, at most."""

LIGHT_STEPS = 40.0

BAR_BELOW = 0.17
"""How far below the centre the bar lies, by the open diameter."""


class WordsScene:
    """The phase's word, large, and a bar of light."""

    id = "words"
    says_phase = True

    @property
    def title(self) -> str:
        """What people read."""
        return tr("Words")

    def paint(self, painter: QPainter, view: SceneView) -> None:
        """Paint word and bar about the stage's centre."""
        light = FlowerLight.of(view.moment, view.still)
        breath = view.moment.breath
        if breath is not None and view.moment.presence > 0.0:
            _paint_word(painter, view, breath)
        _paint_bar(painter, view, light)

    def reach(self, view: SceneView) -> QRect:
        """The rectangle of word and bar."""
        stage = view.stage
        wide = min(stage.width, ceil(stage.open * 1.5) + 16)
        top = stage.centre.y() - ceil(stage.open * 0.26)
        bottom = stage.centre.y() + ceil(stage.open * BAR_BELOW + _thick(view) * 1.5)
        return QRect(stage.centre.x() - wide // 2, top, wide, bottom - top)

    def look(self, view: SceneView) -> tuple[float, ...]:
        """Half the bar in device pixels, word and signs in steps of light."""
        light = FlowerLight.of(view.moment, view.still)
        breath = view.moment.breath
        word = 0.0 if breath is None else _word_light(breath) * view.moment.presence
        phase = 0.0 if breath is None else 2.0 * list(Phase).index(breath.phase)
        bar = _half(view, light) * view.dpr
        shown = (word, light.warmth, light.dew, light.pearl, light.wave, light.bloom)
        return (bar, phase, *(part * LIGHT_STEPS for part in shown))


def _word_light(breath: Breath) -> float:
    part = min(WORD_FADE / breath.seconds, 0.3)
    return ease(breath.progress / part) * ease((1.0 - breath.progress) / part)


def _paint_word(painter: QPainter, view: SceneView, breath: Breath) -> None:
    stage = view.stage
    word = tr(PHASE_WORDS[breath.phase])
    size = stage.open * 0.19
    font = QFont(QGuiApplication.font())
    font.setWeight(QFont.Weight.Light)
    font.setPixelSize(max(12, round(size)))
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104.0)
    painter.setFont(font)
    ink = QColor(view.palette.ink)
    ink.setAlphaF(_word_light(breath) * view.moment.presence)
    painter.setPen(ink)
    wide = min(stage.width - 16.0, stage.open * 1.5)
    box = QRectF(stage.centre.x() - wide / 2.0, stage.centre.y() - size * 1.25, wide, size * 1.5)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, word)


def _thick(view: SceneView) -> float:
    return max(4.0, view.stage.open * 0.016)


def _half(view: SceneView, light: FlowerLight) -> float:
    """Half the lit bar's length: a seed's width when folded, up to half the open diameter."""
    stage = view.stage
    whole = 0.5 * (stage.closed * 0.5 + (stage.open - stage.closed * 0.5) * light.openness)
    return _thick(view) + (whole - _thick(view)) * light.bloom


def _paint_bar(painter: QPainter, view: SceneView, light: FlowerLight) -> None:
    stage, palette = view.stage, view.palette
    thick, half = _thick(view), _half(view, light)
    x, y = float(stage.centre.x()), stage.centre.y() + stage.open * BAR_BELOW
    painter.setPen(Qt.PenStyle.NoPen)
    full = stage.open / 2.0
    track = QColor(palette.quiet)
    track.setAlphaF(0.20 * light.bloom)
    painter.setBrush(track)
    painter.drawRoundedRect(QRectF(x - full, y - 1.0, 2.0 * full, 2.0), 1.0, 1.0)
    body = mixed(palette.breath_out, palette.breath_in, light.openness)
    warm = mixed(body, palette.warmth, max(light.warmth, 1.0 - light.bloom))
    fill = QLinearGradient(x - half, y, x + half, y)
    fill.setColorAt(0.0, body)
    fill.setColorAt(0.5 - 0.08 - 0.27 * light.warmth, body)
    fill.setColorAt(0.5, warm)
    fill.setColorAt(0.5 + 0.08 + 0.27 * light.warmth, body)
    fill.setColorAt(1.0, body)
    painter.setBrush(fill)
    swollen = thick * (1.0 + 0.5 * light.warmth)
    painter.drawRoundedRect(
        QRectF(x - half, y - swollen / 2.0, 2.0 * half, swollen), swollen / 2.0, swollen / 2.0
    )
    bead = max(light.wave, light.dew)
    if bead > 0.0:
        painter.setBrush(mixed(body, palette.ink, 0.7, bead))
        for end in (x - half, x + half):
            painter.drawEllipse(QPointF(end, y), thick * 1.15, thick * 1.15)
    if light.pearl > 0.0:
        painter.setBrush(mixed(body, palette.ink, 0.7, light.pearl))
        painter.drawEllipse(QPointF(x, y), thick * 1.3, thick * 1.3)
