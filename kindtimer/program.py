"""Program: makes the real parts for a home, and runs KindTimer from its lock to its end.

`app` knows how the parts belong together; which ones are real is known here alone. `cli` calls it.
Main thread.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication

from kindtimer import __version__
from kindtimer.app import App, build
from kindtimer.audio.player import Player
from kindtimer.core.clock import Clock, SystemClock
from kindtimer.core.wish import Wish
from kindtimer.core.words import language, speak
from kindtimer.desktop.keep_awake import keep_awake
from kindtimer.desktop.local_zone import local_zone
from kindtimer.desktop.one_instance import OneInstance
from kindtimer.desktop.quit_signal import QuitSignal
from kindtimer.desktop.remote import InstanceLock
from kindtimer.desktop.silent_bus import leave_out_silent_buses
from kindtimer.desktop.time_watch import time_watch
from kindtimer.desktop.tray import SystemTray
from kindtimer.guide.breathe_shortcut import Keys
from kindtimer.guide.prompt_guide import HoldsAsked
from kindtimer.parts import Parts
from kindtimer.store.catalogue import SYSTEM, catalogue
from kindtimer.store.journal_store import JournalStore
from kindtimer.store.offer_store import OfferStore
from kindtimer.store.paths import Home, assets
from kindtimer.store.pattern_store import read_patterns
from kindtimer.store.practice_shelf import practices_of
from kindtimer.store.settings_store import SettingsStore
from kindtimer.ui.style import tray_menu_sheet
from kindtimer.visuals.seed_mark import seed_icon

if TYPE_CHECKING:
    from kindtimer.desktop.notification import Notification
    from kindtimer.ui.home_places import Shelf
    from kindtimer.ui.offers_start import LoginStart

FLOWERS = 2**31 - 2
"""So many flowers there are to grow from; 0 says that none was drawn so far."""


def identity() -> tuple[UUID, str]:
    """A new session's id, and the zone the person is in."""
    return uuid4(), local_zone().key


def real_parts(home: Home) -> Parts:
    """What the program of this home is made of. Raises BadPatterns where the assets are not whole."""
    clock = SystemClock()
    keeper = SettingsStore(home, clock)
    settings = keeper.load()
    if settings.language != SYSTEM:
        speak(catalogue(assets(), settings.language))
    if settings.flower == 0:
        # The number a person's own flower grows from is drawn once.
        import secrets  # 10 ms of every other start

        settings = replace(settings, flower=1 + secrets.randbelow(FLOWERS))
        keeper.save(settings)
    offers = OfferStore(home, clock)
    patterns = read_patterns(assets() / "patterns.toml")
    practices = practices_of(home, patterns)
    return Parts(
        clock=clock,
        settings=settings,
        keeper=keeper,
        patterns=patterns,
        player=Player(clock),
        journal=JournalStore(home, clock),
        identity=identity,
        tray=lambda menu: SystemTray(menu, sheet=tray_menu_sheet()),
        keep_awake=keep_awake(),
        assets=assets(),
        shelf=lambda: _shelf(home),
        offers=offers,
        holds=lambda: _holds(clock),
        zone=local_zone,
        time_watch=time_watch,
        notification=_notification,
        keys=_keys,
        login=lambda: _login(home),
        today=lambda: clock.when().astimezone(local_zone()).date(),
        plans=practices,
        look_at_packs=practices.look_anew,
        troubles=tuple(keeper.troubles),
    )


def _holds(clock: Clock) -> HoldsAsked:
    from kindtimer.audio.microphone_use import microphone_in_use
    from kindtimer.desktop.hold_probes import hold_asker

    return hold_asker(clock, microphone_in_use)


def _notification(parent: QObject) -> "Notification":
    from kindtimer.desktop.notification import notification

    return notification(parent)


def _keys(parent: QObject) -> Keys:
    from kindtimer.desktop.breathe_key import breathe_key

    return breathe_key(parent)


def _login(home: Home) -> "LoginStart":
    from kindtimer.desktop.login_entry import login_entry

    # Settings beside everything else: the home was named.
    return login_entry(home.folder if home.settings.parent == home.folder else None)


def _shelf(home: Home) -> "Shelf":
    """What the home window's pages are filled with, each read when it is first asked for."""
    from kindtimer.store.guide_store import read_topics
    from kindtimer.store.help_line_store import read_help_lines
    from kindtimer.store.licence_store import read_licences
    from kindtimer.ui.home_places import Shelf

    return Shelf(
        help_lines=lambda: read_help_lines(assets() / "help_lines.toml"),
        topics=lambda: read_topics(assets() / "guide.toml"),
        licences=lambda: read_licences(assets() / "licences.toml"),
        kept_at=str(home.folder),
        version=__version__,
    )


def direction() -> Qt.LayoutDirection:
    """From left to right, or from right to left, as the language that is spoken runs."""
    return QLocale(language()).textDirection()


def _application() -> QApplication:
    # Qt would split every small fill over a pool of threads, at twice the cost (measured: 39 % of a core
    # for a session, 20 % without it).
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    # With two monitors Qt would leave panels out of account, and a card would stand over one.
    os.environ.setdefault("QT_RELY_ON_NET_WORKAREA_ATOM", "1")
    application = QApplication([sys.argv[0]])
    application.setApplicationName("kindtimer")
    application.setApplicationDisplayName("KindTimer")
    application.setDesktopFileName("kindtimer")
    application.setCursorFlashTime(0)  # nothing blinks, and a still page with a field asks for no frames
    application.setStyle("Fusion")  # the one sheet dresses it; another style would mix its own sizes in
    application.setLayoutDirection(direction())
    application.setWindowIcon(seed_icon(assets()))
    return application


def show_notice(line: str) -> None:
    """Say in a window of its own why the program could not start; returns when that is closed."""
    from kindtimer.ui.appearance import look_of_desktop
    from kindtimer.ui.notice_window import NoticeWindow

    application = _application()
    ending = QuitSignal()
    ending.quit_requested.connect(application.quit)
    window = NoticeWindow(line, look_of_desktop(), assets())
    window.show()
    application.exec()
    ending.close()


def run(
    home: Home,
    wish: Wish | None,
    sync_seconds: int | None = None,
    make_parts: Callable[[Home], Parts] = real_parts,
    make_app: Callable[[QApplication, Parts], App] = build,
    *,
    at_login: bool = False,
) -> int:
    """Run the program of this home to its end; the exit code. Raises AlreadyRunning, or OSError.

    `at_login` says that no person waits for a window, and that the tray's host may take its time.
    Other parts, and a look into the app that is made of them, are handed in by tests alone.
    """
    # Before anything is read or written: two starts at once must not both draw a flower's number.
    lock = InstanceLock(home.lock)
    lock.take(home.socket)
    silent = leave_out_silent_buses(os.environ)
    application = _application()
    application.setQuitOnLastWindowClosed(False)
    parts = make_parts(home)
    app = make_app(application, parts)
    instance = OneInstance(lock, home.socket, app.commands.answer)
    ending = QuitSignal()
    ending.quit_requested.connect(app.end)
    try:
        instance.listen()
        for trouble in filter(None, (instance.trouble, silent)):
            app.tell(trouble)
        app.begin(wish, sync_seconds, at_login=at_login)
        code = application.exec()
    finally:
        app.close()
        instance.close()
        ending.close()
    if parts.player.left_behind:
        # A sound server that hangs may wake while the interpreter is taken down, and crash it.
        os._exit(code)
    return code
