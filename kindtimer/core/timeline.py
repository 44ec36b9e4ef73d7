"""Timeline: a practice laid out in seconds. `at(position)` is pure; picture, sound and words all ask it.

A timeline is never changed: easing off, going on and finishing early each make a new one that agrees
with the old one up to the moment of the change.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from math import cos, tau

from kindtimer.core.breath import Breath
from kindtimer.core.moment import LINE_FADE, NO_LINE, Line, Moment, lit, phase_line
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Breathe, Choose, Practice, Rest, Step, Way, walked
from kindtimer.core.segment import Segment, laid
from kindtimer.core.words import tr

TOLD_SECONDS = 20.0
GLOW_SECONDS = 20.0
"""Of slow light, from dark to dark: too slow to be followed as a breath."""


@dataclass(frozen=True)
class Timeline:
    """Segments without gaps, from 0. `walk` are the steps it was laid out from, one after the other.

    `guided` says that words lead, and not paced breath alone.
    """

    segments: tuple[Segment, ...]
    walk: tuple[Step, ...] = ()
    guided: bool = False

    @classmethod
    def of(cls, practice: Practice) -> "Timeline":
        """Lay a practice out. It has at least one step."""
        walk = tuple(walked(practice.steps))
        guided = any(not isinstance(step, Breathe | Rest) for step in walk)
        return cls((), walk, guided).walked_from(0)

    def followed_by(self, *steps: Step) -> "Timeline":
        """The same timeline with more steps at its end."""
        return self._with((step, -1) for step in steps)

    def walked_from(self, number: int) -> "Timeline":
        """The same timeline with the steps of the walk from that one on at its end."""
        return self._with((step, number + k) for k, step in enumerate(self.walk[number:]))

    def _with(self, steps: Iterable[tuple[Step, int]]) -> "Timeline":
        segments = list(self.segments)
        for step, number in steps:
            last = segments[-1] if segments else None
            start, bloom = (last.end, last.bloom_at(last.end)) if last else (0.0, 0.0)
            segments.append(laid(step, start, bloom, number))
        return replace(self, segments=tuple(segments))

    @property
    def duration(self) -> float:
        """Seconds to the very end, the closing quiet included."""
        return self.segments[-1].end

    @cached_property
    def planned(self) -> float:
        """Seconds that count as practice: up to the closing quiet."""
        last = self.segments[-1]
        return last.start if isinstance(last.step, Rest) and last.step.closing else last.end

    @cached_property
    def paces(self) -> bool:
        """Whether it paces, or would on one of its ways or after a step back."""
        return self.walk != _unpaced(self.walk, "") if self.guided else any(s.phases for s in self.segments)

    def waited(self, position: float) -> float:
        """Seconds up to a position in which questions waited for longer than they usually take."""
        return sum(one.waited(position) for one in self.segments)

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
        line = _quiet_line(segment, position)
        return Moment(position, None, bloom, 0.0, 0.0, line, NO_LINE, closing, _glow(position) * bloom, step)

    def cut(self, segments: tuple[Segment, ...]) -> "Timeline":
        """Other segments, of the same walk."""
        return replace(self, segments=segments)

    # --- making a new one -------------------------------------------------------------------------

    def before(self, position: float) -> tuple[tuple[Segment, ...], Segment]:
        """The segments before the one at a position, and that one."""
        current = self.segment(position)
        return self.segments[: self.segments.index(current)], current

    def eased(self, position: float, words: str) -> "Timeline":
        """Pacing fades within two seconds of `position`; quiet with `words` for the time there was.

        What is on and not paced stays as it is. Itself where pacing ends by itself: the flower folds
        already, or nothing paced is left.
        """
        before, current = self.before(position)
        ahead = self.segments[len(before) + 1 :]
        by_itself = not current.phases or current.folding(position) or current.fading(position)
        if self.guided:
            kept = current if by_itself else current.let_go(position)
            return self._walked_unpaced((*before, kept), current.end - kept.end, ahead, words)
        paced_later = any(one.phases for one in ahead)
        if by_itself and not paced_later:
            return self
        cut = current if not current.phases or current.fading(position) else current.let_go(position)
        left = max(30.0, self.planned - cut.end)
        return self.cut((*before, cut)).followed_by(Rest(left, words), *self._closing())

    def _walked_unpaced(
        self, segments: tuple[Segment, ...], left: float, ahead: tuple[Segment, ...], words: str
    ) -> "Timeline":
        """Where words lead they go on; what was paced is quiet, for the time it had.

        The whole walk is, with all its ways, so that neither a choice nor a step back brings the pace back.
        """
        walk = _unpaced(self.walk, words)
        if walk == self.walk:
            return self
        eased = replace(self, segments=segments, walk=walk)
        if left > 0:
            eased = eased.followed_by(Rest(left, words))
        return eased._with((_unpaced((one.step,), words)[0], one.number) for one in ahead)

    def going_on(self, position: float, step: Breathe) -> "Timeline":
        """Pacing comes back over two seconds, as `step` says.

        Soon after `position`: what is still to be seen of words or of an earlier pace fades first.
        """
        before, current = self.before(position)
        cut = current.let_go(position)
        return self.cut((*before, cut)).followed_by(step, *self._closing())

    def finished_early(self, position: float) -> "Timeline":
        """End at the next breath that can still fold: this one before its out-breath, else the next.

        Where none is left, or pacing is fading already, the closing quiet follows and folds the flower.
        Itself where that quiet has begun. Nothing else is ahead from then on, whatever is done.
        """
        before, current = self.before(position)
        if isinstance(current.step, Rest) and current.step.closing:
            return self
        if not isinstance(current.step, Breathe):
            cut = current.let_go(position)
        elif current.fading(position) or current.folding(position):
            cut = current
        else:
            cut = current.folded_soon(position)
        number = max((one.number for one in (*before, current)), default=0)
        finished = replace(self, segments=(*before, cut), walk=(*self.walk[: number + 1], *self._closing()))
        return finished.walked_from(number + 1)

    def _closing(self) -> tuple[Step, ...]:
        last = self.segments[-1].step
        return (last,) if isinstance(last, Rest) and last.closing else ()


def _unpaced(steps: tuple[Step, ...], words: str) -> tuple[Step, ...]:
    """The same steps, and on all ways, with quiet and `words` in place of every pace, as long as it is."""
    return tuple(_unpaced_step(step, words) for step in steps)


def _unpaced_step(step: Step, words: str) -> Step:
    if isinstance(step, Choose):
        return replace(step, ways=tuple(Way(way.words, _unpaced(way.steps, words)) for way in step.ways))
    return Rest(laid(step, 0.0, 1.0).seconds, words) if isinstance(step, Breathe) else step


def _breathing(segment: Segment, step: Breathe, position: float) -> Moment:
    breath = segment.breath(position)
    bloom, presence = segment.bloom_at(position), segment.presence(position)
    return Moment(
        position,
        breath,
        bloom,
        presence,
        segment.cue(position),
        _breath_line(segment, step, breath, position),
        _told_line(segment, step, position),
        closing=False,
        glow=_glow(position) * bloom * (1.0 - presence),
        step=step,
    )


def _glow(position: float) -> float:
    return 0.5 - 0.5 * cos(tau * position / GLOW_SECONDS)


def _breath_line(segment: Segment, step: Breathe, breath: Breath, position: float) -> Line:
    k = breath.index
    if k < len(step.arriving):
        light = lit(position, segment.starts[k], segment.starts[k + 1], LINE_FADE)
        return Line(tr(step.arriving[k]), light * segment.presence(position))
    if k < len(step.arriving) + step.named:
        return phase_line(breath, segment.presence(position))
    return NO_LINE


def _told_line(segment: Segment, step: Breathe, position: float) -> Line:
    until = min(segment.start + TOLD_SECONDS, segment.end)
    if not step.told or position >= until:
        return NO_LINE
    light = lit(position, segment.start, until, LINE_FADE)
    return Line(step.told, light * segment.presence(position))


def _quiet_line(segment: Segment, position: float) -> Line:
    words, begins, until = segment.said(position)
    if not words or position < begins:
        return NO_LINE
    return Line(tr(words), lit(position, begins, until, LINE_FADE))
