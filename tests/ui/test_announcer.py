from itertools import pairwise

import pytest

from kindtimer.core.entry import Door
from kindtimer.core.settings import Settings
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import Wish, compose
from kindtimer.ui.announcer import Announcer
from tests import fakes


def _heard(pattern: str, breaths: int) -> list[str]:
    """What a screen reader would say in a whole session, looked at twice a second."""
    spoken: list[str] = []
    announcer = Announcer(spoken.append)
    announcer.begin("Breathing.")
    wish = Wish(Door.TRAY, pattern, breaths=breaths)
    timeline = Timeline.of(compose(wish, fakes.patterns(), Settings(), "Enough for now."))
    for half in range(int(timeline.duration * 2)):
        announcer.look(timeline.at(half / 2))
    return spoken


def test_phases_are_said_for_three_breaths_and_then_the_closing_line() -> None:
    assert _heard("coherent", 6) == ["Breathing.", *["in", "out"] * 3, "Enough for now."]


@pytest.mark.parametrize("pattern", ["box_4", "four_seven_eight", "sigh"])
def test_no_phase_is_said_twice(pattern: str) -> None:
    spoken = _heard(pattern, 4)[1:-1]
    parts = len(fakes.patterns()[pattern].phases.parts)
    assert len(spoken) == parts * 3
    assert all(one != other for one, other in pairwise(spoken))


def test_nothing_is_said_for_no_words() -> None:
    spoken: list[str] = []
    Announcer(spoken.append).say("")
    assert spoken == []
