import pytest

from kindtimer.visuals.gradual import Gradual


def test_it_goes_from_one_end_to_the_other_and_stays_there() -> None:
    going = Gradual(1.0, 0.4, since=10.0, seconds=0.2)
    assert [going.at(now) for now in (9.0, 10.0, 10.2, 11.0)] == pytest.approx([1.0, 1.0, 0.4, 0.4])
    assert going.at(10.1) == pytest.approx(0.7)
    assert (going.over(10.19), going.over(10.21)) == (False, True)
