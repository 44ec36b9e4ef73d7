import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from kindtimer.ui.value_slider import ValueSlider
from tests.ui.dressing import dressed, nameless, settle, too_small


def made(qtbot: QtBot, chosen: list[int], wide: int = 500) -> ValueSlider:
    slider = ValueSlider(
        "Delay", "Told.", lambda n: f"{n} ms", chosen.append, low=-500, high=1000, step=10, page=100
    )
    qtbot.addWidget(dressed(slider))
    slider.resize(wide, 60)
    slider.show()
    settle()
    return slider


def test_keys_move_it_and_each_is_taken_at_once(qtbot: QtBot) -> None:
    chosen: list[int] = []
    slider = made(qtbot, chosen)
    slider.show_number(0)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(slider.slide, key)
    assert chosen == [10, 0, 100, 1000, -500]
    assert slider.number.text() == "-500 ms"


def test_name_and_value_with_its_unit_are_there_for_a_screen_reader(qtbot: QtBot) -> None:
    slider = made(qtbot, [])
    slider.show_number(180)
    assert slider.slide.accessibleName() == "Delay"
    assert slider.slide.accessibleDescription() == "180 ms. Told."
    assert (nameless(slider), too_small(slider)) == ([], [])


def test_what_is_dragged_is_told_and_taken_when_it_is_let_go(qtbot: QtBot) -> None:
    chosen: list[int] = []
    slider = made(qtbot, chosen)
    slider.slide.setSliderDown(True)
    slider.slide.setSliderPosition(123)
    assert slider.number.text() == "120 ms"
    assert chosen == []
    slider.show_number(700)  # from elsewhere, while a hand is on it
    assert slider.number.text() == "120 ms"
    slider.slide.setSliderDown(False)
    assert chosen == [120]
    assert slider.slide.value() == 120


def test_what_stands_is_shown_and_not_taken_for_a_choice(qtbot: QtBot) -> None:
    chosen: list[int] = []
    slider = made(qtbot, chosen)
    slider.show_number(200, "199.6 ms")
    assert (slider.number.text(), slider.slide.value(), chosen) == ("199.6 ms", 200, [])


@pytest.mark.parametrize(("wide", "beside"), [(500, True), (200, False)])
def test_the_number_stands_beside_or_below(qtbot: QtBot, wide: int, beside: bool) -> None:
    slider = made(qtbot, [], wide)
    assert (slider.number.x() > slider.slide.geometry().right()) is beside
    assert (slider.number.y() > slider.slide.geometry().bottom()) is not beside


def test_the_wheel_scrolls_the_page_alone(qtbot: QtBot) -> None:
    chosen: list[int] = []
    slider = made(qtbot, chosen)
    wheel = QWheelEvent(
        QPointF(10, 10),
        QPointF(10, 10),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    slider.slide.wheelEvent(wheel)
    assert not wheel.isAccepted()
    assert chosen == []
