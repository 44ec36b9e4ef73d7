from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kindtimer.ui.beside import Beside
from kindtimer.ui.texts import Text
from tests.ui.dressing import dressed, settle


def made(qtbot: QtBot, wide: int, *, keeps: bool = False, grows: bool = True) -> Beside:
    pair = dressed(Beside(Text("Words"), QPushButton("Press"), lambda: 200, keeps=keeps, grows=grows))
    qtbot.addWidget(pair)
    pair.resize(wide, 100)
    pair.show()
    settle()
    return pair


def test_they_stand_beside_each_other_where_both_have_room(qtbot: QtBot) -> None:
    for grows in (True, False):
        pair = made(qtbot, 600, grows=grows)
        assert pair.are_beside
        assert pair.first.width() >= 200
        assert pair.second.x() > pair.first.x() + 199
        assert (pair.first.width() > 400) is grows


def test_else_one_above_the_other(qtbot: QtBot) -> None:
    pair = made(qtbot, 220)
    assert not pair.are_beside
    assert pair.second.y() >= pair.first.geometry().bottom()
    assert pair.second.geometry().right() < 220


def test_right_to_left_the_second_stands_at_the_left(qtbot: QtBot) -> None:
    pair = made(qtbot, 600)
    pair.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert pair.second.x() < pair.first.x()


def test_the_height_is_kept_where_it_is_to_be(qtbot: QtBot) -> None:
    pair = made(qtbot, 600, keeps=True)
    before = pair.minimumHeight()
    pair.second.hide()
    pair.look()
    assert pair.minimumHeight() == before > 0
    assert made(qtbot, 600).minimumHeight() == 0
