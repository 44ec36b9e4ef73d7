"""The canvas in the steps of a practice: holds, the room's horizon, and slow light."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kindtimer.core.moment import Line, Moment
from kindtimer.core.practice import Ground, Rest, Step, Touch
from kindtimer.visuals.breath_view import SAME_FRAMES, BreathView
from kindtimer.visuals.flower import FlowerShape
from tests.fakes import ManualClock
from tests.visuals.pictures import grey, mean_difference, unpaced

TOUCH = Touch("Choose one.", 20.0, ("blanket", "cheek"))
ROOM = Ground(("Feet on the floor.",), 12.0)


def at(step: Step, light: float = 1.0, glow: float = 0.0) -> Moment:
    return replace(unpaced(), step=step, line=Line("Words.", light), glow=glow)


def steady(moment: Moment, _now: float) -> Moment:
    return moment


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def view(qtbot: QtBot, clock: ManualClock) -> Iterator[BreathView]:
    view = BreathView(clock)
    qtbot.addWidget(view)
    view.resize(360, 480)
    view.set_shape(FlowerShape.grown(11))
    yield view
    view.hide()


def image_of(view: BreathView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def apart(one: QImage, other: QImage) -> float:
    return mean_difference(grey(one), grey(other))


def test_the_flower_gives_way_to_a_hold_with_its_words(view: BreathView) -> None:
    pictures = []
    for light in (0.0, 0.5, 1.0):
        view.follow(partial(steady, at(TOUCH, light)))
        pictures.append(image_of(view))
    assert apart(pictures[0], pictures[2]) > 1.0
    assert apart(pictures[0], pictures[1]) < apart(pictures[0], pictures[2])
    view.follow(lambda _now: at(Rest(20.0), 0.0))
    assert image_of(view) == pictures[0]


def test_another_hold_is_drawn_and_named(view: BreathView) -> None:
    view.follow(lambda _now: at(TOUCH))
    first = image_of(view)
    view.set_hold("cheek")
    assert image_of(view) != first
    assert view.spoken_value() == "Words. A hand on the cheek"
    assert view.spoken_name() == "A way to hold"


def test_in_the_room_one_line_stands_in_the_sky_and_none_below(view: BreathView) -> None:
    view.follow(lambda _now: at(ROOM))
    assert view._captions().words == ""
    assert view.spoken_name() == "The room around you"
    said = image_of(view)
    view.follow(lambda _now: at(ROOM, 0.0))
    assert image_of(view) != said
    view.say("Waiting.")
    assert view._captions().words == "Waiting."


@pytest.mark.parametrize("still", [False, True])
def test_slow_light_is_seen_and_nothing_changes_its_size(view: BreathView, still: bool) -> None:
    view.set_still(still)
    view.follow(lambda _now: at(Rest(60.0), 0.0, glow=0.0))
    dim = image_of(view)
    view.follow(lambda _now: at(Rest(60.0), 0.0, glow=1.0))
    assert 0.2 < apart(dim, image_of(view)) < 12.0


def test_slow_light_asks_for_few_frames(qtbot: QtBot, view: BreathView, clock: ManualClock) -> None:
    glows = iter(range(100_000))
    view.follow(lambda now: replace(at(Rest(60.0)), position=now, glow=next(glows) % 50 / 50.0))
    view.show()
    qtbot.waitUntil(lambda: view.frame_stats.frames > SAME_FRAMES + 3, timeout=8000)
    assert view.running
    assert view._loop._pause >= 0.05
