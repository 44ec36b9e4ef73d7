from itertools import pairwise
from math import cos, radians, sin

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from kindtimer.core.breath import Phase
from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Breathe, Practice, Rest
from kindtimer.core.timeline import Timeline
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.flower_light import FlowerLight
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette, contrast
from kindtimer.visuals.petals import SEED_OF_CLOSED, fanned, paint_flower, radius_of
from kindtimer.visuals.seed_mark import paint_seed
from tests.visuals.pictures import (
    blank,
    breathing,
    flower,
    grey,
    mean_difference,
    pixels,
    touched,
    worst_difference,
)

RAMP = Timeline.of(Practice("ramp", (Breathe(Pace(Phases(4, out=6), ARRIVAL), 3), Rest(12, closing=True))))
BOX = Timeline.of(
    Practice("box", (Breathe(Pace(Phases(4, hold=4, out=4, rest=4)), 3, folds=False), Rest(20)))
)


def seams(timeline: Timeline) -> list[float]:
    """Positions at which a phase ends or begins, the ends of the walk's segments among them."""
    found = []
    for segment in timeline.segments:
        found.append(segment.end)
        for start, phases in zip(segment.starts, segment.phases, strict=False):
            found += [start + begins for _, begins, _ in phases.parts]
    return [position for position in found if 0 < position < timeline.duration]


@pytest.mark.parametrize("timeline", [RAMP, BOX], ids=["ramp", "box"])
def test_no_pop_at_any_seam(timeline: Timeline) -> None:
    for position in seams(timeline):
        before, after = (flower(FlowerLight.of(timeline.at(position + d)), side=120) for d in (-2e-4, 2e-4))
        # A few levels on a few pixels: the covered base of a petal is painted while it unfolds only.
        assert worst_difference(pixels(before), pixels(after)) <= 16, position
        assert mean_difference(pixels(before), pixels(after)) < 0.15, position


def test_frames_that_follow_each_other_differ_little() -> None:
    frames = [flower(FlowerLight.of(RAMP.at(k / 60)), side=90) for k in range(130)]
    steps = [mean_difference(grey(a), grey(b)) for a, b in pairwise(frames)]
    assert max(steps) < 3.0
    # No single step stands out from those beside it.
    for before, here, after in zip(steps, steps[1:], steps[2:], strict=False):
        assert here < 2.0 * max(before, after) + 0.35


def test_the_closed_flower_is_the_seed_itself() -> None:
    light = FlowerLight.of(breathing(Phase.IN, 0.0, bloom=0.0))
    folded = flower(light, side=200, closed=100.0, opened=180.0)
    seed = blank(200, 200, DUSK.ground_top)
    painter = QPainter(seed)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = SEED_OF_CLOSED * 100.0
    paint_seed(painter, QPointF(100.0, 100.0 + height / 2), height, DUSK)
    painter.end()
    assert pixels(folded) == pixels(seed)


def test_phase_is_told_by_shape_and_not_by_hue_alone() -> None:
    half = {phase: grey(flower(FlowerLight.of(breathing(phase)))) for phase in (Phase.IN, Phase.OUT)}
    assert mean_difference(half[Phase.IN], half[Phase.OUT]) > 2.0
    full = FlowerLight(1.0, 1.0)
    told = grey(flower(FlowerLight.of(breathing(Phase.HOLD))))
    assert worst_difference(told, grey(flower(full))) > 60
    empty = FlowerLight(0.0, 1.0)
    told = grey(flower(FlowerLight.of(breathing(Phase.REST))))
    assert worst_difference(told, grey(flower(empty))) > 30


def test_a_held_breath_is_told_by_a_line_about_the_whole_flower() -> None:
    plain, told = (grey(flower(light)) for light in (FlowerLight(1.0, 1.0), FlowerLight(1.0, 1.0, dew=1.0)))
    lit = {
        (x * 4 // 260, y * 4 // 260)
        for y in range(260)
        for x in range(260)
        if told[y * 260 + x] - plain[y * 260 + x] > 40
    }
    assert len(lit) >= 8  # of sixteen fields, the eight about the edge at least


def test_no_petal_hangs_alone_while_the_flower_opens() -> None:
    for spread in (0.3, 0.5, 0.8):
        assert 178.0 * fanned(spread, 178.0) < 1.35 * 135.0 * fanned(spread, 135.0)
    for angle in (0.0, -90.0, 180.0):
        assert (fanned(0.0, angle), fanned(1.0, angle)) == (0.0, 1.0)


def test_held_the_size_stands_still() -> None:
    sizes = {
        touched(flower(FlowerLight.of(breathing(Phase.HOLD, k / 5))), DUSK.ground_top).getRect()
        for k in range(6)
    }
    assert len(sizes) == 1


@pytest.mark.parametrize("seed", [0, 3, 11, 40, 99])
def test_the_flower_stays_within_its_radius(seed: int) -> None:
    shape = FlowerShape.grown(seed)
    for phase, progress, bloom in ((Phase.HOLD, 0.5, 1.0), (Phase.IN, 0.5, 0.5), (Phase.REST, 0.5, 1.0)):
        light = FlowerLight.of(breathing(phase, progress, bloom=bloom))
        image = flower(light, side=260, shape=shape, closed=100.0, opened=240.0)
        box, radius = touched(image, DUSK.ground_top), radius_of(100.0, 240.0, light)
        assert box.width() > radius
        assert min(box.left(), box.top()) >= 130 - radius - 4
        assert max(box.right(), box.bottom()) <= 130 + radius + 4


@pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)
@pytest.mark.parametrize("phase", [Phase.IN, Phase.HOLD, Phase.OUT, Phase.REST])
def test_the_petals_edge_stands_out_from_the_ground(palette: Palette, phase: Phase) -> None:
    light = FlowerLight.of(breathing(phase))
    image = flower(light, palette=palette, side=260, closed=100.0, opened=240.0)
    for petal in FlowerShape.grown(11).whorls[0].petals[:4]:
        spot = _near_tip(petal.angle, radius_of(100.0, 240.0, light) * 0.80)
        found = max(
            contrast(image.pixelColor(round(spot.x()) + dx, round(spot.y())), palette.ground_top)
            for dx in (-4, 0, 4)
        )
        assert found >= 3.0


def _near_tip(angle: float, away: float) -> QPointF:
    return QPointF(130 + away * sin(radians(angle)), 130 - away * cos(radians(angle)))


def test_the_still_flower_keeps_its_size() -> None:
    lights = [FlowerLight.of(breathing(Phase.IN, k / 5), still=True) for k in range(6)]
    boxes = {touched(flower(light), DUSK.ground_top).getRect() for light in lights}
    assert len(boxes) == 1


def test_a_scaled_painter_paints_the_same_flower() -> None:
    light = FlowerLight.of(breathing(Phase.HOLD))
    plain = flower(light, side=240, closed=80.0, opened=220.0)
    image = QImage(240, 240, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.0)
    image.fill(DUSK.ground_top)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    transform = painter.worldTransform()
    paint_flower(painter, QPointF(60.0, 60.0), 40.0, 110.0, light, DUSK, FlowerShape.grown(11))
    assert painter.worldTransform() == transform
    painter.end()
    assert worst_difference(pixels(plain), pixels(image)) <= 2
