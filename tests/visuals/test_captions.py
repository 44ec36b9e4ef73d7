import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from kindtimer.core.breath import Phase
from kindtimer.core.moment import NO_LINE
from kindtimer.visuals.captions import OVER, STEPS, Captions, captions_of, line_of, paint_captions
from kindtimer.visuals.palette import DUSK
from kindtimer.visuals.stage import Stage
from tests.visuals.pictures import blank, breathing, touched, unpaced

STAGE = Stage.for_window(900, 600)


def test_the_moments_own_lines_stand_with_their_light() -> None:
    moment = breathing(Phase.IN, line="in", second="Smaller and softer, not deeper")
    told = captions_of(moment, ("", ""), False, False, "", "")
    assert (told.words, told.words_light) == ("in", STEPS)
    assert (told.second, told.second_light) == ("Smaller and softer, not deeper", STEPS)


def test_what_is_said_leads() -> None:
    moment = breathing(Phase.IN, line="in", second="Smaller and softer, not deeper")
    told = captions_of(moment, ("Waiting.", ""), False, False, "Esc leaves", "Picture only for now")
    assert (told.words, told.second) == ("Waiting.", "")
    assert (told.hint, told.notice) == ("Esc leaves", "Picture only for now")


def test_the_phase_is_said_once_and_without_motion_always() -> None:
    named, unnamed = breathing(Phase.OUT, line="out"), breathing(Phase.OUT)
    assert line_of(named, says_phase=True, still=False) == NO_LINE
    assert line_of(unnamed, says_phase=False, still=False) == NO_LINE
    assert line_of(unnamed, says_phase=False, still=True).words == "out"
    assert line_of(unnamed, says_phase=True, still=True) == NO_LINE
    assert line_of(breathing(Phase.OUT, presence=0.5), says_phase=False, still=True).light == 0.5
    assert line_of(unpaced(line="Enough for now."), says_phase=True, still=True).words == "Enough for now."


def test_only_the_places_that_differ_are_told() -> None:
    here = Captions("in", 10, "", 0, "Esc leaves", "")
    assert here.changed(here, STAGE) == []
    assert Captions("in", 11, "", 0, "Esc leaves", "").changed(here, STAGE) == [_grown(STAGE.words)]
    assert Captions("in", 10, "", 0, "", "Lost").changed(here, STAGE) == [
        _grown(STAGE.hint),
        _grown(STAGE.notice),
    ]


def _grown(place: QRect) -> QRect:
    return place.adjusted(0, -OVER, 0, OVER)


@pytest.mark.parametrize("size", [(1440, 900), (900, 600), (360, 480)])
def test_a_line_that_goes_leaves_no_pixel_behind(size: tuple[int, int]) -> None:
    stage = Stage.for_window(*size)
    for said in (
        Captions(words="Gently, jump (y)", words_light=STEPS),
        Captions(second="Gently, jump (y)", second_light=STEPS),
        Captions(hint="Gently, jump (y)"),
        Captions(notice="Gently, jump (y)"),
    ):
        (place,) = said.changed(Captions(), stage)
        image = blank(*size, DUSK.ground_top)
        painter = QPainter(image)
        paint_captions(painter, said, stage, DUSK, QRegion(place))
        painter.fillRect(place, DUSK.ground_top)
        painter.end()
        assert touched(image, DUSK.ground_top).isEmpty()


def test_each_line_is_set_in_its_own_place() -> None:
    told = Captions("Nothing to fix.", STEPS, "Softer", STEPS, "Esc leaves", "Picture only")
    window = QRect(0, 0, 900, 600)
    for place in (STAGE.words, STAGE.second, STAGE.hint, STAGE.notice):
        image = blank(900, 600, DUSK.ground_top)
        painter = QPainter(image)
        paint_captions(painter, told, STAGE, DUSK, QRegion(place))
        painter.end()
        assert place.adjusted(-2, -3, 2, 3).contains(touched(image, DUSK.ground_top))
        assert window.contains(place)
