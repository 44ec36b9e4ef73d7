from itertools import pairwise
from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.breath import TOP_UP_FROM, Phase, ease, span


def test_ease_runs_from_nothing_to_all_with_flat_ends() -> None:
    assert (ease(0.0), ease(1.0)) == (0.0, 1.0)
    assert ease(0.5) == pytest.approx(0.5)
    tiny = 1e-6
    assert ease(tiny) / tiny < 1e-4
    assert (1.0 - ease(1.0 - tiny)) / tiny < 1e-4


@given(st.floats(-10.0, 10.0), st.floats(0.0, 1e-3))
def test_ease_never_falls_nor_leaves_its_range_nor_hurries(at: float, by: float) -> None:
    low, high = ease(at), ease(at + by)
    assert 0.0 <= low <= high <= 1.0
    assert high - low <= by * pi / 2 + 1e-12


@pytest.mark.parametrize("has_top_up", [True, False])
def test_every_phase_begins_where_the_one_before_ended(has_top_up: bool) -> None:
    order = [Phase.IN, *([Phase.TOP_UP] if has_top_up else []), Phase.HOLD, Phase.OUT, Phase.REST, Phase.IN]
    for one, two in pairwise(order):
        assert span(one, has_top_up)[1] == span(two, has_top_up)[0]


def test_holds_are_still() -> None:
    assert span(Phase.HOLD, True) == (1.0, 1.0)
    assert span(Phase.REST, True) == (0.0, 0.0)


def test_the_second_in_breath_of_a_sigh_is_the_smaller() -> None:
    assert span(Phase.IN, True) == (0.0, TOP_UP_FROM)
    assert span(Phase.TOP_UP, True) == (TOP_UP_FROM, 1.0)
