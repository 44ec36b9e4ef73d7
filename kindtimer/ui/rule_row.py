"""Rule row: one rule on the Offers page: its words with its switch, what it brings, and its editor.

It tells what the person did; the list of rules changes them. Main thread.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.day_words import date_told, listed, sentence
from kindtimer.core.pattern_words import minutes_told
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import rule_line, shown_word
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.offers_part import say, show_switch, switched, unfold
from kindtimer.ui.rule_draft import Draft, shown_line
from kindtimer.ui.rule_editor import RuleEditor
from kindtimer.ui.texts import QUIET, Text
from kindtimer.visuals.measures import GRID


class RuleRow(QWidget):
    """`switch_to` is called with whether it is on, `remove` without a question.

    `editor` makes its editor when it is first unfolded.
    """

    def __init__(
        self,
        rule: Rule,
        *,
        switch_to: Callable[["RuleRow", bool], object],
        remove: Callable[["RuleRow"], object],
        editor: Callable[["RuleRow"], RuleEditor],
    ) -> None:
        super().__init__()
        self.rule = rule
        self._make_editor = editor
        self.editor: RuleEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, GRID)
        self._column.setSpacing(GRID // 2)
        self.switch = switched("", lambda on: switch_to(self, on))
        self.told = Text("", QUIET)
        self.dropped = Text("", QUIET)
        self.dropped.hide()
        self.change = FoldingButton(tr("Change"), self._fold, kind=BARE, drawing="down")
        unfold(self.change, up=False)
        self.remove = FoldingButton(tr("Remove"), lambda: remove(self), kind=BARE)
        flow = FlowLayout()
        flow.grow(self.switch, lambda: self.switch.sizeHint().width())
        flow.addWidget(self.change)
        flow.addWidget(self.remove)
        self._column.addLayout(flow)
        self._column.addWidget(self.told)
        self._column.addWidget(self.dropped)

    @property
    def line(self) -> str:
        """The rule as it is typed and kept, to stand among other words."""
        return shown_line(self.rule)

    @property
    def unfolded(self) -> bool:
        """Whether its editor is to be seen."""
        return self.editor is not None and not self.editor.isHidden()

    def show_rule(self, rule: Rule, practices: Mapping[str, str], coming: str) -> None:
        """The rule as it is now; `coming` says when it comes next."""
        if rule != self.rule:
            say(self.dropped, "")
        rewritten = Draft.of(rule) != Draft.of(self.rule)
        self.rule = rule
        if self.switch.text() != self.line:
            self.switch.setText(self.line)
            said = rule_line(rule.when, rule.days)
            self.switch.setAccessibleName(said)
            self.switch.updateGeometry()
            self.change.setAccessibleName(tr("Change {rule}", rule=said))
            self.remove.setAccessibleName(tr("Remove {rule}", rule=said))
        show_switch(self.switch, rule.on)
        told = sentence(rule_told(rule, practices, coming if rule.on else ""))
        self.told.setText(told)
        self.switch.setAccessibleDescription(told)
        if rewritten and self.editor is not None and self.editor.draft != Draft.of(rule):
            self.editor.show_draft(Draft.of(rule))

    def fold(self) -> bool:
        """Put the editor away; whether it was there."""
        if not self.unfolded:
            return False
        self._fold()
        return True

    def _fold(self) -> None:
        if self.editor is None:
            self.editor = self._make_editor(self)
            self.editor.setContentsMargins(0, 2 * GRID, 0, 3 * GRID)
            self._column.addWidget(self.editor)
        elif not self.editor.isHidden():
            if self.editor.isAncestorOf(self.window().focusWidget() or self):
                self.change.setFocus(Qt.FocusReason.OtherFocusReason)
            refused = self.editor.refused()
            self._say_dropped(self.editor.draft, refused)
            self.editor.hide()
            if not refused:
                self.editor.show_draft(Draft.of(self.rule))
            unfold(self.change, up=False)
            return
        say(self.dropped, "")
        self.editor.show()
        unfold(self.change, up=True)
        self.editor.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_dropped(self, draft: Draft, refused: str) -> None:
        """What stands in the editor and cannot be waits there, and not in silence."""
        if refused:
            typed = shown_word(draft.line) or "–"
            told = tr(
                "“{typed}” was not clear, so it stays as it was: {rule}. What was typed waits under Change.",
                typed=typed,
                rule=self.line,
            )
            if draft.line == Draft.of(self.rule).line:
                told = tr(
                    "{reason} It stays as it was: {rule}. What was typed waits under Change.",
                    reason=refused,
                    rule=self.line,
                )
            say(self.dropped, told)
            speak_politely(self, told)


def rule_told(rule: Rule, practices: Mapping[str, str], coming: str) -> str:
    """What a rule brings, for how long, and when next: the quiet line under it."""
    practice = practices.get(rule.practice) or tr("“{name}”", name=rule.practice)
    return listed(
        (
            tr("{practice}, {minutes}", practice=practice, minutes=minutes_told(rule.minutes)),
            tr("with a line of your own") if rule.words else "",
            tr("from {day}", day=date_told(rule.begins)) if rule.begins else "",
            tr("until {day}", day=date_told(rule.ends)) if rule.ends else "",
            coming,
        )
    )
