"""Step picture: what takes the scene's place in some steps of a practice: a hold, or the room's horizon.

Where it stands and how much of it is to be seen; pure but for the painter. The breath view asks; main thread.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from kindtimer.core.moment import LINE_FADE, Moment
from kindtimer.core.practice import Ground, Touch
from kindtimer.core.touch_holds import HOLDS
from kindtimer.core.words import tr
from kindtimer.visuals.backdrop import Backdrop
from kindtimer.visuals.captions import STEPS
from kindtimer.visuals.gradual import Gradual
from kindtimer.visuals.grounding_picture import line_place, paint_one_line
from kindtimer.visuals.lines import LEADING, paint_line
from kindtimer.visuals.measures import HOLD_SIDE
from kindtimer.visuals.palette import Palette
from kindtimer.visuals.scene import SceneView
from kindtimer.visuals.stage import Stage
from kindtimer.visuals.touch_drawing import paint_hold

OF_FLOWER = 0.92
"""A drawing is at most so much of the open flower that stands there else."""

USUAL_HEIGHT = 900.0
APART = 6
TOP = 8
ROOM_SECONDS = LINE_FADE
"""In which the horizon comes and goes: the time of its lines."""


def hold_light(moment: Moment) -> float:
    """How much of a hold's drawing there is, 0–1: it comes and goes with the words of its step."""
    return moment.line.light if isinstance(moment.step, Touch) else 0.0


def is_room(moment: Moment) -> bool:
    """Whether one looks around the room: a horizon, and one line at a time."""
    return isinstance(moment.step, Ground)


def shown_hold(moment: Moment, wanted: str) -> str:
    """The hold that is drawn: the wanted one where its step offers it, else the step's first; or ""."""
    step = moment.step
    if not isinstance(step, Touch):
        return ""
    return wanted if wanted in step.holds else step.holds[0]


def hold_words(hold: str) -> str:
    """What a hold is called."""
    return tr(HOLDS[hold]) if hold in HOLDS else ""


def hold_place(stage: Stage) -> QRect:
    """The square of the drawing: about the scene's centre, with room for its name above the words."""
    named = round(stage.second_px * LEADING) + 2 * APART
    side = min(HOLD_SIDE * max(1.0, stage.height / USUAL_HEIGHT), OF_FLOWER * stage.open)
    bottom = min(stage.centre.y() + side / 2.0, float(stage.words.top() - named))
    side = max(16.0, min(side, bottom - TOP))
    return QRect(round(stage.centre.x() - side / 2.0), round(bottom - side), round(side), round(side))


def caption_place(stage: Stage) -> QRect:
    """Where the hold's name stands: under the drawing."""
    drawing = hold_place(stage)
    wide = min(stage.width - 32, stage.words.width())
    high = round(stage.second_px * LEADING) + 2
    return QRect((stage.width - wide) // 2, drawing.bottom() + APART, wide, high)


def hold_reach(stage: Stage) -> QRect:
    """All that a hold and its name touch."""
    return hold_place(stage).united(caption_place(stage)).adjusted(-2, -2, 2, 4)


def paint_touch(painter: QPainter, stage: Stage, palette: Palette, hold: str, light: float) -> None:
    """The drawing, and its name under it."""
    paint_hold(painter, QRectF(hold_place(stage)), hold, palette, light)
    words, place = hold_words(hold), caption_place(stage)
    centre = Qt.AlignmentFlag.AlignHCenter
    paint_line(painter, place, words, stage.second_px, palette.quiet, light, centre)


def step_look(moment: Moment) -> tuple[float, ...]:
    """What there is to be seen of it beside the scene, as a scene tells its own look."""
    return hold_light(moment) * STEPS, moment.line.light * STEPS if is_room(moment) else 0.0


def step_reach(moment: Moment, stage: Stage, scene: QRect) -> QRect:
    """All that is touched where a scene touches `scene`."""
    if isinstance(moment.step, Touch):
        return scene.united(hold_reach(stage))
    return scene.united(line_place(stage)) if is_room(moment) else scene


class RoomPicture:
    """A low horizon that comes and goes with the steps that look around the room, and one line in its sky."""

    def __init__(self) -> None:
        self._light = Gradual(0.0, 0.0, 0.0, ROOM_SECONDS)
        self._ground = Backdrop()
        self._there = False

    def begin(self, moment: Moment) -> None:
        """From here on; it is there, or it is not."""
        self._there = is_room(moment)
        self._light = Gradual(float(self._there), float(self._there), -ROOM_SECONDS, ROOM_SECONDS)

    def see(self, moment: Moment, now: float) -> None:
        """The moment there is `now`."""
        if is_room(moment) is not self._there:
            self._there = is_room(moment)
            self._light = Gradual(self._light.at(now), float(self._there), now, ROOM_SECONDS)

    def at(self, now: float) -> float:
        """How much of it there is, 0–1."""
        return self._light.at(now)

    def over(self, now: float) -> bool:
        """Whether it neither comes nor goes."""
        return self._light.over(now)

    def let_go(self) -> None:
        """Give its memory back."""
        self._ground.let_go()

    def paint(
        self,
        painter: QPainter,
        place: QRect,
        view: SceneView,
        light: float,
        *,
        says: bool,
    ) -> None:
        """Paint it there, `light` 0–1; `says` its line or not."""
        painter.setOpacity(light)
        self._ground.lay(painter, place, view.stage, view.palette, view.dpr, calm=True)
        painter.setOpacity(1.0)
        line = view.moment.line
        if says and is_room(view.moment):
            paint_one_line(painter, view.stage, view.palette, line.words, line.light * light)
