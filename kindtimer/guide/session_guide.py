"""Session guide: walks one session from its beginning to its record. Lives as long as the program.

It holds the Session value, asks the clock, tells the player what is to be heard and the journal what is
to be kept, and announces changes. It draws nothing. Main thread only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from kindtimer.core.clock import Clock
from kindtimer.core.entry import Door
from kindtimer.core.moment import Moment
from kindtimer.core.pace import SETTLING
from kindtimer.core.pattern import Pattern
from kindtimer.core.practice import Ask
from kindtimer.core.session import Session, State
from kindtimer.core.settings import Settings, Size
from kindtimer.core.sound import SoundPlan, SoundState
from kindtimer.core.wish import SYNC, Wish
from kindtimer.core.words import EASED
from kindtimer.guide.beginnings import Beginnings, Identity, Plans
from kindtimer.guide.open_question import OpenQuestion
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.session_record import Journal, SessionRecord

TICK_MS = 250
SLEPT = 2.0
"""Seconds of suspended time after which the person counts as having been away."""

SOFTEST, LOUDEST, VOLUME_STEP = 0.05, 1.0, 0.05


class Player(Protocol):
    """What makes a session heard. Main thread calls; nothing here waits."""

    def follow(self, plan: SoundPlan | None) -> None:
        """From now on play this; None fades out within 300 ms and closes."""

    def turn_on(self) -> None:
        """Let sound out here, for this session."""

    def toggle_mute(self) -> None:
        """Silence, or sound."""

    def state(self) -> SoundState:
        """What is heard now."""


@dataclass(frozen=True)
class Ending:
    """How a session came to its end. Kept alike either way; only the window differs."""

    session: Session
    by_itself: bool


class SessionGuide(QObject):
    """One session at a time, or none."""

    session_began = Signal(object)
    """The new Session."""
    session_changed = Signal(object)
    """The Session after a pause, an ease-off, a going on."""
    session_ended = Signal(object)
    """An Ending."""
    question_changed = Signal(object)
    """The Ask or Choose that waits for an answer now, or None once it does not."""
    screen_wanted = Signal(bool)
    """Whether the screen is to stay on: not in a pause, nor where a question lies open for minutes."""
    sound_changed = Signal(object)
    """The SoundState, whenever what is heard changes."""

    def __init__(
        self,
        clock: Clock,
        preferences: Preferences,
        patterns: Mapping[str, Pattern],
        player: Player,
        journal: Journal,
        identity: Identity,
        plans: Plans,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._preferences = preferences
        self._player = player
        self.record = SessionRecord(journal, self)
        self._beginnings = Beginnings(clock, patterns, identity, plans)
        self._question = OpenQuestion()
        self._session: Session | None = None
        self._asleep = 0.0
        self._sound = SoundState()
        self._asked = self._wants_screen = False
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)
        preferences.changed.connect(self._take_settings)

    # --- what is -------------------------------------------------------------------------------

    @property
    def session(self) -> Session | None:
        """The session there is, if any."""
        return self._session

    @property
    def is_sync(self) -> bool:
        """Whether the session is `doctor sync`."""
        return self._session is not None and self._session.practice == SYNC

    @property
    def sound(self) -> SoundState:
        """What is heard now."""
        return self._player.state()

    def moment(self, now: float) -> Moment | None:
        """What there is to see at `now`, or None without a session."""
        return self._session.moment(now) if self._session else None

    # --- beginning and ending ------------------------------------------------------------------

    def begin(self, wish: Wish) -> Session:
        """Begin what was asked for, in place of a session that runs. Raises NotPossible with a line."""
        settings = self._preferences.settings
        return self._begin(self._beginnings.wished(wish, settings), keeps=settings.keep_record)

    def begin_sync(self, seconds: int) -> Session:
        """`doctor sync`: a lit disc and a click each second. It is no practice and is not kept."""
        return self._begin(self._beginnings.sync(seconds), keeps=False)

    def begin_room(self, door: Door) -> Session:
        """*The room around you*: the lines of ground at once, nothing paced and nothing sounding."""
        settings = self._preferences.settings
        return self._begin(self._beginnings.room(door, settings), keeps=settings.keep_record)

    def _begin(self, session: Session, *, keeps: bool) -> Session:
        if self._session:
            self.leave()
        self._session = session
        self.record.begin(keeps=keeps)
        self._asleep = self._clock.asleep()
        self._asked = False
        # Sound needs longest to get going, so it is told first.
        self._follow()
        self.session_began.emit(session)
        self._look_for_question()
        self._tick.start()
        return session

    def leave(self) -> None:
        """End at once, from wherever; fine at any time."""
        self._end(by_itself=False)

    def _end(self, *, by_itself: bool) -> None:
        session = self._session
        if session is None:
            return
        now = self._clock.now()
        self._tick.stop()
        self._player.follow(None)
        self._session = None
        self._look_for_question()
        self.session_ended.emit(Ending(session, by_itself))
        self.record.keep(session, now)
        if session.practice != SYNC and session.timeline.breaths_by(session.position(now)) >= 1:
            met = self._preferences.settings.sessions_met
            self._preferences.change(sessions_met=min(len(SETTLING), met + 1))
        self._tell_sound()

    def await_answer(self, asked: bool) -> None:
        """While a question stands open the session does not end under it."""
        self._asked = asked

    # --- while it lasts ------------------------------------------------------------------------

    def toggle_pause(self) -> None:
        """Space: wait, or go on at the same point of the same breath; in the closing quiet, stay."""
        session, now = self._session, self._clock.now()
        if session is None:
            return
        if not session.runs:
            self.go_on()
        elif session.moment(now).closing:
            self._change(session.stopped(now, State.STAY))
        else:
            self._change(session.stopped(now))

    def go_on(self) -> None:
        """Go on from a pause; after an ease-off a little faster; after the end, for another stretch."""
        session, now = self._session, self._clock.now()
        if session is None:
            return
        if session.state is State.STAY:
            self._change(session.resumed(now).longer(now))
        elif not session.runs:
            self._change(session.resumed(now))
        elif session.eased:
            self._change(session.paced_easier(now))

    def ease_off(self) -> None:
        """E: pacing fades within two seconds; one's own breath, and the quiet, for the time there was."""
        session, now = self._session, self._clock.now()
        if session is None:
            return
        if session.eased or session.moment(now).closing:
            if session.state is State.GROUND:
                # Nothing is paced any more: what there is of quiet goes on.
                self._change(session.resumed(now))
            return
        session = session.resumed(now)
        eased = session.timeline.eased(session.position(now), EASED)
        # Where words lead they go on by themselves; there is no pacing to go back to.
        own_pace = eased is not session.timeline and not eased.guided
        self._change(session.with_timeline(eased, eased=own_pace))

    def ground(self) -> None:
        """Stand still and look around the room; nothing sounds."""
        if self._session:
            self._change(self._session.stopped(self._clock.now(), State.GROUND))

    def finish(self) -> None:
        """*Finish here*: end at the next breath that can fold."""
        session, now = self._session, self._clock.now()
        if session is None:
            return
        session = session.resumed(now)
        if not session.moment(now).closing:
            session = session.with_timeline(
                session.timeline.finished_early(session.position(now)), eased=False
            )
        self._change(session)

    def show_scene(self, scene: str) -> None:
        """S: another picture, now and from now on."""
        if self._session and self._session.practice != SYNC:
            self._preferences.change(scene=scene)
            self._change(replace(self._session, scene=scene))

    def toggle_size(self) -> None:
        """F: full or small, remembered for the door this session came through."""
        session = self._session
        if session and session.practice != SYNC:
            size = Size.SMALL if session.size is Size.FULL else Size.FULL
            self._preferences.replace(self._preferences.settings.with_size(session.door, size))
            self._change(replace(session, size=size))

    def toggle_mute(self) -> None:
        """M."""
        if self._session is not None:
            self._player.toggle_mute()
            self._tell_sound()

    def louder(self) -> None:
        """↑: turn sound on where it is held back or muted, else a little louder."""
        if self._session is None:
            return
        sound = self._player.state()
        if sound.muted or sound.state.waits:
            self._player.turn_on()
            self._tell_sound()
        else:
            self._turn_volume(VOLUME_STEP)

    def softer(self) -> None:
        """↓: a little softer; silence is M."""
        if self._session:
            self._turn_volume(-VOLUME_STEP)

    def _turn_volume(self, step: float) -> None:
        volume = self._preferences.settings.volume + step
        self._preferences.change(volume=round(min(LOUDEST, max(SOFTEST, volume)), 3))

    def look(self) -> None:
        """Look at what time has brought: an end, a sleep, other sound, a record to keep current."""
        session, now = self._session, self._clock.now()
        if session is None:
            return
        slept, self._asleep = self._clock.asleep() - self._asleep, self._clock.asleep()
        if slept > SLEPT and session.runs:
            self._change(session.stopped(now, State.AWAY))
            return
        if session.ended(now) and not self._asked:
            self._end(by_itself=True)
            return
        self._tell_sound()
        if (room := session.kept_open(now)) is not session:
            session = self._session = room
            self._follow()
        self._look_for_question()
        self.record.keep_current(session, now)

    # --- words, questions, steps -------------------------------------------------------------------

    def say(self, words: str) -> None:
        """What is being written to the question that waits; kept as it is written, "" keeps nothing."""
        session = self._session
        ask = self._question.asked
        if session and isinstance(ask, Ask) and session.answer(ask) != words:
            self._question.stir(self._clock.now())
            self._session = session.said(ask, words)
            self.record.soon()

    def keep_answer(self, kept: bool) -> None:
        """Whether what is said to the question that waits is kept beyond this session."""
        session, ask = self._session, self._question.asked
        if session and isinstance(ask, Ask):
            self._session = session.keeping(ask, kept)
            self.record.soon()

    def go_on_from(self, way: int = 0) -> None:
        """On from the question that waits: what was said to it stays; of a choice, along that way."""
        session, now = self._session, self._clock.now()
        if session and session.question(now) is not None:
            self.record.soon()
            self._change(session.answered(now, way))

    def step(self, by: int) -> None:
        """A step on (1) or back (-1) in a practice where words lead."""
        session, now = self._session, self._clock.now()
        if session and session.timeline.guided:
            self._change(session.stepped(now, by))

    def _look_for_question(self) -> None:
        now = self._clock.now()
        if self._question.look(self._session, now):
            self.question_changed.emit(self._question.asked)
        session = self._session
        wanted = session is not None and session.runs and not self._question.lies(now)
        if wanted != self._wants_screen:
            self._wants_screen = wanted
            self.screen_wanted.emit(wanted)

    # --- inside --------------------------------------------------------------------------------

    def _change(self, session: Session) -> None:
        self._session = session
        self._question.stir(self._clock.now())
        self._follow()
        self.session_changed.emit(session)
        self._look_for_question()

    def _take_settings(self, settings: Settings) -> None:
        if self._session and not settings.keep_record:
            self.record.stop(self._session)
        self._follow()

    def _follow(self) -> None:
        session = self._session
        if session is None:
            return
        settings = self._preferences.settings
        plan = SoundPlan(
            timeline=session.timeline,
            origin=session.origin,
            stopped_at=session.stopped_at,
            carrier=settings.carrier,
            bells=settings.bells,
            volume=settings.volume,
            wanted=settings.sound,
            late_ms=settings.late_ms.get(self._player.state().device or "", 0.0),
        )
        self._player.follow(plan.for_sync() if self.is_sync else plan)

    def _tell_sound(self) -> None:
        sound, before = self._player.state(), self._sound
        self._sound = sound
        if sound.device != before.device and self._preferences.settings.late_ms:
            self._follow()  # another device may be late by another time
        if (sound.state, sound.muted) != (before.state, before.muted):
            self.sound_changed.emit(sound)
