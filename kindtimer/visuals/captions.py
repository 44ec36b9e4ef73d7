"""Captions: which few words stand under the picture, and setting them. Pure but for the painter.

The session window decides what is said; the moment says the rest. Called by the breath view; main thread.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QRegion

from kindtimer.core.moment import NO_LINE, Line, Moment
from kindtimer.core.words import PHASE_WORDS, tr
from kindtimer.visuals.lines import fitting_size, paint_line
from kindtimer.visuals.palette import Palette
from kindtimer.visuals.stage import Stage

STEPS = 40
"""Light of a line in so many steps: less is not seen, and not painted anew."""

OVER = 3
"""Pixels that the lowest letters may reach out of their place; they go when the line goes."""


@dataclass(frozen=True, slots=True)
class Captions:
    """The words and the second line, each with its light 0–STEPS; hint and notice are always full."""

    words: str = ""
    words_light: int = 0
    second: str = ""
    second_light: int = 0
    hint: str = ""
    notice: str = ""

    def changed(self, other: "Captions", stage: Stage) -> list[QRect]:
        """The places in which these differ from other captions."""
        near, far = _sides(stage)
        hinted = (self.hint, self.second) != (other.hint, other.second)
        if hinted:  # asked for seldom: measuring words is no work for every frame
            near = self.hint_place(stage).united(other.hint_place(stage))
            hinted = self.hint != other.hint or self.hint_place(stage) != other.hint_place(stage)
        pairs = (
            (stage.words, (self.words, self.words_light) != (other.words, other.words_light)),
            (stage.second, (self.second, self.second_light) != (other.second, other.second_light)),
            (near, hinted),
            (far, self.notice != other.notice),
        )
        return [_reach(place) for place, differs in pairs if differs]

    def hint_place(self, stage: Stage) -> QRect:
        """Where the hint stands: in a small window a long one takes a second line rather than small type."""
        near, _ = _sides(stage)
        if not stage.small or not self.hint or self.second:
            return near
        fitting = fitting_size(self.hint, near, stage.line_px, Qt.AlignmentFlag.AlignHCenter)
        return near if fitting >= stage.line_px else near.united(stage.second)


def line_of(moment: Moment, says_phase: bool, still: bool) -> Line:
    """The moment's own line; `says_phase` is true where the picture shows the phase's word itself."""
    line, breath = moment.line, moment.breath
    if breath is None:
        return line
    word = tr(PHASE_WORDS[breath.phase])
    if says_phase and line.words == word:
        return NO_LINE
    if still and not line.words and not says_phase:
        # Without motion the word is part of how the phase is told.
        return Line(word, moment.presence)
    return line


def captions_of(
    moment: Moment, said: tuple[str, str], says_phase: bool, still: bool, hint: str, notice: str
) -> Captions:
    """What stands under the picture: what is `said` (words and second line), or the moment's own."""
    if said[0]:
        return Captions(said[0], STEPS, said[1], STEPS, hint, notice)
    line, second = line_of(moment, says_phase, still), moment.second
    lights = round(line.light * STEPS), round(second.light * STEPS)
    return Captions(line.words, lights[0], second.words, lights[1], hint, notice)


def paint_captions(
    painter: QPainter, captions: Captions, stage: Stage, palette: Palette, region: QRegion
) -> None:
    """Set the captions that lie in `region`."""
    centre = Qt.AlignmentFlag.AlignHCenter
    left = centre if stage.small else Qt.AlignmentFlag.AlignLeft
    right = centre if stage.small else Qt.AlignmentFlag.AlignRight
    near, far = _sides(stage)
    if near is stage.notice:
        left, right = right, left
    hint_place = near
    if region.intersects(_reach(near.united(stage.second))):
        hint_place = captions.hint_place(stage)
    words, second = captions.words_light / STEPS, captions.second_light / STEPS
    for place, text, size, colour, light, align in (
        (stage.words, captions.words, stage.words_px, palette.ink, words, centre),
        (stage.second, captions.second, stage.second_px, palette.quiet, second, centre),
        (hint_place, captions.hint, stage.line_px, palette.quiet, 1.0, left),
        (far, captions.notice, stage.line_px, palette.quiet, 1.0, right),
    ):
        if region.intersects(_reach(place)):
            paint_line(painter, place, text, size, colour, light, align)


def _sides(stage: Stage) -> tuple[QRect, QRect]:
    """Where hint and notice stand: the hint at the side where lines begin."""
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return (stage.notice, stage.hint) if mirrored and not stage.small else (stage.hint, stage.notice)


def _reach(place: QRect) -> QRect:
    return place.adjusted(0, -OVER, 0, OVER)
