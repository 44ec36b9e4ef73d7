"""Timeline: a practice laid out in seconds. `at(position)` is pure; picture, sound and words all ask it.

A timeline is never changed: easing off, going on and finishing early each make a new one that agrees
with the old one up to the moment of the change.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from kindtimer.core.breath import Breath, Phase, ease
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Breathe, Practice, Rest, Step
from kindtimer.core.words import PHASE_WORDS, tr

TOLD_SECONDS = 20.0
STEADY_BREATHS = 3
FADING_BREATHS = 2
EASE_SECONDS = 2.0
FOLD_SECONDS = 4.0
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
    (bloom 0), where nothing of it is seen.
    """

    position: float
    breath: Breath | None
    bloom: float
    presence: float
    cue: float
    line: Line
    second: Line
    closing: bool


def named(moment: Moment) -> Moment:
    """The same moment with its phase said in words, where one is paced (the H key)."""
    breath = moment.breath
    if breath is None:
        return moment
    return replace(moment, line=_phase_line(breath, moment.presence))


def breath_lengths(step: Breathe) -> tuple[Phases, ...]:
    """Every breath's lengths; the last three keep one rate (facts §1.5, *Ending*)."""
    steady_from = max(0, step.breaths - STEADY_BREATHS)
    return tuple(step.pace.breath(min(k, steady_from)) for k in range(step.breaths))


Span = tuple[float, float]
"""From and until, in session seconds."""


def _gone(spans: tuple[Span, ...], position: float) -> float:
    """What is left, 0–1, after fading out over each of these spans."""
    left = 1.0
    for begins, ends in spans:
        left *= 1.0 - ease((position - begins) / (ends - begins))
    return left


@dataclass(frozen=True)
class Segment:
    """One step from `start` to `end`.

    For a Breathe step `phases` are its breaths and `starts` their beginnings (session seconds, one more
    than breaths: the last is the end of the last breath). `wakes` seconds of presence come in after the
    start, `fades` are where presence goes and `tapers` where the cue goes. `bloom` is the bloom it begins
    with: 0 where the seed is still closed, 1 where the flower stands open; `folds` is the breath on whose
    out-breath it folds back, if any.
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

    @property
    def seconds(self) -> float:
        """Length of the segment."""
        return self.end - self.start

    def bloom_at(self, position: float) -> float:
        """How far the flower has unfolded, 0 (seed) to 1."""
        step = self.step
        if isinstance(step, Rest) and step.closing:
            return self.bloom * (1.0 - ease((position - self.start) / FOLD_SECONDS))
        if not isinstance(step, Breathe):
            return self.bloom
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

    def shown_from(self) -> float:
        """Where the words of a step that paces nothing appear, in session seconds."""
        return self.start + (self.step.words_at if isinstance(self.step, Rest) else 0.0)

    def let_go(self, position: float) -> "Segment":
        """The same up to `position`, and from there the softest end that is soon."""
        if not isinstance(self.step, Breathe):
            if not self.step.words or position <= self.shown_from():
                return replace(self, end=position)
            # Words that stand there fade; three fades long, so that their beginning is not touched.
            fades_by = max(position + LINE_FADE, self.shown_from() + 3 * LINE_FADE)
            return replace(self, end=min(self.end, fades_by))
        if self.fading(position):
            return self
        unfolded = self.start + self.phases[0].inhale
        end = max(position + EASE_SECONDS, unfolded if position < unfolded else 0.0)
        folds = self.folds if self.folding(position) else None
        return replace(self, end=end, fades=((position, position + EASE_SECONDS),), folds=folds)


def _laid(step: Step, start: float, bloom: float) -> Segment:
    if not isinstance(step, Breathe):
        return Segment(start, start + step.seconds, step, bloom=bloom)
    phases = breath_lengths(step)
    starts = tuple(accumulate((p.period for p in phases), initial=start))
    end = starts[-1]
    wakes = EASE_SECONDS if start > 0 else 0.0
    if not step.folds:
        fades = ((max(start, end - EASE_SECONDS), end),)
        return Segment(start, end, step, phases, starts, bloom, wakes, fades)
    tapers = ((starts[max(0, step.breaths - FADING_BREATHS)], end),)
    return Segment(start, end, step, phases, starts, bloom, wakes, (), tapers, step.breaths - 1)


@dataclass(frozen=True)
class Timeline:
    """Segments without gaps, from 0."""

    segments: tuple[Segment, ...]

    @classmethod
    def of(cls, practice: Practice) -> "Timeline":
        """Lay a practice out. It has at least one step."""
        return cls(()).followed_by(*practice.steps)

    def followed_by(self, *steps: Step) -> "Timeline":
        """The same timeline with more steps at its end."""
        segments = list(self.segments)
        for step in steps:
            last = segments[-1] if segments else None
            segments.append(_laid(step, last.end if last else 0.0, last.bloom_at(last.end) if last else 0.0))
        return Timeline(tuple(segments))

    @property
    def duration(self) -> float:
        """Seconds to the very end, the closing quiet included."""
        return self.segments[-1].end

    @cached_property
    def planned(self) -> float:
        """Seconds that count as practice: up to the closing quiet."""
        last = self.segments[-1]
        return last.start if isinstance(last.step, Rest) and last.step.closing else last.end

    def segment(self, position: float) -> Segment:
        """The segment at a position; the first before the beginning, the last after the end."""
        for segment in self.segments:
            if position < segment.end:
                return segment
        return self.segments[-1]

    def breaths_by(self, position: float) -> int:
        """Whole breaths paced up to a position."""
        return sum(bisect_right(s.starts[1:], min(position, s.end) + 1e-9) for s in self.segments if s.starts)

    def bpm(self, position: float) -> float | None:
        """Breaths a minute at a position, or None where nothing is paced."""
        segment = self.segment(position)
        return segment.phases[segment.breath_index(position)].bpm if segment.phases else None

    def last_paced(self, position: float) -> Phases:
        """The lengths of the breath paced last, at or before a position; the first ones before any."""
        paced = [s for s in self.segments if s.phases and s.start <= position] or [
            s for s in self.segments if s.phases
        ]
        return paced[-1].phases[paced[-1].breath_index(position)]

    def at(self, position: float) -> Moment:
        """The moment at `position` seconds; before 0 and after the end the first and last moment."""
        position = min(max(position, 0.0), self.duration)
        segment = self.segment(position)
        step = segment.step
        if isinstance(step, Breathe):
            return _breathing(segment, step, position)
        closing = isinstance(step, Rest) and step.closing
        bloom = segment.bloom_at(position)
        return Moment(position, None, bloom, 0.0, 0.0, _quiet_line(segment, position), NO_LINE, closing)

    # --- making a new one -------------------------------------------------------------------------

    def _before(self, position: float) -> tuple[tuple[Segment, ...], Segment]:
        current = self.segment(position)
        return self.segments[: self.segments.index(current)], current

    def eased(self, position: float, words: str) -> "Timeline":
        """Pacing fades within two seconds of `position`; quiet with `words` up to the planned end.

        Itself where pacing ends by itself: the flower folds already, or nothing paced is left.
        """
        before, current = self._before(position)
        paced_later = any(one.phases for one in self.segments[len(before) + 1 :])
        if not paced_later and (not current.phases or current.folding(position)):
            return self
        cut = current.let_go(position)
        left = max(30.0, self.planned - cut.end)
        return Timeline((*before, cut)).followed_by(Rest(left, words), *self._closing())

    def going_on(self, position: float, step: Breathe) -> "Timeline":
        """Pacing comes back over two seconds, as `step` says.

        Soon after `position`: what is still to be seen of words or of an earlier pace fades first.
        """
        before, current = self._before(position)
        cut = current.let_go(position)
        return Timeline((*before, cut)).followed_by(step, *self._closing())

    def finished_early(self, position: float) -> "Timeline":
        """End at the next breath that can still fold: this one before its out-breath, else the next.

        Where none is left, or pacing is fading already, the closing quiet follows and folds the flower.
        Itself where that quiet has begun.
        """
        before, current = self._before(position)
        if isinstance(current.step, Rest) and current.step.closing:
            return self
        if not isinstance(current.step, Breathe):
            cut = current.let_go(position)
        elif current.fading(position) or current.folding(position):
            cut = current
        else:
            cut = _ended_by_a_fold(current, current.step, position)
        return Timeline((*before, cut)).followed_by(*self._closing())

    def _closing(self) -> tuple[Step, ...]:
        last = self.segments[-1].step
        return (last,) if isinstance(last, Rest) and last.closing else ()


def _ended_by_a_fold(segment: Segment, step: Breathe, position: float) -> Segment:
    k = segment.breath_index(position)
    if segment.breath(position).phase in (Phase.OUT, Phase.REST):
        k += 1
    if k >= len(segment.phases):
        return segment
    end = segment.starts[k + 1]
    return replace(
        segment,
        step=replace(step, breaths=k + 1, folds=True),
        end=end,
        phases=segment.phases[: k + 1],
        starts=segment.starts[: k + 2],
        fades=(),
        tapers=(*(span for span in segment.tapers if span[0] < position), (position, end)),
        folds=k,
    )


def _breathing(segment: Segment, step: Breathe, position: float) -> Moment:
    breath = segment.breath(position)
    return Moment(
        position,
        breath,
        segment.bloom_at(position),
        segment.presence(position),
        segment.cue(position),
        _breath_line(segment, step, breath, position),
        _told_line(segment, step, position),
        closing=False,
    )


def _breath_line(segment: Segment, step: Breathe, breath: Breath, position: float) -> Line:
    k = breath.index
    if k < len(step.arriving):
        light = _light(position, segment.starts[k], segment.starts[k + 1], LINE_FADE)
        return Line(tr(step.arriving[k]), light * segment.presence(position))
    if k < len(step.arriving) + step.named:
        return _phase_line(breath, segment.presence(position))
    return NO_LINE


def _phase_line(breath: Breath, presence: float) -> Line:
    light = _light(breath.progress * breath.seconds, 0.0, breath.seconds, PHASE_FADE)
    return Line(tr(PHASE_WORDS[breath.phase]), light * presence)


def _told_line(segment: Segment, step: Breathe, position: float) -> Line:
    until = min(segment.start + TOLD_SECONDS, segment.end)
    if not step.told or position >= until:
        return NO_LINE
    light = _light(position, segment.start, until, LINE_FADE)
    return Line(step.told, light * segment.presence(position))


def _quiet_line(segment: Segment, position: float) -> Line:
    step = segment.step
    if isinstance(step, Breathe) or not step.words:
        return NO_LINE
    if position < segment.shown_from():
        return NO_LINE
    return Line(tr(step.words), _light(position, segment.shown_from(), segment.end, LINE_FADE))


def _light(at: float, start: float, end: float, fade: float) -> float:
    """1 between start and end, with a soft beginning and end of at most a third of the time each."""
    fade = min(fade, (end - start) / 3.0)
    if fade <= 0:
        return 1.0
    return ease((at - start) / fade) * ease((end - at) / fade)
