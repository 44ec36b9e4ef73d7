from dataclasses import replace

import pytest

from kindtimer.core.ears import Wanted
from kindtimer.core.entry import Door
from kindtimer.core.practice import Ask, Practice, Rest, Say, Step
from kindtimer.core.session import Session, State
from kindtimer.core.settings import Settings
from kindtimer.core.sound import Heard, SoundState
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import Wish, compose, room_practice
from kindtimer.ui import session_words
from tests import fakes


@pytest.fixture
def session() -> Session:
    clock = fakes.ManualClock()
    practice = compose(Wish(Door.TRAY), fakes.patterns(), Settings(), "Enough for now.")
    uuid, zone = fakes.identity()()
    return Session.start(uuid, practice, Door.TRAY, now=clock.now(), when=clock.when(), zone=zone)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.RUNNING, ""),
        (State.PAUSED, "Waiting. Space goes on."),
        (State.AWAY, "You were away. Go on, or finish here?"),
        (State.GROUND, ""),
        (State.STAY, ""),
    ],
)
def test_a_session_that_stands_still_says_why(session: Session, state: State, words: str) -> None:
    assert session_words.standing_line(replace(session, state=state)) == words


@pytest.mark.parametrize("wanted", list(Wanted))
@pytest.mark.parametrize("heard", list(Heard))
def test_sound_is_spoken_of_only_where_it_was_wanted(heard: Heard, wanted: Wanted) -> None:
    told = session_words.notice(SoundState(heard), wanted)
    silent = wanted is Wanted.QUIETLY or heard in (Heard.PLAYING, Heard.OFF)
    assert bool(told) is not silent


def test_sound_that_is_held_back_says_which_key_turns_it_on() -> None:
    assert (
        session_words.notice(SoundState(Heard.HELD_BACK), Wanted.UNSET) == "Sound is off here. ↑ turns it on."
    )


def test_a_screen_reader_hears_the_pace_it_settles_at_and_the_way_out(session: Session) -> None:
    told = session_words.spoken_beginning(session.timeline)
    for part in ("about 3 minutes", "in 2.7 seconds", "out 4.0 seconds", "Nothing to fix", "Esc leaves"):
        assert part in told


def test_time_left_is_told_as_a_part_and_in_seconds(session: Session) -> None:
    timeline = session.timeline
    passed, left = session_words.time_left(timeline, timeline.at(timeline.planned / 4))
    assert passed == pytest.approx(0.25)
    assert left == pytest.approx(timeline.planned * 0.75)
    assert session_words.time_left(timeline, timeline.at(timeline.duration)) == (1.0, 0.0)


def test_a_caution_and_holds_are_heard_before_they_come() -> None:
    practice = compose(Wish(Door.COMMAND, "box_4"), fakes.patterns(), Settings(), "Enough for now.")
    told = session_words.spoken_beginning(Timeline.of(practice))
    assert "holds the breath" in told
    assert "stay 4.0 seconds" in told
    assert session_words.spoken_beginning(Timeline.of(room_practice("Enough for now."))) == ""


def guided(*steps: Step) -> Timeline:
    return Timeline.of(Practice("one", (*steps, Rest(12.0, closing=True))))


def test_where_words_lead_a_screen_reader_hears_how_long_and_the_way_out() -> None:
    told = session_words.spoken_beginning(guided(Say("Settle.", 170.0)))
    assert told.startswith("A practice, about 3 minutes. Esc leaves")


def test_what_is_left_begins_after_a_question_that_waits() -> None:
    walk = guided(Say("Settle.", 30.0), Ask("friend", "What now?", 60.0), Say("Now the room.", 30.0))
    passed, left = session_words.time_left(walk, walk.at(45.0))
    assert left == 30.0
    assert passed == pytest.approx(45.0 / 75.0)


def test_naming_the_phase_takes_two_breaths_and_no_time_where_nothing_is_paced(session: Session) -> None:
    first = session.timeline.last_paced(0.0).period
    assert session_words.naming_seconds(session.timeline, 0.0) == pytest.approx(2.0 * first)
    assert session_words.naming_seconds(guided(Say("Settle.", 30.0)), 3.0) == 0.0


def test_keys_of_steps_are_told_where_words_lead() -> None:
    assert "→ on · ← back" in session_words.all_keys(guided=True)[0]
    assert "→" not in "".join(session_words.all_keys())


def test_in_a_question_no_letter_is_told_as_a_key() -> None:
    assert session_words.hint(question=True) == "Esc leaves · F6 if it is too much"
    assert session_words.hint(asks=True, question=True) == session_words.hint(asks=True)


def test_the_keys_of_holds_are_no_longer_than_the_others() -> None:
    usual = max(len(line) for line in session_words.all_keys(guided=True))
    first, second = session_words.all_keys(guided=True, holds=True)
    assert max(len(first), len(second)) <= usual + 3  # or their letters would be too small to read
    assert "→← holds" in first
    assert "Page" in first
