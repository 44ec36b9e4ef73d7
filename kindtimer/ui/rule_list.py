"""Rule list: a person's times for offers, one row each, and the line for another one. Main thread.

Nothing is a time before *Add* is pressed. What is removed can be had back where it stood.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.pattern import Pattern
from kindtimer.core.rule import MOST_RULES, Rule, RuleNotPossible, many_told, next_id
from kindtimer.core.rule_changes import USUAL
from kindtimer.core.rule_words import shown_word
from kindtimer.core.settings import OneClick, Settings
from kindtimer.core.wish import ROOM
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, MAIN, Button
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.long_names import isolated
from kindtimer.ui.offers_changes import OffersChanges
from kindtimer.ui.offers_part import OffersPart, say
from kindtimer.ui.rule_draft import MORE_STARTS, STARTS, Draft, shown_line
from kindtimer.ui.rule_editor import RuleEditor
from kindtimer.ui.rule_row import RuleRow
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID


class RuleList(OffersPart):
    """`coming` says when a rule comes next; `undo` takes the last change back; `today` is the local day."""

    def __init__(
        self,
        changes: OffersChanges,
        patterns: Mapping[str, Pattern],
        *,
        coming: Callable[[Rule], str],
        undo: Callable[[], object],
        today: Callable[[], date],
    ) -> None:
        super().__init__(tr("Your times"))
        self._changes, self._patterns, self._coming = changes, patterns, coming
        self._today = today
        self._one_click = changes.settings.one_click
        self.bring: Callable[..., object] = lambda *parts: None
        """Called with what is to be brought into sight, the most important last."""
        self.acted: Callable[[], object] = lambda: None
        """Called when the person did something here."""
        self.rows: dict[str, RuleRow] = {}
        self.empty = Text(tr("No times so far, so nothing is offered."), PLAIN)
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self.many = Text("", QUIET)
        self.came = Text("", QUIET)
        self.came.hide()
        self._undo = undo
        self._build_removed()
        self.new = Button(tr("Another time"), self.open_new)
        self.writing = self._made_writing()
        line = FlowLayout()
        line.addWidget(self.new)
        self.column.addWidget(self.empty)
        self.column.addLayout(self._list)
        self.column.addWidget(self.removed)
        self.column.addWidget(self.came)
        self.column.addWidget(self.many)
        self.waiting = Text("", QUIET)
        self.waiting.hide()
        self.column.addLayout(line)
        self.column.addWidget(self.waiting)
        self.column.addWidget(self.writing)
        self.look(changes.settings)
        self.writing.setVisible(not self.rows)
        self.new.setVisible(bool(self.rows))

    def _build_removed(self) -> None:
        self.removed = QWidget()
        self.gone = Text("", PLAIN)
        self.back = Button(tr("Undo"), self._undo, kind=BARE, drawing="undo")
        flow = FlowLayout(self.removed)
        flow.addWidget(self.gone)
        flow.addWidget(self.back)
        self.removed.hide()

    def _made_writing(self) -> QWidget:
        self.added = Button(tr("Add"), self.add, kind=MAIN)
        self.not_now = FoldingButton(tr("Not now"), self.close_new, kind=BARE)
        self.editor = RuleEditor(
            self._fresh(),
            self._practices(),
            answer=self._answer_new,
            decided=lambda: False,
            today=self._today,
            entered=self.add,
            fresh=self._fresh,
            anew=tr("Start anew"),
            foot=(self.added, self.not_now),
            starts=STARTS,
            more_starts=MORE_STARTS,
        )
        writing = QWidget()
        rows = QVBoxLayout(writing)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * GRID)
        self.titled = Text(tr("Another time"), PLAIN)
        self.titled.setContentsMargins(0, 2 * GRID, 0, 0)
        rows.addWidget(self.titled)
        rows.addWidget(self.editor)
        return writing

    def _fresh(self) -> Draft:
        """An empty line; what is offered is what one click brings."""
        room = self._changes.settings.one_click is OneClick.ROOM
        return Draft(practice=ROOM if room else USUAL)

    def _practices(self, own: str = USUAL) -> dict[str, str]:
        """What can be offered, by name; patterns with holds unless they are left out; the rule's `own`."""
        gentle = self._changes.settings.gentle_only
        named = {
            one.id: tr(one.name)
            for one in self._patterns.values()
            if not (gentle and one.has_holds) or one.id == own
        }
        return {**_offered_first(), **named}

    def _all_practices(self) -> dict[str, str]:
        return {**_offered_first(), **{one.id: tr(one.name) for one in self._patterns.values()}}

    # --- what stands ----------------------------------------------------------------------------------

    def look(self, settings: Settings) -> None:
        """The rules as they are now."""
        rules = {rule.id: rule for rule in settings.rules}
        for gone in [name for name in self.rows if name not in rules]:
            row = self.rows.pop(gone)
            if row.isAncestorOf(self.window().focusWidget() or self):
                self._first.setFocus(Qt.FocusReason.OtherFocusReason)
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
                self.made_late()
        self.rows = {rule.id: self.rows[rule.id] for rule in settings.rules}
        self.empty.setVisible(not rules)
        say(self.many, many_told(settings.rules))
        if not rules:
            self.writing.show()
            say(self.waiting, "")
        self.new.setVisible(self.writing.isHidden())
        self.not_now.setVisible(bool(rules))
        self.titled.setVisible(bool(rules))
        if settings.one_click is not self._one_click and not self.editor.draft.line:
            self.editor.show_draft(replace(self.editor.draft, practice=self._fresh().practice))
        self._one_click = settings.one_click

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
            answer=lambda draft: self._answer(draft, row.rule),
            decided=partial(self._decide, row),
            today=self._today,
            fresh=lambda: Draft.of(row.rule),
            anew=tr("Back to what is kept"),
        )
        self.dress_late(editor)
        return editor

    # --- what a draft says ------------------------------------------------------------------------------

    def _answer(self, draft: Draft, like: Rule | None = None) -> str:
        """When it comes; what is drawn for it hangs on the number it has, or is going to have."""
        rule = draft.rule(self._today(), like)
        if like is None:
            rule = replace(rule, id=next_id(self._changes.settings.rules))
        return tr("{rule}: {coming}", rule=shown_line(rule), coming=self._coming(rule))

    def _answer_new(self, draft: Draft) -> str:
        if not draft.line:
            return tr("Times of the day, such as 10:00, or one of the lines above.")
        return self._answer(draft)

    # --- what the person does ---------------------------------------------------------------------------

    def open_new(self) -> None:
        """Write another one."""
        self.acted()
        say(self.came, "")
        say(self.waiting, "")
        self.writing.show()
        self.editor.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.new.hide()
        self.bring(self.writing, self.editor.line)

    def close_new(self) -> None:
        """Leave it unwritten. What was typed waits until it is opened, and that is said."""
        if not self.rows:
            return
        told = self._waiting_told()
        self.new.show()
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writing.hide()
        say(self.waiting, told)
        speak_politely(self, told)

    def _waiting_told(self) -> str:
        draft = self.editor.draft
        if draft == self._fresh():
            return ""
        if not draft.line:
            return tr("What was written there waits under Another time.")
        return tr("“{typed}” waits under Another time.", typed=isolated(shown_word(draft.line)))

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
            full = tr("There are {most} times already; one that goes makes room.", most=MOST_RULES)
            self.editor.line.tell(full)
            speak_politely(self, full)
            return
        if refused:
            field = self.editor.in_the_way()
            refused = field.too_long or refused
            field.tell(refused)
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring(field)
            speak_politely(self, refused)
            return
        rule = replace(self.editor.draft.rule(self._today()), id=next_id(rules))
        self.editor.show_draft(self._fresh())
        line = shown_line(rule)
        self._changes.change(tr("{rule} is gone.", rule=line), rules=(*rules, rule))
        row = self.rows[rule.id]
        self.new.show()
        # Not on its switch: another Space would switch it off.
        row.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writing.hide()
        say(self.came, tr("Added: {rule}", rule=line))
        self.bring(self.came, row)
        speak_politely(self, tr("Added: {rule}. {told}", rule=line, told=row.told.text()))

    def _switch(self, row: RuleRow, on: bool) -> None:
        was = tr("{rule} is off.", rule=row.line) if on else tr("{rule} is on.", rule=row.line)
        self._put(was, replace(row.rule, on=on))

    def _decide(self, row: RuleRow) -> bool:
        """What stands in an editor holds, where it can; else the rule stays. Whether it is another now."""
        if row.editor is None:
            return False
        try:
            rule = row.editor.draft.rule(self._today(), row.rule)
        except RuleNotPossible as reason:
            field = row.editor.in_the_way()
            why = field.too_long or str(reason)
            field.tell(tr("{reason} It stays as it was: {rule}.", reason=why, rule=row.line))
            return False
        return self._put(tr("{rule} is as it was.", rule=row.line), rule)

    def _put(self, was: str, rule: Rule) -> bool:
        rules = self._changes.settings.rules
        return self._changes.change(was, rules=tuple(rule if one.id == rule.id else one for one in rules))

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
        if self.back.hasFocus():
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.hide()
        say(self.came, "")

    @property
    def _first(self) -> QWidget:
        """What has the keyboard where something of the list goes; it changes nothing."""
        return self.editor.line.edit if self.new.isHidden() else self.new

    def go_to_what_came(self, before: Collection[str]) -> None:
        """After an undo: the keyboard goes to a row that is not among those `before`, and that into sight."""
        row = next((row for number, row in self.rows.items() if number not in before), None)
        if row is not None:
            row.change.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring(row)


def _offered_first() -> dict[str, str]:
    """What can be offered beside the patterns, by name."""
    return {USUAL: tr("Breathe"), ROOM: tr("The room around you")}
