"""A guide with everything it needs, and a clock to move."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.core.settings import Settings
from kindtimer.guide.beginnings import Plans
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.session_guide import Ending, SessionGuide
from tests import fakes


class Walk:
    """A guide with everything it needs, and a clock to move."""

    def __init__(self, settings: Settings | None = None, plans: Plans = dict) -> None:
        self.clock = fakes.ManualClock()
        self.keeper = fakes.FakeKeeper()
        self.preferences = Preferences(settings or Settings(), self.keeper)
        self.player = fakes.RecordingPlayer()
        self.journal = fakes.FakeJournal()
        self.guide = SessionGuide(
            self.clock,
            self.preferences,
            fakes.patterns(),
            self.player,
            self.journal,
            fakes.identity(),
            plans,
        )
        self.endings: list[Ending] = []
        self.guide.session_ended.connect(self.endings.append)

    def pass_time(self, seconds: float) -> None:
        """Let time go by as the tick would see it."""
        end = self.clock.now() + seconds
        while self.clock.now() < end:
            self.clock.step(min(0.25, end - self.clock.now()))
            self.guide.look()

    @property
    def position(self) -> float:
        assert self.guide.session is not None
        return self.guide.session.position(self.clock.now())


@pytest.fixture
def new_walk(qtbot: QtBot) -> Iterator[Callable[[Settings], Walk]]:
    """Walks with settings of their own; all of them are left at the end."""
    walks: list[Walk] = []

    def made(settings: Settings) -> Walk:
        walks.append(Walk(settings))
        return walks[-1]

    yield made
    for walk in walks:
        walk.guide.leave()


@pytest.fixture
def walk(new_walk: Callable[[Settings], Walk]) -> Walk:
    return new_walk(Settings())
