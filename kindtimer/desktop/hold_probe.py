"""Hold probe: one small look at what may hold an offer, and how several looks are put together.

What a probe looks at stands in the other `hold_…` files; `hold_asker` runs them, each on a thread of its own
that ends with the answer. Pure.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kindtimer.core.hold import Hold, Reading
from kindtimer.core.words import _, tr

Readings = Mapping[Hold, Reading]

Look = Callable[[frozenset[Hold], float], Readings]
"""Takes what is wanted and for how many seconds keys and mouse count as busy; gives what it knows of it."""

_SILENT = MappingProxyType(
    {
        Hold.LOCKED: _("No screen locker here tells whether the screen is locked."),
        Hold.FULL_SCREEN: _("This desktop tells no program which window fills the screen."),
        Hold.SHARING: _("Nobody here tells whether the screen is shown to others."),
        Hold.CALL: _("Nobody here tells whether microphone or camera are in use."),
        Hold.DO_NOT_DISTURB: _("No notification service here tells whether it is asked to be quiet."),
        Hold.INPUT: _("This desktop tells no program when keys and mouse were in use."),
    }
)


@dataclass(frozen=True)
class Probe:
    """`look` tells of `holds`; it may wait, hang and raise, and is called on a thread of its own.

    `unsaid` is a line for the person where others know part of a thing and this one nothing of its own part.
    """

    name: str
    holds: frozenset[Hold]
    look: Look
    unsaid: str = ""

    @classmethod
    def of_one(cls, name: str, hold: Hold, look: Callable[[], bool | None], unsaid: str = "") -> "Probe":
        """A probe of a plain question: yes, no, or None where it is not known."""
        return cls(name, frozenset({hold}), lambda _wanted, _seconds: {hold: reading(look())}, unsaid)


def reading(known: bool | None) -> Reading:
    """A plain answer as a reading."""
    if known is None:
        return Reading.UNKNOWN
    return Reading.YES if known else Reading.NO


def together(some: Iterable[Reading]) -> Reading:
    """What several looks at one thing say: one yes is enough, and not known counts only by itself."""
    found = set(some)
    return next((one for one in (Reading.YES, Reading.NO) if one in found), Reading.UNKNOWN)


def merged(wanted: frozenset[Hold], found: Mapping[str, Readings]) -> dict[Hold, Reading]:
    """Of each that is wanted, what the probes of those names say together."""
    return {hold: together(one[hold] for one in found.values() if hold in one) for hold in sorted(wanted)}


def silent_line(hold: Hold) -> str:
    """What the person is told where this desktop does not tell a thing at all."""
    return tr(_SILENT[hold])


def not_told(
    probes: Iterable[Probe], wanted: frozenset[Hold], found: Mapping[str, Readings]
) -> dict[Hold, str]:
    """One kind line for each that was wanted and is not known, or known in part."""
    known = merged(wanted, found)
    lines = {hold: silent_line(hold) for hold in known if known[hold] is Reading.UNKNOWN}
    for probe in probes:
        for hold in (probe.holds & wanted) if probe.unsaid else ():
            if found.get(probe.name, {}).get(hold, Reading.UNKNOWN) is Reading.UNKNOWN:
                lines.setdefault(hold, probe.unsaid)
    return lines
