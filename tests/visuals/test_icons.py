"""One family of drawings, in any colour."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kindtimer.visuals.icons import drawn, icon
from tests import fakes

NAMES = sorted(path.stem for path in (fakes.ASSETS / "icons" / "places").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_each_is_drawn_in_the_colour_that_was_asked_for(qtbot: QtBot, name: str) -> None:
    image = drawn(fakes.ASSETS, name, "#ff0000", 24, 2.0).toImage()
    assert image.width() == image.height() == 48
    inked = [colour for x in range(48) for y in range(48) if (colour := image.pixelColor(x, y)).alpha() > 200]
    assert len(inked) > 40
    assert all(colour.red() > 240 and colour.green() < 16 for colour in inked)


@pytest.mark.parametrize("name", NAMES)
def test_each_has_room_about_it_and_takes_its_colour_from_outside(name: str) -> None:
    source = (fakes.ASSETS / "icons" / "places" / f"{name}.svg").read_text("utf-8")
    assert "currentColor" in source
    assert "#" not in source


def test_a_drawing_that_is_not_there_is_a_fault(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        icon(fakes.ASSETS, "nothing", QColor("red"), 24)
