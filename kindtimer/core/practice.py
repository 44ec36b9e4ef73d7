"""Practice: steps to walk through. For now what a breath session is made of; `Timeline` lays it out."""

from dataclasses import dataclass

from kindtimer.core.pace import Pace

QUIET_SECONDS = 12.0
"""Quiet after the last breath, without pacing (facts §1.5); not counted as planned time."""

CLOSING_AT = 5.0
"""Second of the quiet at which the closing line comes (screens, *ending*)."""


@dataclass(frozen=True)
class Say:
    """Words, then silence; nothing is paced. `seconds` is both together."""

    words: str
    seconds: float


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


Step = Say | Breathe | Rest


@dataclass(frozen=True)
class Practice:
    """Steps under a name. `pattern` is the id of the pattern it paces, if it paces one."""

    id: str
    steps: tuple[Step, ...]
    pattern: str | None = None
