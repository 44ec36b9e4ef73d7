import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, QRect
from PySide6.QtGui import QFont, QGuiApplication
from pytestqt.qtbot import QtBot

from kindtimer.ui.placing import fitted, screen_with_pointer, small_place, text_scale


def test_small_stands_24_px_from_the_lower_right_corner() -> None:
    assert small_place(QRect(0, 0, 1440, 870), 1.0) == QRect(1056, 366, 360, 480)


@given(
    st.integers(-3000, 3000),
    st.integers(-3000, 3000),
    st.integers(200, 4000),
    st.integers(200, 3000),
    st.floats(1.0, 2.0),
)
def test_small_never_leaves_the_work_area(left: int, top: int, wide: int, high: int, scale: float) -> None:
    area = QRect(left, top, wide, high)
    assert area.contains(small_place(area, scale))


@pytest.mark.parametrize(
    ("points", "scale"), [(9.0, 1.0), (11.0, 1.0), (16.5, 1.5), (22.0, 2.0), (40.0, 2.0)]
)
def test_a_larger_desktop_font_is_larger_text(qtbot: QtBot, points: float, scale: float) -> None:
    font = QFont()
    font.setPointSizeF(points)
    assert text_scale(font, QGuiApplication.primaryScreen()) == pytest.approx(scale)


def test_there_is_always_a_screen(qtbot: QtBot) -> None:
    assert screen_with_pointer() in QGuiApplication.screens()


SCREENS = [QRect(0, 0, 1920, 1050), QRect(1920, 0, 1280, 1000)]
FRAME = QMargins(8, 40, 8, 8)


@pytest.mark.parametrize(
    ("stood", "stands"),
    [
        (QRect(100, 100, 900, 600), QRect(100, 100, 900, 600)),
        (QRect(2000, 100, 900, 600), QRect(2000, 100, 900, 600)),
        (QRect(0, 0, 900, 600), QRect(8, 40, 900, 600)),  # its title bar would lie above the screen
        (QRect(-200, -50, 900, 600), QRect(8, 40, 900, 600)),
        (QRect(1500, 900, 900, 600), QRect(1012, 442, 900, 600)),
        (QRect(0, 0, 5000, 4000), QRect(8, 40, 1904, 1002)),
        (QRect(-100_000, -100_000, 200_000, 200_000), QRect(8, 40, 1904, 1002)),
        (QRect(4000, 100, 900, 600), QRect(510, 241, 900, 600)),  # of a screen that is gone
        (QRect(0, -5000, 900, 600), QRect(510, 241, 900, 600)),
    ],
)
def test_a_window_comes_back_where_it_stood_and_never_off_the_screens(stood: QRect, stands: QRect) -> None:
    assert fitted(stood, SCREENS, FRAME) == stands


@given(
    st.integers(-100_000, 100_000),
    st.integers(-100_000, 100_000),
    st.integers(1, 100_000),
    st.integers(1, 100_000),
)
def test_its_frame_never_leaves_the_work_areas(left: int, top: int, wide: int, high: int) -> None:
    stands = fitted(QRect(left, top, wide, high), SCREENS, FRAME)
    assert stands is not None
    assert any(area.contains(stands.marginsAdded(FRAME)) for area in SCREENS)


def test_a_screen_smaller_than_a_frame_is_used_whole() -> None:
    assert fitted(QRect(0, 0, 900, 600), [QRect(0, 0, 12, 30)], FRAME) == QRect(0, 0, 12, 30)


def test_without_any_screen_the_desktop_finds_a_place() -> None:
    assert fitted(QRect(0, 0, 900, 600), [], FRAME) is None
