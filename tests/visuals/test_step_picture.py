from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.core.moment import Line, Moment
from kindtimer.core.practice import Ground, Say, Step, Touch
from kindtimer.visuals.stage import Stage
from kindtimer.visuals.step_picture import (
    ROOM_SECONDS,
    RoomPicture,
    caption_place,
    hold_light,
    hold_place,
    hold_reach,
    hold_words,
    is_room,
    shown_hold,
    step_look,
    step_reach,
)
from tests.visuals.pictures import unpaced

TOUCH = Touch("Choose one.", 20.0, ("blanket", "cheek"))
ROOM = Ground(("Feet on the floor.", "A sound nearby."), 12.0)
STAGES = [
    Stage.for_window(width, height, scale)
    for width, height in ((1440, 900), (900, 600), (360, 480), (2560, 1440), (280, 360))
    for scale in (1.0, 1.5, 2.0)
]


def at(step: Step, light: float = 1.0) -> Moment:
    return replace(unpaced(), step=step, line=Line("Choose one.", light))


def test_a_hold_comes_and_goes_with_its_words() -> None:
    assert [hold_light(at(TOUCH, light)) for light in (0.0, 0.5, 1.0)] == [0.0, 0.5, 1.0]
    assert hold_light(at(Say("Words.", 8.0))) == 0.0


def test_the_wanted_hold_is_shown_where_it_is_offered_and_else_the_first() -> None:
    assert shown_hold(at(TOUCH), "cheek") == "cheek"
    assert shown_hold(at(TOUCH), "warm_cup") == "blanket"
    assert shown_hold(at(ROOM), "cheek") == ""
    assert hold_words("blanket") == "A blanket around the shoulders"
    assert hold_words("") == ""


@pytest.mark.parametrize(
    "stage", STAGES, ids=lambda stage: f"{stage.width}x{stage.height}-{stage.text_scale}"
)
def test_drawing_and_name_stand_above_the_words_and_within_the_window(stage: Stage) -> None:
    drawing, name = hold_place(stage), caption_place(stage)
    assert drawing.top() >= 0
    assert drawing.bottom() < name.top()
    assert name.bottom() <= stage.words.top() + 2
    assert abs(drawing.center().x() - stage.centre.x()) <= 1
    assert drawing.width() == drawing.height() >= 48
    assert hold_reach(stage).contains(drawing.united(name))


def test_in_a_full_window_it_is_360_about_the_centre_of_the_scene() -> None:
    drawing = hold_place(Stage.for_window(1440, 900))
    assert drawing.width() == 360
    assert abs(drawing.center().y() - 392) <= 1


def test_what_is_seen_differs_with_the_light_alone() -> None:
    assert step_look(at(TOUCH, 0.2)) != step_look(at(TOUCH, 0.8))
    assert step_look(at(ROOM, 0.2)) != step_look(at(ROOM, 0.8))
    assert step_look(at(Say("Words.", 8.0), 0.2)) == step_look(at(Say("Words.", 8.0), 0.8))


def test_what_is_touched_holds_drawing_and_line() -> None:
    stage = STAGES[0]
    seed = hold_place(stage).adjusted(150, 150, -150, -150)
    assert step_reach(at(Say("Words.", 8.0)), stage, seed) == seed
    assert step_reach(at(TOUCH), stage, seed).contains(hold_reach(stage))
    assert step_reach(at(ROOM), stage, seed).width() > seed.width()


def test_the_horizon_comes_and_goes_slowly(qtbot: QtBot) -> None:
    room = RoomPicture()
    room.begin(at(Say("Words.", 8.0)))
    assert (room.at(0.0), room.over(0.0)) == (0.0, True)
    room.see(at(ROOM), 10.0)
    assert is_room(at(ROOM))
    assert 0.0 < room.at(10.0 + ROOM_SECONDS / 3.0) < 1.0
    assert room.at(10.0 + ROOM_SECONDS) == 1.0
    room.see(at(Say("Words.", 8.0)), 20.0)
    assert room.at(20.0 + ROOM_SECONDS) == 0.0
    room.begin(at(ROOM))
    assert room.at(0.0) == 1.0
