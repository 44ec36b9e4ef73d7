from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.pattern import Pattern
from kindtimer.ui.pattern_list import PatternList
from tests import fakes
from tests.ui.dressing import dressed, nameless, settle, too_small


class Listed:
    def __init__(self, qtbot: QtBot, chosen: str = "longer_out_46", *, gently: bool = True) -> None:
        self.qtbot = qtbot
        self.taken: list[str] = []
        self.gently: list[bool] = []
        self.patterns: Mapping[str, Pattern] = fakes.patterns()
        self.list = PatternList(self.patterns, self._take, self._go_gently)
        self.list.show_gentle(gently)
        self.list.show_chosen(self.patterns[chosen])
        qtbot.addWidget(self.list)
        dressed(self.list)
        self.list.resize(240, 700)
        self.list.show()
        self.list.activateWindow()
        settle()

    def _take(self, pattern: Pattern) -> None:
        self.taken.append(pattern.id)
        self.list.show_chosen(pattern)

    def _go_gently(self, gently: bool) -> None:
        self.gently.append(gently)
        self.list.show_gentle(gently)

    @property
    def shown(self) -> list[str]:
        return [name for name in self.patterns if self.list.row(name).isVisible()]

    def press(self, button: QWidget) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()


FIRST = ["longer_out_46", "equal_4", "sigh"]


def test_more_opens_the_others_and_folds_again_where_it_stands(qtbot: QtBot) -> None:
    listed = Listed(qtbot)
    assert listed.shown == FIRST
    stood = listed.list.more.geometry()
    assert (listed.list.more.text(), listed.list.more.accessibleName()) == ("More", "More patterns")
    listed.list.more.setFocus()
    qtbot.keyClick(listed.list.more, Qt.Key.Key_Space)
    settle()
    assert listed.shown == [*FIRST, "coherent"]
    assert listed.list.holds.isVisible()
    assert (listed.list.more.text(), listed.list.more.pos()) == ("Fewer", stood.topLeft())
    assert listed.list.more.hasFocus()
    qtbot.keyClick(listed.list.more, Qt.Key.Key_Space)
    assert listed.shown == FIRST
    assert listed.list.more.hasFocus()


def test_holds_stand_there_once_the_switch_beside_them_is_off(qtbot: QtBot) -> None:
    listed = Listed(qtbot)
    listed.press(listed.list.more)
    listed.press(listed.list.holds)
    assert listed.gently == [False]
    assert listed.shown == [*FIRST, "coherent", "box_4", "four_seven_eight"]
    assert listed.list.holds.hasFocus() or not listed.list.isActiveWindow()
    listed.list.show_gentle(True)  # chosen in the settings
    assert (listed.list.holds.isChecked(), listed.gently) == (True, [False])
    assert listed.shown == [*FIRST, "coherent"]


@pytest.mark.parametrize("chosen", ["coherent", "box_4"])
def test_what_is_chosen_is_to_be_seen_folded_too(qtbot: QtBot, chosen: str) -> None:
    listed = Listed(qtbot, chosen)
    assert listed.shown == [*FIRST, chosen]
    listed.press(listed.list.row("sigh"))
    assert listed.taken == ["sigh"]
    assert listed.shown == [*FIRST, chosen]  # nothing moves under a hand
    listed.press(listed.list.more)
    listed.press(listed.list.more)
    assert listed.shown == FIRST


def test_arrow_keys_go_through_what_is_to_be_seen(qtbot: QtBot) -> None:
    listed = Listed(qtbot)
    listed.list.row("longer_out_46").setFocus()
    qtbot.keyClick(listed.list.row("longer_out_46"), Qt.Key.Key_Down)
    qtbot.keyClick(listed.list.row("equal_4"), Qt.Key.Key_Down)
    qtbot.keyClick(listed.list.row("sigh"), Qt.Key.Key_Down)
    assert set(listed.taken) <= set(FIRST)
    assert listed.taken[:2] == ["equal_4", "sigh"]


def test_all_of_it_can_be_hit_and_has_a_name(qtbot: QtBot) -> None:
    listed = Listed(qtbot, gently=False)
    listed.press(listed.list.more)
    assert (too_small(listed.list), nameless(listed.list)) == ([], [])
    told = listed.list.row("equal_4").accessibleDescription()
    assert told == "In for 4 seconds, out for 4. Four seconds in, four seconds out: a gentle first pace."
