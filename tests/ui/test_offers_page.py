from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.offers_page import OffersPage
from kindtimer.ui.rule_draft import STARTS
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette
from tests.guide.led_day import at
from tests.ui.dressing import nameless, settle, too_small
from tests.ui.offers_room import Opened, in_sight

RULES = ("Mon-Fri 10:00, 14:30", "2 between 10:00 and 16:00", "after first unlock")


def test_parts_stand_from_what_is_now_to_what_was(qtbot: QtBot) -> None:
    page = Opened(qtbot, *RULES).page
    shown = [part.head.text() for part in page.parts if part.isVisible()]
    assert shown == [
        "Now",
        "Your times",
        "The coming seven days",
        "Quiet times",
        "What an offer waits for",
        "How offers come",
        "Start and shortcut",
        "Why did nothing come?",
    ]
    tops = [part.y() for part in page.parts]
    assert tops == sorted(tops)


def test_whoever_has_no_rule_arrives_at_something_to_start_from(qtbot: QtBot) -> None:
    assert Opened(qtbot).page.first_to_focus() is not None
    assert Opened(qtbot, *RULES).page.first_to_focus() is None


def test_undo_stands_at_the_top_and_says_what_it_took_back(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    assert not page.undo.isEnabled()
    opened.press(page.rules.editor.starts[STARTS[0]])
    opened.press(page.rules.added)
    assert page.undo.isEnabled()
    page.undo.setFocus()
    opened.press(page.undo)
    assert opened.settings.rules == ()
    assert page.undone.text().startswith("Undone. ")
    assert not page.undo.isEnabled()
    assert not page.undo.hasFocus()


def test_ctrl_z_undoes_where_no_text_is_written(qtbot: QtBot) -> None:
    opened = Opened(qtbot, *RULES)
    opened.press(opened.page.ways.discreet)
    opened.page.ways.discreet.setFocus()
    qtbot.keyClick(opened.page.ways.discreet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not opened.settings.discreet


def test_every_change_is_kept_at_once(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    opened.press(opened.page.rules.rows["1"].switch)
    keeper = opened.day.preferences._keeper
    assert keeper.saved[-1] == opened.settings  # type: ignore[attr-defined]


def test_escape_puts_an_open_editor_away_before_it_leaves(qtbot: QtBot) -> None:
    opened = Opened(qtbot, *RULES)
    opened.press(opened.page.rules.rows["1"].change)
    assert opened.page.step_back()
    assert not opened.page.step_back()
    opened.press(opened.page.rules.new)
    assert opened.page.step_back()
    assert not opened.page.step_back()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(360, 420), (900, 600), (1240, 900)])
def test_everything_can_be_hit_is_named_and_is_no_wider_than_the_column(
    qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    opened = Opened(qtbot, *RULES, size=size, scale=scale, quiet="22:00-07:00")
    page = opened.page
    page.rules.rows["1"].change.click()
    page.rules.new.click()
    settle()
    assert (too_small(page), nameless(page)) == ([], [])
    for widget in page.held.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QAbstractButton | QLabel):
            left = widget.mapTo(page.held, widget.rect().topLeft()).x()
            assert left >= 0, widget.accessibleName() or widget
            assert left + widget.width() <= page.held.width(), widget.accessibleName() or widget


@pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST])
def test_no_words_are_cut(qtbot: QtBot, palette: Palette) -> None:
    page = Opened(qtbot, *RULES, size=(360, 640), scale=2.0, palette=palette).page
    for label in page.held.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_tab_goes_as_one_reads(qtbot: QtBot) -> None:
    opened = Opened(qtbot, *RULES, quiet="22:00-07:00")
    page = opened.page
    opened.press(page.rules.rows["2"].change)
    page.undo.setEnabled(True)
    page.undo.setFocus()
    seen: list[QWidget] = []
    held = page.focusWidget()
    while held is not None and held not in seen:
        seen.append(held)
        page.focusNextChild()
        held = page.focusWidget()
    places = [one.mapTo(page.body, one.rect().center()) for one in seen if page.held.isAncestorOf(one)]
    assert len(places) > 40
    back = [
        (one, after)
        for one, after in pairwise(places)
        if after.y() < one.y() - 30 and after.y() > places[0].y()
    ]
    assert back == []


@pytest.mark.parametrize("rules", [(), RULES])
def test_a_screen_reader_goes_as_one_reads(qtbot: QtBot, rules: tuple[str, ...]) -> None:
    opened = Opened(qtbot, *rules, quiet="22:00-07:00")
    page = opened.page
    in_order(page)
    if not rules:
        opened.press(page.rules.editor.starts[STARTS[0]])
        opened.press(page.rules.added)
        in_order(page)
    opened.press(page.rules.new)
    opened.type(page.rules.editor.line.edit, "11:00")
    opened.press(page.rules.added)
    in_order(page)
    opened.press(page.rules.rows["1"].change)
    in_order(page)
    assert page.rules.rows["1"].editor is not None
    opened.press(page.rules.rows["1"].editor.more)
    opened.press(page.rules.rows["1"].remove)
    in_order(page)
    opened.press(page.rules.back)
    in_order(page)
    opened.day.preferences.change(rules=opened.settings.rules[::-1])
    settle()
    in_order(page)


def in_order(page: OffersPage) -> None:
    """A screen reader is told the parts of the page from its top to its foot."""
    told = spoken(QAccessible.queryAccessibleInterface(page.held))
    assert len(told) > 20
    middles = [(one.mapTo(page.held, one.rect().center()).y(), one.accessibleName()) for one in told]
    back = [(one, after) for one, after in pairwise(middles) if after[0] < one[0] - 30]
    assert back == []


def spoken(interface: QAccessibleInterface) -> list[QWidget]:
    """The lines and controls within it that are to be seen, in the order in which they are told."""
    found: list[QWidget] = []
    for number in range(interface.childCount()):
        child = interface.child(number)
        widget = child.object()
        if isinstance(widget, QWidget) and widget.isVisible():
            found += [widget] if isinstance(widget, QLabel | QAbstractButton) else spoken(child)
    return found


def test_what_became_of_offers_elsewhere_shows_at_once(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00", at="09:59")
    opened.day.to(at("10:00:05"))
    assert opened.page.now_part.held.text() == "A minute is here, if it suits."
    opened.day.guide.not_now()
    assert opened.page.now_part.next.text() == "Next: tomorrow 10:00"
    assert opened.page.accounts.lines == ["10:00: it was there, and it was not the time for it."]


def test_out_of_sight_nothing_is_looked_at_and_all_of_it_when_it_is_opened(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    opened.page.hide()
    opened.day.preferences.change(rules=())
    assert list(opened.page.rules.rows) == ["1"]
    opened.page.opened()
    assert opened.page.rules.rows == {}


def test_nothing_in_it_ticks(qtbot: QtBot) -> None:
    page = Opened(qtbot, *RULES).page
    settle()
    assert [timer for timer in page.findChildren(QTimer) if timer.isActive()] == []


def test_what_was_undone_goes_with_the_next_act_and_nothing_moves(qtbot: QtBot) -> None:
    opened = Opened(qtbot, *RULES)
    page = opened.page
    opened.press(page.rules.rows["1"].switch)
    opened.press(page.undo)
    assert page.undone.isVisible()
    top = page.rules.y()
    opened.press(page.now_part.one_now)
    assert page.undone.text() == ""
    opened.press(page.rules.rows["1"].switch)
    opened.press(page.undo)
    opened.press(page.rules.rows["1"].switch)
    assert (page.undone.text(), page.undone.isVisible()) == ("", True)
    assert page.rules.y() >= top


Finds = Callable[[OffersPage], QWidget]
VANISHING: dict[str, tuple[Finds, Finds]] = {
    "offer one now": (lambda page: page.now_part.one_now, lambda page: page.now_part.take),
    "a pause": (lambda page: page.now_part.pauses["1 h"], lambda page: page.now_part.go_on),
    "another time": (lambda page: page.rules.new, lambda page: page.rules.editor.line.edit),
    "remove": (lambda page: page.rules.rows["2"].remove, lambda page: page.rules.back),
    "nights": (lambda page: page.quiet.nights, lambda page: page.quiet.span.edit),
}


@pytest.mark.parametrize("name", VANISHING)
def test_a_button_that_goes_hands_the_keyboard_to_what_follows_from_it(qtbot: QtBot, name: str) -> None:
    page = Opened(qtbot, *RULES).page
    pressed, after = VANISHING[name]
    button, successor = pressed(page), after(page)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle()
    assert successor.isVisible()
    assert successor.hasFocus()
    settings = page._preferences.settings
    if name != "remove":  # Undo stands there, and undoes
        qtbot.keyClick(successor, Qt.Key.Key_Space)
        assert page._preferences.settings == settings


def test_undo_that_is_spent_hands_the_keyboard_on_to_nothing_that_changes(qtbot: QtBot) -> None:
    opened = Opened(qtbot, *RULES)
    page = opened.page
    opened.press(page.rules.rows["1"].switch)
    opened.press(page.rules.new)
    page.undo.setFocus()
    qtbot.keyClick(page.undo, Qt.Key.Key_Space)
    settle()
    assert page.rules.editor.line.edit.hasFocus()


def test_at_large_type_in_a_low_window_what_is_next_is_in_sight(qtbot: QtBot) -> None:
    opened = Opened(qtbot, *RULES, size=(900, 500), scale=2.0)
    assert in_sight(opened.page, opened.page.now_part.pauses["30 min"])
    assert not in_sight(opened.page, opened.page.rules.new)
