"""Session: one walk through a timeline. Pure: every change is handed the time and gives a new Session.

Position is monotonic time minus pauses; it leads, and sound follows it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kindtimer.core.entry import Answer, Door, SessionEntry
from kindtimer.core.guided_walk import answered, kept_open, question, stepped
from kindtimer.core.moment import Moment
from kindtimer.core.pace import Pace, easier
from kindtimer.core.practice import Ask, Breathe, Choose, Practice, Say, Step
from kindtimer.core.settings import Size
from kindtimer.core.timeline import Timeline


class State(StrEnum):
    """Where a session is, apart from its position."""

    RUNNING = "running"
    PAUSED = "paused"
    AWAY = "away"
    GROUND = "ground"
    STAY = "stay"


@dataclass(frozen=True)
class Session:
    """One walk. `origin` is the `now` at which position 0 was (moved on by each pause).

    `stopped_at` is the position at which the walk stands still, or None while it runs. `unkept` are the
    ids of questions to which what was said stays within the session.
    """

    id: UUID
    practice: str
    pattern: str | None
    door: Door
    timeline: Timeline
    began: datetime
    zone: str
    origin: float
    state: State = State.RUNNING
    stopped_at: float | None = None
    eased: bool = False
    scene: str = "flower"
    size: Size = Size.FULL
    answers: tuple[Answer, ...] = ()
    unkept: frozenset[str] = frozenset()

    @classmethod
    def start(
        cls, uuid: UUID, practice: Practice, door: Door, *, now: float, when: datetime, zone: str
    ) -> "Session":
        """A walk whose first breath begins at `now`. `when` is aware; `zone` an IANA name."""
        return cls(uuid, practice.id, practice.pattern, door, Timeline.of(practice), when, zone, now)

    @property
    def runs(self) -> bool:
        """Whether time passes in it."""
        return self.stopped_at is None

    def position(self, now: float) -> float:
        """Seconds into the session at `now`, never below 0 nor beyond its end."""
        at = now - self.origin if self.stopped_at is None else self.stopped_at
        return min(max(0.0, at), self.timeline.duration)

    def moment(self, now: float) -> Moment:
        """What there is to see and hear at `now`."""
        return self.timeline.at(self.position(now))

    def ended(self, now: float) -> bool:
        """Whether the timeline is over."""
        return self.runs and now - self.origin >= self.timeline.duration

    def stopped(self, now: float, state: State = State.PAUSED) -> "Session":
        """Stand still at this point of this breath. A session that stands already keeps its point."""
        return replace(self, state=state, stopped_at=self.position(now))

    def resumed(self, now: float) -> "Session":
        """Go on at the same point of the same breath."""
        if self.stopped_at is None:
            return self
        return replace(self, state=State.RUNNING, stopped_at=None, origin=now - self.stopped_at)

    def with_timeline(self, timeline: Timeline, *, eased: bool | None = None) -> "Session":
        """The same walk along a new timeline that agrees with the old one up to now."""
        return replace(self, timeline=timeline, eased=self.eased if eased is None else eased)

    def paced_easier(self, now: float) -> "Session":
        """Pacing again after an ease-off, a fifth faster than it was, for the time that is left."""
        position = self.position(now)
        pace = Pace(easier(self.timeline.last_paced(position)))
        return self._paced(position, pace, self.timeline.planned - position)

    def longer(self, now: float) -> "Session":
        """Another stretch as long as the longest there was, at the rate it came to; without its holds.

        Itself where nothing was paced, and where words lead: the way on stands on such a practice's own page.
        Holds want a minute of free breathing between them, which the quiet at the end is not.
        """
        if self.timeline.guided or not any(segment.phases for segment in self.timeline.segments):
            return self
        position = self.position(now)
        paced = self.timeline.last_paced(position)
        pace = Pace(easier(paced) if paced.hold or paced.rest else paced)
        seconds = max(one.starts[-1] - one.start for one in self.timeline.segments if one.starts)
        return self._paced(position, pace, seconds)

    def _paced(self, position: float, pace: Pace, seconds: float) -> "Session":
        breaths = max(3, int(seconds / pace.target.period))
        return self.with_timeline(self.timeline.going_on(position, Breathe(pace, breaths)), eased=False)

    def kept_open(self, now: float) -> "Session":
        """The same walk with room for an answer, where a question waits; itself where there is."""
        timeline = kept_open(self.timeline, self.position(now))
        return self if timeline is self.timeline else self.with_timeline(timeline)

    def question(self, now: float) -> Ask | Choose | None:
        """The question that waits, if any."""
        return question(self.timeline, self.position(now))

    def answered(self, now: float, way: int = 0) -> "Session":
        """On from the question that waits, along one of its ways."""
        return self.with_timeline(answered(self.timeline, self.position(now), way))

    def said(self, ask: Ask, words: str) -> "Session":
        """The same walk with this said to a question; "" takes back what was said to it."""
        others = tuple(one for one in self.answers if one.ask != ask.id)
        said = (Answer(ask.id, ask.question, words),) if words.strip() else ()
        return replace(self, answers=(*others, *said))

    def keeping(self, ask: Ask, kept: bool) -> "Session":
        """The same walk; what is said to that question is kept of it, or nothing is."""
        return replace(self, unkept=self.unkept - {ask.id} if kept else self.unkept | {ask.id})

    def answer(self, ask: Ask) -> str:
        """What was said to a question, if anything."""
        return next((one.said for one in self.answers if one.ask == ask.id), "")

    def recalled(self, step: Step | None) -> str:
        """What was written earlier and is shown with a step, if anything."""
        if not isinstance(step, Say) or not step.recall:
            return ""
        return next((one.said.strip() for one in self.answers if one.ask == step.recall), "")

    def stepped(self, now: float, by: int) -> "Session":
        """A step on (1) or back (-1), from a pause as well."""
        going = self.resumed(now)
        return going.with_timeline(stepped(going.timeline, going.position(now), by))

    def entry(self, now: float) -> SessionEntry:
        """What the journal keeps; a walk that was left is kept exactly as one that came to its end.

        A question that lies open for longer than it usually takes adds nothing to what was practised.
        """
        position, timeline = self.position(now), self.timeline
        practised = min(position, timeline.planned) - timeline.waited(position)
        return SessionEntry(
            id=self.id,
            when=self.began,
            zone=self.zone,
            door=self.door,
            practice=self.practice,
            pattern=self.pattern,
            planned_s=round(timeline.planned - timeline.waited(timeline.duration), 3),
            practised_s=round(practised, 3),
            breaths=timeline.breaths_by(position),
            answers=tuple(one for one in self.answers if one.ask not in self.unkept),
        )
