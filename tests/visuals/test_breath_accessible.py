import gc
import weakref

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.breath import Phase
from kindtimer.core.moment import Moment
from kindtimer.visuals.breath_accessible import _factory, spoken
from kindtimer.visuals.breath_view import BreathView
from tests.fakes import ManualClock
from tests.visuals.pictures import breathing, unpaced


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (breathing(Phase.IN, 0.3, seconds=5.0), "in, 2 of 5 seconds"),
        (breathing(Phase.OUT, 0.0, seconds=6.0), "out, 1 of 6 seconds"),
        (breathing(Phase.HOLD, 1.0, seconds=4.0), "stay, 4 of 4 seconds"),
        (unpaced(line="Enough for now."), "Enough for now."),
        (unpaced(), ""),
        (None, ""),
    ],
)
def test_a_moment_in_words(moment: Moment | None, said: str) -> None:
    assert spoken(moment) == said


def test_a_screen_reader_finds_one_picture_with_a_name_and_a_value(qtbot: QtBot) -> None:
    view = BreathView(ManualClock())
    qtbot.addWidget(view)
    view.follow(lambda _now: breathing(Phase.IN, 0.3, seconds=5.0))
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    assert found.role() == QAccessible.Role.Graphic
    assert found.text(QAccessible.Text.Name) == "Flower"
    assert found.text(QAccessible.Text.Value) == "in, 2 of 5 seconds"


def test_what_qt_was_handed_stays_while_it_may_hold_it(qtbot: QtBot) -> None:
    view = BreathView(ManualClock())
    # Qt asks twice for one widget at times, holds both, and still has them after the widget went.
    handed = [weakref.ref(_factory("BreathView", view)) for _ in range(2)]
    with qtbot.waitSignal(view.destroyed):
        view.deleteLater()
    del view
    gc.collect()
    assert [one() is None for one in handed] == [False, False]


def test_a_widget_that_does_not_say_how_it_is_told_is_left_to_qt(qtbot: QtBot) -> None:
    plain = QWidget()
    qtbot.addWidget(plain)
    assert _factory("QWidget", plain) is None
    assert _factory("QObject", None) is None
