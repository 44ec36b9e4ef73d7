import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from kindtimer.visuals.stage import Stage

SIZES = st.tuples(st.integers(320, 3840), st.integers(400, 2160))
SCALES = st.floats(1.0, 2.0)


def rows(stage: Stage) -> list[QRect]:
    return [stage.words, stage.second, stage.controls, stage.hint, stage.notice]


@pytest.mark.parametrize(
    ("size", "centre", "closed", "opened", "words", "second", "controls"),
    [
        ((1440, 900), (720, 392), 198, 504, (692, 772), (780, 804), (816, 860)),
        ((900, 600), (450, 224), 120, 288, (408, 488), (492, 512), (520, 564)),
    ],
)
def test_the_given_places_are_met(
    size: tuple[int, int],
    centre: tuple[int, int],
    closed: float,
    opened: float,
    words: tuple[int, int],
    second: tuple[int, int],
    controls: tuple[int, int],
) -> None:
    stage = Stage.for_window(*size)
    assert stage.centre == QPoint(*centre)
    assert (round(stage.closed), round(stage.open)) == (closed, opened)
    for place, (top, bottom) in ((stage.words, words), (stage.second, second), (stage.controls, controls)):
        assert (place.top(), place.top() + place.height()) == (top, bottom)


def test_the_full_window_has_its_hint_and_halo() -> None:
    stage = Stage.for_window(1440, 900)
    assert (stage.hint.left(), stage.hint.top()) == (32, 868)
    assert round(stage.halo) == 760
    assert stage.words.width() == 760


def test_the_small_window_is_met() -> None:
    stage = Stage.for_window(360, 480)
    assert stage.small
    assert stage.centre == QPoint(180, 176)
    assert (round(stage.closed), round(stage.open)) == (92, 224)
    assert (stage.words.top(), stage.second.top() + stage.second.height()) == (312, 384)
    assert (stage.controls.top(), stage.hint.top()) == (412, 388)
    assert stage.words_px == 18.0


@given(SIZES, SCALES)
def test_nothing_overlaps_and_nothing_is_cut(size: tuple[int, int], scale: float) -> None:
    stage = Stage.for_window(*size, scale)
    window = QRect(0, 0, *size)
    places = rows(stage)
    for k, place in enumerate(places):
        assert window.contains(place)
        assert place.height() > 0
        assert not any(place.intersects(other) for other in places[k + 1 :])
    radius = stage.open / 2.0
    assert stage.centre.y() - radius >= 0
    assert stage.centre.y() + radius <= stage.words.top() + 1
    assert stage.centre.x() - radius >= 0


@given(SIZES, SCALES)
def test_the_halo_ends_within_the_window(size: tuple[int, int], scale: float) -> None:
    stage = Stage.for_window(*size, scale)
    assert stage.halo / 2.0 <= stage.centre.y() + 1
    assert stage.halo / 2.0 <= stage.width / 2.0 + 1


@given(SIZES)
def test_the_flower_gives_way_and_the_words_do_not(size: tuple[int, int]) -> None:
    usual, large = Stage.for_window(*size, 1.0), Stage.for_window(*size, 2.0)
    if usual.small == large.small:
        assert large.words_px == 2.0 * usual.words_px
        assert large.words.height() >= 2 * usual.words.height()
        assert large.open <= usual.open + 1
    else:
        # Large text makes a middling window a narrow one: the small layout, at twice its own size.
        assert large.small
        assert large.words_px == 2.0 * Stage.for_window(360, 480).words_px


@example(849, 520)  # here the hint needs one line less
@given(st.integers(600, 3839), st.integers(520, 2159))
def test_one_pixel_more_moves_nothing_far(width: int, height: int) -> None:
    here, there = Stage.for_window(width, height), Stage.for_window(width + 1, height + 1)
    assert abs(here.open - there.open) < 4
    assert abs(here.words.top() - there.words.top()) < 4
    assert abs(here.centre.y() - there.centre.y()) < 4
