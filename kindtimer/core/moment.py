"""Moment: everything a picture or a sound asks of one position of a timeline. Values only."""

from dataclasses import dataclass, replace

from kindtimer.core.breath import Breath, ease
from kindtimer.core.practice import Step
from kindtimer.core.words import PHASE_WORDS, tr

LINE_FADE = 0.7
PHASE_FADE = 0.35


@dataclass(frozen=True, slots=True)
class Line:
    """Words on the screen and how much light they have, 0–1."""

    words: str = ""
    light: float = 0.0


NO_LINE = Line()


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything a picture or a sound asks of one position.

    `breath` is None where nothing is paced. `bloom` is 0 for the seed and 1 for the unfolded flower;
    `presence` is how much of the pacing is there (it sinks as pacing is eased off); `cue` is the level
    of the breath's sound, 0–1. None of them jumps, but that presence may come and go with the seed closed
    (bloom 0), where nothing of it is seen. `glow` is slow light, 0–1, where nothing is paced; `step` is
    the step it belongs to, None where there is no session.
    """

    position: float
    breath: Breath | None
    bloom: float
    presence: float
    cue: float
    line: Line
    second: Line
    closing: bool
    glow: float = 0.0
    step: Step | None = None


def named(moment: Moment) -> Moment:
    """The same moment with its phase said in words, where one is paced (the H key)."""
    breath = moment.breath
    if breath is None:
        return moment
    return replace(moment, line=phase_line(breath, moment.presence))


def phase_line(breath: Breath, presence: float) -> Line:
    """The phase in words, as light as the phase lets them be; `presence` dims them further."""
    light = lit(breath.progress * breath.seconds, 0.0, breath.seconds, PHASE_FADE)
    return Line(tr(PHASE_WORDS[breath.phase]), light * presence)


def lit(at: float, start: float, end: float, fade: float) -> float:
    """Light 0–1: full between start and end, its soft ends taking at most a third of the time each."""
    fade = min(fade, (end - start) / 3.0)
    if fade <= 0:
        return 1.0
    return ease((at - start) / fade) * ease((end - at) / fade)
