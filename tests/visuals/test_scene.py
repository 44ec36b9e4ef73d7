from dataclasses import FrozenInstanceError

import pytest

from kindtimer.core.breath import Phase
from kindtimer.visuals.scene import Scene, SceneView
from kindtimer.visuals.scenes import FLOWER, SYNC, WORDS
from tests.visuals.pictures import breathing, picture, touched, unpaced, view_of

EVERY = pytest.mark.parametrize("scene", [FLOWER, WORDS, SYNC], ids=lambda scene: scene.id)
MOMENTS = [
    *(breathing(phase, progress) for phase in Phase for progress in (0.0, 0.3, 1.0)),
    breathing(Phase.IN, 0.5, bloom=0.5),
    breathing(Phase.OUT, 0.9, bloom=0.1),
    breathing(Phase.IN, 0.5, presence=0.5),
    unpaced(),
    unpaced(bloom=0.0),
]


def test_a_view_is_one_frozen_instant() -> None:
    view: SceneView = view_of(unpaced())
    with pytest.raises(FrozenInstanceError):
        view.still = True  # type: ignore[misc]


@EVERY
@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize("size", [(360, 480), (640, 540)])
def test_no_scene_touches_more_than_it_says(scene: Scene, still: bool, size: tuple[int, int]) -> None:
    for moment in MOMENTS:
        view = view_of(moment, size, still=still)
        box = touched(picture(scene, moment, size, still=still), view.palette.ground_top)
        assert box.isEmpty() or scene.reach(view).contains(box), (moment, box, scene.reach(view))


@EVERY
def test_every_scene_has_a_name_and_one_look_for_one_instant(scene: Scene) -> None:
    assert scene.title
    for moment in MOMENTS:
        assert scene.look(view_of(moment)) == scene.look(view_of(moment))


@EVERY
@pytest.mark.parametrize("still", [False, True])
def test_what_looks_the_same_is_painted_the_same(scene: Scene, still: bool) -> None:
    held = [breathing(Phase.HOLD, progress) for progress in (0.45, 0.55)]
    looks = [scene.look(view_of(moment, still=still)) for moment in held]
    assert looks[0] == looks[1]
    assert picture(scene, held[0], still=still) == picture(scene, held[1], still=still)
