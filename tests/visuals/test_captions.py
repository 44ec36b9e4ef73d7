import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QRegion

from kindtimer.core.breath import Phase
from kindtimer.core.moment import NO_LINE
from kindtimer.visuals.captions import OVER, STEPS, Captions, captions_of, line_of, paint_captions
from kindtimer.visuals.lines import fitting_size
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


@pytest.mark.usefixtures("from_the_right")
@pytest.mark.parametrize("words", ["Esc leaves", "يغادر"])
def test_hint_and_notice_change_sides_where_lines_begin_at_the_right(words: str) -> None:
    for said, right in ((Captions(hint=words), True), (Captions(notice=words), False)):
        image = blank(900, 600, DUSK.ground_top)
        painter = QPainter(image)
        paint_captions(painter, said, STAGE, DUSK, QRegion(0, 0, 900, 600))
        painter.end()
        box = touched(image, DUSK.ground_top)
        assert abs(box.right() - (900 - 33) if right else box.left() - 32) <= 4
        (place,) = said.changed(Captions(), STAGE)
        assert place.adjusted(-2, 0, 2, 0).contains(box)


LONG = "Esc leaves and so on · Space waits a while · G if it is far too much for now"


@pytest.mark.parametrize("second", ["", "Smaller and softer"])
def test_a_long_hint_of_a_small_window_takes_a_second_line(second: str) -> None:
    stage = Stage.for_window(360, 480)
    said = Captions(hint=LONG, second=second, second_light=STEPS if second else 0)
    place = said.hint_place(stage)
    assert (place == stage.hint) is bool(second)
    size = fitting_size(LONG, place, stage.line_px, Qt.AlignmentFlag.AlignHCenter)
    assert (size == stage.line_px) is not bool(second)
    assert Captions(hint="Esc leaves").hint_place(stage) == stage.hint


def test_a_hint_that_makes_room_for_the_second_line_leaves_nothing_behind() -> None:
    stage = Stage.for_window(360, 480)
    wide, narrow = Captions(hint=LONG), Captions(hint=LONG, second="Softer", second_light=STEPS)
    for said, before in ((wide, narrow), (narrow, wide)):
        images = [blank(360, 480, DUSK.ground_top) for _ in range(2)]
        changed = QRegion()
        for place in said.changed(before, stage):
            changed += place
        for image, shown in ((images[0], (before, said)), (images[1], (said,))):
            painter = QPainter(image)
            for one in shown:
                region = changed if one is said and len(shown) > 1 else QRegion(0, 0, 360, 480)
                painter.setClipRegion(region)
                painter.fillRect(0, 0, 360, 480, DUSK.ground_top)
                paint_captions(painter, one, stage, DUSK, region)
            painter.end()
        assert images[0] == images[1]
