import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
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


@pytest.mark.parametrize(
    ("stood", "stands"),
    [
        (QRect(100, 100, 900, 600), QRect(100, 100, 900, 600)),
        (QRect(2000, 100, 900, 600), QRect(2000, 100, 900, 600)),
        (QRect(-200, -50, 900, 600), QRect(0, 0, 900, 600)),
        (QRect(1500, 900, 900, 600), QRect(1020, 450, 900, 600)),
        (QRect(0, 0, 5000, 4000), QRect(0, 0, 1920, 1050)),
        (QRect(4000, 100, 900, 600), None),
        (QRect(0, -5000, 900, 600), None),
    ],
)
def test_a_window_comes_back_where_it_stood_and_never_off_the_screens(
    stood: QRect, stands: QRect | None
) -> None:
    assert fitted(stood, SCREENS) == stands


def test_without_any_screen_the_desktop_finds_a_place() -> None:
    assert fitted(QRect(0, 0, 900, 600), []) is None
