import itertools

import pytest

from kindtimer.core.breath import Phase
from kindtimer.visuals.flower_scene import FlowerScene, still_bar
from kindtimer.visuals.palette import DUSK
from tests.visuals.pictures import breathing, grey, mean_difference, picture, touched, view_of

SCENE = FlowerScene()


@pytest.mark.parametrize("size", [(360, 480), (900, 600)])
def test_it_is_as_large_as_the_stage_says(size: tuple[int, int]) -> None:
    for phase, progress in ((Phase.REST, 0.5), (Phase.HOLD, 0.5)):
        moment = breathing(phase, progress)
        stage = view_of(moment, size).stage
        box = touched(picture(SCENE, moment, size), DUSK.ground_top)
        wanted = stage.closed if phase is Phase.REST else stage.open
        assert 0.86 * wanted < max(box.width(), box.height()) < 1.04 * wanted


def test_the_still_form_changes_neither_size_nor_place() -> None:
    boxes = {
        touched(picture(SCENE, breathing(phase, k / 4), still=True), DUSK.ground_top).getRect()
        for phase in (Phase.IN, Phase.OUT)
        for k in range(5)
    }
    assert len(boxes) == 1


def test_the_still_form_tells_the_breath_by_its_bar() -> None:
    moment = breathing(Phase.IN, 0.3)
    bar = still_bar(view_of(moment, still=True))
    lit = []
    for k in range(1, 10):
        image = picture(SCENE, breathing(Phase.IN, k / 10), still=True)
        row = [image.pixelColor(x, round(bar.center().y())) for x in range(image.width())]
        lit.append(sum(colour.green() > 130 for colour in row))
    assert lit == sorted(lit)
    assert lit[-1] > lit[0] + 40


def test_the_still_form_comes_out_of_the_seed_by_light() -> None:
    seed, half, whole = (
        grey(picture(SCENE, breathing(Phase.IN, 0.5, bloom=bloom), still=True)) for bloom in (0.0, 0.5, 1.0)
    )
    assert 0 < mean_difference(seed, half) < mean_difference(seed, whole)
    assert 0 < mean_difference(half, whole) < mean_difference(seed, whole)


def test_unfolding_and_folding_look_different_at_every_step() -> None:
    looks = [SCENE.look(view_of(breathing(Phase.IN, 0.5, bloom=k / 20))) for k in range(21)]
    for one, other in itertools.pairwise(looks):
        assert any(abs(a - b) >= 1 for a, b in zip(one, other, strict=True))
