from collections.abc import Callable

import pytest

from kindtimer.core.entry import Door
from kindtimer.core.practice import Rest, Say
from kindtimer.core.session import State
from kindtimer.core.settings import Settings, Size
from kindtimer.core.wish import NotPossible, Wish
from kindtimer.guide.beginnings import Beginnings
from tests import fakes
from tests.core.test_practice_plan import plan

MADE = plan(short=(Say("Settle.", 10.0),), full=(Rest(60.0),))


@pytest.fixture
def beginnings() -> Beginnings:
    return Beginnings(fakes.ManualClock(), fakes.patterns(), fakes.identity(), lambda: {"one": MADE})


@pytest.mark.parametrize(
    ("made", "door", "state"),
    [
        (lambda it: it.wished(Wish(Door.TRAY), Settings()), Door.TRAY, State.RUNNING),
        (lambda it: it.wished(Wish(Door.PRACTICE, practice="one"), Settings()), Door.PRACTICE, State.RUNNING),
        (lambda it: it.wished(Wish(Door.HOME, "room"), Settings()), Door.HOME, State.GROUND),
        (lambda it: it.room(Door.HOME, Settings()), Door.HOME, State.GROUND),
        (lambda it: it.sync(3), Door.COMMAND, State.RUNNING),
    ],
)
def test_each_begins_at_its_first_second(
    beginnings: Beginnings, made: Callable[[Beginnings], object], door: Door, state: State
) -> None:
    session = made(beginnings)
    assert (session.door, session.state) == (door, state)  # type: ignore[attr-defined]
    assert session.position(fakes.ManualClock().now()) == 0.0  # type: ignore[attr-defined]


def test_size_and_picture_are_those_asked_for_else_the_person_s(beginnings: Beginnings) -> None:
    asked = beginnings.wished(Wish(Door.TRAY, scene="words", size=Size.SMALL), Settings(scene="flower"))
    assert (asked.scene, asked.size) == ("words", Size.SMALL)
    usual = beginnings.wished(Wish(Door.TRAY), Settings(scene="words"))
    assert (usual.scene, usual.size) == ("words", Settings().size_for(Door.TRAY))


def test_a_practice_that_is_not_there_is_told_of(beginnings: Beginnings) -> None:
    with pytest.raises(NotPossible, match="one"):
        beginnings.wished(Wish(Door.PRACTICE, practice="two"), Settings())
