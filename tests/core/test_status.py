import json
from datetime import UTC, datetime
from uuid import UUID

from kindtimer.core.entry import Door
from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.practice import Breathe, Practice, Rest
from kindtimer.core.session import Session
from kindtimer.core.sound import Heard, SoundState
from kindtimer.core.status import NO_OFFERS, at_rest, status

# product §5: more keys may be added, none renamed.
TOP = {"running", "version", "session", "offer", "next_offer", "paused_until", "held", "sound", "tray"}
SESSION = {"practice", "pattern", "scene", "bpm", "position_s", "planned_s", "paused"}
SOUND = {"state", "device", "error_ms", "gaps"}


def begun() -> Session:
    practice = Practice("breathe", (Breathe(Pace(ARRIVAL), 6), Rest(12.0, closing=True)), "longer_out_46")
    when = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
    return Session.start(UUID(int=7), practice, Door.TRAY, now=10.0, when=when, zone="UTC")


def test_document_of_a_running_session() -> None:
    sound = SoundState(Heard.PLAYING, "Headset", -1.23456, 2)
    told = status(version="1", session=begun(), now=22.0, sound=sound, tray=True, offers=NO_OFFERS)
    assert set(told) >= TOP
    assert set(told["session"]) >= SESSION
    assert set(told["sound"]) >= SOUND
    assert (told["running"], told["tray"], told["held"]) == (True, True, [])
    session = told["session"]
    assert (session["practice"], session["pattern"], session["scene"]) == (
        "breathe",
        "longer_out_46",
        "flower",
    )
    assert (session["bpm"], session["position_s"], session["planned_s"]) == (12.0, 12.0, 30.0)
    assert session["paused"] is False
    assert (told["sound"]["state"], told["sound"]["error_ms"], told["sound"]["gaps"]) == ("playing", -1.23, 2)
    assert json.loads(json.dumps(told)) == told


def test_paused_and_unpaced_are_said() -> None:
    told = status(
        version="1", session=begun().stopped(45.0), now=99.0, sound=SoundState(), tray=True, offers=NO_OFFERS
    )
    assert told["session"]["paused"] is True
    assert told["session"]["position_s"] == 35.0
    assert told["session"]["bpm"] is None


def test_with_nothing_running_it_says_so() -> None:
    told = at_rest("1")
    assert set(told) >= TOP
    assert told["running"] is False
    assert told["session"] is None
    assert told["sound"]["state"] == "off"
