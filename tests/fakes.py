"""Stand-ins that are handed in where the real part would need a screen, a sound card or a wait."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon

from kindtimer.core.chord import Chord
from kindtimer.core.entry import SessionEntry
from kindtimer.core.hard_times import HardTimes
from kindtimer.core.hold import Hold, Reading
from kindtimer.core.offer_desk import Desk
from kindtimer.core.pattern import Pattern
from kindtimer.core.settings import Settings
from kindtimer.core.sound import Heard, SoundPlan, SoundState
from kindtimer.desktop.notification_line import Notice
from kindtimer.desktop.tray import MenuEntry
from kindtimer.store.pattern_store import read_patterns

if TYPE_CHECKING:
    from kindtimer.ui.home_places import Shelf

ASSETS = Path(__file__).parent.parent / "assets"


@dataclass
class ManualClock:
    """A clock that moves when it is told to."""

    seconds: float = 1000.0
    wall: datetime = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    slept: float = 0.0

    def now(self) -> float:
        return self.seconds

    def when(self) -> datetime:
        return self.wall + timedelta(seconds=self.seconds - 1000.0 + self.slept)

    def asleep(self) -> float:
        return self.slept

    def step(self, seconds: float) -> None:
        self.seconds += seconds

    def sleep(self, seconds: float) -> None:
        """The machine was suspended: monotonic time stood still."""
        self.slept += seconds


@dataclass
class RecordingPlayer:
    """Remembers every plan it was given."""

    plans: list[SoundPlan | None] = field(default_factory=list)
    heard: SoundState = field(default_factory=SoundState)
    turned_on: int = 0
    closed: bool = False
    left_behind: bool = False

    def follow(self, plan: SoundPlan | None) -> None:
        self.plans.append(plan)

    def turn_on(self) -> None:
        self.turned_on += 1
        self.heard = SoundState(Heard.PLAYING)

    def toggle_mute(self) -> None:
        self.heard = SoundState(self.heard.state, muted=not self.heard.muted)

    def state(self) -> SoundState:
        return self.heard

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeJournal:
    """Keeps entries in memory; `trouble` is what it answers."""

    entries: dict[UUID, SessionEntry] = field(default_factory=dict)
    writes: int = 0
    trouble: str | None = None
    closed: bool = False
    safe: bool = True
    back: str | None = None
    page: HardTimes = field(default_factory=HardTimes)

    def keep(self, entry: SessionEntry) -> str | None:
        self.writes += 1
        if self.trouble is None:
            self.entries[entry.id] = entry
        return self.trouble

    def forget(self, uuid: UUID) -> str | None:
        self.entries.pop(uuid, None)
        return None

    @property
    def waits(self) -> bool:
        return self.trouble is not None

    def settle(self) -> bool:
        return self.trouble is None

    def came_back(self) -> str | None:
        line, self.back = self.back, None
        return line

    def hard_times(self) -> HardTimes:
        return self.page

    def keep_hard_times(self, page: HardTimes) -> str | None:
        if self.trouble is None:
            self.page = page
        return self.trouble

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeOffers:
    """Keeps the desk of offers in memory."""

    desk: Desk = field(default_factory=Desk)
    saved: int = 0
    trouble: str | None = None

    def load(self) -> Desk:
        return self.desk

    def save(self, desk: Desk) -> str | None:
        self.saved += 1
        if self.trouble is None:
            self.desk = desk
        return self.trouble


class FakeDesktop(QObject):
    """A desktop that answers what holds an offer, at once or when it is told to."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.holds: set[Hold] = set()
        self.hangs = False
        self.asked: list[tuple[frozenset[Hold], float]] = []

    def ask(self, wanted: frozenset[Hold], input_seconds: float) -> None:
        self.asked.append((wanted, input_seconds))
        if not self.hangs:
            self.tell()

    def cannot_tell(self) -> Mapping[Hold, str]:
        return {Hold.SHARING: "This desktop does not tell."}

    def tell(self) -> None:
        wanted, _ = self.asked[-1]
        self.answered.emit({hold: Reading.YES if hold in self.holds else Reading.NO for hold in wanted})

    def close(self) -> None:
        self.hangs = True


class FakeNotification(QObject):
    """A notification daemon that takes what it is given; its answers are told by the test."""

    answered = Signal(str)
    gone = Signal(int)
    failed = Signal(str)
    token = ""

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[Notice] = []
        self.shown = False

    def show(self, notice: Notice) -> None:
        self.notices.append(notice)
        self.shown = True

    def close_notification(self) -> None:
        self.shown = False

    def close(self) -> None:
        self.shown = False


class FakeLogin:
    """Starts at login where it is told to."""

    def __init__(self) -> None:
        self.on = False

    def is_on(self) -> bool:
        return self.on

    def turn_on(self) -> str:
        self.on = True
        return ""

    def turn_off(self) -> str:
        self.on = False
        return ""


class FakeKeys(QObject):
    """A desktop on which every chord can be held."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.held = ""
        self.taken = ""

    def why_not(self) -> str:
        return ""

    def hold(self, chord: Chord) -> str:
        if str(chord) == self.taken:
            return "Another program has these keys."
        self.held = str(chord)
        return ""

    def close(self) -> None:
        self.held = ""


class FakeTimeWatch(QObject):
    """A watch whose changes are told by the test."""

    changed = Signal(str)

    def close(self) -> None:
        """Nothing was opened."""


@dataclass
class FakeKeeper:
    """Keeps settings in memory."""

    saved: list[Settings] = field(default_factory=list)
    trouble: str | None = None

    def save(self, settings: Settings) -> str | None:
        self.saved.append(settings)
        return self.trouble


def shelf() -> "Shelf":
    """What the home window's pages hold: the real help lines, topics and licences."""
    from kindtimer.store.guide_store import read_topics
    from kindtimer.store.help_line_store import read_help_lines
    from kindtimer.store.licence_store import read_licences
    from kindtimer.ui.home_places import Shelf

    return Shelf(
        help_lines=lambda: read_help_lines(ASSETS / "help_lines.toml"),
        topics=lambda: read_topics(ASSETS / "guide.toml"),
        licences=lambda: read_licences(ASSETS / "licences.toml"),
        kept_at="~/.local/share/kindtimer",
        version="1.2.3",
    )


class FakeTray(QObject):
    """A tray one can click without a desktop."""

    breathe_requested = Signal()

    def __init__(self, menu: Callable[[], Sequence[MenuEntry]]) -> None:
        super().__init__()
        self.entries = menu
        self.there = True
        self.icons: list[QIcon] = []
        self.tip = ""
        self.said: list[str] = []
        self.shown: list[str] = []
        self.closed = False

    def say(self, words: str) -> None:
        self.said.append(words)

    def show_icon(self, icon: QIcon, tip: str) -> None:
        self.icons.append(icon)
        self.tip = tip

    def refresh(self) -> None:
        self.shown = [entry.text for entry in self.entries()]

    def close(self) -> None:
        self.closed = True

    def choose(self, text: str) -> None:
        """Take an entry of the menu by its words."""
        next(entry for entry in self.entries() if entry.text == text).chosen()


@dataclass
class FakeKeepAwake:
    """Whether the screen would stay on."""

    held: bool = False
    closed: bool = False

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False

    def close(self) -> None:
        self.held, self.closed = False, True


def patterns() -> dict[str, Pattern]:
    """The built-in patterns."""
    return read_patterns(ASSETS / "patterns.toml")


def identity() -> Callable[[], tuple[UUID, str]]:
    """Ids 1, 2, 3 …, in Berlin."""
    count = iter(range(1, 10_000))
    return lambda: (UUID(int=next(count)), "Europe/Berlin")
