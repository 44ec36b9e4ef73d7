"""Schedule: the moments at which rules ask for an offer, with quiet taken out and near ones made one.

Pure: zone and moments are handed in. A day is laid out once and kept, since the guide asks often and a day
seldom changes. Rules that follow an event, or count time at the computer, are not in it: nothing of them is
known beforehand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from kindtimer.core.local_time import Case, changes_on, coming
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import DAY_MINUTES, MOST_TIMES, WEEK, Rule, Somewhere, minute_of, shown_time, time_of
from kindtimer.core.words import tr

NEAR = timedelta(minutes=10)
"""Two that are due within this are one offer, at the later time."""

LONGEST_CHAIN = timedelta(minutes=30)
"""From the first to the last of those that became one; a longer chain would come never."""

FARTHEST_DAYS = 400
"""How far ahead the next offer is looked for: rules may begin on a date."""

DAYS_KEPT = 8
DAY = timedelta(days=1)
MINUTES = tuple(timedelta(minutes=minute) for minute in range(DAY_MINUTES))


class Due(NamedTuple):
    """One moment a rule asks for, before near ones are made one.

    `at` in UTC; `order` the rule's place; `day` and `minute` what was asked for, whatever the clock does.
    """

    at: datetime
    order: int
    minute: int
    day: date
    case: Case = Case.PLAIN


@dataclass(frozen=True)
class Prompt:
    """A chosen time: `at` is aware, in the schedule's zone. `rule` is the earliest one's.

    `keys` name what it stands for, whatever the clock does: an offer is given once for each.
    """

    at: datetime
    rule: Rule
    keys: tuple[str, ...]
    dues: tuple[Due, ...]

    @property
    def due(self) -> datetime:
        """When, in UTC."""
        return self.at.astimezone(UTC)

    @property
    def note(self) -> str:
        """Why it comes when it comes, or nothing: the clock's change, or others that it stands for."""
        notes = [line for due in self.dues if (line := _case_told(due, self.at))]
        if len(self.dues) > 1:
            early = ", ".join(shown_time(time_of(due.minute)) for due in self.dues[:-1])
            notes.append(tr("One offer together with the one of {times}.", times=early))
        return " ".join(notes)


class Schedule:
    """Rules and quiet times in one zone. `seed` makes the draws of *somewhere in* this person's own."""

    def __init__(self, rules: Sequence[Rule], quiet: Quiet, zone: tzinfo, seed: int = 0) -> None:
        self.rules = tuple(rules)
        self.quiet, self.zone, self._seed = quiet, zone, seed
        self._days: dict[date, list[Due]] = {}
        self._weekdays: dict[int, list[tuple[int, int]]] = {}
        self._none_from: datetime | None = None
        """From then on, for a day, it is known that nothing comes."""

    def next_after(self, moment: datetime) -> Prompt | None:
        """The first prompt later than this aware moment, or None within a year and a bit."""
        if self._none_from is not None and self._none_from <= moment < self._none_from + DAY:
            return None
        found = next(self.between(moment, moment + timedelta(days=self._ahead(moment))), None)
        self._none_from = moment if found is None else None
        return found

    def between(self, after: datetime, until: datetime) -> Iterator[Prompt]:
        """Prompts with `after` < at ≤ `until`, in order."""
        after, until = after.astimezone(UTC), until.astimezone(UTC)
        for chain in self._chains(after, until):
            if chain[-1].at > until:
                return
            if chain[-1].at > after:
                yield self._prompt(chain)

    def draws(self, order: int, day: date) -> list[int]:
        """The minutes of a day drawn for a rule of *somewhere in*: the same whenever they are asked for."""
        when = self.rules[order].when
        assert isinstance(when, Somewhere)
        room = when.window.minutes - (when.count - 1) * when.gap + 1
        lot = blake2b(f"{self._lots[order]} {day.toordinal()}".encode(), digest_size=2 * MOST_TIMES).digest()
        free = sorted(int.from_bytes(lot[2 * k : 2 * k + 2], "big") * room >> 16 for k in range(when.count))
        start = minute_of(when.window.start)
        return [start + when.gap * k + minute for k, minute in enumerate(free)]

    def _ahead(self, moment: datetime) -> int:
        """How many days ahead something can come: rules without dates bring the same each week."""
        today = moment.astimezone(self.zone).date()
        rules = [one for one in self._by_time if one.ends is None or one.ends >= today]
        if not rules or len(self.quiet.minutes) == DAY_MINUTES or self.quiet.days >= WEEK:
            return 0
        if any(one.begins is not None and one.begins > today for one in rules):
            return FARTHEST_DAYS
        # Each date off may be the one day of its week.
        return min(9 + 7 * len(self.quiet.dates), FARTHEST_DAYS)

    # --- inside ---------------------------------------------------------------------------------------

    def _prompt(self, chain: Sequence[Due]) -> Prompt:
        at = chain[-1].at.astimezone(self.zone)
        keys = tuple(self._key(due) for due in chain)
        return Prompt(at, self.rules[chain[0].order], keys, tuple(chain))

    def _key(self, due: Due) -> str:
        rule = self.rules[due.order]
        if isinstance(rule.when, Somewhere):  # its times may be drawn anew after a change of the rule
            which = str(self.draws(due.order, due.day).index(due.minute) + 1)
        else:
            which = shown_time(time_of(due.minute))
        return f"{rule.id} {due.day.isoformat()} {which}"

    def _chains(self, after: datetime, until: datetime) -> Iterator[list[Due]]:
        """Those that are near each other together, from a moment before `after` with nothing near it."""
        first = after.astimezone(self.zone).date()
        last = until.astimezone(self.zone).date()
        while (dues := self._day(first)) and dues[0].at.astimezone(self.zone).time() < time(0, 10):
            before = self._day(first - DAY)
            if not before or dues[0].at - before[-1].at > NEAR or after.date() - first > 2 * DAY:
                break
            first -= DAY
        chain: list[Due] = []
        day = first
        while day <= last:
            for due in self._day(day):
                if chain and (due.at - chain[-1].at > NEAR or due.at - chain[0].at > LONGEST_CHAIN):
                    yield chain
                    chain = []
                chain.append(due)
            day += DAY
        if chain:
            # One more that is near may stand just beyond the last day.
            for due in self._day(day):
                if due.at - chain[-1].at > NEAR or due.at - chain[0].at > LONGEST_CHAIN:
                    break
                chain.append(due)
            yield chain

    def _day(self, day: date) -> list[Due]:
        """What is due on a local day, in order, quiet taken out."""
        if day not in self._days:
            if len(self._days) >= DAYS_KEPT:
                self._days.clear()
            self._days[day] = self._laid_out(day)
        return self._days[day]

    def _laid_out(self, day: date) -> list[Due]:
        if self.quiet.is_day_off(day):
            return []
        wanted = [
            (minute, order)
            for minute, order in self._weekday(day.weekday())
            if not self._dated or self.rules[order].holds_on(day)
        ]
        for order in self._drawn:
            if self.rules[order].holds_on(day):
                wanted += [(minute, order) for minute in self.draws(order, day)]
        if changes_on(day, self.zone):
            return self._on_a_day_of_change(day, wanted)
        quiet = self.quiet.minutes
        midnight = datetime.combine(day, time(), self.zone).astimezone(UTC)
        return sorted(
            Due(midnight + MINUTES[minute], order, minute, day)
            for minute, order in wanted
            if minute not in quiet
        )

    def _on_a_day_of_change(self, day: date, wanted: Sequence[tuple[int, int]]) -> list[Due]:
        dues = []
        for minute, order in wanted:
            comes = coming(day, time_of(minute), self.zone)
            if not self.quiet.holds_at(comes.at):
                dues.append(Due(comes.at.astimezone(UTC), order, minute, day, comes.case))
        return sorted(dues)

    def _weekday(self, weekday: int) -> list[tuple[int, int]]:
        if weekday not in self._weekdays:
            self._weekdays[weekday] = sorted(
                (minute, order)
                for order, rule in enumerate(self.rules)
                if rule.on and weekday in rule.days
                for minute in rule.minutes_of_day()
            )
        return self._weekdays[weekday]

    @cached_property
    def _by_time(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.on and rule.comes_by_time)

    @cached_property
    def _dated(self) -> bool:
        return any(rule.begins or rule.ends for rule in self.rules)

    @cached_property
    def _drawn(self) -> tuple[int, ...]:
        return tuple(order for order, rule in enumerate(self.rules) if isinstance(rule.when, Somewhere))

    @cached_property
    def _lots(self) -> dict[int, str]:
        """What the draws of each rule hang on; another window draws anew."""
        lots = {}
        for order in self._drawn:
            rule = self.rules[order]
            assert isinstance(rule.when, Somewhere)
            when = rule.when
            lots[order] = f"{self._seed} {rule.id} {when.count} {when.window} {when.gap}"
        return lots


def _case_told(due: Due, at: datetime) -> str:
    clock = shown_time(time_of(due.minute))
    if due.case is Case.MISSING:
        return tr(
            "The clock goes forward and {time} does not exist on this day, so this comes at {moved}.",
            time=clock,
            moved=shown_time(at.time()),
        )
    if due.case is Case.TWICE:
        return tr("The clock goes back and {time} comes twice; this is the first time.", time=clock)
    return ""
