"""Session touch: which of the holds that a step offers is shown, and the two arrows beside its drawing.

The drawing itself is the breath view's. The choice stays for the steps that come. Main thread.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from kindtimer.core.moment import Moment
from kindtimer.core.practice import Touch
from kindtimer.core.words import tr
from kindtimer.ui.buttons import Button
from kindtimer.visuals.breath_view import BreathView
from kindtimer.visuals.measures import GRID, TARGET
from kindtimer.visuals.stage import Stage
from kindtimer.visuals.step_picture import hold_place, hold_words


class SessionTouch:
    """The hold that is shown, one further or one back."""

    def __init__(self, window: QWidget, view: BreathView, say: Callable[[str], None]) -> None:
        self._view, self._say = view, say
        self._step: Touch | None = None
        self._hold = ""
        # The keys do the same; no stop for Tab, which leads to the controls.
        self.before = Button("‹", partial(self.turn, -1), kind="arrow", parent=window)
        self.after = Button("›", partial(self.turn, 1), kind="arrow", parent=window)
        self.before.setAccessibleName(tr("The hold before"))
        self.after.setAccessibleName(tr("The next hold"))
        for arrow in (self.before, self.after):
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            arrow.hide()

    def begin(self) -> None:
        """A session begins: nothing is chosen."""
        self._step, self._hold = None, ""
        self._view.set_hold("")

    def look(self, moment: Moment | None, *, free: bool) -> None:
        """Let the arrows be there where there is a choice, and say once what is shown."""
        step = moment.step if moment is not None else None
        touch = step if isinstance(step, Touch) else None
        if touch is not None and touch != self._step:
            self._say(hold_words(self._shown(touch)))
        self._step = touch
        for arrow in (self.before, self.after):
            arrow.setVisible(free and self.turns)

    @property
    def turns(self) -> bool:
        """Whether there is another hold to show."""
        return self._step is not None and len(self._step.holds) > 1

    def turn(self, by: int) -> None:
        """Show the next hold (1), or the one before (-1); after the last comes the first."""
        if self._step is None:
            return
        holds = self._step.holds
        self._hold = holds[(holds.index(self._shown(self._step)) + by) % len(holds)]
        self._view.set_hold(self._hold)
        self._say(hold_words(self._hold))

    def place(self, stage: Stage) -> None:
        """Beside the drawing, where lines begin and where they end."""
        drawing = hold_place(stage)
        side = max(TARGET, self.before.sizeHint().width(), self.before.sizeHint().height())
        apart = min(2 * GRID, max(0, drawing.left() - side))
        top = drawing.center().y() - side // 2
        places = [
            QRect(drawing.left() - apart - side, top, side, side),
            QRect(drawing.right() + 1 + apart, top, side, side),
        ]
        mirrored = self.before.layoutDirection() is Qt.LayoutDirection.RightToLeft
        # Their signs are turned round by themselves where words run from right to left.
        arrows = (self.after, self.before) if mirrored else (self.before, self.after)
        for arrow, place in zip(arrows, places, strict=True):
            arrow.setGeometry(place)

    def _shown(self, step: Touch) -> str:
        return self._hold if self._hold in step.holds else step.holds[0]
