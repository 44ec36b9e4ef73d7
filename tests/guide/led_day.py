"""A day on which offers are led by hand: a clock that is set, a desktop that says what it is told."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from kindtimer.core.offer import Account, Invitation
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_quiet, read_rule
from kindtimer.core.settings import Settings
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.prompt_guide import PromptGuide
from tests import fakes

BERLIN = ZoneInfo("Europe/Berlin")
LOS_ANGELES = ZoneInfo("America/Los_Angeles")


def at(clock: str, day: date = date(2026, 11, 25), zone: tzinfo = BERLIN) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), zone).astimezone(UTC)


@dataclass
class Day:
    """A guide on a day that is led by hand."""

    clock: fakes.ManualClock = field(default_factory=fakes.ManualClock)
    keeper: fakes.FakeOffers = field(default_factory=fakes.FakeOffers)
    zone: tzinfo = BERLIN
    busy: bool = False
    offered: list[Invitation] = field(default_factory=list)
    gone: int = 0
    told: list[str] = field(default_factory=list)

    def begin(self, *lines: str, first_minute: float = 0.0, quiet: str = "", **settings: object) -> "Day":
        rules = tuple(Rule(str(n), *read_rule(line)) for n, line in enumerate(lines, 1))
        spans = tuple(read_quiet(one) for one in quiet.split() if one)
        made = Settings(rules=rules, quiet=Quiet(spans), **settings)  # type: ignore[arg-type]
        self.preferences = Preferences(made, fakes.FakeKeeper())
        self.desktop = fakes.FakeDesktop()
        self.guide = PromptGuide(
            self.clock,
            self.preferences,
            self.keeper,
            lambda: self.desktop,
            lambda: self.zone,
            lambda: self.busy,
            first_minute=timedelta(seconds=first_minute),
        )
        self.guide.offered.connect(self.offered.append)
        self.guide.gone.connect(self._gone)
        self.guide.trouble_told.connect(self.told.append)
        self.guide.begin()
        return self

    def _gone(self) -> None:
        self.gone += 1

    def to(self, when: datetime) -> "Day":
        """Let time go on until then, looking whenever the guide's timer would; both clocks move together."""
        self.guide.look()  # a timer that was left half way is set anew
        while (left := (when - self.clock.when()).total_seconds()) > 0:
            timer = self.guide._timer
            ahead = timer.interval() / 1000.0 if timer.isActive() else left
            self.clock.step(min(left, ahead))
            if ahead <= left:
                self.guide.look()
        return self

    def set_clock(self, when: datetime) -> "Day":
        """Somebody sets the clock; nothing but the guide's next look notices."""
        self.clock.wall += when - self.clock.when()
        return self

    def sleep_until(self, when: datetime) -> "Day":
        self.clock.sleep((when - self.clock.when()).total_seconds())
        self.guide.look()
        return self

    def restart(self) -> "Day":
        self.guide.close()
        settings = self.preferences.settings
        again = Day(self.clock, self.keeper, self.zone)
        again.begin()
        again.preferences.replace(settings)
        return again

    def due(self) -> list[str]:
        """When each given one was due, in the zone of now."""
        return [key.split(" ", 1)[1] for key in self.guide.desk.given]

    def fates(self) -> list[tuple[str, str]]:
        accounts: tuple[Account, ...] = self.guide.desk.accounts
        return [(one.due.astimezone(self.zone).strftime("%H:%M"), one.fate.value) for one in accounts]


def begun(start: str, *lines: str, on: date = date(2026, 11, 25), **settings: object) -> Day:
    """A day that begins at this time in Berlin, with these rules."""
    return Day().set_clock(at(start, on)).begin(*lines, **settings)  # type: ignore[arg-type]
