"""Waiting for a condition with a deadline: the one place of the tests that polls.

Nothing in the desktop tests sleeps for a fixed time; they ask `wait_for`. Time comes from the program's
own clock, so that stamps of the tests and of the recorders share one axis (monotonic seconds).
"""

import select
from collections.abc import Callable
from typing import TypeVar

from kindtimer.core.clock import SystemClock

Found = TypeVar("Found")

CLOCK = SystemClock()


class TooLate(AssertionError):
    """A condition did not come true before its deadline."""


def breather(seconds: float) -> None:
    """Give the processor away for at most so long, between two looks."""
    select.select([], [], [], seconds)


def wait_for(
    condition: Callable[[], Found | None],
    what: str,
    *,
    deadline: float = 5.0,
    every: float = 0.01,
    alive: Callable[[], None] | None = None,
) -> Found:
    """The first truthy answer of `condition`, asked every `every` seconds.

    Raises TooLate naming `what` after `deadline` seconds; `alive` is called at each look and raises where
    waiting has become useless.
    """
    until = CLOCK.now() + deadline
    while True:
        found = condition()
        if found:
            return found
        if alive is not None:
            alive()
        if CLOCK.now() >= until:
            raise TooLate(f"not within {deadline:g} s: {what}")
        breather(every)


def stays(condition: Callable[[], object], what: str, *, seconds: float, every: float = 0.02) -> None:
    """Look for `seconds` and raise AssertionError at the first look that finds `condition` untrue."""
    until = CLOCK.now() + seconds
    while CLOCK.now() < until:
        if not condition():
            raise AssertionError(f"did not stay so for {seconds:g} s: {what}")
        breather(every)


def let_pass(seconds: float) -> None:
    """Let so much time go by. For benches and the tour, which watch a clock; tests wait for conditions."""
    until = CLOCK.now() + seconds
    while (left := until - CLOCK.now()) > 0:
        breather(left)
