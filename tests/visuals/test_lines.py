import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from kindtimer.core.words import ARRIVING, CLOSING, SOFTER, WAITING
from kindtimer.visuals.lines import fitting_size, font_of, laid, paint_line, unparted, widest
from kindtimer.visuals.palette import DUSK
from tests.visuals.pictures import blank, touched

PLACE = QRect(20, 30, 220, 64)


def set_in(text: str, light: float = 1.0, pixels: float = 24.0) -> QImage:
    image = blank(260, 130, DUSK.ground_top)
    painter = QPainter(image)
    paint_line(painter, PLACE, text, pixels, DUSK.ink, light)
    painter.end()
    return image


@pytest.mark.parametrize("text", [*ARRIVING, *CLOSING, SOFTER, WAITING, "in"])
def test_no_line_leaves_its_place(text: str) -> None:
    box = touched(set_in(text), DUSK.ground_top)
    assert not box.isEmpty()
    assert PLACE.adjusted(-2, -2, 2, 2).contains(box)


def test_a_line_is_centred() -> None:
    box = touched(set_in("out"), DUSK.ground_top)
    assert abs(box.center().x() - PLACE.center().x()) <= 2


def test_two_lines_break_evenly() -> None:
    layout, _ = laid(CLOSING[4], font_of(18.0), 330.0, Qt.AlignmentFlag.AlignHCenter)
    image = blank(360, 80, DUSK.ground_top)
    painter = QPainter(image)
    paint_line(painter, QRect(10, 10, 340, 60), CLOSING[4], 18.0, DUSK.ink)
    painter.end()
    assert layout.lineCount() == 2
    assert touched(image, DUSK.ground_top).width() < 0.86 * widest(layout)


def test_without_light_or_words_nothing_is_set() -> None:
    assert touched(set_in("in", light=0.0), DUSK.ground_top).isEmpty()
    assert touched(set_in(""), DUSK.ground_top).isEmpty()


def test_half_the_light_is_dimmer() -> None:
    whole, half = (
        max(image.pixelColor(x, y).lightness() for x in range(260) for y in range(130))
        for image in (set_in("stay", 1.0), set_in("stay", 0.5))
    )
    assert half < whole - 40


def test_words_too_long_for_their_place_are_set_smaller() -> None:
    side = Qt.AlignmentFlag.AlignHCenter
    assert fitting_size("in", PLACE, 24.0, side) == 24.0
    assert fitting_size("Nothing to fix for a few minutes, and nothing more. " * 3, PLACE, 24.0, side) < 20.0


def test_a_line_that_names_several_things_breaks_between_them() -> None:
    words = unparted("Esc leaves · Space waits · G if it is too much")
    for wide in range(190, 460, 30):
        layout, _ = laid(words, font_of(14.0), float(wide), Qt.AlignmentFlag.AlignLeft)
        lines = [layout.lineAt(k) for k in range(layout.lineCount())]
        ends = [words[line.textStart() : line.textStart() + line.textLength()].strip() for line in lines]
        assert [end[-1] for end in ends[:-1]] == ["·"] * (len(ends) - 1), wide
    assert unparted("Sound is off here. ↑ turns it on.") == "Sound is off here. ↑ turns it on."
