"""What a person writes on the page of offers waits, is told why it cannot be, and comes back from an undo."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_rule
from tests.ui.dressing import settle
from tests.ui.offers_room import Opened, plain, until_in_sight


@pytest.mark.parametrize("by", ["Esc", "Not now"])
def test_what_was_written_for_a_new_one_waits_until_it_is_put_away(qtbot: QtBot, by: str) -> None:
    opened = Opened(qtbot, "daily 10:00")
    page, rules = opened.page, opened.page.rules
    opened.press(rules.new)
    assert not rules.editor.anew.isVisible()
    opened.type(rules.editor.line.edit, "whenever it rains")
    rules.editor.line.typing.timeout.emit()
    opened.press(rules.editor.more)
    opened.type(rules.editor.own.edit, "Tea, maybe.")
    opened.press(rules.editor.days.buttons[6])
    written = rules.editor.draft
    if by == "Esc":
        assert page.step_back()
        assert not page.step_back()
    else:
        opened.press(rules.not_now)
    assert rules.new.hasFocus()
    assert plain(rules.waiting.text()) == "“whenever it rains” waits under Another time."
    opened.press(rules.rows["1"].switch)
    assert rules.waiting.isVisible()
    opened.press(rules.new)
    assert not rules.waiting.isVisible()
    assert rules.editor.draft == written
    assert (rules.editor.line.words, rules.editor.own.words) == ("whenever it rains", "Tea, maybe.")
    opened.press(rules.editor.anew)
    assert (rules.editor.line.words, rules.editor.own.words) == ("", "")
    assert rules.editor.line.edit.hasFocus()
    assert page.step_back()
    assert not rules.waiting.isVisible()
    assert opened.lines == ["daily 10:00"]


def test_words_of_ones_own_alone_wait_too(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    rules = opened.page.rules
    opened.press(rules.new)
    opened.press(rules.editor.more)
    opened.type(rules.editor.own.edit, "Tea, maybe.")
    assert opened.page.step_back()
    assert rules.waiting.text() == "What was written there waits under Another time."


def test_what_is_typed_and_cannot_be_waits_in_the_editor_of_its_rule(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    page, row = opened.page, opened.page.rules.rows["1"]
    opened.press(row.change)
    assert row.editor is not None
    opened.press(row.editor.more)
    row.editor.own.edit.setText("o" * 4000)
    row.editor.own.edit.setFocus()
    assert page.step_back()
    assert plain(row.dropped.text()).startswith("An own line can have up to 200 letters. It stays as it was")
    opened.press(row.switch)
    opened.press(row.change)
    assert len(row.editor.own.words) == 4000
    assert row.editor.own.told.text().startswith("4000 letters stand here, and up to 200 can be kept.")
    opened.press(row.editor.anew)
    assert row.editor.own.words == ""
    assert [rule.words for rule in opened.settings.rules] == [""]


def test_an_own_line_that_is_too_long_is_not_added_and_its_field_says_so(qtbot: QtBot) -> None:
    opened = Opened(qtbot, size=(900, 600))
    rules = opened.page.rules
    opened.type(rules.editor.line.edit, "10:00")
    rules.editor.own.edit.setText("o" * 4000)
    opened.press(rules.added)
    assert opened.lines == []
    assert rules.editor.own.edit.hasFocus()
    assert rules.editor.own.told.text() == "4000 letters stand here, and up to 200 can be kept."
    until_in_sight(opened.page, rules.editor.own)


NEVER = {
    "its last day is before its first one": ("Mon-Fri 10:00", "2026-12-02", "2026-12-01"),
    "its last day is over": ("Mon-Fri 10:00", "2025-12-01", "2025-12-02"),
    "none of its days lies between": ("Sat after a call", "2026-11-30", "2026-12-04"),
}


@pytest.mark.parametrize("why", NEVER)
def test_days_that_never_come_are_told_in_the_editor_and_in_the_row(qtbot: QtBot, why: str) -> None:
    line, begins, ends = NEVER[why]
    opened = Opened(qtbot, "daily 10:00")
    rules = opened.page.rules
    opened.press(rules.new)
    opened.type(rules.editor.line.edit, line)
    opened.press(rules.editor.more)
    opened.type(rules.editor.begins.edit, begins)
    opened.type(rules.editor.ends.edit, ends)
    for done in (False, True):
        if done:
            qtbot.keyClick(rules.editor.ends.edit, Qt.Key.Key_Return)
        else:
            rules.editor.ends.typing.timeout.emit()
        assert "next" not in rules.editor.line.told.text()
    assert "never comes" in rules.editor.line.told.text()
    days = (date.fromisoformat(begins), date.fromisoformat(ends))
    one = Rule("7", *read_rule(line), begins=days[0], ends=days[1])
    opened.day.preferences.change(rules=(one,))
    assert (
        f"never comes{'' if 'over' not in why else ' from now on'}, since {why}"
        in rules.rows["7"].told.text()
    )


def undone_by(opened: Opened, way: str) -> None:
    page = opened.page
    if way == "keys":
        held = page.focusWidget() or page
        opened.qtbot.keyClick(held, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        button = {"row": page.rules.back, "top": page.undo}[way]
        button.setFocus()
        opened.qtbot.keyClick(button, Qt.Key.Key_Space)
    settle()


@pytest.mark.parametrize("number", ["1", "6", "12"])
@pytest.mark.parametrize("way", ["row", "top", "keys"])
def test_undo_of_a_removal_leads_to_the_row_that_came_back(qtbot: QtBot, way: str, number: str) -> None:
    opened = Opened(qtbot, *(f"daily {hour}:00" for hour in range(10, 22)), size=(900, 600))
    page, rules = opened.page, opened.page.rules
    rules.rows[number].remove.setFocus()
    qtbot.keyClick(rules.rows[number].remove, Qt.Key.Key_Space)
    settle()
    undone_by(opened, way)
    row = rules.rows[number]
    assert row.change.hasFocus()
    until_in_sight(page, row)
    assert len(rules.rows) == 12


def test_a_row_that_an_undo_takes_away_hands_the_keyboard_on(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    rules = opened.page.rules
    opened.press(rules.new)
    opened.type(rules.editor.line.edit, "11:00")
    opened.press(rules.added)
    assert rules.rows["2"].change.hasFocus()
    undone_by(opened, "keys")
    assert opened.lines == ["daily 10:00"]
    assert rules.new.hasFocus()
