import pytest
from pytestqt.qtbot import QtBot

from kindtimer.core.breath import Phase
from tests.fakes import ManualClock
from tests.workbench import STEP, WALKS, Workbench, main


@pytest.mark.parametrize("scene", ["flower", "words"])
def test_slider_stands_for_the_position(qtbot: QtBot, scene: str) -> None:
    bench = Workbench(scene, ManualClock())
    qtbot.addWidget(bench)
    assert bench.moment().bloom == 0.0
    bench.slider.setValue(round(2.0 / STEP))
    assert bench.moment().bloom == pytest.approx(1.0)
    assert bench.moment().position == pytest.approx(2.0)
    assert not bench.grab().isNull()


def test_another_walk_begins_at_its_beginning(qtbot: QtBot) -> None:
    bench = Workbench("flower", ManualClock())
    qtbot.addWidget(bench)
    bench.slider.setValue(bench.slider.maximum())
    assert bench.moment().closing
    bench.walk.setCurrentText("box")
    assert bench.slider.value() == 0
    bench.slider.setValue(round(5.0 / STEP))
    breath = bench.moment().breath
    assert breath is not None
    assert breath.phase is Phase.HOLD
    assert bench.walk.count() == len(WALKS)


def test_an_unknown_part_is_told_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["garden"]) == 2
    assert "flower, words" in capsys.readouterr().err
