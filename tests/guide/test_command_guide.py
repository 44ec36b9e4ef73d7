from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.core.settings import Size
from kindtimer.guide.command_guide import CommandGuide, wish_of
from tests.guide.conftest import Walk
from tests.guide.test_guided_session import MADE


@pytest.fixture
def commands(walk: Walk) -> CommandGuide:
    return CommandGuide(walk.guide, lambda: {"running": True})


def test_breathe_begins_and_stop_leaves(walk: Walk, commands: CommandGuide) -> None:
    told = commands.answer({"wish": "breathe", "pattern": "coherent", "breaths": 4})
    assert told == {"ok": True, "planned_s": 44.0, "breaths": 4}
    assert commands.answer({"wish": "stop"}) == {"ok": True, "stopped": True}
    assert commands.answer({"wish": "stop"}) == {"ok": True, "stopped": False}
    assert walk.guide.session is None


@pytest.mark.parametrize(
    "message",
    [
        {"wish": "breathe", "pattern": "no_such"},
        {"wish": "breathe", "scene": "no_such"},
        {"wish": "breathe", "minutes": 0},
        {"wish": "breathe", "minutes": float("nan")},
        {"wish": "breathe", "minutes": "three"},
        {"wish": "breathe", "minutes": [3]},
        {"wish": "breathe", "breaths": float("inf")},
        {"wish": "breathe", "size": "huge"},
        {"wish": "sync", "seconds": 0},
        {"wish": "sync", "seconds": "60"},
        {"wish": "no_such"},
        {},
    ],
)
def test_what_cannot_be_done_gets_one_line(commands: CommandGuide, message: dict[str, Any]) -> None:
    told = commands.answer(message)
    assert (told["ok"], told["code"]) == (False, 2)
    assert told["line"]
    assert "\n" not in told["line"]


def test_a_second_start_shows_what_there_is(qtbot: QtBot, commands: CommandGuide) -> None:
    with qtbot.waitSignal(commands.show_requested):
        assert commands.answer({"wish": "show"}) == {"ok": True}


def test_status_is_handed_on(commands: CommandGuide) -> None:
    assert commands.answer({"wish": "status"}) == {"ok": True, "status": {"running": True}}


def test_a_message_without_anything_is_the_plain_breath() -> None:
    wish = wish_of({"wish": "breathe"})
    assert (wish.pattern, wish.minutes, wish.breaths, wish.scene, wish.size) == (None, None, None, None, None)


def test_a_practice_is_begun_by_its_name_and_its_length(qtbot: QtBot) -> None:
    walk = Walk(None, lambda: {"one": MADE})
    commands = CommandGuide(walk.guide, dict)
    reply = commands.answer({"wish": "practice", "practice": "one", "length": "full", "size": "small"})
    assert reply == {"ok": True, "planned_s": 60.0}
    assert walk.guide.session is not None
    assert walk.guide.session.size is Size.SMALL
    for message in ({"practice": "two"}, {}, {"practice": "one", "length": "long"}, {"practice": 3}):
        refused = commands.answer({"wish": "practice", **message})
        assert (refused["ok"], refused["code"]) == (False, 2)
    walk.guide.leave()


def test_packs_that_came_are_told_of(qtbot: QtBot, commands: CommandGuide) -> None:
    with qtbot.waitSignal(commands.packs_changed):
        assert commands.answer({"wish": "look_at_packs"}) == {"ok": True}
