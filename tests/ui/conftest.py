"""One window with everything it needs, a clock to move, and a hand to press keys."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.entry import Door
from kindtimer.core.session import Session
from kindtimer.core.settings import Settings
from kindtimer.core.wish import Wish
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.session_guide import SessionGuide
from kindtimer.ui.session_window import SessionWindow
from kindtimer.visuals.palette import DUSK
from tests import fakes


class Room:
    """A session window wired to its guide as `app` wires it."""

    def __init__(self, qtbot: QtBot, settings: Settings) -> None:
        self.qtbot = qtbot
        self.clock = fakes.ManualClock()
        self.player = fakes.RecordingPlayer()
        self.journal = fakes.FakeJournal()
        self.preferences = Preferences(settings, fakes.FakeKeeper())
        self.guide = SessionGuide(
            self.clock, self.preferences, fakes.patterns(), self.player, self.journal, fakes.identity(), dict
        )
        self.window = SessionWindow(self.clock, self.guide, self.preferences, DUSK, still=False)
        qtbot.addWidget(self.window, before_close_func=lambda window: window.hide())
        self.guide.session_began.connect(self.window.show_session)
        self.guide.session_changed.connect(self.window.show_change)
        self.guide.session_ended.connect(self.window.show_ending)
        self.guide.sound_changed.connect(self.window.show_sound)

    def begin(self, door: Door = Door.TRAY, pattern: str | None = None, seconds: float = 0.0) -> Session:
        session = self.guide.begin(Wish(door, pattern))
        self.pass_time(seconds)
        return session

    def pass_time(self, seconds: float) -> None:
        end = self.clock.now() + seconds
        while self.clock.now() < end:
            self.clock.step(min(0.25, end - self.clock.now()))
            self.guide.look()

    def press(self, key: Qt.Key) -> None:
        """A key, where the keys go."""
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key)

    @property
    def session(self) -> Session:
        assert self.guide.session is not None
        return self.guide.session

    @property
    def position(self) -> float:
        return self.session.position(self.clock.now())


@pytest.fixture
def new_room(qtbot: QtBot) -> Iterator[Callable[[Settings], Room]]:
    """Rooms with settings of their own; all of them are left at the end."""
    rooms: list[Room] = []

    def made(settings: Settings) -> Room:
        rooms.append(Room(qtbot, settings))
        return rooms[-1]

    yield made
    for room in rooms:
        room.guide.leave()
        room.window.hide()


@pytest.fixture
def room(new_room: Callable[[Settings], Room]) -> Room:
    return new_room(Settings(flower=11))
