"""One window with everything it needs, a clock to move, and a hand to press keys."""

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
            self.clock, self.preferences, fakes.patterns(), self.player, self.journal, fakes.identity()
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
def room(qtbot: QtBot) -> Room:
    return Room(qtbot, Settings(flower=11))
