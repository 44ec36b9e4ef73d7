"""Rule list: the rules for offers, one row each, and the line in which a new one is written. Main thread.

Nothing is a rule before *Add* is pressed. What is removed can be had back where it stood.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.pattern import Pattern
from kindtimer.core.rule import MOST_RULES, Rule, RuleNotPossible, many_told, next_id
from kindtimer.core.rule_changes import USUAL
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, MAIN, Button
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.offers_changes import OffersChanges
from kindtimer.ui.offers_part import OffersPart, say
from kindtimer.ui.rule_draft import MORE_STARTS, STARTS, Draft, shown_line
from kindtimer.ui.rule_editor import RuleEditor
from kindtimer.ui.rule_row import RuleRow
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID


class RuleList(OffersPart):
    """`coming` says of a rule when it comes next; `undo` takes the last change back."""

    def __init__(
        self,
        changes: OffersChanges,
        patterns: Mapping[str, Pattern],
        *,
        coming: Callable[[Rule], str],
        undo: Callable[[], object],
    ) -> None:
        super().__init__(tr("When a minute is offered"))
        self._changes, self._patterns, self._coming = changes, patterns, coming
        self.rows: dict[str, RuleRow] = {}
        self.empty = Text(tr("No rule is here, so nothing is offered."), PLAIN)
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self.many = Text("", QUIET)
        self._undo = undo
        self._build_removed()
        self.new = Button(tr("A new rule"), self.open_new)
        self.writing = self._made_writing()
        line = FlowLayout()
        line.addWidget(self.new)
        self.column.addWidget(self.empty)
        self.column.addLayout(self._list)
        self.column.addWidget(self.removed)
        self.column.addWidget(self.many)
        self.column.addLayout(line)
        self.column.addWidget(self.writing)
        self.look(changes.settings)
        self.writing.setVisible(not self.rows)
        self.new.setVisible(bool(self.rows))

    def _build_removed(self) -> None:
        self.removed = QWidget()
        self.gone = Text("", PLAIN)
        self.back = Button(tr("Undo"), self._bring_back, kind=BARE, drawing="undo")
        flow = FlowLayout(self.removed)
        flow.addWidget(self.gone)
        flow.addWidget(self.back)
        self.removed.hide()

    def _made_writing(self) -> QWidget:
        self.editor = RuleEditor(
            Draft(),
            self._practices(),
            answer=self._answer_new,
            decided=lambda: None,
            entered=self.add,
            starts=STARTS,
            more_starts=MORE_STARTS,
        )
        self.added = Button(tr("Add"), self.add, kind=MAIN)
        self.not_now = FoldingButton(tr("Not now"), self.close_new, kind=BARE)
        writing = QWidget()
        rows = QVBoxLayout(writing)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * GRID)
        self.titled = Text(tr("A new rule"), PLAIN)
        rows.addWidget(self.titled)
        rows.addWidget(self.editor)
        flow = FlowLayout()
        flow.addWidget(self.added)
        flow.addWidget(self.not_now)
        rows.addLayout(flow)
        return writing

    def _practices(self, own: str = USUAL) -> dict[str, str]:
        """What can be offered, by name; patterns with holds unless they are left out; the rule's `own`."""
        gentle = self._changes.settings.gentle_only
        named = {
            one.id: tr(one.name)
            for one in self._patterns.values()
            if not (gentle and one.has_holds) or one.id == own
        }
        return {USUAL: tr("Breathe"), **named}

    def _all_practices(self) -> dict[str, str]:
        return {USUAL: tr("Breathe"), **{one.id: tr(one.name) for one in self._patterns.values()}}

    # --- what stands ----------------------------------------------------------------------------------

    def look(self, settings: Settings) -> None:
        """The rules as they are now."""
        rules = {rule.id: rule for rule in settings.rules}
        for gone in [name for name in self.rows if name not in rules]:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        practices = self._all_practices()
        for place, rule in enumerate(settings.rules):
            row = self.rows.get(rule.id) or self._row(rule, place)
            row.show_rule(rule, practices, self._coming(rule))
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
        self.rows = {rule.id: self.rows[rule.id] for rule in settings.rules}
        self.empty.setVisible(not rules)
        say(self.many, many_told(settings.rules))
        if not rules:
            self.writing.show()
        self.new.setVisible(self.writing.isHidden())
        self.not_now.setVisible(bool(rules))
        self.titled.setVisible(bool(rules))

    def _row(self, rule: Rule, place: int) -> RuleRow:
        row = RuleRow(rule, switch_to=self._switch, remove=self._remove, editor=self._editor)
        self.rows[rule.id] = row
        self._list.insertWidget(place, row)
        self.dress_late(row)
        return row

    def _editor(self, row: RuleRow) -> RuleEditor:
        editor = RuleEditor(
            Draft.of(row.rule),
            self._practices(row.rule.practice),
            answer=self._answer,
            decided=partial(self._decide, row),
        )
        self.dress_late(editor)
        return editor

    # --- what a draft says ------------------------------------------------------------------------------

    def _answer(self, draft: Draft) -> str:
        try:
            rule = draft.rule()
        except RuleNotPossible as reason:
            return str(reason)
        return tr("{rule}: {coming}", rule=shown_line(rule), coming=self._coming(rule))

    def _answer_new(self, draft: Draft) -> str:
        if not draft.line:
            return tr("Times of the day, such as 10:00, or one of the lines above.")
        return self._answer(draft)

    # --- what the person does ---------------------------------------------------------------------------

    def open_new(self) -> None:
        """Write a new rule."""
        self.writing.show()
        self.new.hide()
        self.editor.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_new(self) -> None:
        """Leave it unwritten; what was typed goes."""
        self.editor.show_draft(Draft())
        if self.rows:
            self.new.show()
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            self.writing.hide()

    def leave_new(self) -> bool:
        """Esc: put the line for a new rule away; whether it stood open with rules above it."""
        if not self.rows or self.writing.isHidden():
            return False
        self.close_new()
        return True

    def add(self) -> None:
        """What stands in the line is a rule from now on, or the line says why it cannot be."""
        rules = self._changes.settings.rules
        refused = self.editor.refused()
        if not refused and len(rules) >= MOST_RULES:
            refused = tr("There are {most} rules already; one that goes makes room.", most=MOST_RULES)
        if refused:
            self.editor.line.tell(refused)
            self.editor.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            speak_politely(self, refused)
            return
        rule = replace(self.editor.draft.rule(), id=next_id(rules))
        self.editor.show_draft(Draft())
        line = shown_line(rule)
        self._changes.change(tr("{rule} is gone.", rule=line), rules=(*rules, rule))
        self.rows[rule.id].switch.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writing.hide()
        self.new.show()
        speak_politely(self, tr("Set: {rule}. {told}", rule=line, told=self.rows[rule.id].told.text()))

    def _switch(self, row: RuleRow, on: bool) -> None:
        was = tr("{rule} is off.", rule=row.line) if on else tr("{rule} is on.", rule=row.line)
        self._put(was, replace(row.rule, on=on))

    def _decide(self, row: RuleRow) -> None:
        """What stands in an editor holds, where it can; else the rule is as it was."""
        if row.editor is None:
            return
        try:
            rule = row.editor.draft.rule(row.rule)
        except RuleNotPossible as reason:
            kept = tr("{reason} The rule is as it was: {rule}.", reason=reason, rule=row.line)
            row.editor.line.tell(kept)
            return
        self._put(tr("{rule} is as it was.", rule=row.line), rule)

    def _put(self, was: str, rule: Rule) -> None:
        rules = self._changes.settings.rules
        self._changes.change(was, rules=tuple(rule if one.id == rule.id else one for one in rules))

    def _remove(self, row: RuleRow) -> None:
        rules, line = self._changes.settings.rules, row.line
        told = tr("Removed: {rule}", rule=line)
        rest = tuple(one for one in rules if one.id != row.rule.id)
        self._changes.change(tr("{rule} is here.", rule=line), rules=rest)
        self.gone.setText(told)
        self.removed.show()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        speak_politely(self, told)

    def forget_removed(self) -> None:
        """Something else was changed: the way back stands at the top."""
        self.removed.hide()

    def _bring_back(self) -> None:
        before = set(self.rows)
        self._undo()
        came = next((row for name, row in self.rows.items() if name not in before), None)
        if came is not None:
            came.change.setFocus(Qt.FocusReason.OtherFocusReason)
