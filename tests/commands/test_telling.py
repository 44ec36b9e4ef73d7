"""What is told in the terminal, in words and as JSON."""

import json
from typing import Any

import pytest

from kindtimer import __version__
from tests.typed import Typed, one_line

STATUS_KEYS = {
    "running",
    "version",
    "session",
    "offer",
    "next_offer",
    "paused_until",
    "held",
    "sound",
    "tray",
}
SESSION = {
    "practice": "breathe",
    "pattern": "coherent",
    "scene": "flower",
    "bpm": 5.45,
    "position_s": 12.0,
    "planned_s": 176.0,
    "paused": False,
}


def test_the_status_with_nothing_running_has_every_key(typed: Typed) -> None:
    code, said, _ = typed("status", "--json")
    told = json.loads(said)
    assert (code, told["running"], told["version"], told["session"]) == (0, False, __version__, None)
    assert told.keys() >= STATUS_KEYS
    assert told["sound"].keys() >= {"state", "device", "error_ms", "gaps"}
    assert typed("status") == (0, "KindTimer is not running.\n", "")
    assert not typed.home.exists()


def test_the_status_of_a_running_program_is_passed_on_with_every_key(typed: Typed) -> None:
    with typed.program({"ok": True, "status": {"running": True, "session": SESSION}}):
        told = json.loads(typed("status", "--json")[1])
    assert told.keys() >= STATUS_KEYS
    assert (told["running"], told["session"]) == (True, SESSION)


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (None, "KindTimer is running; no session.\n"),
        (SESSION, "A session runs: Coherent, about 3 minutes left.\n"),
        (
            {**SESSION, "paused": True, "position_s": 175.0},
            "A session waits: Coherent, about 1 minute left.\n",
        ),
    ],
)
def test_the_status_in_words(typed: Typed, session: dict[str, Any] | None, said: str) -> None:
    with typed.program({"ok": True, "status": {"running": True, "session": session}}):
        assert typed("status") == (0, said, "")


@pytest.mark.parametrize(
    ("offers", "line"),
    [
        (
            {"offer": {"rule": "1", "due": "2026-11-25T10:00:00+01:00", "state": "shown"}},
            "A minute is here: ",
        ),
        (
            {
                "offer": {"rule": "1", "due": "2026-11-25T10:00:00+01:00", "state": "waiting"},
                "held": ["locked"],
            },
            "An offer waits: the screen is locked.",
        ),
        ({"paused_until": "until resumed"}, "Offers are paused until `kindtimer resume`."),
        ({"next_offer": "2199-01-01T10:00:00+01:00"}, "Next offer: "),
    ],
)
def test_after_the_session_stands_what_matters_of_offers(
    typed: Typed, offers: dict[str, Any], line: str
) -> None:
    with typed.program({"ok": True, "status": {"running": True, "session": None, **offers}}):
        code, said, _ = typed("status")
    first, second = said.splitlines()
    assert (code, first) == (0, "KindTimer is running; no session.")
    assert second.startswith(line)


def test_a_program_that_does_not_answer_is_told_of(typed: Typed) -> None:
    with typed.program({}):
        one_line(typed("status", "--json"), 1)


def test_the_patterns_as_a_document(typed: Typed) -> None:
    _, said, _ = typed("patterns", "--json")
    told = {one["id"]: one for one in json.loads(said)}
    assert told["sigh"] == {
        "id": "sigh",
        "name": "Sigh",
        "phases": {"in": 2.5, "top_up": 1.0, "hold": 0.0, "out": 6.5, "rest": 0.0},
        "bpm": 6.0,
        "tier": 2,
        "default_minutes": 3.0,
        "cap_minutes": 5.0,
    }


@pytest.mark.parametrize(
    ("command", "ids"),
    [("scenes", ["flower", "words"]), ("sounds", ["air", "tone", "none", "start_end"])],
)
def test_scenes_and_sounds(typed: Typed, command: str, ids: list[str]) -> None:
    assert [one["id"] for one in json.loads(typed(command, "--json")[1])] == ids
    assert [line.split()[0] for line in typed(command)[1].splitlines()] == ids
