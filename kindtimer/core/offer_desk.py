"""Offer desk: which offer waits, which is shown, and what became of the others. Pure: time is handed in.

One frozen value; every call gives a new one. `PromptGuide` asks it what to look at and when, hands it what
the desktop answered, and has it kept. Times are aware, in UTC; all that must outlast a restart is here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from kindtimer.core.hold import Hold
from kindtimer.core.local_time import coming
from kindtimer.core.offer import Account, Again, Answer, Fate, Offer, Shown, Waiting
from kindtimer.core.offer_wish import Missed
from kindtimer.core.pause import Pause
from kindtimer.core.schedule import Prompt, Schedule

LATE = timedelta(seconds=90)
"""Older than this when it is looked at, a prompt was missed: computer asleep or off, or its clock set."""

BACK = timedelta(days=1)
"""Farther back nothing is looked at, after however long an absence."""

AFTER_WAKE = timedelta(seconds=60)
"""A missed one waits so long after a wake or a login."""

MOMENT = timedelta(microseconds=1)

LOOK_AGAIN = timedelta(seconds=30)
"""What is held is looked at again after this."""

HELD_MOST = {Missed.LET_GO: timedelta(minutes=15), Missed.ONE_LATE: timedelta(hours=2)}
"""After its time an offer waits so long, as the person chose; one for a quiet moment until the day ends."""

KEPT = timedelta(days=7)
MOST_ACCOUNTS, MOST_GIVEN, LAST_LINES = 400, 2000, 5
ASKS_AFTER, PAUSES_AFTER = 3, 7
"""So many let pass in a row: the next asks once whether another time suits; offers pause themselves."""


@dataclass(frozen=True)
class Desk:
    """`looked` is the last moment that was looked at; `given` has the keys of what was shown, newest last.

    `passed` counts those let pass in a row, for the two kind manners alone, and is shown to nobody; `lines`
    are the last lines that were shown, the newest last.
    """

    looked: datetime | None = None
    given: tuple[str, ...] = ()
    waiting: Waiting | None = None
    shown: Shown | None = None
    again: Again | None = None
    pause: Pause | None = None
    passed: int = 0
    asked: bool = False
    lines: tuple[int, ...] = ()
    accounts: tuple[Account, ...] = ()

    # --- time goes on ---------------------------------------------------------------------------------

    def look(
        self, when: datetime, schedule: Schedule, missed: Missed, not_before: datetime | None = None
    ) -> "Desk":
        """What is due by `when` waits from now on; what is over goes. Nothing shows before `not_before`."""
        desk = self._set_back(when) if self.looked is not None and when < self.looked else self
        desk = desk._ended(when)
        floor = max(filter(None, (when, not_before)))
        if desk.looked is not None:
            since = max(desk.looked, when - BACK)
            desk = desk._due(list(schedule.between(since, when)), when, schedule, missed, floor)
            desk = desk._put_off(when, schedule, missed, floor)
        pause = None if desk.pause is None else desk.pause.at(when)
        return replace(desk, looked=when, pause=pause)

    def follow(self, schedule: Schedule) -> "Desk":
        """The rules were changed: what waits or was put off for one that is gone or off goes."""
        on = {rule.id for rule in schedule.rules if rule.on}
        desk = self
        if desk.waiting is not None and desk.waiting.offer.rule not in {*on, ""}:
            desk = replace(desk, waiting=None)
        if desk.again is not None and desk.again.offer.rule not in {*on, ""}:
            desk = replace(desk, again=None)
        return desk

    def happened(
        self,
        when: datetime,
        offer: Offer,
        schedule: Schedule,
        missed: Missed,
        not_before: datetime | None = None,
    ) -> "Desk":
        """Something a rule waits for has happened at `when`: its offer is due, once for each key."""
        if set(offer.keys) <= {*self.given, *self._waiting_keys}:
            return self
        if self.pause is not None and self.pause.holds_at(when):
            return self._settled(offer)._noted(offer, Fate.PAUSED)
        if schedule.quiet.holds_at(when.astimezone(schedule.zone)):
            return self
        return self._wait(offer, when, schedule, missed, max(filter(None, (when, not_before))))

    def wants_asking(self, when: datetime) -> bool:
        """Whether the desktop is to be asked now if anything holds."""
        return self.waiting is not None and self.waiting.ready <= when

    def next_look(self, when: datetime, schedule: Schedule) -> datetime | None:
        """The next moment at which something may be to be done, or None where nothing is ahead."""
        moments: list[datetime] = []
        if self.waiting is not None:
            # From then on the desktop has been asked; its answer comes by itself.
            moments.append(self.waiting.ready if self.waiting.ready > when else when + LOOK_AGAIN)
            moments.append(self.waiting.until)
        if self.shown is not None:
            moments.append(self.shown.until)
        if self.again is not None:
            moments.append(self.again.at)
        if self.pause is not None and self.pause.until is not None:
            moments.append(self.pause.until)
        if (prompt := self.coming(max(when, self.looked or when), schedule)) is not None:
            moments.append(prompt.due)
        return min(moments, default=None)

    @property
    def comes_back(self) -> Again | None:
        """The one that was put off, unless a pause keeps it away."""
        kept_away = self.again and self.pause and self.pause.holds_at(self.again.at)
        return None if kept_away else self.again

    def coming(self, when: datetime, schedule: Schedule) -> Prompt | None:
        """The next prompt after `when` that can still come: not given so far, and kept away by no pause."""
        pause = self.pause
        if pause is not None and pause.holds_at(when):
            if pause.until is None:
                return None
            when = pause.until - MOMENT  # one that is due as the pause ends comes
        given = set(self.given)
        prompt = schedule.next_after(when)
        while prompt is not None and set(prompt.keys) <= given:
            prompt = schedule.next_after(prompt.at)
        return prompt

    # --- what waits is shown --------------------------------------------------------------------------

    def holds_known(self, when: datetime, schedule: Schedule, session: bool) -> tuple[Hold, ...]:
        """What the program knows by itself to hold an offer."""
        found = []
        if session:
            found.append(Hold.SESSION)
        if schedule.quiet.holds_at(when.astimezone(schedule.zone)):
            found.append(Hold.QUIET)
        if self.pause is not None and self.pause.holds_at(when):
            found.append(Hold.PAUSE)
        return tuple(found)

    def settle(self, when: datetime, holds: Sequence[Hold], line: int) -> "Desk":
        """What waits is shown with `line`, or held. Nothing else is shown then: what was gives way."""
        if self.waiting is None or not self.wants_asking(when):
            return self
        if holds:
            return replace(self, waiting=replace(self.waiting, holds=tuple(holds)))
        desk = self if self.shown is None else self._answered(Fate.GAVE_WAY, passed=self.passed)
        asks = desk.passed >= ASKS_AFTER and not desk.asked
        shown = Shown(self.waiting.offer, when, line, asks)
        return replace(desk, waiting=None, asked=desk.asked or asks)._showing(shown)

    def offer_now(self, when: datetime, offer: Offer, line: int) -> "Desk":
        """Show one that was asked for, whatever holds; where one is shown, that one stays."""
        return self if self.shown is not None else self._showing(Shown(offer, when, line))

    # --- what the person does -------------------------------------------------------------------------

    def answer(self, answer: Answer, when: datetime, again: datetime | None = None) -> "Desk":
        """The answer to what is shown; `again` is when LATER brings it back."""
        if self.shown is None:
            return self
        offer = self.shown.offer
        match answer:
            case Answer.TAKEN:
                return replace(self._answered(Fate.TAKEN, passed=0), asked=False)
            case Answer.LATER:
                desk = self._answered(Fate.LATER, passed=self.passed)
                if desk.again is not None and again is not None:  # one at a time comes back
                    desk = desk._noted(desk.again.offer, Fate.GAVE_WAY)
                return replace(desk, again=None if again is None else Again(offer, again))
            case Answer.NOT_NOW | Answer.LET_PASS:
                return self._passed_by(Fate(answer.value))._pauses_itself(when)

    def nobody_came(self) -> "Desk":
        """Nobody is here to see the one that is shown: where it goes by itself, nobody let it pass."""
        return self if self.shown is None else replace(self, shown=replace(self.shown, unseen=True))

    def closed(self) -> "Desk":
        """The program has ended while one was shown: it is over, and counts as nothing."""
        return self if self.shown is None else self._answered(Fate.CLOSED, passed=self.passed)

    def take_waiting(self, when: datetime) -> "Desk":
        """Take the one that waits, though something holds it: it is as if it had been shown."""
        if self.shown is not None or self.waiting is None:
            return self
        return replace(self, waiting=None)._showing(Shown(self.waiting.offer, when))

    def paused(self, pause: Pause) -> "Desk":
        """Nothing is offered from now on; what waits or is shown goes."""
        return replace(self, pause=pause)._withdrawn(pause.since)

    def resumed(self) -> "Desk":
        """The pause is over. What it kept away stays away."""
        own = self.pause is not None and self.pause.own
        return replace(self, pause=None, passed=0 if own else self.passed)

    # --- inside ---------------------------------------------------------------------------------------

    def _set_back(self, when: datetime) -> "Desk":
        """The clock was set back: what waits or is shown has as long as it had; what was put off its time."""
        assert self.looked is not None
        by = self.looked - when
        desk = replace(self, looked=when)
        if desk.shown is not None:
            desk = replace(desk, shown=replace(desk.shown, at=desk.shown.at - by))
        if desk.waiting is not None:
            waiting = desk.waiting
            desk = replace(desk, waiting=replace(waiting, ready=waiting.ready - by, until=waiting.until - by))
        return desk

    def _ended(self, when: datetime) -> "Desk":
        """What is over by itself."""
        desk = self
        if desk.shown is not None and when >= desk.shown.until:
            if desk.shown.unseen:  # and its question, if it had one, was asked of nobody
                asked = desk.asked and not desk.shown.asks
                desk = replace(desk._answered(Fate.NOBODY, passed=desk.passed), asked=asked)
            else:
                desk = desk._passed_by(Fate.LET_PASS)._pauses_itself(when)
        if desk.waiting is not None and when >= desk.waiting.until:
            waiting = desk.waiting
            fate = Fate.HELD if waiting.holds else Fate.MISSED
            desk = replace(desk, waiting=None)._noted(waiting.offer, fate, waiting.holds)
        kept = tuple(one for one in desk.accounts if when - one.due <= KEPT)
        return desk if len(kept) == len(desk.accounts) else replace(desk, accounts=kept)

    def _due(
        self,
        prompts: Iterable[Prompt],
        when: datetime,
        schedule: Schedule,
        missed: Missed,
        floor: datetime,
    ) -> "Desk":
        desk, given = self, {*self.given, *self._waiting_keys}
        late: list[Prompt] = []
        now: list[Prompt] = []
        for prompt in prompts:
            if set(prompt.keys) <= given:
                continue
            if desk.pause is not None and desk.pause.holds_at(prompt.due):
                desk = desk._noted(Offer.of(prompt), Fate.PAUSED)
            elif when - prompt.due > LATE:
                late.append(prompt)
            else:
                now.append(prompt)
        for prompt in late[: None if now or missed is Missed.LET_GO else -1]:
            desk = desk._noted(Offer.of(prompt), Fate.MISSED)
        if now:
            for prompt in now[:-1]:
                desk = desk._noted(Offer.of(prompt), Fate.GAVE_WAY)
            return desk._wait(Offer.of(now[-1]), when, schedule, missed, floor)
        if late and missed is not Missed.LET_GO:
            offer = Offer.of(late[-1], late=True)
            return desk._wait(offer, when, schedule, missed, max(floor, when + AFTER_WAKE))
        return desk

    def _put_off(self, when: datetime, schedule: Schedule, missed: Missed, floor: datetime) -> "Desk":
        """The one that was put off comes back, as any other that is due."""
        if self.again is None or self.again.at > when:
            return self
        again = self.again
        desk = replace(self, again=None)
        offer = replace(again.offer, due=again.at, late=when - again.at > LATE)
        if desk.pause is not None and desk.pause.holds_at(again.at):
            return desk._noted(offer, Fate.PAUSED)
        if offer.late and missed is Missed.LET_GO:
            return desk._noted(offer, Fate.MISSED)
        return desk._wait(offer, when, schedule, missed, floor + AFTER_WAKE if offer.late else floor)

    def _wait(
        self, offer: Offer, when: datetime, schedule: Schedule, missed: Missed, ready: datetime
    ) -> "Desk":
        """It waits from `ready` on; one that waited gives way to it, and so does one that came too late."""
        until = _latest(offer, schedule, missed)
        if offer.late and until <= ready:
            return self._noted(offer, Fate.MISSED)
        desk = self
        if desk.waiting is not None:
            gone = desk.waiting
            desk = desk._noted(gone.offer, Fate.HELD if gone.holds else Fate.GAVE_WAY, gone.holds)
        # One that is on time has its time from now on, even where the start holds it for a moment.
        return replace(desk, waiting=Waiting(offer, ready, max(until, ready + LOOK_AGAIN)))

    def _showing(self, shown: Shown) -> "Desk":
        lines = (*self.lines, shown.line)[-LAST_LINES:]
        return replace(self._settled(shown.offer), shown=shown, lines=lines)

    def _answered(self, fate: Fate, *, passed: int) -> "Desk":
        assert self.shown is not None
        return replace(self, shown=None, passed=passed)._noted(self.shown.offer, fate)

    def _passed_by(self, fate: Fate) -> "Desk":
        """It was let pass; one that was asked for says nothing of whether the times suit."""
        assert self.shown is not None
        return self._answered(fate, passed=self.passed + (1 if self.shown.offer.keys else 0))

    @property
    def _waiting_keys(self) -> tuple[str, ...]:
        return () if self.waiting is None else self.waiting.offer.keys

    def _settled(self, offer: Offer) -> "Desk":
        """It is over for good, though it was never shown."""
        given = (*self.given, *(key for key in offer.keys if key not in self.given))
        return replace(self, given=given[-MOST_GIVEN:])

    def _pauses_itself(self, when: datetime) -> "Desk":
        if self.passed < PAUSES_AFTER:
            return self
        return replace(self, pause=Pause(when, None, own=True))._withdrawn(when)

    def _withdrawn(self, when: datetime) -> "Desk":
        """What waits or is shown goes, and is not counted as let pass."""
        desk = self
        if desk.shown is not None:
            desk = desk._answered(Fate.PAUSED, passed=desk.passed)
        if desk.waiting is not None:
            desk = replace(desk, waiting=None)._noted(desk.waiting.offer, Fate.PAUSED)
        return replace(desk, looked=desk.looked or when)

    def _noted(self, offer: Offer, fate: Fate, holds: Sequence[Hold] = ()) -> "Desk":
        if not offer.keys:  # it was asked for, and belongs to no rule
            return self
        account = Account(offer.due, offer.rule, fate, tuple(holds))
        return replace(self, accounts=(*self.accounts, account)[-MOST_ACCOUNTS:])


def _latest(offer: Offer, schedule: Schedule, missed: Missed) -> datetime:
    """Until when it may wait."""
    if missed is not Missed.QUIET_MOMENT:
        return offer.due + HELD_MOST[missed]
    day = offer.due.astimezone(schedule.zone).date()
    return coming(day + timedelta(days=1), time(), schedule.zone).at.astimezone(UTC)
