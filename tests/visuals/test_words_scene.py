import pytest

from kindtimer.core.breath import Phase
from kindtimer.visuals.palette import DUSK
from kindtimer.visuals.words_scene import BAR_BELOW, WordsScene
from tests.visuals.pictures import breathing, grey, picture, touched, unpaced, view_of, worst_difference

SCENE = WordsScene()
SIZE = (640, 540)


def lit_width(progress: float, phase: Phase) -> int:
    moment = breathing(phase, progress)
    stage = view_of(moment, SIZE).stage
    image = picture(SCENE, moment, SIZE)
    y = round(stage.centre.y() + stage.open * BAR_BELOW) + 1
    return sum(image.pixelColor(x, y).lightness() > 110 for x in range(SIZE[0]))


def test_the_bar_grows_and_draws_in_with_the_breath() -> None:
    growing = [lit_width(k / 8, Phase.IN) for k in range(9)]
    drawing_in = [lit_width(k / 8, Phase.OUT) for k in range(9)]
    assert growing == sorted(growing)
    assert drawing_in == sorted(drawing_in, reverse=True)
    assert growing[-1] - growing[0] > 100


@pytest.mark.parametrize(
    ("one", "other"), [((Phase.IN, 0.5), (Phase.OUT, 0.5)), ((Phase.IN, 1.0), (Phase.HOLD, 0.5))]
)
def test_phases_at_the_same_openness_differ_in_shape(
    one: tuple[Phase, float], other: tuple[Phase, float]
) -> None:
    pictures = [grey(picture(SCENE, breathing(*which), SIZE)) for which in (one, other)]
    assert worst_difference(*pictures) > 60


def test_unpaced_there_is_a_quiet_bar_and_no_word() -> None:
    stage = view_of(unpaced(), SIZE).stage
    box = touched(picture(SCENE, unpaced(), SIZE), DUSK.ground_top)
    assert box.top() > stage.centre.y()


def test_the_word_stands_still() -> None:
    moments = [breathing(Phase.IN, progress) for progress in (0.4, 0.6)]
    stage = view_of(moments[0], SIZE).stage
    above = [picture(SCENE, moment, SIZE).copy(0, 0, SIZE[0], stage.centre.y() + 10) for moment in moments]
    assert above[0] == above[1]
