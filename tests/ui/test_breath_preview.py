from pytestqt.qtbot import QtBot

from kindtimer.ui.breath_preview import BreathPreview
from kindtimer.visuals.flower import FlowerShape
from tests import fakes
from tests.ui.dressing import dressed


def made(qtbot: QtBot) -> tuple[BreathPreview, fakes.ManualClock]:
    clock = fakes.ManualClock()
    preview = BreathPreview(clock, FlowerShape.grown(11))
    qtbot.addWidget(preview)
    preview.resize(300, 300)
    dressed(preview)
    preview.begin(fakes.patterns()["equal_4"])
    preview.show()
    return preview, clock


def test_it_breathes_three_times_and_then_stands(qtbot: QtBot) -> None:
    preview, clock = made(qtbot)
    assert preview.moves
    first = preview.grab().toImage()
    clock.step(3.0)
    assert preview.grab().toImage() != first
    clock.step(24.0)
    qtbot.waitUntil(lambda: not preview.moves)
    still = preview.grab().toImage()
    clock.step(5.0)
    assert preview.grab().toImage() == still


def test_behind_another_page_it_asks_for_nothing(qtbot: QtBot) -> None:
    preview, _ = made(qtbot)
    preview.hide()
    assert not preview.moves


def test_another_picture_of_the_same_breath(qtbot: QtBot) -> None:
    preview, clock = made(qtbot)
    clock.step(3.0)
    flower = preview.grab().toImage()
    preview.show_scene("words")
    assert preview.grab().toImage() != flower
    preview.show_scene("nothing")
    assert preview.grab().toImage() != flower
