"""Parts: what the program is made of. `program` hands in the real ones, a test its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QObject

from kindtimer.core.clock import Clock
from kindtimer.core.pattern import Pattern
from kindtimer.core.settings import Settings
from kindtimer.desktop.keep_awake import KeepAwake
from kindtimer.desktop.time_watch import TimeWatch
from kindtimer.desktop.tray import MenuEntry, Tray
from kindtimer.guide.beginnings import Plans
from kindtimer.guide.breathe_shortcut import Keys
from kindtimer.guide.hard_times_keeper import HardTimesKeeper
from kindtimer.guide.preferences import SettingsKeeper
from kindtimer.guide.prompt_guide import FIRST_MINUTE, HoldsAsked, OfferKeeper
from kindtimer.guide.session_guide import Player
from kindtimer.guide.session_record import Journal

if TYPE_CHECKING:
    from kindtimer.desktop.notification import Notification
    from kindtimer.ui.home_places import Shelf
    from kindtimer.ui.offers_start import LoginStart

NewTray = Callable[[Callable[[], Sequence[MenuEntry]]], Tray]


class KeptPlayer(Player, Protocol):
    """A player that can be ended."""

    @property
    def left_behind(self) -> bool:
        """Whether a sound system that hangs still keeps a thread after `close`."""

    def close(self) -> None:
        """End its threads."""


class KeptJournal(Journal, HardTimesKeeper, Protocol):
    """A journal that can be closed; it keeps the page for hard times, too."""

    @property
    def waits(self) -> bool:
        """Whether something is left to be written, also of an earlier run."""

    @property
    def safe(self) -> bool:
        """Whether no end of the program could lose words of the person."""

    def settle(self) -> bool:
        """Write what could not be written before; whether nothing is left."""

    def came_back(self) -> str | None:
        """A kind line, once, when what an earlier run could not write has been written."""

    def close(self) -> None:
        """Close the file."""


@dataclass(frozen=True)
class Parts:
    """Everything the program is made of that a test may want to bring along."""

    clock: Clock
    settings: Settings
    keeper: SettingsKeeper
    patterns: Mapping[str, Pattern]
    player: KeptPlayer
    journal: KeptJournal
    identity: Callable[[], tuple[UUID, str]]
    tray: NewTray
    keep_awake: KeepAwake
    assets: Path
    shelf: "Callable[[], Shelf]"
    today: Callable[[], date]
    offers: OfferKeeper
    holds: Callable[[], HoldsAsked]
    zone: Callable[[], tzinfo]
    time_watch: Callable[[QObject], TimeWatch]
    notification: "Callable[[QObject], Notification]"
    keys: Callable[[QObject], Keys]
    login: "Callable[[], LoginStart]"
    plans: Plans
    look_at_packs: Callable[[], object] = lambda: None
    first_minute: timedelta = FIRST_MINUTE
    troubles: Sequence[str] = ()
