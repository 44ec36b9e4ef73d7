"""Hold checks: for `doctor`, what offers wait for on this desktop, and what it does not tell, by asking once.

Each probe looks on a thread of its own, and one that hangs is left behind. Called by the command line alone.
"""

import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress

from kindtimer.core.check import Check
from kindtimer.core.clock import Clock, SystemClock
from kindtimer.core.hold import ASKED, Hold, Reading, hold_words
from kindtimer.core.words import tr
from kindtimer.desktop.hold_probe import Probe, Readings, merged, not_told
from kindtimer.desktop.hold_probes import Microphone, hold_probes, never_told

SECONDS = 2.0
INPUT_S = 5.0


def hold_checks(environ: Mapping[str, str], microphone: Microphone) -> list[Check]:
    """One row for what is told, and one for each thing that is not, or not all of it; two seconds at most."""
    clock = SystemClock()
    probes = hold_probes(environ, clock, microphone)
    return rows(probes, looked_at(probes, clock), never_told(environ))


def looked_at(probes: Sequence[Probe], clock: Clock, seconds: float = SECONDS) -> dict[str, Readings]:
    """What each probe knows, by its name; those that hang or fail are left out."""
    found: dict[str, Readings] = {}

    def look(probe: Probe) -> None:
        with suppress(Exception):
            found[probe.name] = dict(probe.look(probe.holds, INPUT_S))

    threads = [
        threading.Thread(target=look, args=(probe,), name=f"doctor: {probe.name}", daemon=True)
        for probe in probes
    ]
    for thread in threads:
        thread.start()
    until = clock.now() + seconds
    for thread in threads:
        thread.join(max(0.0, until - clock.now()))
    return dict(found)


def rows(probes: Sequence[Probe], found: Mapping[str, Readings], missing: Mapping[Hold, str]) -> list[Check]:
    """The rows of that; `missing` was known beforehand."""
    wanted = frozenset(ASKED)
    known = merged(wanted, found)
    lines = {**not_told(probes, wanted, found), **missing}
    told = [hold_words(hold) for hold in ASKED if known[hold] is not Reading.UNKNOWN]
    nothing = tr("Offers come at their times whatever happens here.")
    whole = tr("Offers wait here while: {reasons}.", reasons=", ".join(told)) if told else nothing
    pause = tr("A pause keeps offers away meanwhile: `kindtimer pause 1h`.")
    return [
        Check("offers_wait", bool(told), whole, None if told else pause),
        *(Check(f"hold_{hold}", False, lines[hold], pause) for hold in ASKED if hold in lines),
    ]
