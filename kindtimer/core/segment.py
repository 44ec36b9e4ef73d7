"""Segment: one step of a practice laid out in seconds, and how its pacing comes and goes. Pure values."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from kindtimer.core.breath import Breath, Phase, ease
from kindtimer.core.moment import LINE_FADE
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Ask, Breathe, Choose, Ground, Rest, Say, Step, Touch

STEADY_BREATHS = 3
FADING_BREATHS = 2
EASE_SECONDS = 2.0
FOLD_SECONDS = 4.0
OPEN_SECONDS = 6.0
"""The flower opens this slowly where words come first and nothing is paced."""

Span = tuple[float, float]
"""From and until, in session seconds."""


def _gone(spans: tuple[Span, ...], position: float) -> float:
    """What is left, 0–1, after fading out over each of these spans."""
    left = 1.0
    for begins, ends in spans:
        left *= 1.0 - ease((position - begins) / (ends - begins))
    return left


def breath_lengths(step: Breathe) -> tuple[Phases, ...]:
    """Every breath's lengths; the last three keep one rate (facts §1.5, *Ending*)."""
    steady_from = max(0, step.breaths - STEADY_BREATHS)
    return tuple(step.pace.breath(min(k, steady_from)) for k in range(step.breaths))


@dataclass(frozen=True)
class Segment:
    """One step from `start` to `end`.

    For a Breathe step `phases` are its breaths and `starts` their beginnings (session seconds, one more
    than breaths: the last is the end of the last breath). `wakes` seconds of presence come in after the
    start, `fades` are where presence goes and `tapers` where the cue goes. `bloom` is the bloom it begins
    with: 0 where the seed is still closed, 1 where the flower stands open; `folds` is the breath on whose
    out-breath it folds back, if any. `number` is the step's place among those that are walked, -1 for what
    was put in on the way. `waits` says that its question is not answered, `left` that it only fades: the
    step after it is the one that is walked.
    """

    start: float
    end: float
    step: Step
    phases: tuple[Phases, ...] = ()
    starts: tuple[float, ...] = ()
    bloom: float = 0.0
    wakes: float = 0.0
    fades: tuple[Span, ...] = ()
    tapers: tuple[Span, ...] = ()
    folds: int | None = None
    number: int = -1
    waits: bool = False
    left: bool = False

    @property
    def seconds(self) -> float:
        """Length of the segment."""
        return self.end - self.start

    def bloom_at(self, position: float) -> float:
        """How far the flower has unfolded, 0 (seed) to 1."""
        step = self.step
        if isinstance(step, Rest) and step.closing:
            return self.bloom * (1.0 - ease((position - self.start) / FOLD_SECONDS))
        if isinstance(step, Rest):
            return self.bloom
        if not isinstance(step, Breathe):
            return self.bloom + (1.0 - self.bloom) * ease((position - self.start) / OPEN_SECONDS)
        breath = self.breath(position)
        if breath.index == 0 and breath.phase is Phase.IN:
            return self.bloom + (1.0 - self.bloom) * ease(breath.progress)
        if self.folding(position):
            return 1.0 - ease(breath.progress) if breath.phase is Phase.OUT else 0.0
        return 1.0

    def folding(self, position: float) -> bool:
        """Whether the flower has begun to fold back."""
        if self.folds is None:
            return False
        breath = self.breath(position)
        return breath.index == self.folds and breath.phase in (Phase.OUT, Phase.REST)

    def fading(self, position: float) -> bool:
        """Whether the pacing has begun to go."""
        return any(begins <= position for begins, _ in self.fades)

    def breath_index(self, position: float) -> int:
        """Which breath of a Breathe segment is running at `position`."""
        return min(len(self.phases) - 1, max(0, bisect_right(self.starts, position) - 1))

    def breath(self, position: float) -> Breath:
        """The breath of a Breathe segment at `position`."""
        k = self.breath_index(position)
        return self.phases[k].at(position - self.starts[k], k)

    def presence(self, position: float) -> float:
        """How much of the pacing is there, 0–1."""
        coming = ease((position - self.start) / self.wakes) if self.wakes else 1.0
        return coming * _gone(self.fades, position)

    def cue(self, position: float) -> float:
        """Level of the breath's sound, 0–1."""
        return self.presence(position) * _gone(self.tapers, position)

    def said(self, position: float) -> tuple[str, float, float]:
        """What stands on the screen at `position` where nothing is paced: words, from and until when."""
        step = self.step
        if isinstance(step, Ground):
            each = step.seconds / len(step.lines)
            k = max(0, min(len(step.lines) - 1, int((position - self.start) / each)))
            begins = self.start + k * each
            return step.lines[k], begins, min(begins + each, self.end)
        begins = self.start + (step.words_at if isinstance(step, Rest) else 0.0)
        return step.words if isinstance(step, Say | Rest | Touch) else "", begins, self.end

    def waited(self, position: float) -> float:
        """Seconds up to `position` in which a question waited for longer than it usually takes."""
        step = self.step
        if not isinstance(step, Ask | Choose):
            return 0.0
        return max(0.0, min(position, self.end) - self.start - step.seconds)

    def let_go(self, position: float) -> "Segment":
        """The same up to `position`, and from there the softest end that is soon."""
        if not isinstance(self.step, Breathe):
            words, begins, until = self.said(position)
            if not words or position <= begins:
                return replace(self, end=position)
            # Words that stand there fade; three fades long, so that their beginning is not touched.
            return replace(self, end=min(until, max(position + LINE_FADE, begins + 3 * LINE_FADE)))
        if self.fading(position):
            return self
        unfolded = self.start + self.phases[0].inhale
        end = max(position + EASE_SECONDS, unfolded if position < unfolded else 0.0)
        folds = self.folds if self.folding(position) else None
        return replace(self, end=end, fades=((position, position + EASE_SECONDS),), folds=folds)

    def folded_soon(self, position: float) -> "Segment":
        """The same, folding on the next out-breath that has not begun; itself where none is left."""
        assert isinstance(self.step, Breathe)
        k = self.breath_index(position)
        if self.breath(position).phase in (Phase.OUT, Phase.REST):
            k += 1
        if k >= len(self.phases):
            return self
        end = self.starts[k + 1]
        return replace(
            self,
            step=replace(self.step, breaths=k + 1, folds=True),
            end=end,
            phases=self.phases[: k + 1],
            starts=self.starts[: k + 2],
            fades=(),
            tapers=(*(span for span in self.tapers if span[0] < position), (position, end)),
            folds=k,
        )


def laid(step: Step, start: float, bloom: float, number: int = -1) -> Segment:
    """A step laid out from `start` (session seconds), beginning with `bloom`."""
    return replace(_laid(step, start, bloom), number=number)


def _laid(step: Step, start: float, bloom: float) -> Segment:
    if not isinstance(step, Breathe):
        asks = isinstance(step, Ask | Choose)
        return Segment(start, start + step.seconds, step, bloom=bloom, waits=asks)
    phases = breath_lengths(step)
    starts = tuple(accumulate((p.period for p in phases), initial=start))
    end = starts[-1]
    wakes = EASE_SECONDS if start > 0 else 0.0
    if not step.folds:
        fades = ((max(start, end - EASE_SECONDS), end),)
        return Segment(start, end, step, phases, starts, bloom, wakes, fades)
    tapers = ((starts[max(0, step.breaths - FADING_BREATHS)], end),)
    return Segment(start, end, step, phases, starts, bloom, wakes, (), tapers, step.breaths - 1)
