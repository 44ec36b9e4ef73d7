"""Guided walk: how a walk goes on from its questions, and from step to step. Pure.

A timeline is never changed: each of these makes a new one that agrees with the old one up to `position`.
Time leads: whoever goes back a step walks it anew, and nothing that was heard is taken back.
"""

from dataclasses import replace

from kindtimer.core.moment import LINE_FADE
from kindtimer.core.practice import Ask, Choose, walked
from kindtimer.core.segment import Segment
from kindtimer.core.timeline import Timeline

ROOM_SECONDS = 30.0
"""An open question is longer than this from where one stands: longer than sound is rendered ahead."""

BACK_SECONDS = 4.0
"""Later in a step than this, going back leads to its own beginning."""


def question(timeline: Timeline, position: float) -> Ask | Choose | None:
    """The question that waits at a position, if any."""
    segment = timeline.segment(position)
    step = segment.step
    return step if segment.waits and isinstance(step, Ask | Choose) else None


def kept_open(timeline: Timeline, position: float) -> Timeline:
    """Room for an answer: a question that waits does not end by itself. Itself where there is room."""
    segment = timeline.segment(position)
    if not segment.waits or segment.end - position > ROOM_SECONDS:
        return timeline
    return _ending(timeline, segment, position + 2 * ROOM_SECONDS)


def answered(timeline: Timeline, position: float, way: int = 0) -> Timeline:
    """The walk after the question at a position, along one of its ways. Itself where none waits."""
    segment = timeline.segment(position)
    if not segment.waits:
        return timeline
    step = timeline.walk[segment.number]  # its ways may be other ones since it was asked
    if isinstance(step, Choose):
        ahead = tuple(walked(step.ways[way].steps))
        timeline = replace(timeline, walk=(*timeline.walk[: segment.number + 1], *ahead))
    return _ending(timeline, replace(segment, waits=False, left=True), position + LINE_FADE)


def stepped(timeline: Timeline, position: float, by: int) -> Timeline:
    """The walk one step on (`by` 1) or back (-1) from a position. Itself where there is no such step.

    While a step that was left fades, it counts from the one after it: quick presses lead as many steps.
    """
    before, current = timeline.before(position)
    number = _number(timeline, before, current)
    if by < 0 and not current.left and position - current.start > BACK_SECONDS:
        by += 1  # to the beginning of this one first
    target = max(0, number + by)
    if target >= len(timeline.walk):
        return timeline
    if not current.left:
        current = replace(current.let_go(position), waits=False, left=True)
    return timeline.cut((*before, current)).walked_from(target)


def _number(timeline: Timeline, before: tuple[Segment, ...], current: Segment) -> int:
    """The place in the walk of the step that is on: while one fades that was left, of the next."""
    after = timeline.segments[len(before) + 1 : len(before) + 2] if current.left else ()
    numbers = [segment.number for segment in (*before, current, *after) if segment.number >= 0]
    return numbers[-1] if numbers else 0


def _ending(timeline: Timeline, segment: Segment, end: float) -> Timeline:
    """The same with that segment, of that place, ending at `end`, and the walk after it laid out anew."""
    before, _ = timeline.before(segment.start)
    return timeline.cut((*before, replace(segment, end=end))).walked_from(segment.number + 1)
