from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from kindtimer.visuals.flower import FlowerShape

SEEDS = (*range(60), 2**31 - 1)


def test_the_same_number_grows_the_same_flower() -> None:
    assert all(FlowerShape.grown(seed) == FlowerShape.grown(seed) for seed in SEEDS)


def test_no_two_numbers_grow_the_same_one() -> None:
    told = {(shape.whorls, shape.tip, shape.tint) for shape in map(FlowerShape.grown, SEEDS)}
    assert len(told) == len(SEEDS)


def test_flowers_differ_in_kind_and_not_only_in_detail() -> None:
    shapes = [FlowerShape.grown(seed) for seed in SEEDS]
    assert len({len(shape.whorls[0].petals) for shape in shapes}) >= 4
    assert {len(shape.whorls) for shape in shapes} == {3, 4}
    assert min(shape.tip for shape in shapes) < 0.1 < 0.9 < max(shape.tip for shape in shapes)


def test_every_flower_stays_within_its_measure() -> None:
    for seed in SEEDS:
        shape = FlowerShape.grown(seed)
        assert [whorl.length for whorl in shape.whorls] == sorted(
            (whorl.length for whorl in shape.whorls), reverse=True
        )
        for whorl in shape.whorls:
            assert 5 <= len(whorl.petals) <= 9
            assert all(whorl.length * petal.length <= 1.04 for petal in whorl.petals)
            assert all(-180.0 <= petal.angle <= 180.0 for petal in whorl.petals)


def test_a_petal_runs_from_its_base_to_a_soft_tip() -> None:
    for seed in SEEDS:
        shape = FlowerShape.grown(seed)
        box = shape.outline.boundingRect()
        assert abs(box.top() + 1.0) < 0.01
        assert box.bottom() <= 0.01
        assert box.width() <= 1.06
        # A tip that is cut would be wide right below its end.
        assert width_at(shape.outline, -0.985) < 0.62 * width_at(shape.outline, -0.6)


def width_at(path: QPainterPath, y: float) -> float:
    inside = [x / 200.0 for x in range(-120, 121) if path.contains(QPointF(x / 200.0, y))]
    return max(inside) - min(inside) if inside else 0.0


def test_the_two_halves_meet_in_the_whole() -> None:
    for seed in (3, 11, 40):
        shape = FlowerShape.grown(seed)
        left, right = (half.boundingRect() for half in shape.folds)
        whole = shape.outline.boundingRect()
        assert left.left() >= whole.left() - 0.02
        assert right.right() <= whole.right() + 0.02
        assert left.right() <= 0.06
        assert right.left() >= -0.06
