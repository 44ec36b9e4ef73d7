"""Wish: what somebody asked for, from whichever door, and the practice it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from kindtimer.core.entry import Door
from kindtimer.core.pace import ARRIVAL, Pace, settled
from kindtimer.core.pattern import Pattern, Phases
from kindtimer.core.practice import CLOSING_AT, QUIET_SECONDS, Breathe, Practice, Rest, Step
from kindtimer.core.practice_plan import Length
from kindtimer.core.segment import breath_lengths
from kindtimer.core.settings import Settings, Size
from kindtimer.core.words import OWN_WAY, SITTING, SOFTER, arriving, tr, trn

BREATHE = "breathe"
ROOM = "room"
SYNC = "sync"
SYNC_BREATH = Phases(inhale=0.12, out=0.88)
SOFTER_SESSIONS = 3
LONGEST_MINUTES = 60.0
ROOM_SECONDS = 60.0
"""Of quiet after the room was looked at."""

MOST_BREATHS = 400
USUAL_SYNC = 60
LONGEST_SYNC = 600
"""Seconds of `doctor sync`."""


class NotPossible(ValueError):
    """A wish that cannot be done; its text is one kind line that says why and what can be."""


@dataclass(frozen=True)
class Wish:
    """A breath that was asked for. None means: as the person's settings say.

    With a `practice` that one is walked, at its length nearest to `length`. With a `pattern` it is done as
    asked, or with a gentle beginning where one is wanted and it holds no breath; without either it is
    *Breathe*, the ramp anyone can follow.
    At most one of `minutes` and `breaths` is given.
    """

    door: Door
    pattern: str | None = None
    minutes: float | None = None
    breaths: int | None = None
    scene: str | None = None
    size: Size | None = None
    gentle: bool = False
    practice: str | None = None
    length: Length | None = None


def check_length(minutes: float | None, breaths: int | None) -> None:
    """Raise NotPossible where a length makes no sense."""
    if minutes is not None and breaths is not None:
        raise NotPossible(tr("Minutes or breaths, one of the two, gives the length."))
    if minutes is not None and not (isfinite(minutes) and 0 < minutes <= LONGEST_MINUTES):
        raise NotPossible(tr("Minutes can be any number above 0, up to 60. For example: --minutes 3"))
    if breaths is not None and not 1 <= breaths <= MOST_BREATHS:
        raise NotPossible(tr("Breaths can be a whole number from 1 to 400. For example: --breaths 10"))


def find(patterns: Mapping[str, Pattern], name: str) -> Pattern:
    """The pattern of that id, or NotPossible with the ones there are."""
    try:
        return patterns[name]
    except KeyError:
        known = ", ".join(patterns)
        raise NotPossible(
            tr("There is no pattern called “{name}”. There are: {known}.", name=name[:40], known=known)
        ) from None


def compose(wish: Wish, patterns: Mapping[str, Pattern], settings: Settings, closing: str) -> Practice:
    """The practice a wish becomes. Raises NotPossible with a line to show."""
    check_length(wish.minutes, wish.breaths)
    if wish.pattern is None:
        # A pattern that is no longer there never stands between a click and the first breath.
        usual = settings.pattern if settings.pattern in patterns else Settings().pattern
        return _first_breath(wish, find(patterns, usual), settings, closing)
    pattern = find(patterns, wish.pattern)
    if wish.gentle:
        return _first_breath(wish, pattern, settings, closing)
    return as_asked(pattern, wish.minutes, wish.breaths, closing)


def _first_breath(wish: Wish, pattern: Pattern, settings: Settings, closing: str) -> Practice:
    """*Breathe*: from twelve a minute, gently, to where this person's sessions settle (product §3)."""
    met = settings.sessions_met
    softer = met < SOFTER_SESSIONS
    told = tr(SOFTER) if softer else ""
    if pattern.has_holds or pattern.phases.top_up:
        # A pattern with holds has no gentle slope up to it: it is done as it is.
        minutes = settings.minutes if wish.minutes is None else wish.minutes
        return as_asked(pattern, minutes if wish.breaths is None else None, wish.breaths, closing)
    target, growth = settled(pattern.phases, met)
    pace = Pace(target, ARRIVAL, growth)
    if wish.breaths is not None:
        asked = wish.breaths
    else:
        minutes = settings.minutes if wish.minutes is None else wish.minutes
        asked = breaths_within(pace, minutes * 60.0)
    breaths = min(asked, breaths_within(pace, pattern.cap_minutes * 60.0))
    seconds = _seconds(pace, breaths)
    if breaths < asked:
        length = _length_told(breaths, seconds)
        told = f"{length}. {told}" if told else length
    lines = arriving(seconds, softer=softer)
    step = Breathe(pace, breaths, arriving=lines[: max(0, breaths - 1)], told=told)
    return Practice(BREATHE, (step, _quiet(closing)), pattern.id)


def breaths_within(pace: Pace, seconds: float) -> int:
    """The most breaths that end within so many seconds, the steady last three included; at least one."""
    low, high = 1, max(1, int(seconds / min(pace.breath(0).period, pace.target.period)) + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if _seconds(pace, middle) <= seconds + 1e-6:
            low = middle
        else:
            high = middle - 1
    return low


def _seconds(pace: Pace, breaths: int) -> float:
    return sum(p.period for p in breath_lengths(Breathe(pace, breaths)))


def as_asked(pattern: Pattern, minutes: float | None, breaths: int | None, closing: str) -> Practice:
    """A pattern picked by name: its own seconds from the first breath, in whole breaths.

    A length beyond the pattern's cap is done up to the cap, and the first words say how many breaths.
    """
    most = pattern.breaths_in(pattern.cap_minutes)
    if breaths is None:
        breaths = pattern.breaths_in(pattern.default_minutes if minutes is None else minutes)
    breaths = min(breaths, most)
    seconds = pattern.seconds_of(breaths)
    told = _length_told(breaths, seconds)
    lines = arriving(seconds)
    if pattern.caution:
        # A line of its own, the first of all: large enough to be read, and read before a hold.
        lines = (pattern.caution, lines[1])
    pace = Pace(pattern.phases)
    size = pattern.set_breaths or breaths
    steps: list[Step] = []
    while breaths > 0:
        now = min(size, breaths)
        breaths -= now
        last = breaths == 0
        if not steps:
            first = lines[: max(1 if pattern.caution else 0, now - 1)]
            steps.append(Breathe(pace, now, arriving=first, told=told, folds=last))
        else:
            steps.append(Breathe(pace, now, folds=last))
        if not last:
            steps.append(Rest(pattern.between, OWN_WAY))
    return Practice(BREATHE, (*steps, _quiet(closing)), pattern.id)


def _length_told(breaths: int, seconds: float) -> str:
    length = trn("{count} breath", "{count} breaths", breaths)
    if seconds < 45.0:
        return tr("{breaths}, under a minute", breaths=length)
    about = trn("about {count} minute", "about {count} minutes", round(seconds / 60.0))
    return tr("{breaths}, {about}", breaths=length, about=about)


def _quiet(closing: str) -> Rest:
    return Rest(QUIET_SECONDS, closing, CLOSING_AT, closing=True)


def room_practice(closing: str) -> Practice:
    """*The room around you*: nothing is paced; quiet follows the lines where it is wanted."""
    return Practice(ROOM, (Rest(ROOM_SECONDS, SITTING), _quiet(closing)))


def check_sync(seconds: object) -> int:
    """The seconds of `doctor sync`. Raises NotPossible where they are none."""
    if isinstance(seconds, int) and not isinstance(seconds, bool) and 1 <= seconds <= LONGEST_SYNC:
        return seconds
    raise NotPossible(tr("Seconds can be a whole number from 1 to 600. For example: --seconds 60"))


def sync_practice(seconds: int) -> Practice:
    """`doctor sync`: one flash and one click at each second, from the timeline that sessions use."""
    return Practice(SYNC, (Breathe(Pace(SYNC_BREATH), seconds, named=0, folds=False),))
