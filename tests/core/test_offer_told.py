from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kindtimer.core.hold import Hold
from kindtimer.core.offer import Offer, Shown, Waiting
from kindtimer.core.offer_desk import Desk
from kindtimer.core.offer_told import document_told, offer_document, offer_told, pause_told, time_told
from kindtimer.core.pause import Pause
from tests.core.test_offer_desk import BERLIN, at
from tests.core.test_schedule import berlin

WHEN = at("10:01")
OFFER = Offer(("1 2026-11-25 10:00",), "1", at("10:00"))
NEXT = berlin(2026, 11, 25, 14, 30)


def told(desk: Desk, holds: tuple[Hold, ...] = (), *, by_time: bool = True) -> str:
    return offer_told(desk, WHEN, BERLIN, holds, NEXT, by_time)


def test_what_matters_most_is_told() -> None:
    waiting = Desk(waiting=Waiting(OFFER, WHEN, WHEN + timedelta(minutes=15), (Hold.CALL,)))
    assert told(Desk()) == "Next: 14:30"
    assert "microphone" in told(waiting, (Hold.CALL,))
    assert told(replace(waiting, shown=Shown(OFFER, WHEN))) == "A minute is still here."
    here = Desk(shown=Shown(OFFER, WHEN), pause=Pause(WHEN, None))
    assert told(here) == "A minute is still here."  # one that was asked for during a pause
    assert told(replace(waiting, pause=Pause(WHEN, None))) == "Offers are paused until you go on."
    assert offer_told(Desk(), WHEN, BERLIN, (), None, by_time=False) == ""
    assert "always quiet" in offer_told(Desk(), WHEN, BERLIN, (), None, by_time=True)


def test_a_pause_says_until_when() -> None:
    assert pause_told(Pause(WHEN, at("11:00")), WHEN, BERLIN) == "Offers are paused until 11:00."
    assert pause_told(Pause(WHEN, None, own=True), WHEN, BERLIN) == "Offers paused themselves."
    assert (
        told(Desk(pause=Pause(WHEN, None, own=True))) == "Offers are paused."
    )  # the rest in the window alone


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (25, "14:30"),
        (26, "tomorrow 14:30"),
        (30, "Monday 14:30"),
        (24, "Tuesday 24 November 14:30"),
    ],
)
def test_a_day_is_told_as_far_as_it_is_needed(day: int, words: str) -> None:
    assert time_told(berlin(2026, 11, day, 14, 30), berlin(2026, 11, 25, 10)) == words


def test_the_status_has_its_keys() -> None:
    assert offer_document(Desk(), BERLIN, (), NEXT) == {
        "offer": None,
        "next_offer": "2026-11-25T14:30:00+01:00",
        "paused_until": None,
        "held": [],
    }
    desk = Desk(waiting=Waiting(OFFER, WHEN, WHEN, (Hold.CALL,)), pause=Pause(WHEN, at("11:00")))
    assert offer_document(desk, BERLIN, (Hold.CALL,), None) == {
        "offer": {"rule": "1", "due": "2026-11-25T10:00:00+01:00", "state": "waiting"},
        "next_offer": None,
        "paused_until": "2026-11-25T11:00:00+01:00",
        "held": ["call"],
    }
    asked_for = Desk(shown=Shown(Offer((), "", WHEN), WHEN), pause=Pause(WHEN, None))
    document = offer_document(asked_for, BERLIN, (), None)
    assert document["offer"]["rule"] is None
    assert document["paused_until"] == "until resumed"


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ({}, ""),
        ({"offer": None, "next_offer": None, "paused_until": None, "held": []}, ""),
        ({"next_offer": NEXT.isoformat()}, "Next offer: 14:30."),
        ({"next_offer": (NEXT + timedelta(days=1)).isoformat()}, "Next offer: tomorrow 14:30."),
        (
            {"paused_until": NEXT.isoformat(), "next_offer": NEXT.isoformat()},
            "Offers are paused until 14:30.",
        ),
        ({"paused_until": WHEN.isoformat(), "next_offer": NEXT.isoformat()}, "Next offer: 14:30."),
        ({"paused_until": "until resumed"}, "Offers are paused until `kindtimer resume`."),
        (
            {
                "offer": {"state": "waiting"},
                "held": ["call", "something new"],
                "paused_until": "until resumed",
            },
            "Offers are paused until `kindtimer resume`.",
        ),
        (
            {"offer": {"state": "waiting"}, "held": ["call", "something new"]},
            "An offer waits: microphone or camera are in use.",
        ),
        (
            {"offer": {"state": "shown"}, "paused_until": "until resumed"},
            "A minute is here: `kindtimer take`.",
        ),
        (
            {"offer": {"state": "waiting"}, "held": []},
            "An offer comes in a moment; `kindtimer take` takes it now.",
        ),
        (
            {"offer": {"state": "shown"}, "next_offer": NEXT.isoformat()},
            "A minute is here: `kindtimer take`.",
        ),
    ],
)
def test_the_most_that_matters_of_a_status_is_one_line(document: dict[str, Any], line: str) -> None:
    assert document_told(document, WHEN) == line
