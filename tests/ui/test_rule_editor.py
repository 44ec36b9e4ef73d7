from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.rule import RuleNotPossible
from kindtimer.ui.rule_draft import MORE_STARTS, STARTS, Draft
from kindtimer.ui.rule_editor import RuleEditor
from tests.ui.dressing import dressed, nameless, settle, too_small

TODAY = date(2026, 11, 25)
PRACTICES = {"breathe": "Breathe", "sigh": "Sigh"}


@dataclass
class Made:
    qtbot: QtBot
    draft: Draft = Draft()
    decided: int = 0
    entered: int = 0
    keeps: bool = False
    fresh: Draft | None = None
    asked: list[Draft] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.editor = dressed(
            RuleEditor(
                self.draft,
                PRACTICES,
                answer=self._answer,
                decided=self._decide,
                entered=self._enter,
                today=lambda: TODAY,
                fresh=lambda: self.draft if self.fresh is None else self.fresh,
                anew="Start anew",
                starts=STARTS,
                more_starts=MORE_STARTS,
            )
        )
        self.qtbot.addWidget(self.editor)
        self.editor.resize(600, 900)
        self.editor.show()
        settle()

    def _answer(self, draft: Draft) -> str:
        self.asked.append(draft)
        if "?" in draft.line:
            raise RuleNotPossible("That is no time.")
        return f"heard {draft.line}"

    def _decide(self) -> bool:
        self.decided += 1
        return self.keeps

    def _enter(self) -> None:
        self.entered += 1


def test_what_is_typed_is_answered_after_a_pause_and_decides_nothing(qtbot: QtBot) -> None:
    made = Made(qtbot)
    qtbot.keyClicks(made.editor.line.edit, "10:00")
    assert made.editor.line.told.text() == "heard "
    made.editor.line.typing.timeout.emit()
    assert made.editor.line.told.text() == "heard 10:00"
    assert (made.editor.draft.line, made.decided) == ("10:00", 0)
    qtbot.keyClick(made.editor.line.edit, Qt.Key.Key_Return)
    assert made.entered == 1


def test_something_to_start_from_fills_line_and_days_and_sets_nothing(qtbot: QtBot) -> None:
    made = Made(qtbot)
    made.editor.starts[STARTS[0]].click()
    assert made.editor.line.words == "10:00, 14:30"
    assert made.editor.days.days == frozenset(range(5))
    assert made.editor.line.edit.hasFocus()
    assert (made.decided, made.entered) == (0, 0)


def test_more_to_start_from_stands_behind_one_button(qtbot: QtBot) -> None:
    made = Made(qtbot)
    button = made.editor.starts[MORE_STARTS[0]]
    assert not button.isVisible()
    made.editor.more_starts.setFocus()
    qtbot.keyClick(made.editor.more_starts, Qt.Key.Key_Space)
    settle()
    assert button.isVisible()
    assert button.hasFocus()
    assert not made.editor.more_starts.isVisible()


def test_days_in_the_line_move_the_buttons_and_a_button_takes_them_out_of_the_line(qtbot: QtBot) -> None:
    made = Made(qtbot)
    qtbot.keyClicks(made.editor.line.edit, "Mon-Fri 10:00")
    assert made.editor.days.days == frozenset(range(5))
    made.editor.days.buttons[5].click()
    assert made.editor.line.words == "10:00"
    assert made.editor.draft.rule(TODAY).days == frozenset(range(6))
    assert made.decided == 1


def test_days_may_be_chosen_before_a_line_is_there(qtbot: QtBot) -> None:
    made = Made(qtbot)
    for day in (5, 6):
        made.editor.days.buttons[day].click()
    qtbot.keyClicks(made.editor.line.edit, "10:00")
    assert made.editor.draft.rule(TODAY).days == frozenset(range(5))


def test_one_day_stays(qtbot: QtBot) -> None:
    made = Made(qtbot, Draft("10:00", frozenset({0})))
    made.editor.days.buttons[0].click()
    assert made.editor.days.days == {0}
    assert made.editor.line.told.text().startswith("One day stays")
    assert made.decided == 0


def test_what_is_offered_and_for_how_long_is_decided_at_once(qtbot: QtBot) -> None:
    made = Made(qtbot, Draft("10:00"))
    assert not made.editor.minutes.isVisible()
    made.editor.more.click()
    settle()
    made.editor.practice.button("sigh").click()
    made.editor.minutes.button(3.0).click()
    assert (made.editor.draft.practice, made.editor.draft.minutes, made.decided) == ("sigh", 3.0, 2)
    assert (too_small(made.editor), nameless(made.editor)) == ([], [])


def test_a_length_that_is_not_among_them_is_told_and_kept(qtbot: QtBot) -> None:
    made = Made(qtbot, Draft("10:00", minutes=7.0, practice="gone"))
    made.editor.more.click()
    assert made.editor.odd.text() == "It lasts 7 minutes now."
    assert not any(made.editor.minutes.button(length).isChecked() for length in (1.0, 2.0))
    assert not made.editor.practice.button("breathe").isChecked()
    made.editor.minutes.button(2.0).click()
    assert made.editor.odd.text() == ""


def test_a_day_that_is_none_says_so_under_itself_and_the_line_is_answered_all_the_same(qtbot: QtBot) -> None:
    made = Made(qtbot, Draft("10:00"))
    made.editor.more.click()
    qtbot.keyClicks(made.editor.begins.edit, "soon")
    made.editor.begins.typing.timeout.emit()
    assert made.editor.begins.told.text() == "Not clear so far."
    qtbot.keyClick(made.editor.begins.edit, Qt.Key.Key_Return)
    assert "is no day" in made.editor.begins.told.text()
    assert made.editor.line.told.text() == "heard 10:00"
    assert "is no day" in made.editor.refused()
    made.editor.begins.edit.setText("2026-03-02")
    made.editor.ends.edit.setText("2026-03-01")
    qtbot.keyClick(made.editor.ends.edit, Qt.Key.Key_Return)
    assert made.editor.begins.told.text() == ""
    assert made.editor.ends.told.text() == "The last day is before the first one, so it never comes."
    # Whoever answers is asked with the days as they are.
    assert (made.asked[-1].begins, made.asked[-1].ends) == ("2026-03-02", "2026-03-01")
    made.editor.ends.edit.setText("2026-03-03")
    assert made.editor.refused() == ""


def test_leaving_a_field_decides(qtbot: QtBot) -> None:
    made = Made(qtbot, Draft("10:00"))
    made.editor.line.edit.setFocus()
    made.editor.more.setFocus()
    assert made.decided == 1


def test_who_is_typing_hears_no_reasons_and_whoever_is_done_does(qtbot: QtBot) -> None:
    made = Made(qtbot)
    made.editor.line.edit.setFocus()
    qtbot.keyClicks(made.editor.line.edit, "10:?")
    made.editor.line.typing.timeout.emit()
    assert made.editor.line.told.text() == "Not clear so far."
    made.editor.more.setFocus()
    assert made.editor.line.told.text() == "That is no time."


def test_what_is_kept_by_return_says_so_under_its_field(qtbot: QtBot) -> None:
    made = Made(qtbot, Draft("10:00"), keeps=True)
    qtbot.keyClicks(made.editor.line.edit, ", 11:00")
    qtbot.keyClick(made.editor.line.edit, Qt.Key.Key_Return)
    assert made.editor.line.told.text() == "Kept. heard 10:00, 11:00"
    made.editor.more.click()
    qtbot.keyClicks(made.editor.own.edit, "Tea")
    qtbot.keyClick(made.editor.own.edit, Qt.Key.Key_Return)
    assert made.editor.own.told.text() == "Kept."


def test_the_days_that_stand_as_examples_are_to_come(qtbot: QtBot) -> None:
    made = Made(qtbot)
    assert made.editor.begins.edit.placeholderText() == "1 Dec"
    assert made.editor.ends.edit.placeholderText() == "24 Dec"


def test_each_length_says_which_choice_it_is(qtbot: QtBot) -> None:
    made = Made(qtbot, Draft("10:00"))
    told = [made.editor.minutes.button(float(length)).accessibleDescription() for length in range(1, 6)]
    assert told == [f"Minutes, {number} of 5" for number in range(1, 6)]


def test_what_unfolds_says_whether_it_is_open(qtbot: QtBot) -> None:
    more = Made(qtbot, Draft("10:00")).editor.more
    told = [more.accessibleDescription()]
    for _ in range(2):
        more.click()
        told.append(more.accessibleDescription())
    assert told == ["closed", "open", "closed"]


def test_a_line_of_ones_own_that_is_too_long_is_told_at_once_and_stays_whole(qtbot: QtBot) -> None:
    made = Made(qtbot, Draft("10:00"))
    own = made.editor.own
    made.editor.more.click()
    own.edit.setText("o" * 200)
    assert not own.told.isVisible()
    own.edit.insert("o")
    assert own.told.text() == "201 letters stand here, and up to 200 can be kept."
    own.edit.setText("kind " * 800)
    assert own.told.text() == "3999 letters stand here, and up to 200 can be kept."
    assert made.editor.refused() == "An own line can have up to 200 letters."
    assert made.editor.in_the_way() is own
    own.typing.timeout.emit()
    assert made.editor.line.told.text() == "heard 10:00"
    assert own.edit.text() == "kind " * 800
    own.edit.setText("kind")
    assert (own.told.text(), made.editor.refused()) == ("", "")


def test_the_field_in_the_way_is_the_first_one_that_cannot_be_and_is_brought_out(qtbot: QtBot) -> None:
    for draft, name in (
        (Draft("whenever", begins="soon"), "line"),
        (Draft("10:00", begins="soon"), "begins"),
        (Draft("10:00", ends="soon"), "ends"),
        (Draft("10:00", begins="2026-03-02", ends="2026-03-01"), "ends"),
        (Draft("10:00", words="o" * 201), "own"),
    ):
        editor = Made(qtbot, draft).editor
        assert editor.refused()
        assert editor.in_the_way() is getattr(editor, name)
        assert editor.in_the_way().isVisible()


def test_anything_written_can_be_put_away_by_starting_anew(qtbot: QtBot) -> None:
    made = Made(qtbot, fresh=Draft(minutes=2.0))
    assert made.editor.anew.isVisible()
    made.editor.anew.click()
    settle()
    assert made.editor.draft == Draft(minutes=2.0)
    assert made.editor.line.edit.hasFocus()
    assert not made.editor.anew.isVisible()
    made.editor.more.click()
    made.editor.minutes.button(3.0).click()
    assert made.editor.anew.isVisible()
    made.editor.minutes.button(2.0).click()
    assert not made.editor.anew.isVisible()
