"""App: the only place that knows everyone. `build` makes, `wire` connects, `close` ends.

`program` hands in the real parts of a home; a test hands in its own. Main thread.
"""

import logging
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kindtimer import __version__
from kindtimer.core.entry import Door
from kindtimer.core.session import Session
from kindtimer.core.settings import OneClick
from kindtimer.core.status import status
from kindtimer.core.wish import Wish
from kindtimer.core.words import tr
from kindtimer.desktop.memory_care import UNLOAD_MS, MemoryCare
from kindtimer.desktop.motion_wish import MotionWish
from kindtimer.desktop.tray import MenuEntry
from kindtimer.desktop.window_cover import window_cover
from kindtimer.guide.command_guide import CommandGuide
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.session_guide import Ending, SessionGuide
from kindtimer.offering import Offering
from kindtimer.parts import Parts
from kindtimer.ui import tray_menu
from kindtimer.ui.appearance import Appearance, Look
from kindtimer.ui.home_door import HomeDoor
from kindtimer.ui.place_names import HARD_TIMES, HELP_NOW, OFFERS, WELCOME
from kindtimer.visuals.seed_mark import PAUSED, SESSION, seed_icon

if TYPE_CHECKING:
    from kindtimer.ui.session_window import SessionWindow
    from kindtimer.ui.sidebar import Place

TRAY_COMES_MS = 3000
"""How long a tray host may take to appear before the window is shown in its place."""

LOGIN_TRAY_COMES_MS = 60_000
"""The same at a login, where much else begins at once."""

RETRY_MS = 20_000
"""While an entry could not be written, another try comes after so long; else nothing ticks."""


class App(QObject):
    """The running program."""

    def __init__(self, application: QApplication, parts: Parts) -> None:
        super().__init__()
        self._application = application
        self._parts = parts
        self.preferences = Preferences(parts.settings, parts.keeper, self)
        given = (parts.patterns, parts.player, parts.journal, parts.identity, parts.plans)
        self.guide = SessionGuide(parts.clock, self.preferences, *given, self)
        self.motion = MotionWish(self)
        self.appearance = Appearance(self.preferences, self.motion, lambda settings: settings.theme, self)
        at_home = Appearance(self.preferences, self.motion, lambda settings: settings.home_theme, self)
        self.home = HomeDoor(self._places, self.preferences, at_home, parts.assets, self)
        self.offering = Offering(
            parts, self.preferences, at_home, lambda: self.guide.session is not None, self
        )
        more = self.offering.commands.answers()
        self.commands = CommandGuide(self.guide, self.status, self, more)
        self.cover = window_cover(self)
        self.tray = parts.tray(self._menu)
        self._window: SessionWindow | None = None
        self._ends = False
        self._loss_told = ""
        self._wanted = self.offering.wanted
        self._memory = MemoryCare(self._let_go, self)
        self._retry = QTimer(self, singleShot=True)
        self._no_tray = QTimer(self, interval=TRAY_COMES_MS, singleShot=True)

    def wire(self) -> None:
        """Every connection, sorted by sender."""
        self._application.screenAdded.connect(self._screens_changed)
        self._application.screenRemoved.connect(self._screens_changed)
        self.appearance.changed.connect(self._dress)
        self.commands.packs_changed.connect(self._parts.look_at_packs)
        self.commands.packs_changed.connect(self.home.look_at_packs)
        self.commands.show_requested.connect(self.show)
        self.guide.question_changed.connect(lambda question: self.window.show_question(question))
        self.guide.screen_wanted.connect(self._keep_screen)
        self.guide.session_began.connect(self._session_began)
        self.guide.session_changed.connect(self._session_changed)
        self.guide.session_ended.connect(self._session_ended)
        self.guide.sound_changed.connect(lambda sound: self.window.show_sound(sound))
        self.guide.record.trouble_over.connect(self.home.take_back)
        self.guide.record.trouble_told.connect(self.tell)
        self.home.closed.connect(self._home_closed)
        self.home.quit_requested.connect(self.quit)
        self.offering.breathe_wanted.connect(lambda: self.one_click(Door.COMMAND))
        self.offering.changed.connect(self._show_state)
        self.offering.gone.connect(self._offer_gone)
        self.offering.taken.connect(self.guide.begin)
        self.offering.times_wanted.connect(lambda: self.show_home(OFFERS))
        self.offering.trouble_told.connect(self.tell)
        self.offering.wire()
        self.preferences.changed.connect(self._settings_changed)
        self.preferences.trouble_over.connect(self.home.take_back)
        self.preferences.trouble_told.connect(self.tell)
        self._no_tray.timeout.connect(self._show_without_tray)
        self._retry.timeout.connect(self._settle_journal)
        self.tray.breathe_requested.connect(lambda: self.one_click(Door.TRAY))

    def begin(self, wish: Wish | None, sync_seconds: int | None, *, at_login: bool = False) -> None:
        """The first thing after the start."""
        if at_login:
            self._no_tray.setInterval(LOGIN_TRAY_COMES_MS)
        for trouble in self._parts.troubles:
            print(trouble, file=sys.stderr)  # noqa: T201 - the terminal it was started from is told too
            self.home.tell(trouble)
        self._show_state()
        self._memory.rest()
        self.offering.begin()
        if self._parts.journal.waits:  # an earlier run could not write it
            self._retry.start(UNLOAD_MS)
        if sync_seconds is not None:
            self.guide.begin_sync(sync_seconds)
        elif wish is not None:
            self.guide.begin(wish)
        elif not self.preferences.settings.welcomed and not at_login:
            self.show_home(WELCOME)
            self._no_tray.start()
        elif not self.tray.there:
            self._no_tray.start()

    def close(self) -> None:
        """End in order: the session and its record, the tray, sound, the screen, the journal."""
        self.guide.leave()
        self.offering.close()
        self.home.close()
        self.tray.close()
        self._parts.player.close()
        self._parts.keep_awake.close()
        self._parts.journal.close()
        self.motion.close()
        self.cover.close()
        self._memory.close()
        for timer in (self._no_tray, self._retry):
            timer.stop()
        if self._window is not None:
            self._window.fall_quiet()
            self._window.deleteLater()
            self._window = None

    @property
    def window(self) -> "SessionWindow":
        """The session window, made when it is first wanted."""
        if self._window is None:
            from kindtimer.ui.session_window import SessionWindow

            look = self.appearance.look
            self._window = SessionWindow(
                self._parts.clock, self.guide, self.preferences, look.palette, still=look.still
            )
            self._window.follow_settings(self.preferences.settings)
            self._window.stood.connect(self.cover.watch)
            self._window.view.failed.connect(self._picture_failed)
            self._window.help_wanted.connect(lambda: self.show_home(HELP_NOW))
            self._window.quit_wanted.connect(self.quit)
            self.cover.covered_changed.connect(self._window.view.set_covered)
        return self._window

    def status(self) -> dict[str, Any]:
        """What `kindtimer status` tells."""
        return status(
            version=__version__,
            session=self.guide.session,
            now=self._parts.clock.now(),
            sound=self.guide.sound,
            tray=self.tray.there,
            offers=self.offering.document(),
            frames=self._window.frames() if self._window else None,
        )

    # --- what is asked of it ---------------------------------------------------------------------

    def one_click(self, door: Door) -> None:
        """One click: what was chosen for it; where a session is on the screen already, that one."""
        if self.guide.session is not None:
            self.window.show_session_again()
        elif self.preferences.settings.one_click is OneClick.ROOM:
            self.guide.begin_room(door)
        else:
            self.guide.begin(Wish(door))

    def _breathe(self) -> None:
        self.guide.begin(Wish(Door.TRAY))

    def _from_home(self) -> None:
        """The tile on Today; where a session waits, *Go on*."""
        session = self.guide.session
        if session is not None and not session.runs:
            self.guide.go_on()
        self.one_click(Door.HOME)

    def show(self) -> None:
        """A second start: the session there is, or the home window."""
        if self.guide.session is not None:
            self.window.show_session_again()
        else:
            self.show_home()

    def show_home(self, place: str | None = None) -> None:
        """The home window, at a place or where it was; what there is to say stands above its page."""
        self._memory.stay()
        self._no_tray.stop()
        self.home.show(place)

    def quit(self) -> None:
        """End the program, asking nothing; only words that would be lost are said to be so, once."""
        self.guide.leave()
        self.home.keep_words()
        if self._parts.journal.settle() or self._parts.journal.safe or self._loss_told:
            self.end()
            return
        self._loss_told = tr(
            "For the moment these words can be written nowhere on this computer, so KindTimer stays open "
            "with them. Some free space, or the right to write there, is all it takes. To quit once more "
            "ends it without them."
        )
        self.show_home(HARD_TIMES)
        self.home.tell(self._loss_told)
        self._retry.start(RETRY_MS)

    def end(self) -> None:
        """End the program at once, as a kill asks. Qt closes each window first; none of them refuses."""
        self._ends = True
        self._application.quit()

    def tell(self, words: str) -> None:
        """One kind line, where the person can see it."""
        if self._window is not None and self._window.isVisible():
            self._window.tell(words)
        else:
            self.home.tell(words)

    # --- what happens ------------------------------------------------------------------------------

    def _picture_failed(self, error: Exception) -> None:
        logging.getLogger(__name__).error("a frame could not be painted", exc_info=error)
        self.window.leave()
        self.tell(tr("The picture could not be painted, so the window closed. What there was is kept."))

    def _session_began(self, session: Session) -> None:
        self.window.show_session(session)
        self.offering.session_began()
        self._show_state()
        self.motion.ask()
        self._memory.session_began()
        self._no_tray.stop()
        if line := self.home.take_line():
            self.window.tell(line)

    def _session_changed(self, session: Session) -> None:
        self.window.show_change(session)
        self._show_state()

    def _session_ended(self, ending: Ending) -> None:
        self.window.show_ending(ending)
        self._show_state()
        self._memory.rest()
        self._retry.start(UNLOAD_MS)
        QTimer.singleShot(0, self, self._end_unreachable)  # once it is known whether another one follows

    def _keep_screen(self, wanted: bool) -> None:
        awake = self._parts.keep_awake
        (awake.hold if wanted else awake.release)()

    def _end_unreachable(self) -> None:
        """Without a tray, a window, a session and a rule nobody could see or reach the program: it ends."""
        reached = self.tray.there or self.home.open or self.offering.wanted
        if self.guide.session is None and not reached:
            self.quit()

    def _home_closed(self) -> None:
        if self._ends:
            return
        self._retry.start(UNLOAD_MS)
        if self.guide.session is None:  # a breath on the screen is no time to look through memory
            self._memory.rest()
        if not self.tray.there:
            QTimer.singleShot(0, self, self._end_unreachable)
        elif not self.preferences.settings.closing_told:
            self.tray.say(tr("KindTimer stays here as a seed. Its menu brings the window back, or quits."))
            self.preferences.change(closing_told=True)

    def _settle_journal(self) -> None:
        if not self._parts.journal.settle():
            self._retry.start(RETRY_MS)
        if self._loss_told and self._parts.journal.safe:
            self.home.take_back(self._loss_told)
            self._loss_told = ""
        self.guide.record.look_at_journal()
        if line := self._parts.journal.came_back():
            self.tell(line)

    def _offer_gone(self) -> None:
        if self.guide.session is None and not self.home.open:
            self._memory.rest()

    def _let_go(self) -> None:
        self.offering.let_go()
        if self._window is not None:
            self._window.let_go()
        self.home.let_go()
        self._parts.look_at_packs()  # practices are read anew when they are next wanted

    def _show_without_tray(self) -> None:
        if self.tray.there or self.guide.session is not None:
            return
        settings = self.preferences.settings
        if not self.home.open:
            self.show_home()
        if not settings.closing_told:
            self.home.tell_closing(stays=self.offering.wanted)
            # During the first start the line waits, and may not be seen before the window is closed.
            self.preferences.change(closing_told=settings.welcomed)

    def _settings_changed(self) -> None:
        """With the first rule that is on, closing means another thing where no tray is."""
        wanted, self._wanted = self._wanted, self.offering.wanted
        if wanted != self._wanted and not self.tray.there:
            if self.home.open:
                self.home.tell_closing(stays=self.offering.wanted)
            QTimer.singleShot(0, self, self._end_unreachable)
        self.tray.refresh()

    def _screens_changed(self) -> None:
        if self._window is not None:
            self._window.stay_on_screens(QGuiApplication.screens())
        self.offering.screens_changed()

    def _show_state(self) -> None:
        self.home.look_anew()
        session = self.guide.session
        state = self.offering.state if session is None else SESSION if session.runs else PAUSED
        tip = "\n".join(filter(None, ("KindTimer", self.offering.line)))
        self.tray.show_icon(seed_icon(self._parts.assets, state), tip)
        self.tray.refresh()

    def _menu(self) -> list[MenuEntry]:
        brings_room = self.preferences.settings.one_click is OneClick.ROOM
        return tray_menu.entries(
            self.guide.session,
            breathe=self._breathe,
            show=self.show,
            pause=self.guide.toggle_pause,
            leave=self.guide.leave,
            home=self.show_home,
            help_now=lambda: self.show_home(HELP_NOW),
            quit_=self.quit,
            room=(lambda: self.one_click(Door.TRAY)) if brings_room else None,
            offers=self.offering.entries(),
        )

    def _places(self) -> "list[Place]":
        from kindtimer.ui.home_places import Deeds, HomePlaces

        deeds = Deeds(
            begin=self.guide.begin,
            one_click=self._from_home,
            room=lambda: self.guide.begin_room(Door.HOME),
            waits=lambda: self.guide.session is not None and not self.guide.session.runs,
            open_place=self.home.go,
            quit=self.quit,
            device=lambda: self.guide.sound.device,
            tray=lambda: self.tray.there,
            tell=self.home.tell,
        )
        parts = self._parts
        made = HomePlaces(
            clock=parts.clock,
            preferences=self.preferences,
            patterns=parts.patterns,
            keeper=parts.journal,
            today=parts.today,
            shelf=parts.shelf(),
            deeds=deeds,
            offers=self.offering.shelf(),
            plans=parts.plans,
        )
        return made.places()

    def _dress(self, look: Look) -> None:
        if self._window is not None:
            self._window.wear(look.palette, still=look.still)


def build(application: QApplication, parts: Parts) -> App:
    """Make the program and connect it."""
    app = App(application, parts)
    app.wire()
    return app
