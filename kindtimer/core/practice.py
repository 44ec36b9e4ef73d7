"""Practice: steps to walk through; `Timeline` lays them out, `guided_walk` goes on from their questions.

Values only. What a practice file holds of them, for each length, is a `PracticePlan`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kindtimer.core.pace import Pace

QUIET_SECONDS = 12.0
"""Quiet after the last breath, without pacing (facts §1.5); not counted as planned time."""

CLOSING_AT = 5.0
"""Second of the quiet at which the closing line comes (screens, *ending*)."""


@dataclass(frozen=True)
class Say:
    """Words, then silence; nothing is paced. `seconds` is both together.

    `recall` is the id of an earlier question: what was said to it is shown with the words, if anything.
    """

    words: str
    seconds: float
    recall: str = ""


@dataclass(frozen=True)
class Breathe:
    """So many paced breaths.

    `arriving` are lines over the first breaths, one each; the phase is named for `named` breaths after
    them; `told` stands below for the first 20 seconds. Where the seed is closed, the first in-breath opens
    it; `folds` folds it back on the last out-breath and lets the cue fade over the last two.
    """

    pace: Pace
    breaths: int
    arriving: tuple[str, ...] = ()
    named: int = 3
    told: str = ""
    folds: bool = True


@dataclass(frozen=True)
class Rest:
    """Unpaced quiet. `words` come `words_at` seconds in and stay to the end.

    `closing` marks the quiet at the end of a session; the time before it is the planned time.
    """

    seconds: float
    words: str = ""
    words_at: float = 0.0
    closing: bool = False


@dataclass(frozen=True)
class Touch:
    """Words, then time for the hold that is shown; one of `holds` (ids of `touch_holds`), as is wanted."""

    words: str
    seconds: float
    holds: tuple[str, ...]


@dataclass(frozen=True)
class Ground:
    """Looking around the room: lines one after the other, evenly over `seconds`; nothing is paced."""

    lines: tuple[str, ...]
    seconds: float


class AskForm(StrEnum):
    """What a question is answered with."""

    WORDS = "words"
    ONE_OF = "one_of"
    SCALE = "scale"
    FEELINGS = "feelings"


@dataclass(frozen=True)
class Ask:
    """A question; time stands still in it until it is answered or passed over.

    `id` names the answer within its practice. `options` are the choices of ONE_OF, and what the two ends
    of a SCALE (0–10) mean. `seconds` is what it usually takes.
    """

    id: str
    question: str
    seconds: float
    form: AskForm = AskForm.WORDS
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Way:
    """One of the ways to go on."""

    words: str
    steps: "tuple[Step, ...]"


@dataclass(frozen=True)
class Choose:
    """A question of which way to go; time stands still in it. What comes after it is at each way's end."""

    question: str
    ways: tuple[Way, ...]
    seconds: float = 10.0


Step = Say | Breathe | Rest | Touch | Ground | Ask | Choose


def joined(steps: "tuple[Step, ...]", after: "tuple[Step, ...]" = ()) -> "tuple[Step, ...]":
    """The same steps with `after` at their end; what follows a choice goes to the end of each of its ways."""
    rest = after
    for step in reversed(steps):
        if isinstance(step, Choose):
            ways = tuple(Way(way.words, joined(way.steps, rest)) for way in step.ways)
            rest = (replace(step, ways=ways),)
        else:
            rest = (step, *rest)
    return rest


def walked(steps: "tuple[Step, ...]") -> "Iterator[Step]":
    """The steps one after the other; at a choice, until it is made, along its first way."""
    while steps:
        yield from steps
        last = steps[-1]
        steps = last.ways[0].steps if isinstance(last, Choose) else ()


@dataclass(frozen=True)
class Practice:
    """Steps under a name. `pattern` is the id of the pattern it paces, if it paces one."""

    id: str
    steps: tuple[Step, ...]
    pattern: str | None = None
