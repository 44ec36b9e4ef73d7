from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.rule import MOST_RULES, Rule
from kindtimer.core.rule_words import read_rule
from kindtimer.core.settings import OneClick
from kindtimer.ui.rule_draft import STARTS
from kindtimer.ui.rule_list import RuleList
from tests.ui.dressing import settle
from tests.ui.offers_room import Opened, plain, row_lines, until_in_sight


def test_without_a_rule_something_is_suggested_and_nothing_set(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    rules = opened.page.rules
    assert rules.empty.isVisible()
    assert not rules.new.isVisible()
    opened.press(rules.editor.starts[STARTS[0]])
    assert plain(rules.editor.line.told.text()) == "Mon-Fri 10:00, 14:30: next today 10:00"
    assert opened.lines == []
    opened.press(rules.added)
    assert opened.lines == row_lines(rules) == ["Mon-Fri 10:00, 14:30"]
    assert not rules.empty.isVisible()
    assert rules.rows["1"].change.hasFocus()
    assert plain(rules.came.text()) == "Added: Mon-Fri 10:00, 14:30"
    assert not rules.writing.isVisible()


def test_a_line_is_typed_and_added_with_return(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    rules = opened.page.rules
    opened.press(rules.new)
    assert rules.editor.line.edit.hasFocus()
    opened.type(rules.editor.line.edit, "every 90 min 09:00-17:00")
    rules.editor.line.typing.timeout.emit()
    assert "next today 10:30" in rules.editor.line.told.text()
    qtbot.keyClick(rules.editor.line.edit, Qt.Key.Key_Return)
    assert opened.lines == ["daily 10:00", "every 90 min 09:00-17:00"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("25:00", "“25:00” is no time of the day. Times go from 00:00 to 23:59."),
        ("Mon-Fry 10:00", "“Mon-Fry” is no day of the week."),
        ("every 90 min 17:00-09:00", "ends before it begins"),
        ("every 5 min 09:00-17:00", "closer than this can be"),
        ("whenever", "was not understood"),
        ("", "Times are one short line."),
    ],
)
def test_what_cannot_be_is_refused_kindly_and_stays_as_it_was_typed(
    qtbot: QtBot, line: str, why: str
) -> None:
    opened = Opened(qtbot)
    field = opened.page.rules.editor.line
    opened.type(field.edit, line)
    opened.press(opened.page.rules.added)
    assert why.casefold() in field.told.text().casefold()
    assert field.told.text() == field.edit.accessibleDescription()
    assert field.edit.text() == line
    assert field.edit.hasFocus()
    assert opened.lines == []


def test_one_more_than_there_can_be_is_refused(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    when, days = read_rule("10:00")
    opened.day.preferences.change(
        rules=tuple(Rule(str(n), when, days, on=False) for n in range(1, MOST_RULES + 1))
    )
    rules = opened.page.rules
    assert len(rules.rows) == MOST_RULES
    rules.open_new()
    opened.type(rules.editor.line.edit, "11:00")
    rules.add()
    assert rules.editor.line.told.text() == "There are 200 times already; one that goes makes room."
    assert len(opened.settings.rules) == MOST_RULES


def test_one_that_is_removed_comes_back_where_it_stood(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00", "daily 12:00", "daily 14:00")
    rules, before = opened.page.rules, opened.settings
    opened.press(rules.rows["2"].remove)
    assert opened.lines == row_lines(rules) == ["daily 10:00", "daily 14:00"]
    assert plain(rules.gone.text()) == "Removed: daily 12:00"
    assert rules.back.hasFocus()
    opened.press(rules.back)
    assert opened.settings == before
    assert row_lines(rules) == ["daily 10:00", "daily 12:00", "daily 14:00"]
    assert rules.rows["2"].change.hasFocus()
    assert not rules.removed.isVisible()


def test_the_way_back_moves_to_the_top_once_something_else_is_changed(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00", "daily 12:00")
    opened.press(opened.page.rules.rows["2"].remove)
    opened.press(opened.page.rules.rows["1"].switch)
    assert not opened.page.rules.removed.isVisible()
    opened.page.undo_last()
    opened.page.undo_last()
    assert opened.lines == ["daily 10:00", "daily 12:00"]


def test_the_last_one_that_goes_leaves_the_line_for_a_new_one(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    rules = opened.page.rules
    opened.press(rules.rows["1"].remove)
    assert rules.writing.isVisible()
    assert rules.empty.isVisible()
    assert not rules.new.isVisible()
    assert not rules.not_now.isVisible()


def test_a_switch_turns_it_off_at_once(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    row = opened.page.rules.rows["1"]
    opened.press(row.switch)
    assert [rule.on for rule in opened.settings.rules] == [False]
    assert row.told.text() == "Breathe, 1 minute"
    opened.page.undo_last()
    assert row.switch.isChecked()


def test_what_is_changed_in_place_holds_once_the_field_is_left(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "Mon-Fri 10:00")
    row = opened.page.rules.rows["1"]
    opened.press(row.change)
    assert row.editor is not None
    row.editor.line.edit.clear()
    opened.type(row.editor.line.edit, "11:15, 9:30")
    assert opened.lines == ["Mon-Fri 10:00"]
    opened.press(row.editor.more)
    assert opened.lines == ["Mon-Fri 09:30, 11:15"]
    opened.press(row.editor.practice.button("sigh"))
    opened.press(row.editor.minutes.button(2))
    opened.type(row.editor.own.edit, "Tea, maybe.")
    row.fold()
    assert opened.settings.rules == (
        Rule("1", *read_rule("Mon-Fri 09:30, 11:15"), practice="sigh", minutes=2.0, words="Tea, maybe."),
    )
    for _ in range(4):
        opened.page.undo_last()
    assert opened.settings.rules == (Rule("1", *read_rule("Mon-Fri 10:00")),)


def test_a_change_that_cannot_be_leaves_the_rule_as_it_was(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    row = opened.page.rules.rows["1"]
    opened.press(row.change)
    assert row.editor is not None
    row.editor.line.edit.clear()
    opened.type(row.editor.line.edit, "25:00")
    qtbot.keyClick(row.editor.line.edit, Qt.Key.Key_Return)
    assert plain(row.editor.line.told.text()).endswith("It stays as it was: daily 10:00.")
    assert opened.lines == ["daily 10:00"]


def test_many_a_day_are_set_and_one_sentence_is_said(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00, 11:00, 12:00, 13:00, 14:00")
    rules = opened.page.rules
    assert not rules.many.isVisible()
    opened.press(rules.new)
    opened.type(rules.editor.line.edit, "15:00")
    opened.press(rules.added)
    assert rules.many.text() == "Many people find one or two a day enough."
    assert len(opened.lines) == 2


def test_what_is_changed_elsewhere_shows_and_leaves_the_keyboard_and_what_is_typed(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00", "daily 12:00")
    rules = opened.page.rules
    row = rules.rows["1"]
    opened.press(row.change)
    assert row.editor is not None
    row.editor.line.edit.setText("10:0")
    one, two = opened.settings.rules
    opened.day.preferences.change(rules=(replace(two, on=False), one))
    settle()
    assert row_lines(rules) == ["daily 12:00", "daily 10:00"]
    assert not rules.rows["2"].switch.isChecked()
    assert row.editor.line.words == "10:0"


def test_patterns_that_hold_are_left_out_where_they_are_left_out_elsewhere(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    rules: RuleList = opened.page.rules
    assert "box_4" not in rules._practices()
    assert "box_4" in rules._practices("box_4")
    opened.day.preferences.change(gentle_only=False)
    assert "box_4" in rules._practices()


def test_the_time_that_is_shown_while_writing_is_the_one_that_comes(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00", "daily 12:00")
    rules = opened.page.rules
    opened.press(rules.new)
    opened.type(rules.editor.line.edit, "2 between 10:00 and 16:00")
    rules.editor.line.typing.timeout.emit()
    shown = plain(rules.editor.line.told.text()).rpartition(": ")[2]
    assert shown.startswith("next today")
    opened.press(rules.added)
    assert rules.rows["3"].told.text().endswith(shown)


def test_what_was_added_is_in_sight_and_another_space_changes_nothing(qtbot: QtBot) -> None:
    opened = Opened(qtbot, *(f"daily {hour}:00" for hour in range(10, 22)), size=(900, 600))
    page, rules = opened.page, opened.page.rules
    opened.press(rules.new)
    until_in_sight(page, rules.editor.line)
    opened.type(rules.editor.line.edit, "22:30")
    qtbot.keyClick(rules.editor.line.edit, Qt.Key.Key_Return)
    row = list(rules.rows.values())[-1]
    until_in_sight(page, row)
    assert row.change.hasFocus()
    qtbot.keyClick(row.change, Qt.Key.Key_Space)
    assert all(rule.on for rule in opened.settings.rules)
    assert len(opened.settings.rules) == 13


def test_what_was_not_clear_is_said_when_its_editor_is_closed(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    row = opened.page.rules.rows["1"]
    opened.press(row.change)
    assert row.editor is not None
    row.editor.line.edit.clear()
    opened.type(row.editor.line.edit, "25:00")
    opened.press(row.change)
    assert plain(row.dropped.text()) == (
        "“25:00” was not clear, so it stays as it was: daily 10:00. What was typed waits under Change."
    )
    assert opened.lines == ["daily 10:00"]


def test_return_in_an_editor_keeps_and_says_so(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    row = opened.page.rules.rows["1"]
    opened.press(row.change)
    assert row.editor is not None
    row.editor.line.edit.clear()
    opened.type(row.editor.line.edit, "11:00")
    qtbot.keyClick(row.editor.line.edit, Qt.Key.Key_Return)
    settle()
    assert plain(row.editor.line.told.text()) == "Kept. daily 11:00: next today 11:00"


def test_the_room_around_you_can_be_offered_and_is_usual_where_one_click_brings_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot, one_click=OneClick.ROOM)
    rules = opened.page.rules
    assert list(rules._practices())[:2] == ["breathe", "room"]
    opened.type(rules.editor.line.edit, "10:00")
    opened.press(rules.added)
    assert opened.settings.rules[0].practice == "room"
    assert rules.rows["1"].told.text().startswith("The room around you, 1 minute")
    opened.day.preferences.change(one_click=OneClick.BREATH)
    opened.press(rules.new)
    assert rules.editor.draft.practice == "breathe"


def test_rules_in_a_pause_say_so(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00, 14:30")
    told = opened.page.rules.rows["1"].told
    opened.press(opened.page.now_part.pauses["1 h"])
    assert told.text().endswith("next today 14:30")
    opened.press(opened.page.now_part.go_on)
    assert told.text().endswith("next today 10:00")
    opened.press(opened.page.now_part.pauses[""])
    assert told.text().endswith("paused")
