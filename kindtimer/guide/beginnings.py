"""Beginnings: the session that is wished for, at its first second. Called by `session_guide`; main thread.

It makes a Session of a wish, the patterns, the practices and the settings. What begins it is the guide's.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol
from uuid import UUID

from kindtimer.core.clock import Clock
from kindtimer.core.entry import Door
from kindtimer.core.guided_practice import find_plan, guided_practice
from kindtimer.core.pattern import Pattern
from kindtimer.core.practice import Practice
from kindtimer.core.practice_plan import PracticePlan
from kindtimer.core.session import Session, State
from kindtimer.core.settings import Settings, Size
from kindtimer.core.wish import ROOM, SYNC, Wish, compose, room_practice, sync_practice
from kindtimer.core.words import closing_line

Plans = Callable[[], Mapping[str, PracticePlan]]
"""All practices by id; read when they are first asked for."""


class Identity(Protocol):
    """What names a session and its place on Earth."""

    def __call__(self) -> tuple[UUID, str]:
        """A new id, and the IANA name of the zone the person is in now."""


class Beginnings:
    """What a session is made of."""

    def __init__(
        self, clock: Clock, patterns: Mapping[str, Pattern], identity: Identity, plans: Plans
    ) -> None:
        self._clock, self._patterns = clock, patterns
        self._identity, self._plans = identity, plans

    def wished(self, wish: Wish, settings: Settings) -> Session:
        """What was asked for, beginning now. Raises NotPossible with a line."""
        if wish.pattern == ROOM:
            return self.room(wish.door, settings)
        uuid, zone = self._identity()
        closing = closing_line(uuid.int)
        if wish.practice is not None:
            plan = find_plan(self._plans(), wish.practice)
            practice = guided_practice(plan, wish.length, closing, settings.sessions_met)
        else:
            practice = compose(wish, self._patterns, settings, closing)
        session = self._started(uuid, zone, practice, wish.door)
        size = wish.size or settings.size_for(wish.door)
        return replace(session, scene=wish.scene or settings.scene, size=size)

    def sync(self, seconds: int) -> Session:
        """`doctor sync`: a lit disc and a click each second."""
        uuid, zone = self._identity()
        session = self._started(uuid, zone, sync_practice(seconds), Door.COMMAND)
        return replace(session, scene=SYNC, size=Size.FULL)

    def room(self, door: Door, settings: Settings) -> Session:
        """*The room around you*: the lines of ground at once, nothing paced and nothing sounding."""
        uuid, zone = self._identity()
        session = self._started(uuid, zone, room_practice(closing_line(uuid.int)), door)
        stopped = session.stopped(session.origin, State.GROUND)
        return replace(stopped, scene=settings.scene, size=settings.size_for(door))

    def _started(self, uuid: UUID, zone: str, practice: Practice, door: Door) -> Session:
        now, when = self._clock.now(), self._clock.when()
        return Session.start(uuid, practice, door, now=now, when=when, zone=zone)
