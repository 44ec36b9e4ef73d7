import pytest
from PySide6.QtCore import QRect

from kindtimer.core.breath import Phase
from kindtimer.visuals.palette import DUSK
from kindtimer.visuals.sync_scene import SyncScene
from tests.visuals.pictures import breathing, picture, touched, unpaced, view_of

SCENE = SyncScene()
SIZE = (640, 540)


@pytest.mark.parametrize("progress", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("phase", list(Phase))
def test_it_is_lit_on_the_in_breath_and_on_nothing_else(phase: Phase, progress: float) -> None:
    box = touched(picture(SCENE, breathing(phase, progress), SIZE), DUSK.ground_top)
    assert box.isEmpty() is (phase is not Phase.IN)


def test_it_crosses_the_middle_over_a_quarter_of_the_width() -> None:
    box = touched(picture(SCENE, breathing(Phase.IN), SIZE), DUSK.ground_top)
    assert box == QRect(240, 190, 160, 160)


def test_unpaced_it_is_dark() -> None:
    assert touched(picture(SCENE, unpaced(), SIZE), DUSK.ground_top).isEmpty()


def test_its_two_looks_are_apart() -> None:
    lit, dark = (SCENE.look(view_of(breathing(phase), SIZE)) for phase in (Phase.IN, Phase.OUT))
    assert abs(lit[0] - dark[0]) >= 1
