"""Session window: one session on the screen, full or small.

It owns the canvas, the controls and the panel of *Too much?*, turns keys into calls on the guide, and
stands where `placing` says. It decides nothing about time. Main thread.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QScreen,
    QShortcut,
)
from PySide6.QtWidgets import QMenu, QWidget

from kindtimer.core.clock import Clock
from kindtimer.core.moment import NO_LINE, Moment, named
from kindtimer.core.session import Session, State
from kindtimer.core.settings import Settings, Size
from kindtimer.core.sound import SoundState
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.session_guide import Ending, SessionGuide
from kindtimer.ui import session_words
from kindtimer.ui.announcer import Announcer, speak_politely
from kindtimer.ui.placing import screen_with_pointer, seen_at, text_scale
from kindtimer.ui.session_care import SessionCare
from kindtimer.ui.session_controls import SessionControls
from kindtimer.ui.session_keys import pressed, session_deeds
from kindtimer.ui.session_lines import SessionLines
from kindtimer.ui.session_menus import more_menu, sound_menu
from kindtimer.ui.session_place import FULL_FLAGS, stand
from kindtimer.ui.session_sizes import LEAST, MOST
from kindtimer.ui.style import sheet
from kindtimer.visuals.breath_view import BreathView
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.palette import Palette
from kindtimer.visuals.scene import Scene
from kindtimer.visuals.scenes import SCENES, SYNC, next_scene
from kindtimer.visuals.stage import Stage

LOOK_MS = 500
NOTHING = Moment(0.0, None, 0.0, 0.0, 0.0, NO_LINE, NO_LINE, closing=False)
STILL_POINTER = 4
"""Pixels a pointer may tremble before it counts as moved."""


class SessionWindow(QWidget):
    """The one window of a session."""

    spoken_role = QAccessible.Role.Window

    stood = Signal(int)
    """The native id of the window, whenever it stands somewhere (a change of size may make a new one)."""

    help_wanted = Signal()
    """A person to talk to: the session was left for Help now."""

    quit_wanted = Signal()

    def __init__(
        self, clock: Clock, guide: SessionGuide, preferences: Preferences, palette: Palette, *, still: bool
    ) -> None:
        super().__init__()
        self.setWindowFlags(FULL_FLAGS)
        self.setWindowTitle("KindTimer")
        self._clock, self._guide, self._preferences = clock, guide, preferences
        self._session: Session | None = None
        self._named_until = -1.0
        self._pointer = QPoint(-1, -1)
        self.setMinimumSize(LEAST)
        self.setMaximumSize(MOST)
        self.view = BreathView(clock, self)
        self.view.setMouseTracking(True)
        self.setMouseTracking(True)
        menus = (
            sound_menu(guide, preferences, self),
            more_menu(guide, preferences, self, say_keys=self.say_keys),
        )
        for menu in menus:
            menu.installEventFilter(self)
        self._menus = menus
        self.controls = SessionControls(*menus, self)
        self.care = SessionCare(
            self, self.view, guide, leave=self.leave, closed=self._focus_picture, people=self._go_to_people
        )
        self._announcer = Announcer(lambda words: speak_politely(self, words))
        self.lines = SessionLines(self, self.view, preferences, self._announcer)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_at_session)
        self._deeds = session_deeds(
            guide,
            too_much=self._ask_too_much,
            ease=self.ease_or_pace,
            next_scene=self._next_scene,
            say_keys=self.say_keys,
        )
        self._connect()
        self.wear(palette, still=still)

    def _connect(self) -> None:
        self.controls.leave_pressed.connect(self.leave)
        self.controls.pause_pressed.connect(self._pause_or_pace)
        self.controls.too_much_pressed.connect(self._ask_too_much)
        self.controls.shown_changed.connect(self._show_pointer)
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.quit_wanted)

    # --- look ----------------------------------------------------------------------------------

    def wear(self, palette: Palette, *, still: bool) -> None:
        """Colours and movement, from now on."""
        self._palette = palette
        self.view.set_palette(palette)
        self.view.set_still(still)
        self.controls.dress(palette)
        self._dress()

    def follow_settings(self, settings: Settings) -> None:
        """The person's own flower."""
        self.view.set_shape(FlowerShape.grown(settings.flower))

    def _dress(self) -> None:
        scale = text_scale(self.font(), self.screen())
        self.view.set_text_scale(scale)
        self.setStyleSheet(sheet(self._palette, scale))
        self._lay_out()

    # --- a session comes, changes, goes ------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        """A session begins: open out of the desktop."""
        self._named_until = -1.0
        self.view.set_scene(_scene(session))
        self.view.follow(self._moment)
        screen = screen_with_pointer()
        self.lines.begin(session)
        self._show_state(session)
        self.controls.vanish()
        self._stand(session.size, screen, opens=not self.isVisible())
        self._pointer = self.cursor().pos()
        self._announcer.begin(session_words.spoken_beginning(session.timeline))
        self._look.start()

    def show_change(self, session: Session) -> None:
        """The session was paused, eased off, taken further, or looks different."""
        before = self._session
        if before and before.scene != session.scene:
            self.view.set_scene(_scene(session))
        self._show_state(session)
        if before and before.size is not session.size:
            self._stand(session.size, self.screen())

    def show_ending(self, ending: Ending) -> None:
        """The session is over: fold away. Where it was left, the window has gone already."""
        self.fall_quiet()
        if ending.by_itself:
            self._announcer.look(ending.session.moment(self._clock.now()))

    def fall_quiet(self) -> None:
        """Out of sight first; then nothing of it goes on ticking in a program at rest."""
        self.hide()
        self._session = None
        self._look.stop()
        self.controls.vanish()
        self.lines.rest()
        self.care.rest()

    def show_sound(self, sound: SoundState) -> None:
        """Say in one line where sound is not as it was wanted."""
        if self._session is not None:
            self.lines.sound(sound)

    def frames(self) -> dict[str, float]:
        """How the picture kept time since the session began."""
        return self.view.frame_stats.told()

    def tell(self, words: str) -> None:
        """One line about something that could not be done, for six seconds."""
        self.lines.tell(words)

    def let_go(self) -> None:
        """Give the native window and its picture memory back while nothing is shown."""
        if not self.isVisible():
            self.destroy()

    def show_session_again(self) -> None:
        """Bring a session that runs to the front, out of the taskbar, too."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _show_state(self, session: Session) -> None:
        before, self._session = self._session, session
        self.view.keep_step_with(session.origin)
        self.view.stand_still(not session.runs)
        self.view.say(session_words.standing_line(session))
        self.controls.name_buttons(waits=not session.runs, eased=session.eased)
        self.care.follow(session)
        self._pin_controls(session)
        self.lines.look(session, session.moment(self._clock.now()), asks=self.care.asks)
        self._announcer.say(session_words.spoken_change(session, before))

    def _moment(self, now: float) -> Moment:
        moment = self._guide.moment(now)
        if moment is None:
            return NOTHING
        return named(moment) if moment.position < self._named_until else moment

    def _look_at_session(self) -> None:
        session = self._session
        if session is None:
            return
        moment = session.moment(self._clock.now())
        self._announcer.look(moment, asked=moment.position < self._named_until)
        self.lines.look(session, moment, asks=self.care.asks)
        self._pin_controls(session)
        if self.controls.isVisible():
            self.controls.tell_time(*session_words.time_left(session.timeline, moment))

    def _pin_controls(self, session: Session) -> None:
        """The row stays while a session waits, but does not come over a question, which has its own rows."""
        self.controls.pin(session.state is State.PAUSED and not self.care.asks)

    # --- where it stands -----------------------------------------------------------------------

    def _stand(self, size: Size, screen: QScreen, *, opens: bool = False) -> None:
        def open_from(place: QRect) -> None:
            if opens:
                self.view.open_from(seen_at(screen, place))

        stand(self, size, screen, self._dress, open_from)
        if not self.care.has_keys:
            self._focus_picture()
        self._show_pointer(self.controls.isVisible())
        self.view.set_covered(False)
        self.stood.emit(int(self.winId()))

    def stay_on_screens(self, screens: Sequence[QScreen]) -> None:
        """Screens came or went: stand on one that is there."""
        if not self.isVisible() or not screens:
            return
        screen = self.screen() if self.screen() in screens else screens[0]
        size = self._session.size if self._session else Size.SMALL
        self._stand(size, screen)

    # --- what the person does --------------------------------------------------------------------

    def leave(self) -> None:
        """Go at once: first the window, then the sound, then the record."""
        self.fall_quiet()
        self._guide.leave()

    def _go_to_people(self) -> None:
        self.leave()
        self.help_wanted.emit()

    def _pause_or_pace(self) -> None:
        (self._guide.go_on if self._own_pace else self._guide.toggle_pause)()

    def ease_or_pace(self) -> None:
        """E: ease off; once more paces again, a little faster than it was."""
        (self._guide.go_on if self._own_pace else self._guide.ease_off)()

    @property
    def _own_pace(self) -> bool:
        return self._session is not None and self._session.eased and self._session.runs

    def _ask_too_much(self) -> None:
        self._focus_picture()  # a button that goes with the keys would bring the row back
        self.controls.vanish()
        self.care.ask_too_much()
        self._look_at_session()

    def _focus_picture(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_keys(self) -> None:
        """H: say the phase for this breath and the next, and show every key."""
        session = self._session
        if session is None or self.care.asks or session.state is State.GROUND:
            return
        now = session.position(self._clock.now())
        self._named_until = now + 2.0 * session.timeline.last_paced(now).period
        self.lines.show_keys()
        self._announcer.say_again(session.moment(self._clock.now()), ". ".join(session_words.all_keys()))

    def _next_scene(self) -> None:
        if self._session:
            self._guide.show_scene(next_scene(_scene(self._session)).id)

    # --- events --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys, the same everywhere (product §3)."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        done = pressed(event, self._deeds)
        if done is None:
            super().keyPressEvent(event)
        else:
            done()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F6 asks *Too much?* out of a menu, too."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(watched, QMenu) and event.key() == Qt.Key.Key_F6:  # type: ignore[attr-defined]
            for menu in self._menus:  # one may have opened out of the other
                menu.close()
            self._ask_too_much()
            return True
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab brings the controls."""
        if self._session and not self.care.asks and self.controls.isHidden():
            self.controls.appear()
            first = self.controls.leave if forward else self.controls.more
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer brings the controls."""
        at = event.globalPosition().toPoint()
        if (at - self._pointer).manhattanLength() >= STILL_POINTER:
            self._pointer = at
            self._bring_controls()
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click brings the controls too; the small window can be moved by its ground."""
        self._bring_controls()
        handle = self.windowHandle()
        if handle is not None and not self.isFullScreen():
            handle.startSystemMove()

    def _bring_controls(self) -> None:
        if self._session and not self.care.asks and self._session.scene != SYNC.id:
            self.controls.appear()
            self._look_at_session()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything keeps its place."""
        self.view.setGeometry(self.rect())
        self._lay_out()

    def _lay_out(self) -> None:
        # Asked anew, since a view that is not shown hears of its new size only later.
        self._stage = Stage.for_window(self.width(), self.height(), text_scale(self.font(), self.screen()))
        self.controls.place(self._stage.controls)
        if self._session:
            self.controls.name_buttons(waits=not self._session.runs, eased=self._session.eased)
        self.care.place(self._stage)

    def changeEvent(self, event: QEvent) -> None:
        """The desktop's text size may have changed."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._dress()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing by the window manager is leaving."""
        self.leave()
        event.accept()

    def _show_pointer(self, shown: bool) -> None:
        full = self._session is not None and self._session.size is Size.FULL
        self.setCursor(Qt.CursorShape.BlankCursor if full and not shown else Qt.CursorShape.ArrowCursor)


def _scene(session: Session) -> Scene:
    return SCENES.get(session.scene, SYNC)
