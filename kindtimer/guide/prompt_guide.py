"""Prompt guide: offers what the rules ask for, when nothing holds it, and remembers what became of it.

It lives as long as the program. One single-shot timer is set to the next thing it must look at; where no rule
is on and nothing waits, none runs. What an offer looks like is `ui`'s; what holds it is asked of the desktop.
Main thread; never waits.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta, tzinfo
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kindtimer.core.clock import Clock
from kindtimer.core.hold import ASKED, Hold, Reading
from kindtimer.core.offer import HOUR, Answer, Invitation, Offer
from kindtimer.core.offer_desk import Desk
from kindtimer.core.offer_lines import line_words, pick
from kindtimer.core.offer_wish import Missed
from kindtimer.core.pause import MORNING, Pause, next_at
from kindtimer.core.rule import After, At, Event, Rule
from kindtimer.core.rule_words import read_time
from kindtimer.core.schedule import Prompt, Schedule
from kindtimer.core.settings import OneClick
from kindtimer.core.wish import BREATHE, ROOM
from kindtimer.guide.preferences import Preferences

SOON = timedelta(hours=1)
SOON_MS, FAR_MS = 60_000, 600_000
"""No timer is longer, within the hour of a prompt and else: by then a clock that is set is noticed."""

QUIET_MOMENT_S = 60.0
"""A quiet moment is one in which keys and mouse have rested so long."""

FIRST_MINUTE = timedelta(seconds=60)
NOON = time(12)
EVENING, EVENING_BEGINS = "19:00", "18:00"


class OfferKeeper(Protocol):
    """Keeps the desk of offers somewhere. Main thread; a short read, a short write."""

    def load(self) -> Desk:
        """The desk as it was left."""

    def save(self, desk: Desk) -> str | None:
        """Keep it; a kind line where that could not be done."""


class HoldsAsked(Protocol):
    """Asks the desktop what holds an offer. Main thread; answers within two seconds, whatever hangs."""

    answered: Any
    """Signal(object): Mapping[Hold, Reading], once for each `ask`."""

    def ask(self, wanted: frozenset[Hold], input_seconds: float) -> None:
        """Ask now; the answer comes by `answered`."""

    def cannot_tell(self) -> Mapping[Hold, str]:
        """What this desktop does not tell, and why, in one kind line each. Asks nobody."""

    def close(self) -> None:
        """End; nothing is answered afterwards."""


class PromptGuide(QObject):
    """Offers and their rules while the program runs."""

    offered = Signal(object)
    """An Invitation is there to be shown."""
    gone = Signal()
    """The one that was shown is over, however it ended."""
    changed = Signal()
    """What waits, what holds it, the next one or the pause may be another."""
    trouble_told = Signal(str)
    """A kind line: something could not be kept."""

    def __init__(
        self,
        clock: Clock,
        preferences: Preferences,
        keeper: OfferKeeper,
        asker: Callable[[], HoldsAsked],
        zone: Callable[[], tzinfo],
        busy: Callable[[], bool],
        parent: QObject | None = None,
        first_minute: timedelta = FIRST_MINUTE,
    ) -> None:
        """`busy` says whether a session runs; in the `first_minute` after the start nothing is offered.

        `asker` makes what asks the desktop, the first time that it is wanted.
        """
        super().__init__(parent)
        self._clock, self._preferences, self._keeper = clock, preferences, keeper
        self._asker, self._zone, self._busy = asker, zone, busy
        self._desktop: HoldsAsked | None = None
        self._started = clock.now()
        self._first_minute = first_minute
        self._desk = keeper.load()
        self._schedule: Schedule | None = None
        self._asking = False
        self._told = ""
        self._closed = False
        self._led: tuple[object, ...] = ()
        self._day = clock.when().astimezone(zone()).date()
        self._timer = QTimer(self, singleShot=True)
        # A coarse timer may be three seconds late in a minute.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        preferences.changed.connect(self._follow)

    # --- what there is to tell ------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        """Everything that is known of offers, to be told."""
        return self._desk

    @property
    def schedule(self) -> Schedule:
        """The rules, laid out in the zone of now."""
        settings, zone = self._preferences.settings, self._zone()
        made = self._schedule
        if made is None or (made.rules, made.quiet, made.zone) != (settings.rules, settings.quiet, zone):
            self._schedule = made = Schedule(settings.rules, settings.quiet, zone, settings.flower)
        return made

    @property
    def held(self) -> tuple[Hold, ...]:
        """Why an offer waits, or would."""
        known = self._desk.holds_known(self._clock.when(), self.schedule, self._busy())
        waiting = self._desk.waiting
        return tuple(dict.fromkeys((*known, *(waiting.holds if waiting else ()))))

    def next_prompt(self) -> Prompt | None:
        """The next one that can come: what a pause keeps away is left out."""
        return self._desk.coming(self._clock.when(), self.schedule)

    def next_at(self) -> datetime | None:
        """When the next one comes, in the zone of now: one that was put off, or one of a rule."""
        prompt, again = self.next_prompt(), self._desk.comes_back
        moments = [] if prompt is None else [prompt.at]
        if again is not None:
            moments.append(again.at.astimezone(self.schedule.zone))
        return min(moments, default=None)

    def forget_again(self) -> None:
        """The one that was put off does not come back."""
        self._swap(replace(self._desk, again=None))
        self._arm(self._clock.when())

    def invitation(self) -> Invitation | None:
        """What is shown now."""
        shown = self._desk.shown
        if shown is None:
            return None
        settings, rule = self._preferences.settings, self._rule(shown.offer.rule)
        minutes, own = (rule.minutes, rule.words) if rule else (1.0, "")
        words = line_words(shown.line, minutes, own=own, discreet=settings.discreet)
        neutral = line_words(shown.line, minutes, discreet=settings.discreet)
        practice = self._practice(rule)
        return Invitation(words, neutral, minutes, practice, shown.offer.rule, shown.asks)

    # --- time -------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The program has started: one that was shown when it ended is over."""
        self._swap(self._desk.closed())
        self.look()
        self._led = self._led_by()

    def look(self) -> None:
        """See to what time has brought: a prompt, an end, a clock that was set, a wake."""
        when = self._look_by(self.schedule)
        if self._desk.wants_asking(when) and not self._asking:
            self._ask()
        self._arm(when)
        day = when.astimezone(self.schedule.zone).date()
        if day != self._day:  # what is told of tomorrow is told of today from now on
            self._day = day
            self.changed.emit()

    def _look_by(self, schedule: Schedule) -> datetime:
        when = self._clock.when()
        missed = self._preferences.settings.missed
        self._swap(self._desk.look(when, schedule, missed, self._floor(when)))
        return when

    def unlocked(self) -> None:
        """The computer was unlocked, or somebody logged in: it counts once a day, in the morning."""
        schedule = self.schedule
        local = self._clock.when().astimezone(schedule.zone)
        if not MORNING <= local.time() < NOON:
            return
        for rule in schedule.rules:
            if rule.when == After(Event.UNLOCK) and rule.holds_on(local.date()):
                self.due_now(rule, Event.UNLOCK.value)

    def due_now(self, rule: Rule, which: str) -> None:
        """What a rule waits for is there: its offer is due, once a day for each `which`."""
        when, schedule = self._clock.when(), self.schedule
        key = f"{rule.id} {when.astimezone(schedule.zone).date().isoformat()} {which}"
        missed = self._preferences.settings.missed
        offer = Offer((key,), rule.id, when)
        self._swap(self._desk.happened(when, offer, schedule, missed, self._floor(when)))
        self.look()

    def close(self) -> None:
        """The program ends: what was looked at last is kept, and nothing is led from now on."""
        if self._closed:
            return
        self._closed = True
        self._preferences.changed.disconnect(self._follow)
        self._timer.stop()
        if self._desktop is not None:
            self._desktop.close()
        if self.schedule.rules or _without_time(self._desk) != Desk():  # else there is nothing to keep
            self._keeper.save(self._desk)

    def _floor(self, when: datetime) -> datetime:
        """Nothing is shown earlier: the first minute counts by the clock that cannot be set."""
        left = self._first_minute.total_seconds() - (self._clock.now() - self._started)
        return when + timedelta(seconds=max(0.0, left))

    def _arm(self, when: datetime) -> None:
        ahead = self._desk.next_look(when, self.schedule)
        if ahead is None:
            self._timer.stop()
            return
        left = ahead - when
        most = SOON_MS if left <= SOON else FAR_MS
        # A millisecond more than is left: woken before its time it would look for nothing.
        self._timer.start(max(1, min(most, int(left.total_seconds() * 1000.0) + 1)))

    # --- what holds it ----------------------------------------------------------------------------------

    def _ask(self) -> None:
        settings = self._preferences.settings
        known = self._desk.holds_known(self._clock.when(), self.schedule, self._busy())
        wanted = frozenset(ASKED) - set(settings.holds_off)
        if known or not wanted:
            self._settle(known)
            return
        quiet = settings.missed is Missed.QUIET_MOMENT and self._is_late()
        self._asking = True
        self._asked.ask(wanted, max(settings.input_s, QUIET_MOMENT_S) if quiet else settings.input_s)

    @property
    def _asked(self) -> HoldsAsked:
        if self._desktop is None:
            self._desktop = self._asker()
            self._desktop.answered.connect(self._answered)
        return self._desktop

    def cannot_tell(self) -> Mapping[Hold, str]:
        """What this desktop does not tell, and why, in one kind line each."""
        return self._asked.cannot_tell()

    def _is_late(self) -> bool:
        waiting = self._desk.waiting
        return waiting is not None and (waiting.offer.late or bool(waiting.holds))

    def _answered(self, readings: Mapping[Hold, Reading]) -> None:
        self._asking = False
        known = self._desk.holds_known(self._clock.when(), self.schedule, self._busy())
        off = self._preferences.settings.holds_off
        asked = [hold for hold in ASKED if hold not in off and readings.get(hold) is Reading.YES]
        self._settle((*known, *asked))

    def _settle(self, holds: tuple[Hold, ...]) -> None:
        when = self._clock.when()
        waiting = self._desk.waiting
        seed = " ".join(waiting.offer.keys) if waiting else ""
        rule = self._rule(waiting.offer.rule) if waiting else None
        self._swap(self._desk.settle(when, holds, self._line(seed, rule)))
        self._arm(when)

    # --- what the person does -----------------------------------------------------------------------------

    def offer_now(self) -> None:
        """One that was asked for: it is shown whatever holds."""
        when = self._clock.when()
        line = self._line(when.isoformat(), None)
        self._swap(self._desk.offer_now(when, Offer((), "", when), line))
        self._arm(when)

    def take(self) -> Invitation | None:
        """Take the one that is shown, or the one that waits; None where there is none."""
        when = self._clock.when()
        desk = self._desk.take_waiting(when)
        if desk.shown is None:
            return None
        before, self._desk = self._desk, desk
        taken = self.invitation()
        self._desk = before
        self._swap(desk.answer(Answer.TAKEN, when))
        self._arm(when)
        return taken

    def nobody_came(self) -> None:
        """Nobody is at the computer to see the one that is shown."""
        self._swap(self._desk.nobody_came())

    def not_now(self) -> None:
        """Let this one be."""
        self._say(Answer.NOT_NOW)

    def later(self, by: timedelta) -> None:
        """Bring this one back after so long."""
        self._say(Answer.LATER, self._clock.when() + by)

    def this_evening(self) -> None:
        """Bring this one back in the evening; in the evening, in an hour."""
        when, zone = self._clock.when(), self._zone()
        if when.astimezone(zone).time() >= read_time(EVENING_BEGINS):
            self.later(HOUR)
        else:
            self._say(Answer.LATER, next_at(read_time(EVENING), when, zone))

    def pause(self, pause: Pause) -> None:
        """Offer nothing from now on, for as long as it says."""
        self._look_by(self.schedule)
        self._swap(self._desk.paused(pause))
        self._arm(self._clock.when())

    def resume(self) -> None:
        """Go on with the next one."""
        self._look_by(self.schedule)  # what the pause kept away until now stays away
        self._swap(self._desk.resumed())
        self.look()

    def stay_paused(self) -> None:
        """Offers that paused themselves stay so, as if the person had paused them."""
        if self._desk.pause is not None:
            self._swap(replace(self._desk, pause=replace(self._desk.pause, own=False)))

    def _say(self, answer: Answer, again: datetime | None = None) -> None:
        when = self._clock.when()
        self._swap(self._desk.answer(answer, when, again))
        self._arm(when)

    # --- inside ---------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """The settings were changed: rules, quiet times or what is wanted of missed ones may be others."""
        led = self._led_by()
        if led == self._led:
            return
        self._led = led
        if (before := self._schedule) is not None:  # what was due by the rules as they were
            self._look_by(before)
        # The rules as they are begin now: none of their earlier times was missed.
        self._swap(replace(self._desk, looked=self._clock.when()).follow(self.schedule))
        self.look()
        if self.schedule.rules:
            self._tell(self._keeper.save(self._desk) or "")
        self.changed.emit()

    def _led_by(self) -> tuple[object, ...]:
        """All of the settings that offers are led by."""
        one = self._preferences.settings
        return one.rules, one.quiet, one.missed, one.holds_off, one.input_s, one.discreet, one.one_click

    def _line(self, seed: str, rule: Rule | None) -> int:
        chosen = rule is not None and isinstance(rule.when, At)
        breath = self._practice(rule) != ROOM
        return pick(seed, self._desk.lines, chosen=chosen, breath=breath)

    def _practice(self, rule: Rule | None) -> str:
        """What a rule offers; one that was asked for is what one click brings."""
        if rule is not None:
            return rule.practice
        return ROOM if self._preferences.settings.one_click is OneClick.ROOM else BREATHE

    def _rule(self, id_: str) -> Rule | None:
        return next((rule for rule in self._preferences.settings.rules if rule.id == id_), None)

    def _swap(self, desk: Desk) -> None:
        """Put another desk in place, have it kept, and announce what is new."""
        before, self._desk = self._desk, desk
        if _without_time(before) == _without_time(desk):
            return
        self._tell(self._keeper.save(desk) or "")
        was, is_ = (one.shown and one.shown.offer for one in (before, desk))
        if was is not None and is_ != was:
            self.gone.emit()
        if is_ is not None and is_ != was:
            self.offered.emit(self.invitation())
        self.changed.emit()

    def _tell(self, trouble: str) -> None:
        told, self._told = self._told, trouble
        if trouble and trouble != told:
            self.trouble_told.emit(trouble)


def _without_time(desk: Desk) -> Desk:
    """A desk without the moment it was looked at last, which alone is not worth a write."""
    return replace(desk, looked=None)
