"""Session recall: what a person wrote earlier in a session, shown again with the step that asks for it.

A line stands under the step's words; what is longer has a field that is only read. It comes and goes with
those words. Nothing of it leaves the window but what the person's own screen reader says. Main thread.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QPlainTextEdit, QWidget

from kindtimer.core.moment import Line, Moment
from kindtimer.core.session import Session, State
from kindtimer.core.words import tr
from kindtimer.guide.session_guide import SessionGuide
from kindtimer.ui.growing_field import GrowingField
from kindtimer.ui.style import restyle
from kindtimer.visuals.breath_view import BreathView
from kindtimer.visuals.lines import fitting_size
from kindtimer.visuals.measures import ANSWER_WIDE, GRID
from kindtimer.visuals.stage import Stage

BEHIND = 0.10
"""Light of the picture behind words that are written or read."""

LINES = 7
"""Where so many do not stand in the room there is, letters are smaller."""

SEEN = 1.0 / 40.0
"""Less of a change of light is not seen."""

READS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
SELECTS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


def fits_one_line(words: str, stage: Stage) -> bool:
    """Whether words stand in the second line of a stage at its full size."""
    if len(words.splitlines()) > 1:
        return False
    return (
        fitting_size(words, stage.second, stage.second_px, Qt.AlignmentFlag.AlignHCenter) >= stage.second_px
    )


class RecalledWords(GrowingField):
    """A field that is only read and scrolls. All keys but those that read it are the session's."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(tr("What you wrote"), read_only=True)
        self.setObjectName("recalled")
        self.setParent(window)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._effect = QGraphicsOpacityEffect(self, opacity=0.0)
        self.setGraphicsEffect(self._effect)
        self.hide()

    def show_words(self, words: str) -> None:
        """From their beginning on; the same ones stay where they are read."""
        if words != self.words:
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def light_up(self, light: float) -> None:
        """How much of it is to be seen, 0–1."""
        if abs(light - self._effect.opacity()) >= SEEN or light in (0.0, 1.0):
            self._effect.setOpacity(light)
            self._effect.setEnabled(light < 1.0)

    @property
    def light(self) -> float:
        """How much of it is to be seen."""
        return self._effect.opacity()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What reads, selects and copies is the field's; the rest goes on to the window."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        copies = event.matches(QKeySequence.StandardKey.Copy) or event.matches(
            QKeySequence.StandardKey.SelectAll
        )
        if copies or event.key() in READS or (shifted and event.key() in SELECTS):
            super().keyPressEvent(event)
            event.accept()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The field scrolls here."""
        QPlainTextEdit.wheelEvent(self, event)


class SessionRecall:
    """Which words are shown again now, and how."""

    def __init__(
        self,
        window: QWidget,
        view: BreathView,
        guide: SessionGuide,
        *,
        say: Callable[[str], None],
        picture: Callable[[], None],
        due: Callable[[], None],
    ) -> None:
        self._window, self._view, self._guide = window, view, guide
        self._say, self._picture, self._due = say, picture, due
        self._stage = view.stage
        self._told = ""
        self._state: State | None = None
        self._measured: tuple[str, Stage] | None = None
        self._short = True
        # Made when it is first wanted: most sessions recall nothing.
        self.field: RecalledWords | None = None

    @property
    def shown(self) -> bool:
        """Whether the field can be seen."""
        return self.field is not None and self.field.isVisibleTo(self._window)

    def rest(self) -> None:
        """The session is over, or not begun: nothing of it stays."""
        self._told, self._state, self._measured = "", None, None
        self._hide()
        if self.field is not None:
            self.field.show_words("")

    def with_words(self, moment: Moment) -> Moment:
        """A moment as it is seen, with what is recalled in one line; the field takes its light from it."""
        session = self._guide.session
        words = session.recalled(moment.step) if session is not None else ""
        if not words:
            return moment
        if self._fits(words):
            return replace(moment, second=Line(words, moment.line.light))
        if self.shown and self.field is not None:
            self.field.light_up(moment.line.light)
        elif moment.line.light > 0.0 and words != self._told:
            QTimer.singleShot(0, self._window, self._due)  # no widget is made within a frame
        return moment

    def look(self, session: Session, moment: Moment, *, asks: bool, waits: bool) -> None:
        """Let be seen what belongs to this moment; `asks`: a panel is open, `waits`: a question does."""
        words = session.recalled(moment.step)
        if words != self._told:
            self._told = words
            self._say(words)
        stays = session.state in (State.RUNNING, State.PAUSED) and not asks
        if words and stays and not self._fits(words):
            self._show(words, session.state, moment.line.light)
        elif self.shown:
            self._hide()
            if stays and not waits:
                self._view.set_light(1.0)

    def place(self, stage: Stage) -> None:
        """About the flower's centre, above the step's words, as high as it has to be."""
        self._stage = stage
        if self.field is None or not self.shown:
            return
        field, scale = self.field, max(1.0, stage.text_scale)
        wide = min(stage.width - 2 * GRID, round(ANSWER_WIDE * (0.5 + 0.5 * scale)))
        room = stage.words.top() - 2 * GRID
        for tight in (False, True):
            restyle(field, "tight", tight)
            field.resize(wide, room)
            if room >= LINES * field.fontMetrics().lineSpacing():
                break
        high = field.sizeHint().height()
        if high > room:  # whole lines are easier to read on from
            high = room - field.viewport().height() % field.fontMetrics().lineSpacing()
        top = min(max(GRID, round(stage.centre.y() - high / 2)), GRID + room - high)
        field.setGeometry(QRect((stage.width - wide) // 2, top, wide, high))

    def _fits(self, words: str) -> bool:
        if self._measured != (words, self._stage):
            self._measured = (words, self._stage)
            self._short = fits_one_line(words, self._stage)
        return self._short

    def _show(self, words: str, state: State, light: float) -> None:
        if self.field is None:
            self.field = RecalledWords(self._window)
        before, self._state = self._state, state
        if self.shown and before is state and self.field.words == words:
            self.field.light_up(light)
            return
        self._view.set_light(BEHIND)
        self.field.light_up(light)
        self.field.ensurePolished()
        self.field.show_words(words)
        self.field.show()
        self.field.raise_()
        self.place(self._stage)

    def _hide(self) -> None:
        self._state = None
        if self.field is not None and self.shown:
            if self._window.focusWidget() is self.field:
                # First: what goes with the keys would hand them to the controls, and bring those.
                self._picture()
            self.field.hide()
