from pytestqt.qtbot import QtBot

from kindtimer.ui.garden_strip import GardenStrip
from kindtimer.visuals.palette import DAWN, DUSK
from tests.ui.dressing import dressed


def test_it_is_painted_anew_for_other_colours_and_is_the_same_otherwise(qtbot: QtBot) -> None:
    strip = dressed(GardenStrip(), DUSK)
    qtbot.addWidget(strip)
    strip.resize(600, 240)
    dusk = strip.grab().toImage()
    assert strip.grab().toImage() == dusk
    dressed(strip, DAWN)
    assert strip.grab().toImage() != dusk


def test_the_picture_has_words(qtbot: QtBot) -> None:
    strip = GardenStrip()
    qtbot.addWidget(strip)
    assert "seed" in strip.accessibleName()


def test_out_of_sight_it_keeps_no_picture_and_in_sight_it_is_the_same(qtbot: QtBot) -> None:
    strip = dressed(GardenStrip())
    qtbot.addWidget(strip)
    strip.resize(600, 240)
    strip.show()
    before = strip.grab().toImage()
    assert strip._painted is not None
    strip.hide()
    assert strip._painted is None
    strip.show()
    assert strip.grab().toImage() == before
