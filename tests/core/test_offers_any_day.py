"""What holds for any rules, zones and any run of clocks, sleeps, restarts and pauses: never twice, never in
quiet, never two at once, never lost unless stated.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from kindtimer.core.hold import Hold
from kindtimer.core.offer import Answer, Fate
from kindtimer.core.offer_desk import BACK, LATE, LOOK_AGAIN, Desk
from kindtimer.core.offer_wish import Missed
from kindtimer.core.pause import Pause
from kindtimer.core.quiet_times import Quiet, QuietSpan
from kindtimer.core.rule import At, Every, Rule, Somewhere, When, Window, time_of
from kindtimer.core.schedule import Schedule
from tests.core.test_local_time import ZONES

STEPS = st.one_of(
    st.tuples(st.just("look"), st.integers(1, 600)),
    st.tuples(st.just("next"), st.just(0)),
    st.tuples(st.just("next"), st.just(0)),
    st.tuples(st.just("next"), st.just(0)),
    st.tuples(st.just("sleep"), st.integers(600, 3 * 86_400)),
    st.tuples(st.just("clock"), st.integers(-2 * 86_400, 2 * 86_400)),
    st.tuples(st.just("pause"), st.integers(1, 86_400)),
    st.tuples(st.just("resume"), st.just(0)),
    st.tuples(st.just("hold"), st.integers(0, 2)),
    st.tuples(st.just("answer"), st.integers(0, 3)),
    st.tuples(st.just("zone"), st.integers(0, 100)),
)


def minutes(low: int = 0, high: int = 1439) -> st.SearchStrategy[time]:
    return st.integers(low, high).map(time_of)


@st.composite
def whens(draw: st.DrawFn) -> When:
    kind = draw(st.integers(0, 2))
    if kind == 0:
        return At(tuple(draw(st.lists(minutes(), min_size=1, max_size=4))))
    start = draw(st.integers(0, 900))
    window = Window(time_of(start), time_of(start + draw(st.integers(180, 530))))
    if kind == 1:
        return Every(draw(st.integers(15, 170)), window)
    return Somewhere(draw(st.integers(1, 3)), window)


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    days = st.frozensets(st.integers(0, 6), min_size=1)
    rules = [Rule(str(n), draw(whens()), draw(days)) for n in range(draw(st.integers(1, 4)))]
    spans = draw(st.lists(st.tuples(minutes(), minutes()).filter(lambda one: one[0] != one[1]), max_size=2))
    quiet = Quiet(tuple(QuietSpan(*one) for one in spans))
    return Schedule(rules, quiet, ZoneInfo(draw(st.sampled_from(ZONES))))


@dataclass
class World:
    """A computer with its clock, its desktop and a person, and the desk as the guide would lead it."""

    schedule: Schedule
    missed: Missed
    when: datetime
    desk: Desk
    holds: tuple[Hold, ...] = ()

    def __post_init__(self) -> None:
        self.shown: list[tuple[str, ...]] = []
        self.rises = 0

    def look(self) -> None:
        before, quiet = self.desk, self.schedule.quiet
        self.desk = self.desk.look(self.when, self.schedule, self.missed)
        self.nothing_is_lost(before)
        known = self.desk.holds_known(self.when, self.schedule, session=False)
        old = self.desk.shown
        self.desk = self.desk.settle(self.when, known or self.holds, 0)
        new = self.desk.shown
        if new is not None and new != old:
            assert not quiet.holds_at(self.when.astimezone(self.schedule.zone))
            assert self.desk.pause is None or not self.desk.pause.holds_at(self.when)
            assert not self.holds
            self.shown.append(new.offer.keys)

    def nothing_is_lost(self, before: Desk) -> None:
        if before.looked is None or before.looked > self.when:
            return
        told = {one.due for one in self.desk.accounts}
        waiting = self.desk.waiting
        # After a journey the same time of the same day comes once more, and is the one that waits already.
        waits = set(waiting.offer.keys) if waiting else set()
        for prompt in self.schedule.between(max(before.looked, self.when - BACK), self.when):
            if not set(prompt.keys) <= set(before.given):
                assert prompt.due in told or set(prompt.keys) <= waits

    def step(self, kind: str, amount: int) -> None:
        match kind:
            case "look":
                self.when += timedelta(seconds=amount)
            case "next":
                ahead = self.desk.next_look(self.when, self.schedule)
                # Held or shown, there is always something within half a minute or ten.
                if ahead is not None and ahead - self.when < timedelta(days=8):
                    self.when = max(self.when, ahead)
                if self.desk.waiting is not None and self.desk.waiting.holds:
                    self.when += LOOK_AGAIN
            case "sleep":
                self.when += timedelta(seconds=amount)
            case "clock":
                self.when += timedelta(seconds=amount)
            case "pause":
                length = timedelta(seconds=amount)
                self.desk = self.desk.paused(Pause(self.when, self.when + length, length))
            case "resume":
                self.desk = self.desk.resumed()
            case "hold":
                self.holds = (Hold.CALL,) if amount == 0 else ()
            case "answer":
                again = self.when + timedelta(minutes=15)
                self.desk = self.desk.answer(list(Answer)[amount], self.when, again)
                if list(Answer)[amount] is Answer.LATER and self.desk.again is not None:
                    # Put off by the person, it may come once more.
                    self.shown = [keys for keys in self.shown if keys != self.desk.again.offer.keys]
            case "zone":
                zone = ZoneInfo(ZONES[amount % len(ZONES)])
                self.schedule = Schedule(self.schedule.rules, self.schedule.quiet, zone)
        self.look()


@settings(max_examples=400, deadline=None)
@given(
    schedules(),
    st.sampled_from(Missed),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - hypothesis wants them so
    st.lists(STEPS, min_size=5, max_size=40),
)
def test_never_twice_never_in_quiet_never_lost(
    made: Schedule, missed: Missed, start: datetime, steps: list[tuple[str, int]]
) -> None:
    world = World(made, missed, start.replace(tzinfo=UTC), Desk())
    world.look()
    for kind, amount in steps:
        world.step(kind, amount)
        given_keys = [key for keys in world.shown for key in keys]
        # A merged one may hold a key that was given before, never only such.
        assert len(world.shown) == len(set(world.shown))
        assert set(given_keys) <= set(world.desk.given)
    assert len(world.desk.given) == len(set(world.desk.given))


@settings(max_examples=200, deadline=None)
@given(schedules(), st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), st.integers(0, 89))  # noqa: DTZ001
def test_looked_at_in_time_every_prompt_is_offered_once(made: Schedule, start: datetime, behind: int) -> None:
    begin = start.replace(tzinfo=UTC)
    prompts = list(made.between(begin, begin + timedelta(days=2)))
    desk = Desk().look(begin, made, Missed.LET_GO)
    shown = 0
    for prompt in prompts:
        when = prompt.due + min(timedelta(seconds=behind), LATE)
        desk = replace(desk, passed=0).look(when, made, Missed.LET_GO)
        desk = desk.settle(when, (), 0)
        shown += desk.shown is not None
        desk = desk.answer(Answer.TAKEN, when)
    assert shown + sum(one.fate is Fate.GAVE_WAY for one in desk.accounts) == len(prompts)
    assert {key for one in prompts for key in one.keys} >= set(desk.given)
