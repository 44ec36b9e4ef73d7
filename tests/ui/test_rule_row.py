from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_rule, rule_line
from kindtimer.ui.rule_draft import Draft
from kindtimer.ui.rule_editor import RuleEditor
from kindtimer.ui.rule_row import RuleRow, rule_told
from tests.ui.dressing import dressed, nameless, settle, too_small
from tests.ui.offers_room import plain

PRACTICES = {"breathe": "Breathe", "sigh": "Sigh"}
RULE = Rule("1", *read_rule("Mon-Fri 10:00, 14:30"))


def made(qtbot: QtBot, done: list[object]) -> RuleRow:
    def editor(row: RuleRow) -> RuleEditor:
        return RuleEditor(
            Draft.of(row.rule),
            PRACTICES,
            answer=lambda draft: rule_line(*read_rule(draft.line)),
            decided=lambda: False,
            today=lambda: date(2026, 11, 25),
            fresh=lambda: Draft.of(row.rule),
            anew="Back to what is kept",
        )

    row = RuleRow(
        RULE,
        switch_to=lambda row, on: done.append(on),
        remove=lambda row: done.append("remove"),
        editor=editor,
    )
    row.show_rule(RULE, PRACTICES, "next today 10:00")
    qtbot.addWidget(dressed(row))
    row.resize(600, 400)
    row.show()
    settle()
    return row


def test_its_words_are_its_switch_and_what_it_brings_stands_under_it(qtbot: QtBot) -> None:
    done: list[object] = []
    row = made(qtbot, done)
    assert plain(row.switch.text()) == row.switch.accessibleName() == "Mon-Fri 10:00, 14:30"
    assert row.told.text() == row.switch.accessibleDescription() == "Breathe, 1 minute · next today 10:00"
    assert plain(row.remove.accessibleName()) == "Remove Mon-Fri 10:00, 14:30"
    row.switch.click()
    row.remove.click()
    assert done == [False, "remove"]
    assert (too_small(row), nameless(row)) == ([], [])


def test_its_editor_unfolds_in_place_and_comes_when_it_is_first_wanted(qtbot: QtBot) -> None:
    row = made(qtbot, [])
    assert row.editor is None
    assert not row.fold()
    row.change.click()
    settle()
    assert row.unfolded
    assert row.editor is not None
    assert row.editor.line.edit.hasFocus()
    row.editor.line.edit.setText("what")
    assert row.fold()
    assert not row.unfolded
    assert row.change.hasFocus()
    stays = "“what” was not clear, so it stays as it was: Mon-Fri 10:00, 14:30."
    assert plain(row.dropped.text()) == f"{stays} What was typed waits under Change."
    row.show_rule(replace(RULE, on=False), PRACTICES, "")
    row.change.click()
    assert row.dropped.isHidden()
    assert row.editor.line.words == "what"
    row.editor.anew.click()
    assert row.editor.line.words == "10:00, 14:30"
    row.editor.line.edit.setText("what")
    row.show_rule(replace(RULE, minutes=2.0), PRACTICES, "")  # elsewhere
    assert row.editor.line.words == "10:00, 14:30"


def test_its_buttons_say_the_rule_and_whether_it_is_open(qtbot: QtBot) -> None:
    row = made(qtbot, [])
    assert row.change.accessibleName() == "Change Mon-Fri 10:00, 14:30"
    assert row.remove.accessibleName() == "Remove Mon-Fri 10:00, 14:30"
    assert row.change.accessibleDescription() == "closed"
    row.change.click()
    assert row.change.accessibleDescription() == "open"
    row.fold()
    assert row.change.accessibleDescription() == "closed"


def test_everything_out_of_the_ordinary_is_told() -> None:
    rule = Rule(
        "1",
        *read_rule("10:00"),
        practice="gone",
        minutes=3.0,
        words="Tea.",
        begins=date(2026, 3, 1),
        ends=date(2026, 3, 29),
    )
    assert rule_told(rule, PRACTICES, "") == (
        "“gone”, 3 minutes · with a line of your own · from Sunday 1 March · until Sunday 29 March"
    )
