"""Session window: one session on the screen, full or small.

It owns the controls, the panel of *Too much?* and what a practice asks, and turns keys into calls on the
guide; where it stands is `session_frame`'s. It decides nothing about time. Main thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu

from kindtimer.core.clock import Clock
from kindtimer.core.moment import NO_LINE, Moment, named
from kindtimer.core.practice import Ask, Choose
from kindtimer.core.session import Session, State
from kindtimer.core.settings import Settings
from kindtimer.core.sound import SoundState
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.session_guide import Ending, SessionGuide
from kindtimer.ui import session_words
from kindtimer.ui.announcer import Announcer, speak_politely
from kindtimer.ui.placing import screen_with_pointer, text_scale
from kindtimer.ui.session_care import SessionCare
from kindtimer.ui.session_controls import SessionControls
from kindtimer.ui.session_frame import SessionFrame
from kindtimer.ui.session_guided import SessionGuided
from kindtimer.ui.session_keys import pressed, session_deeds
from kindtimer.ui.session_lines import SessionLines
from kindtimer.ui.session_menus import more_menu, sound_menu
from kindtimer.ui.style import sheet
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.palette import Palette
from kindtimer.visuals.scene import Scene
from kindtimer.visuals.scenes import SCENES, SYNC, next_scene
from kindtimer.visuals.stage import Stage

LOOK_MS = 500
NOTHING = Moment(0.0, None, 0.0, 0.0, 0.0, NO_LINE, NO_LINE, closing=False)


class SessionWindow(SessionFrame):
    """The one window of a session."""

    help_wanted = Signal()
    """A person to talk to: the session was left for Help now."""

    quit_wanted = Signal()

    def __init__(
        self, clock: Clock, guide: SessionGuide, preferences: Preferences, palette: Palette, *, still: bool
    ) -> None:
        super().__init__(clock)
        self._clock, self._guide, self._preferences = clock, guide, preferences
        self._session: Session | None = None
        self._named_until = -1.0
        menus = (
            sound_menu(guide, preferences, self),
            more_menu(guide, preferences, self, say_keys=self.say_keys),
        )
        for menu in menus:
            menu.installEventFilter(self)
        self._menus = menus
        self.controls = SessionControls(*menus, self)
        self.care = SessionCare(
            *(self, self.view, guide),
            leave=self.leave,
            closed=self._focus_picture,
            people=self._go_to_people,
            changed=self._stand_guided,
        )
        self._announcer = Announcer(lambda words: speak_politely(self, words))
        self.guided = SessionGuided(
            *(self, self.view, guide),
            say=self._announcer.say,
            picture=self._focus_picture,
            stirred=self._ask_stirred,
            due=self._look_at_session,
        )
        self.lines = SessionLines(self, self.view, preferences, self._announcer)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_at_session)
        self._deeds = session_deeds(
            guide,
            too_much=self._ask_too_much,
            ease=self.ease_or_pace,
            next_scene=self._next_scene,
            say_keys=self.say_keys,
            turn=self._turn,
            step=self._step,
        )
        self._connect()
        self.wear(palette, still=still)

    def _connect(self) -> None:
        self.controls.leave_pressed.connect(self.leave)
        self.controls.pause_pressed.connect(self._pause_or_pace)
        self.controls.too_much_pressed.connect(self._ask_too_much)
        self.controls.shown_changed.connect(self._show_pointer)
        self.pointed.connect(self._bring_controls)
        self._preferences.changed.connect(self._take_settings)
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.quit_wanted)

    # --- look ----------------------------------------------------------------------------------

    def wear(self, palette: Palette, *, still: bool) -> None:
        """Colours and movement, from now on."""
        self._palette = palette
        self.view.set_palette(palette)
        self.view.set_still(still)
        self.controls.dress(palette)
        self.dress_anew()

    def follow_settings(self, settings: Settings) -> None:
        """The person's own flower."""
        self.view.set_shape(FlowerShape.grown(settings.flower))

    def _take_settings(self) -> None:
        self.guided.tell_kept()

    def dress_anew(self) -> None:
        """Colours and sizes for the screen it is on."""
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
        self.guided.begin()
        self._show_state(session)
        self.controls.vanish()
        self.stand(session.size, screen, opens=not self.isVisible())
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
            self.stand(session.size, self.screen())

    def show_question(self, question: Ask | Choose | None) -> None:
        """This waits for an answer now, or nothing does."""
        if self._session is not None:
            self.guided.ask(question)
            self._look_at_session()

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
        self.guided.rest()

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

    def _show_state(self, session: Session) -> None:
        before, self._session = self._session, session
        self.view.keep_step_with(session.origin)
        self.view.stand_still(not session.runs)
        self.view.say(session_words.standing_line(session))
        self.controls.name_buttons(waits=not session.runs, eased=self._own_pace)
        self.care.follow(session)
        self._stand_guided()
        self._look_around(session, session.moment(self._clock.now()))
        self._announcer.say(session_words.spoken_change(session, before))

    def _moment(self, now: float) -> Moment:
        moment = self._guide.moment(now)
        if moment is None:
            return NOTHING
        moment = self.guided.recall.with_words(moment)
        return named(moment) if moment.position < self._named_until else moment

    def _look_at_session(self) -> None:
        # The guide's own, which what is written and how long it takes change without a word.
        session = self._guide.session if self._session is not None else None
        if session is None:
            return
        self._session, moment = session, session.moment(self._clock.now())
        self._announcer.look(moment, asked=moment.position < self._named_until)
        self._look_around(session, moment)
        if self.controls.isVisible():
            self.controls.tell_time(*session_words.time_left(session.timeline, moment))

    def _look_around(self, session: Session, moment: Moment) -> None:
        self.guided.look(session, moment, asks=self.care.asks)
        self.lines.look(session, moment, asks=self.care.asks, question=self.guided.asks)
        self._pin_controls(session)
        self._show_pointer(self.controls.isVisible())

    def _pin_controls(self, session: Session) -> None:
        """The row stays while a session waits, but does not come over a question, which has its own rows."""
        self.controls.pin(session.state is State.PAUSED and not self.care.asks)

    def _stand_guided(self) -> None:
        """A question of the practice has its place where nothing else asks and the session goes on."""
        session = self._session
        self.guided.stand(free=session is not None and session.runs and not self.care.asks)

    def lead_keys(self) -> None:
        """A question has the keyboard, else the picture."""
        if self.guided.asks:
            self.guided.take_keys()
        elif not self.care.has_keys:
            self._focus_picture()
        self._show_pointer(self.controls.isVisible())

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
        session = self._session
        return session is not None and session.eased and session.runs and not session.timeline.guided

    def _turn(self, by: int) -> None:
        """An arrow: of several holds another one, else a step on or back, as lines are read."""
        by = -by if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else by
        if self._turns_holds:
            self.guided.touch.turn(by)
        else:
            self._step(by)

    @property
    def _turns_holds(self) -> bool:
        session = self._session
        return session is not None and session.runs and not self.care.asks and self.guided.touch.turns

    def _step(self, by: int) -> None:
        """A step on or back, where nothing else asks and one is not looking around the room."""
        session = self._session
        stays = session is None or session.state in (State.GROUND, State.AWAY)
        if not stays and not self.care.asks:
            self._guide.step(by)

    def _ask_too_much(self) -> None:
        self._ask(self.care.ask_too_much)

    def _ask_stirred(self) -> None:
        self._ask(self.care.ask_stirred)

    def _ask(self, asks: Callable[[], None]) -> None:
        self._focus_picture()  # a button that goes with the keys would bring the row back
        self.controls.vanish()
        asks()
        self._look_at_session()

    def _focus_picture(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_keys(self) -> None:
        """H: say the phase for this breath and the next, and show every key."""
        session = self._session
        if session is None or self.care.asks or session.state is State.GROUND:
            return
        now = session.position(self._clock.now())
        self._named_until = now + session_words.naming_seconds(session.timeline, now)
        shown = session_words.all_keys(guided=session.timeline.guided, holds=self._turns_holds)
        self.lines.show_keys(*shown)
        keys = ". ".join(shown)
        self._announcer.say_again(session.moment(self._clock.now()), keys)

    def _next_scene(self) -> None:
        if self._session:
            self._guide.show_scene(next_scene(_scene(self._session)).id)

    # --- events --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys, the same everywhere (product §3)."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        if self.guided.types and event.key() != Qt.Key.Key_F6:
            return  # letters are letters, and arrows the field's
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
        here, stirred, recall = self.focusWidget(), self.guided.stirred, self.guided.recall
        if self.guided.asks and not self.guided.leads_out(here, forward=forward):
            return super().focusNextPrevChild(forward)
        if recall.field is not None and recall.shown and here is (self.view if forward else recall.field):
            (recall.field if forward else self.view).setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if forward and stirred.isVisibleTo(self) and here is self.view:
            stirred.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if self._session and not self.care.asks and self.controls.isHidden():
            self.controls.appear()
            first = self.controls.leave if forward else self.controls.more
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

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
            self.controls.name_buttons(waits=not self._session.runs, eased=self._own_pace)
        self.care.place(self._stage)
        self.guided.place(self._stage)

    def changeEvent(self, event: QEvent) -> None:
        """The desktop's text size may have changed."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.dress_anew()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing by the window manager is leaving."""
        self.leave()
        event.accept()

    def _show_pointer(self, shown: bool) -> None:
        self.show_pointer(shown or self.care.asks or self.guided.asks)


def _scene(session: Session) -> Scene:
    return SCENES.get(session.scene, SYNC)
