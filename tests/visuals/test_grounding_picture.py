import pytest
from PySide6.QtGui import QPainter

from kindtimer.core.words import GROUNDING
from kindtimer.visuals.grounding_picture import HORIZON, paint_grounding, paint_horizon
from kindtimer.visuals.palette import DAWN, DUSK, Palette, contrast
from kindtimer.visuals.stage import Stage
from tests.visuals.pictures import blank, touched

SIZES = [
    (1440, 900, 1.0),
    (900, 600, 1.0),
    (900, 600, 2.0),
    (360, 480, 1.0),
    (360, 480, 2.0),
    (320, 400, 1.0),
]


@pytest.mark.parametrize("size", SIZES)
def test_all_five_lines_stand_above_what_is_below(size: tuple[int, int, float]) -> None:
    stage = Stage.for_window(*size)
    image = blank(stage.width, stage.height, DUSK.ground_top)
    painter = QPainter(image)
    paint_grounding(painter, stage, DUSK, GROUNDING)
    painter.end()
    box = touched(image, DUSK.ground_top)
    assert box.top() >= 8
    assert box.left() >= 8
    assert box.right() <= stage.width - 8
    assert box.bottom() < (stage.controls.top() if stage.small else stage.second.top())


def test_where_there_is_room_they_are_as_large_as_a_breath_s_words() -> None:
    heights = []
    for size in ((1440, 900), (900, 600)):
        image = blank(*size, DUSK.ground_top)
        painter = QPainter(image)
        paint_grounding(painter, Stage.for_window(*size), DUSK, GROUNDING)
        painter.end()
        heights.append(touched(image, DUSK.ground_top).height())
    assert heights[0] > 1.25 * heights[1]


@pytest.mark.parametrize("palette", [DUSK, DAWN], ids=lambda palette: palette.name)
def test_the_horizon_is_low_and_leaves_text_legible(palette: Palette) -> None:
    stage = Stage.for_window(900, 600)
    image = blank(900, 600, palette.ground_bottom)
    painter = QPainter(image)
    paint_horizon(painter, stage, palette)
    painter.end()
    assert touched(image, palette.ground_bottom).top() > (HORIZON - 0.06) * 600
    for y in range(430, 600, 10):
        assert contrast(palette.ink, image.pixelColor(450, y)) >= 4.5


@pytest.mark.usefixtures("from_the_right")
@pytest.mark.parametrize("line", ["This is the room.", "هذه هي الغرفة."])
def test_lines_begin_at_the_right_where_a_language_does(line: str) -> None:
    stage = Stage.for_window(1440, 900)
    image = blank(1440, 900, DUSK.ground_top)
    painter = QPainter(image)
    paint_grounding(painter, stage, DUSK, (line,))
    painter.end()
    box = touched(image, DUSK.ground_top)
    assert abs(box.right() - (720 + 380)) <= 8
    assert box.left() > 720
