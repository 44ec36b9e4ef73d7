"""Walk: the program with real rooms and fakes at its edges, moved through time by hand."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from kindtimer.app import App, build
from kindtimer.core.settings import Settings
from kindtimer.parts import Parts
from tests import fakes


class Walk:
    """The program, built with fakes at its edges."""

    def __init__(self, application: QApplication, settings: Settings, troubles: tuple[str, ...] = ()) -> None:
        self.clock = fakes.ManualClock()
        self.player = fakes.RecordingPlayer()
        self.journal = fakes.FakeJournal()
        self.keeper = fakes.FakeKeeper()
        self.awake = fakes.FakeKeepAwake()
        self.offers, self.desktop = fakes.FakeOffers(), fakes.FakeDesktop()
        self.keys = fakes.FakeKeys()
        self.watch, self.notification = fakes.FakeTimeWatch(), fakes.FakeNotification()
        self.parts = Parts(
            clock=self.clock,
            settings=settings,
            keeper=self.keeper,
            patterns=fakes.patterns(),
            player=self.player,
            journal=self.journal,
            identity=fakes.identity(),
            tray=fakes.FakeTray,
            keep_awake=self.awake,
            assets=fakes.ASSETS,
            shelf=fakes.shelf,
            today=lambda: date(2026, 3, 1),
            offers=self.offers,
            holds=lambda: self.desktop,
            zone=lambda: ZoneInfo("Europe/Berlin"),
            time_watch=lambda _parent: self.watch,
            notification=lambda _parent: self.notification,
            keys=lambda _parent: self.keys,
            login=fakes.FakeLogin,
            plans=dict,
            first_minute=timedelta(),
            troubles=troubles,
        )
        self.app: App = build(application, self.parts)

    @property
    def tray(self) -> fakes.FakeTray:
        assert isinstance(self.app.tray, fakes.FakeTray)
        return self.app.tray

    def pass_time(self, seconds: float) -> None:
        end = self.clock.now() + seconds
        while self.clock.now() < end:
            self.clock.step(min(0.25, end - self.clock.now()))
            self.app.guide.look()
