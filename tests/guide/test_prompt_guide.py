"""Offers as the program leads them: a clock set by hand, and a desktop that says what it is told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.core.hold import ASKED, Hold
from kindtimer.core.offer import Account, Fate, Invitation
from kindtimer.core.offer_wish import Missed
from kindtimer.core.pause import Pause, read_pause
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
            self.desktop,
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


@pytest.fixture
def day(qapp: QApplication) -> Callable[..., Day]:
    def begun(start: str, *lines: str, on: date = date(2026, 11, 25), **settings: object) -> Day:
        made = Day()
        made.set_clock(at(start, on))
        return made.begin(*lines, **settings)  # type: ignore[arg-type]

    return begun


def test_it_comes_at_its_second_and_says_one_line(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01"))
    (invitation,) = made.offered
    assert "minute" in invitation.words
    assert (invitation.minutes, invitation.practice, invitation.asks) == (1.0, "breathe", False)
    assert made.desktop.asked == [(frozenset(ASKED), 5.0)]


def test_where_there_is_no_rule_nothing_ticks(day: Callable[..., Day]) -> None:
    made = day("09:59")
    assert not made.guide._timer.isActive()
    assert made.keeper.saved == 0
    assert made.guide.next_prompt() is None


def test_far_from_an_offer_it_looks_every_ten_minutes_and_near_one_every_minute(
    day: Callable[..., Day],
) -> None:
    made = day("07:00", "daily 10:00")
    assert made.guide._timer.interval() == 600_000
    made.to(at("09:30"))
    assert made.guide._timer.interval() == 60_000
    made.to(at("09:59:30"))
    made.guide.look()
    assert 29_900 < made.guide._timer.interval() < 30_100
    assert made.desktop.asked == []


def test_in_the_first_minute_nothing_is_offered(day: Callable[..., Day]) -> None:
    made = day("09:59:40", "daily 10:00", first_minute=60.0).to(at("10:00:39"))
    assert made.offered == []
    made.to(at("10:00:41"))
    assert len(made.offered) == 1


def test_while_the_desktop_is_busy_it_waits_and_says_why(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.desktop.holds = {Hold.CALL, Hold.INPUT}
    made.to(at("10:05"))
    assert made.offered == []
    assert set(made.guide.held) == {Hold.CALL, Hold.INPUT}
    made.desktop.holds = set()
    made.to(at("10:06"))
    assert len(made.offered) == 1
    assert not made.guide.held


def test_a_hold_that_is_switched_off_is_not_even_asked(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00", holds_off=(Hold.CALL,))
    made.desktop.holds = {Hold.CALL}
    made.to(at("10:00:01"))
    assert len(made.offered) == 1
    assert Hold.CALL not in made.desktop.asked[0][0]
    made = day("09:59", "daily 10:00", holds_off=tuple(ASKED)).to(at("10:00:01"))
    assert len(made.offered) == 1
    assert made.desktop.asked == []


def test_a_session_that_runs_holds_it_and_the_desktop_is_not_asked(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.busy = True
    made.to(at("10:03"))
    assert (made.offered, made.desktop.asked, made.guide.held) == ([], [], (Hold.SESSION,))
    made.busy = False
    made.to(at("10:04"))
    assert len(made.offered) == 1


def test_a_desktop_that_answers_late_is_asked_once(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.desktop.hangs = True
    made.to(at("10:00:02"))
    made.guide.look()
    assert len(made.desktop.asked) == 1
    made.desktop.tell()
    assert len(made.offered) == 1


def test_an_answer_that_comes_after_a_pause_shows_nothing(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.desktop.hangs = True
    made.to(at("10:00:01"))
    made.guide.pause(Pause(made.clock.when(), None))
    made.desktop.tell()
    assert made.offered == []


# --- what the person does -----------------------------------------------------------------------------


def test_taking_it_ends_it_and_tells_what_was_taken(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01"))
    taken = made.guide.take()
    assert taken == made.offered[0]
    assert made.gone == 1
    assert made.guide.take() is None
    assert made.fates() == [("10:00", "taken")]


def test_one_that_waits_is_taken_too(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.desktop.holds = {Hold.CALL}
    made.to(at("10:01"))
    assert made.guide.take() is not None
    made.desktop.holds = set()
    made.to(at("10:20"))
    assert made.offered == []


@pytest.mark.parametrize(
    ("now", "back"), [("10:00", "19:00"), ("17:30", "19:00"), ("18:30", "19:30:01"), ("22:00", "23:00:01")]
)
def test_this_evening_is_at_seven_or_in_an_hour(day: Callable[..., Day], now: str, back: str) -> None:
    made = day("09:00", f"daily {now}").to(at(f"{now}:01"))
    made.guide.this_evening()
    assert made.guide.desk.again is not None
    assert made.guide.desk.again.at == at(back)


def test_a_quarter_of_an_hour_later_it_is_there_once_more(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01"))
    made.guide.later(timedelta(minutes=15))
    assert made.gone == 1
    made.to(at("10:15:02"))
    assert len(made.offered) == 2
    made.guide.not_now()
    made.to(at("12:00"))
    assert len(made.offered) == 2


def test_one_that_is_asked_for_comes_whatever_holds(day: Callable[..., Day]) -> None:
    made = day("09:59")
    made.desktop.holds = {Hold.CALL}
    made.guide.offer_now()
    assert len(made.offered) == 1
    made.guide.offer_now()
    assert len(made.offered) == 1
    made.to(at("10:10"))
    assert made.gone == 1


def test_a_rule_s_own_line_and_practice_are_offered(day: Callable[..., Day]) -> None:
    made = day("09:59")
    when, days = read_rule("daily 10:00")
    rule = Rule("1", when, days, practice="sigh", minutes=2.0, words="Rest your eyes.")
    made.preferences.change(rules=(rule,))
    made.to(at("10:00:01"))
    assert made.offered == [Invitation("Rest your eyes.", 2.0, "sigh", "1")]
    assert "Rest" not in repr(made.offered)


# --- what outlasts a restart --------------------------------------------------------------------------


def test_given_before_a_restart_it_is_not_given_after_it(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01")).restart()
    made.to(at("10:20"))
    assert made.offered == []
    assert made.fates() == [("10:00", "let_pass")]


def test_a_new_rule_s_earlier_times_were_not_missed(day: Callable[..., Day]) -> None:
    made = day("11:00", missed=Missed.ONE_LATE)
    made.preferences.change(rules=(Rule("1", *read_rule("daily 10:30")),))
    later = made.restart()
    later.to(at("11:10"))
    assert (later.offered, later.fates()) == ([], [])


def test_trouble_with_keeping_is_said_once_and_offers_go_on(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00, 11:00")
    made.keeper.trouble = "The disk is full."
    made.to(at("11:00:01"))
    assert made.told == ["The disk is full."]
    assert len(made.offered) == 2


# --- the cases of the field ---------------------------------------------------------------------------


def test_suspended_over_an_hourly_prompt(day: Callable[..., Day]) -> None:
    hourly = "every 60 min 09:00-18:00"
    made = day("09:58:30", hourly, missed=Missed.ONE_LATE).sleep_until(at("13:17"))
    made.to(at("13:17:59"))
    assert made.offered == []
    made.to(at("13:18:01"))
    assert len(made.offered) == 1
    made.guide.not_now()
    made.to(at("13:59:59"))
    assert len(made.offered) == 1
    made.to(at("14:00:01"))
    assert len(made.offered) == 2
    let_go = day("09:58:30", hourly).sleep_until(at("13:17")).to(at("13:59"))
    assert let_go.offered == []


def test_awake_just_before_it_is_due_it_comes_on_time(day: Callable[..., Day]) -> None:
    made = day("09:58:30", "every 60 min 09:00-18:00").sleep_until(at("09:59:55")).to(at("10:00:01"))
    assert len(made.offered) == 1


def test_off_over_three_prompts_at_most_one_comes_and_all_are_told(day: Callable[..., Day]) -> None:
    made = day("08:50", "daily 09:00, 12:00, 15:00").sleep_until(at("15:20")).to(at("15:30"))
    assert made.offered == []
    assert made.fates() == [("09:00", "missed"), ("12:00", "missed"), ("15:00", "missed")]
    late = day("08:50", "daily 09:00, 12:00, 15:00", missed=Missed.ONE_LATE).sleep_until(at("15:20"))
    late.to(at("15:30"))
    assert len(late.offered) == 1


def test_twenty_sleeps_over_a_prompt_with_one_open_are_one_offer(day: Callable[..., Day]) -> None:
    made = day("09:59:50", "daily 10:00").to(at("10:00:01"))
    for second in range(20):
        made.sleep_until(at(f"10:00:{second + 10:02d}"))
    assert len(made.offered) == 1
    assert made.gone == 0


def test_left_unanswered_over_three_prompts_there_is_never_more_than_one(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00, 10:11, 10:22").to(at("10:30"))
    assert len(made.offered) == 3
    assert made.gone == 2  # the third is still there


@pytest.mark.parametrize(
    ("on", "line", "comes"),
    [
        (date(2026, 3, 29), "daily 02:30", ["03:00"]),
        (date(2026, 10, 25), "daily 02:30", ["02:30"]),
        (date(2026, 10, 25), "daily 02:10, 02:40", ["02:10", "02:40"]),
    ],
)
def test_the_hour_that_is_missing_and_the_hour_that_comes_twice(
    day: Callable[..., Day], on: date, line: str, comes: list[str]
) -> None:
    made = day("01:30", line, on=on)
    seen: list[str] = []
    for _ in range(5):  # with a restart each half hour
        made.to(made.clock.when() + timedelta(minutes=30))
        seen += [fates for fates, _ in made.fates()[len(seen) :]]
        made = made.restart()
    assert seen == comes


def test_travelling_before_it_was_given_it_comes_by_the_new_clock(day: Callable[..., Day]) -> None:
    made = day("11:50", "daily 12:00")
    made.zone = LOS_ANGELES
    made.to(at("11:59", zone=LOS_ANGELES))
    assert made.offered == []
    made.to(at("12:00:01", zone=LOS_ANGELES))
    assert len(made.offered) == 1


def test_travelling_after_it_was_given_it_does_not_come_twice_a_day(day: Callable[..., Day]) -> None:
    made = day("11:50", "daily 12:00").to(at("12:01"))
    made.guide.not_now()
    made.zone = LOS_ANGELES
    made.to(at("13:00", zone=LOS_ANGELES))
    assert len(made.offered) == 1


def test_the_clock_an_hour_on_and_two_back(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01"))
    made.guide.not_now()
    made.set_clock(at("11:00"))
    made.guide.look()
    made.set_clock(at("09:00"))
    made.guide.look()
    made.to(at("10:30"))
    assert len(made.offered) == 1


def test_a_pause_of_an_hour_over_a_sleep_and_a_restart_ends_when_it_said(day: Callable[..., Day]) -> None:
    made = day("10:00", "daily 10:50, 11:05")
    made.guide.pause(read_pause("1h", made.clock.when(), BERLIN))
    made.to(at("10:10")).sleep_until(at("10:40")).to(at("10:45"))
    made = made.restart()
    assert made.guide.desk.pause is not None
    assert made.guide.desk.pause.until == at("11:00")
    made.to(at("11:04"))
    assert made.offered == []
    made.to(at("11:05:01"))
    assert len(made.offered) == 1


def test_paused_until_i_say_nothing_comes(day: Callable[..., Day]) -> None:
    made = day("10:00", "daily 10:50")
    made.guide.pause(read_pause("", made.clock.when(), BERLIN))
    made.to(at("12:00", date(2026, 11, 27)))
    assert made.offered == []
    made.guide.resume()
    made.to(at("10:50:01", date(2026, 11, 28)))
    assert len(made.offered) == 1


def test_quiet_keeps_its_first_minute_and_gives_its_last(day: Callable[..., Day]) -> None:
    made = day("21:00", "daily 21:59, 22:00, 06:59, 07:00", quiet="22:00-07:00")
    made.to(at("08:00", date(2026, 11, 26)))
    assert made.due() == ["2026-11-25 21:59", "2026-11-26 07:00"]


def test_seven_let_pass_nothing_escalates_and_it_pauses_itself(day: Callable[..., Day]) -> None:
    made = day("07:59", "every 60 min 08:00-18:00").to(at("17:30"))
    assert len(made.offered) == 7
    assert [one.asks for one in made.offered] == [False, False, False, True, False, False, False]
    assert len({one.words for one in made.offered[:5]}) == 5
    assert made.guide.desk.pause is not None
    assert made.guide.desk.pause.own
    assert [fate for _, fate in made.fates()].count(Fate.LET_PASS.value) == 7
