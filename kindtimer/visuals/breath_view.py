"""BreathView: the canvas of a session: ground, scene and the few lines. Only what moves is repainted.

It asks its source for the moment that will be seen and paints a pure function of that; it holds no time
of its own. The session window owns it; main thread. Geometry is `stage`'s, pictures are the scenes'.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from kindtimer.core.clock import Clock
from kindtimer.core.moment import NO_LINE, Moment
from kindtimer.core.words import tr
from kindtimer.visuals import step_picture
from kindtimer.visuals.backdrop import Backdrop
from kindtimer.visuals.breath_accessible import install_accessible, spoken
from kindtimer.visuals.captions import Captions, captions_of, paint_captions
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.frame_loop import FrameLoop, FrameStats
from kindtimer.visuals.gradual import Gradual
from kindtimer.visuals.grounding_picture import paint_grounding
from kindtimer.visuals.palette import DUSK, Palette
from kindtimer.visuals.scene import Scene, SceneView
from kindtimer.visuals.scenes import FLOWER
from kindtimer.visuals.stage import Stage

Source = Callable[[float], Moment]

LIGHT_SECONDS = 0.2
SAME_FRAMES = 30
"""So many frames alike, and the picture counts as standing still."""

AT_REST = Moment(0.0, None, 0.0, 0.0, 0.0, NO_LINE, NO_LINE, closing=False)
"""Without a source: the seed, unpaced."""


class BreathView(QWidget):
    """The whole window's picture. Set what it shows; `follow` gives it the moments."""

    failed = Signal(object)
    """The error for which a frame could not be painted. Nothing more is asked for."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(QSize(160, 160))
        install_accessible()
        self.skip_still_frames = True
        self._clock = clock
        self._scene: Scene = FLOWER
        self._palette: Palette = DUSK
        self._shape = FlowerShape.grown(0)
        self._still = False
        self._text_scale = 1.0
        self._source: Source | None = None
        self._moment = AT_REST
        self._stage = Stage.for_window(self.width(), self.height())
        self._light = Gradual(1.0, 1.0, 0.0, LIGHT_SECONDS)
        self._backdrop, self._room = Backdrop(), step_picture.RoomPicture()
        self._hold = ""
        self._said, self._hint, self._notice = ("", ""), "", ""
        self._wordless = self._covered = self._stands = False
        self._grounding: tuple[str, ...] | None = None
        self._painted_look: tuple[float, ...] = ()
        self._painted_reach = QRect()
        self._painted_captions = Captions()
        self._frame_begun: float | None = None
        self._same_frames = 0
        self._loop = FrameLoop(clock, self._on_frame, self)

    # --- what it shows ----------------------------------------------------------------------------

    def follow(self, source: Source | None) -> None:
        """Show what `source(now)` tells, asked with the time at which a frame will be seen."""
        self._source = source
        self._moment = source(self._clock.now()) if source else AT_REST
        self._room.begin(self._moment)
        self._everything_new()

    def keep_step_with(self, origin: float) -> None:
        """Let frames fall on the session's seconds; `origin` is the `now` of position 0."""
        self._loop.keep_step_with(origin)

    def stand_still(self, stands: bool) -> None:
        """While the session waits its moment does not change, and no frames are asked for."""
        self._stands = stands
        if self._source:
            self._moment = self._source(self._clock.now())
        self._everything_new()

    def set_scene(self, scene: Scene) -> None:
        """Show another scene of the same moment."""
        self._scene = scene
        self._everything_new()

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        self._palette = palette
        self._everything_new()

    def set_shape(self, shape: FlowerShape) -> None:
        """Show this person's flower."""
        self._shape = shape
        self._everything_new()

    def set_still(self, still: bool) -> None:
        """Show the form for reduced motion."""
        self._still = still
        self._everything_new()

    def set_text_scale(self, scale: float) -> None:
        """Take the person's text size, 1–2; the flower gives way."""
        self._text_scale = scale
        self._place()

    def set_light(self, light: float) -> None:
        """Dim the picture to `light` 0–1 within 200 ms; words stay as they are."""
        now = self._clock.now()
        self._light = Gradual(self._light.at(now), light, now, LIGHT_SECONDS)
        self._run()

    def say(self, line: str, second: str = "") -> None:
        """Show these words in place of the moment's until `say("")`."""
        self._said = (line, second)
        self._say_anew()

    def set_wordless(self, wordless: bool) -> None:
        """Say nothing of the moment while something else asks to be read; hint and notice stay."""
        self._wordless = wordless
        self._say_anew()
        if step_picture.is_room(self._moment):
            self._everything_new()

    def set_hint(self, text: str) -> None:
        """One quiet line about keys; "" hides it."""
        self._hint = text
        self._say_anew()

    def set_notice(self, text: str) -> None:
        """One quiet line about what happened; "" hides it."""
        self._notice = text
        self._say_anew()

    def open_from(self, before: QPixmap | QColor | None) -> None:
        """Let the ground come within 600 ms over what was `before`, when first shown.

        A picture of the place as it is, else the desktop's own colour; None begins with the ground.
        """
        self._backdrop.open_from(before)

    def set_grounding(self, lines: tuple[str, ...] | None) -> None:
        """Show the still picture of *ground* with these lines; None goes back."""
        self._grounding = lines
        self._everything_new()

    def set_hold(self, hold: str) -> None:
        """Of the holds that a step offers, draw this one; by its id."""
        self._hold = hold
        self._everything_new()

    def set_covered(self, covered: bool) -> None:
        """Told by whoever knows that nothing of the window can be seen: no frames until it can."""
        self._covered = covered
        self._run()

    @property
    def stage(self) -> Stage:
        """Where things are, at this size."""
        return self._stage

    @property
    def frame_stats(self) -> FrameStats:
        """Frames asked for and painted, and their gaps."""
        return self._loop.stats

    @property
    def running(self) -> bool:
        """Whether frames are being asked for."""
        return self._loop.running

    def spoken_name(self) -> str:
        """The picture's name, for a screen reader."""
        if self._grounding or step_picture.is_room(self._moment):
            return tr("The room around you")
        return tr("A way to hold") if step_picture.shown_hold(self._moment, self._hold) else self._scene.title

    def spoken_value(self) -> str:
        """Where the breath is, for a screen reader."""
        if self._grounding:
            return " ".join(self._grounding)
        if self._said[0]:
            return self._said[0]
        moment = self._source(self._clock.now()) if self._source else None
        hold = step_picture.hold_words(step_picture.shown_hold(moment, self._hold)) if moment else ""
        return " ".join(words for words in (spoken(moment), hold) if words)

    # --- when to paint ----------------------------------------------------------------------------

    def _say_anew(self) -> None:
        for place in self._captions().changed(self._painted_captions, self._stage):
            self.update(place)

    def _everything_new(self) -> None:
        self._painted_look = ()
        self.update()
        self._run()

    def _place(self) -> None:
        self._stage = Stage.for_window(self.width(), self.height(), self._text_scale)
        self._everything_new()

    def _seen(self) -> bool:
        window = self.window()
        handle = window.windowHandle()
        exposed = handle is not None and handle.isExposed()
        return self.isVisible() and exposed and not window.isMinimized() and not self._covered

    def _moves(self, now: float) -> bool:
        if self._backdrop.opens or not self._light.over(now) or not self._room.over(now):
            return True
        return self._source is not None and self._grounding is None and not self._stands

    def _run(self) -> None:
        self._same_frames = 0
        if self._seen() and self._moves(self._clock.now()):
            self._loop.set_rate(self.screen().refreshRate())
            self._loop.start()
        else:
            self._loop.stop()

    def _on_frame(self, shown_at: float) -> None:
        now = self._clock.now()
        self._frame_begun = now
        if self._source is not None and self._grounding is None:
            self._take(self._source(shown_at))
        view = self._view()
        whole = self._backdrop.opens or not self._room.over(now)
        self._backdrop.look(now)
        if whole:
            self.update()
        elif not self.skip_still_frames or self._changed(view) or not self._light.over(now):
            self.update(self._painted_reach.united(self._reach(view)))
        self._say_anew()
        if not self._moves(now):
            self._loop.stop()
            self.update()

    def _take(self, moment: Moment) -> None:
        """Take the next moment; where many are alike, look less often until one differs."""
        before, self._moment = self._moment, moment
        now = self._clock.now()
        self._room.see(moment, now)
        # Slow light alone wants few frames.
        alike = replace(before, position=moment.position, glow=moment.glow) == moment
        if not alike or self._backdrop.opens or not self._room.over(now):
            if self._same_frames >= SAME_FRAMES:
                self._loop.start()
            self._same_frames = 0
            return
        self._same_frames += 1
        if self._same_frames >= SAME_FRAMES and self._light.over(now):
            # Time stands still (paused, at rest), or it runs through a quiet in which a line may come.
            self._loop.slow_to(0.25 if before.position == moment.position else 0.05)

    def _view(self) -> SceneView:
        return SceneView(
            self._moment, self._stage, self._palette, self._shape, self._still, self.devicePixelRatioF()
        )

    def _changed(self, view: SceneView) -> bool:
        look = self._look(view)
        if len(look) != len(self._painted_look):
            return True
        return any(abs(a - b) >= 1.0 for a, b in zip(look, self._painted_look, strict=True))

    def _look(self, view: SceneView) -> tuple[float, ...]:
        covered = step_picture.hold_light(view.moment) >= 1.0 or self._room.at(self._clock.now()) >= 1.0
        return (*(() if covered else self._scene.look(view)), *step_picture.step_look(view.moment))

    def _reach(self, view: SceneView) -> QRect:
        return step_picture.step_reach(view.moment, view.stage, self._scene.reach(view))

    def _captions(self) -> Captions:
        says_phase = self._scene.says_phase
        if self._grounding is not None:
            # In a small window the lines need the hint's place; the ways out stand there as buttons.
            return Captions(hint="" if self._stage.small else self._hint, notice=self._notice)
        if self._wordless or (step_picture.is_room(self._moment) and not self._said[0]):
            return Captions(hint=self._hint, notice=self._notice)
        return captions_of(self._moment, self._said, says_phase, self._still, self._hint, self._notice)

    # --- Qt's events ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin when seen."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)
        self.window().removeEventFilter(self)
        self.window().installEventFilter(self)
        self._backdrop.begin(self._clock.now())
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is asked for while hidden, and the ground's memory is given back."""
        super().hideEvent(event)
        self._loop.stop()
        self._backdrop.let_go()
        self._room.let_go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything finds its new place."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Exposure and minimising of the window decide whether frames are asked for."""
        if event.type() in (QEvent.Type.Expose, QEvent.Type.WindowStateChange):
            self._run()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is asked for, and no more."""
        painter = QPainter(self)
        try:
            self._paint(painter, event.region())
        except Exception as error:  # noqa: BLE001 - it is handed on to whoever hears `failed`
            self._loop.stop()
            # Announced once this event is over: whoever hears it closes the window.
            QTimer.singleShot(0, self, partial(self.failed.emit, error))
        finally:
            # A painter left open by a fault would take the whole program with it.
            painter.end()
        if self._frame_begun is not None:
            self._loop.painted(self._frame_begun)
            self._frame_begun = None

    # --- painting ---------------------------------------------------------------------------------

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = self._clock.now()
        self._lay(painter, region.boundingRect())
        self._backdrop.lay_opening(painter, region.boundingRect(), self._stage, now)
        if self._grounding is not None:
            paint_grounding(painter, self._stage, self._palette, self._grounding)
        else:
            self._paint_scene(painter, region, now)
        self._painted_captions = self._captions()
        paint_captions(painter, self._painted_captions, self._stage, self._palette, region)

    def _lay(self, painter: QPainter, place: QRect) -> None:
        calm = self._grounding is not None
        self._backdrop.lay(painter, place, self._stage, self._palette, self.devicePixelRatioF(), calm=calm)

    def _paint_scene(self, painter: QPainter, region: QRegion, now: float) -> None:
        view, room = self._view(), self._room.at(now)
        reach = self._reach(view) if room <= 0.0 else self.rect()
        if not region.intersects(reach):
            return
        hold, light = step_picture.hold_light(view.moment), self._light.at(now)
        seen = light * (1.0 - max(hold, room))
        if max(hold, room) < 1.0:
            painter.save()
            self._scene.paint(painter, view)
            painter.restore()
        if seen < 1.0:
            # A veil of the ground itself: the picture dims, its edges stay.
            painter.setOpacity(1.0 - seen)
            self._lay(painter, reach if room <= 0.0 else region.boundingRect())
            painter.setOpacity(1.0)
        if room > 0.0:
            says = not self._wordless and not self._said[0]
            self._room.paint(painter, region.boundingRect(), view, room * (0.5 + 0.5 * light), says=says)
        if hold > 0.0:
            step_picture.paint_touch(
                painter,
                view.stage,
                self._palette,
                step_picture.shown_hold(view.moment, self._hold),
                hold * light,
            )
        if region.contains(self._reach(view)):
            self._painted_look = self._look(view)
            self._painted_reach = self._reach(view)
