"""Guided practices from the terminal: which there are, and beginning one."""

import json

import pytest

from kindtimer.core.entry import Door
from kindtimer.core.practice_plan import Depth, Length, Serves
from kindtimer.core.settings import Size
from kindtimer.core.wish import Wish
from tests.typed import Typed, one_line

KEYS = {"id", "title", "serves", "depth", "lengths_s", "source"}


def test_the_practices_as_json_have_their_keys(typed: Typed) -> None:
    code, said, _ = typed("practices", "--json")
    told = json.loads(said)
    assert code == 0
    assert len(told) >= 20
    assert all(one.keys() >= KEYS for one in told)
    assert {name for one in told for name in one["serves"]} == set(Serves)
    assert {one["depth"] for one in told} == set(Depth)
    assert all(one["lengths_s"] and set(one["lengths_s"]) <= set(Length) for one in told)
    assert not typed.home.exists()


def test_the_practices_in_words_stand_from_steadying_to_deeper(typed: Typed) -> None:
    code, said, _ = typed("practices")
    lines = said.splitlines()
    assert code == 0
    assert lines[0].startswith("breath ")
    assert "can stir things up" in lines[-1]
    assert any(line.startswith("treat_a_friend") and "friend? " in line for line in lines)


def test_one_is_begun_at_its_length(typed: Typed) -> None:
    assert typed("practice", "grounding", "--length", "moment", "--small")[0] == 0
    wish = Wish(Door.COMMAND, practice="grounding", length=Length.MOMENT, size=Size.SMALL)
    assert [run[1] for run in typed.runs] == [wish]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("practice",), "After `kindtimer practice` come: ID."),
        (("practice", "no_such"), "There is no practice called “no_such”. There are: affectionate_breathing"),
        (("practice", "grounding", "--length", "long"), "After --length comes one of moment, short, full."),
        (("practice", "grounding", "--length"), "After --length comes L: moment, short or full"),
        (("practice", "grounding", "--small", "--full"), "--small, --full: one of them at a time."),
    ],
)
def test_what_cannot_be_begun_gets_one_line(typed: Typed, words: tuple[str, ...], line: str) -> None:
    assert one_line(typed(*words), 2).startswith(line)


def test_a_program_that_runs_is_handed_the_message(typed: Typed) -> None:
    with typed.program({"ok": True}) as heard:
        assert typed("practice", "grounding", "--length", "moment") == (0, "", "")
    assert heard == [{"wish": "practice", "practice": "grounding", "length": "moment", "size": None}]


def test_the_status_names_it_by_its_title(typed: Typed) -> None:
    session = {
        "practice": "grounding",
        "pattern": None,
        "paused": False,
        "planned_s": 54.0,
        "position_s": 2.0,
    }
    status = {"running": True, "session": session, "offer": None}
    with typed.program({"ok": True, "status": status}):
        code, said, _ = typed("status")
    assert code == 0
    assert said.startswith("A session runs: Back to the room, about 1 minute left.")
