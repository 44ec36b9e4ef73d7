"""Scheduling: how long the next offer among 200 rules takes to find, and a year of them to lay out."""

from datetime import datetime, time, timedelta
from random import Random
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from kindtimer.core.quiet_times import Quiet, QuietSpan
from kindtimer.core.rule import At, Rule, Somewhere, Window, time_of
from kindtimer.core.schedule import Schedule
from tests.bench.figure import Figure

ZONE = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 25, 12, tzinfo=ZONE)
QUIET = Quiet((QuietSpan(time(22), time(7)),))
ROUNDS = 30


def _rules() -> list[Rule]:
    """150 with two times on five days of the week, 50 drawn twice a day."""
    lot = Random(1)
    at = [
        Rule(
            str(number),
            At(tuple(sorted({time_of(lot.randrange(1440)), time_of(lot.randrange(1440))}))),
            frozenset(lot.sample(range(7), 5)),
        )
        for number in range(150)
    ]
    drawn = Somewhere(2, Window(time(10), time(16)))
    return at + [Rule(str(number), drawn) for number in range(150, 200)]


def figures() -> list[Figure]:
    """Under a minute."""
    rules = _rules()
    cold, warm = [], []
    for number in range(ROUNDS):
        began = perf_counter()
        made = Schedule(rules, QUIET, ZONE)
        made.next_after(NOON + timedelta(minutes=number))
        cold.append(perf_counter() - began)
        began = perf_counter()
        made.next_after(NOON + timedelta(minutes=number + 20))
        warm.append(perf_counter() - began)
    began = perf_counter()
    year = list(Schedule(rules, QUIET, ZONE).between(NOON, NOON + timedelta(days=365)))
    took = perf_counter() - began
    return [
        Figure("next offer among 200 rules, nothing laid out before (median)", median(cold) * 1e3, "ms", 1.0),
        Figure("next offer among 200 rules, on the same day (median)", median(warm) * 1e3, "ms", 1.0),
        Figure(f"a year of them ({len(year)} offers)", took, "s", 0.5),
    ]
