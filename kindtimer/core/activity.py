"""Activity: how long somebody has been at the computer, and whether a call ended, from a look each minute.

For rules that follow an event or count time at the computer. Pure: what was seen and when is handed in. Only
the present stretch is known; nothing of it is kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from types import MappingProxyType
from typing import NamedTuple

from kindtimer.core.rule import After, Event, Every, Rule, shown_time

LOOK = timedelta(seconds=60)
"""From one look to the next; keys and mouse count as busy for as long."""

REST = timedelta(minutes=5)
"""A stretch of focus ends after so long without keys and mouse."""

SHORTEST_CALL = timedelta(minutes=2)
"""A microphone that was on for less was no call."""

_NOTHING: Mapping[str, timedelta] = MappingProxyType({})


class Happened(NamedTuple):
    """What a rule waited for is there; `which` tells one of a day from the others."""

    rule: Rule
    which: str


@dataclass(frozen=True)
class Activity:
    """`spent` is the time at the computer by rule, for stretches and for windows; `call` when one began."""

    seen: datetime | None = None
    busy: datetime | None = None
    spent: Mapping[str, timedelta] = field(default_factory=lambda: _NOTHING)
    call: datetime | None = None

    def looked(
        self, when: datetime, zone: tzinfo, rules: Iterable[Rule], busy: bool | None, in_call: bool | None
    ) -> tuple["Activity", list[Happened]]:
        """What is known after a look at `when`; None where it could not be told, which changes nothing."""
        rules = [rule for rule in rules if rule.holds_on(when.astimezone(zone).date())]
        happened: list[Happened] = []
        activity = self
        if busy is not None:
            activity, happened = self._at_computer(when, zone, rules, busy)
        if in_call is not None:
            activity, ended = activity._in_call(when, zone, rules, in_call)
            happened = happened + ended
        return replace(activity, seen=when), happened

    def _at_computer(
        self, when: datetime, zone: tzinfo, rules: list[Rule], busy: bool
    ) -> tuple["Activity", list[Happened]]:
        local = when.astimezone(zone)
        rested = self.busy is None or not timedelta() <= when - self.busy <= REST
        # A look that came late, after a sleep, says nothing of the time it did not see.
        since = timedelta() if self.seen is None else when - self.seen
        length = min(max(timedelta(), since), LOOK) if busy else timedelta()
        spent: dict[str, timedelta] = {}
        happened = []
        for rule in rules:
            before = self.spent.get(rule.id, timedelta())
            match rule.when:
                case After(Event.FOCUS, minutes):
                    before = timedelta() if rested else before
                case Every(minutes, window, at_computer=True):
                    if not window.start <= local.time() <= window.end:
                        continue
                case _:
                    continue
            spent[rule.id] = before + length
            if busy and spent[rule.id] >= timedelta(minutes=minutes):
                happened.append(Happened(rule, f"{rule.id} {shown_time(local.time())}"))
                spent[rule.id] = timedelta()
        return replace(self, spent=MappingProxyType(spent), busy=when if busy else self.busy), happened

    def _in_call(
        self, when: datetime, zone: tzinfo, rules: list[Rule], in_call: bool
    ) -> tuple["Activity", list[Happened]]:
        if in_call:
            return replace(self, call=self.call or when), []
        if self.call is None:
            return self, []
        was = when - self.call
        ended = [
            Happened(rule, f"call {shown_time(when.astimezone(zone).time())}")
            for rule in rules
            if rule.when == After(Event.CALL) and was >= SHORTEST_CALL
        ]
        return replace(self, call=None), ended


def may_come(rule: Rule, local: datetime) -> bool:
    """Whether this rule could bring something at a local moment at all."""
    if isinstance(rule.when, Every) and not rule.when.window.start <= local.time() <= rule.when.window.end:
        return False
    return rule.holds_on(local.date())


def wants(rules: Iterable[Rule]) -> tuple[bool, bool]:
    """Whether any rule that is on asks for time at the computer, and whether one asks for calls."""
    on = [rule.when for rule in rules if rule.on]
    computer = any(
        (isinstance(one, Every) and one.at_computer) or (isinstance(one, After) and one.event is Event.FOCUS)
        for one in on
    )
    return computer, any(one == After(Event.CALL) for one in on)
