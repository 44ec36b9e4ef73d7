"""Rule editor: a rule in plain words, with its days, what is offered and for how long, unfolded in its place.

It holds a draft and says when something of it was decided; whether that can be a rule is said by whoever
made it. Main thread.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.day_words import weekday_told
from kindtimer.core.rule import RuleNotPossible
from kindtimer.core.rule_records import LONGEST_WORDS
from kindtimer.core.rule_words import LONGEST_LINE, read_rule
from kindtimer.core.words import tr, trn
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, PILL, Button, named
from kindtimer.ui.choices import Choices
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.offers_field import OffersField
from kindtimer.ui.offers_part import say, unfold
from kindtimer.ui.rule_days import RuleDays
from kindtimer.ui.rule_draft import FIRST_EXAMPLE, LAST_EXAMPLE, Draft, Start, day_or_none, names_days
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID

LONGEST_DAY = 40
LENGTHS = (1, 2, 3, 4, 5)
"""Minutes to choose from."""


class RuleEditor(QWidget):
    """`answer` puts a draft into words: when it comes; it raises RuleNotPossible where that cannot be read.

    `decided` is called after a choice, and says whether something else is kept since then. What is typed is
    answered once the person pauses, presses Return or leaves the field; until then nothing is called wrong.

    `starts` are suggested above the line, `more_starts` behind one button; one that is pressed fills the line
    and decides nothing.

    `fresh` is what it starts from; `anew` leads back there from anything else. Nothing else empties it. Its
    button stands at the foot, after those of whoever made it.
    """

    def __init__(
        self,
        draft: Draft,
        practices: Mapping[str, str],
        *,
        answer: Callable[[Draft], str],
        decided: Callable[[], bool],
        today: Callable[[], date],
        entered: Callable[[], object] | None = None,
        fresh: Callable[[], Draft],
        anew: str,
        foot: Sequence[Button] = (),
        starts: Sequence[Start] = (),
        more_starts: Sequence[Start] = (),
    ) -> None:
        super().__init__()
        self.draft = draft
        self._answer, self._decided, self._practices = answer, decided, practices
        self._told_of: Draft | None = None
        self._fresh, self._foot = fresh, foot
        self.today = today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        self.starts = {start: self._start(start) for start in (*starts, *more_starts)}
        if starts:
            column.addLayout(self._suggested(len(starts)))
        self.line = OffersField(
            tr("When, in plain words"),
            hint=tr("10:00, 14:30"),
            most=LONGEST_LINE,
            typed=self._typed,
            entered=entered,
            left=lambda: self._left(self.line),
            rested=self._pausing,
            lines=2,
        )
        self.days = RuleDays(tr("On these days"), self._choose_days)
        self.practice = Choices(tr("What is offered"), practices, draft.practice, self._choose_practice)
        minutes: dict[float, str] = {length: str(length) for length in LENGTHS}
        self.minutes = Choices(tr("Minutes"), minutes, draft.minutes, self._choose_minutes)
        self.odd = Text("", QUIET)
        for length in LENGTHS:
            button = self.minutes.button(length)
            named(button, trn("{count} minute", "{count} minutes", length), button.accessibleDescription())
        column.addWidget(self.line)
        column.addLayout(_named(tr("On these days"), self.days))
        self._build_more(column)
        self.anew = FoldingButton(anew, self._start_anew, kind=BARE)
        last = FlowLayout()
        for button in (*foot, self.anew):
            last.addWidget(button)
        column.addLayout(last)
        self.show_draft(draft)

    def _suggested(self, first: int) -> QVBoxLayout:
        flow = FlowLayout()
        buttons = list(self.starts.values())
        self.more_starts = FoldingButton(tr("More examples"), self._show_starts, kind=BARE)
        for button in (*buttons[:first], self.more_starts, *buttons[first:]):
            flow.addWidget(button)
        for button in buttons[first:]:
            button.hide()
        rows = QVBoxLayout()
        rows.setSpacing(GRID)
        rows.addWidget(
            Text(tr("Examples. One that is pressed is written into the line; it counts from Add on:"), QUIET)
        )
        rows.addLayout(flow)
        return rows

    def _start(self, start: Start) -> FoldingButton:
        return FoldingButton(tr(start.words), partial(self.begin_with, start), kind=PILL)

    def _show_starts(self) -> None:
        hidden = [button for button in self.starts.values() if button.isHidden()]
        for button in hidden:
            button.show()
        hidden[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.more_starts.hide()

    def _build_more(self, column: QVBoxLayout) -> None:
        self.more = FoldingButton(
            tr("What is offered, own words, first and last day"), self._fold, kind=BARE, drawing="down"
        )
        self.own = self._field(tr("Your own line on the card"), LONGEST_WORDS)
        self.begins = self._field(tr("First day"), LONGEST_DAY, FIRST_EXAMPLE)
        self.ends = self._field(tr("Last day"), LONGEST_DAY, LAST_EXAMPLE)
        self.folded = QWidget()
        rows = QVBoxLayout(self.folded)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * GRID)
        rows.addLayout(_named(tr("What is offered"), self.practice))
        rows.addLayout(_named(tr("Minutes"), self.minutes))
        for widget in (self.odd, self.own, self.begins, self.ends):
            rows.addWidget(widget)
        line = FlowLayout()
        line.addWidget(self.more)
        column.addLayout(line)
        column.addWidget(self.folded)
        self.folded.hide()
        unfold(self.more, up=False)

    def _field(self, name: str, most: int, hint: str = "") -> OffersField:
        field = OffersField(
            name,
            hint=hint,
            most=most,
            typed=self._typed,
            left=lambda: self._left(field),
            rested=self._pausing,
        )
        return field

    # --- what stands ----------------------------------------------------------------------------------

    def show_draft(self, draft: Draft) -> None:
        """Show another draft, or the same one as it is now."""
        self.draft = draft
        self.line.show_words(draft.line)
        self.days.show_days(draft.all_days)
        self.own.show_words(draft.words)
        self.begins.show_words(draft.begins)
        self.ends.show_words(draft.ends)
        self._show_choices()
        self._tell()

    def _start_anew(self) -> None:
        self.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_draft(self._fresh())

    def _show_anew(self, *, typing: bool = False) -> None:
        # In a row of its own it waits until nobody types: nothing moves under a hand.
        if self._foot or not typing:
            there = self.draft != self._fresh()
            if not there and self.anew.hasFocus():
                self.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.anew.setVisible(there)

    def begin_with(self, start: Start) -> None:
        """Fill the line with something to start from, the cursor after it."""
        self.show_draft(replace(self.draft, line=start.line, days=start.days))
        self.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        speak_politely(self, self.line.told.text())

    def _show_choices(self) -> None:
        draft = self.draft
        if draft.practice in self._practices:
            self.practice.show_chosen(draft.practice)
        else:
            self.practice.show_none()
        odd = draft.minutes not in LENGTHS
        if odd:
            self.minutes.show_none()
        else:
            self.minutes.show_chosen(draft.minutes)
        say(self.odd, tr("It lasts {minutes} minutes now.", minutes=f"{draft.minutes:g}") if odd else "")

    def _tell(self, *, typing: bool = False) -> None:
        """Under each field, what it says or why it cannot be; who is `typing` hears no reasons so far."""
        self._told_of = None if typing else self.draft
        not_clear = tr("Not clear so far.") if typing else ""
        draft, days = self.draft, []
        for field, word in ((self.begins, self.draft.begins), (self.ends, self.draft.ends)):
            try:
                days.append(day_or_none(word, self.today()))
                field.tell("")
            except RuleNotPossible as reason:
                field.tell(not_clear or str(reason))
                draft = replace(draft, begins="", ends="")
        if len(days) == 2 and days[0] and days[1] and days[1] < days[0]:
            self.ends.tell(not_clear or tr("The last day is before the first one, so it never comes."))
        if self.own.too_long:  # said under it
            draft = replace(draft, words="")
        self._show_anew(typing=typing)
        try:
            self.line.tell(self._answer(draft))
        except RuleNotPossible as reason:
            self.line.tell(not_clear or str(reason))

    def refused(self) -> str:
        """What stands in the way, a line; empty where nothing does."""
        try:
            self.draft.rule(self.today())
        except RuleNotPossible as reason:
            return str(reason)
        return ""

    def in_the_way(self) -> OffersField:
        """The field because of which it cannot be, brought out from where it is folded."""
        field = self.line
        try:
            read_rule(self.draft.line)
            field = self.begins
            day_or_none(self.draft.begins, self.today())
            field = self.own if self.own.too_long else self.ends
        except RuleNotPossible:
            pass
        if field is not self.line and self.folded.isHidden():
            self._fold()
        return field

    # --- what is typed and chosen -----------------------------------------------------------------------

    def _typed(self, _words: str) -> None:
        self.draft = replace(
            self.draft,
            line=self.line.words,
            words=self.own.words,
            begins=self.begins.words,
            ends=self.ends.words,
        )
        self.days.show_days(self.draft.all_days)
        self._told_of = None

    def _pausing(self) -> None:
        self._tell(typing=True)

    def _left(self, field: OffersField) -> None:
        if self._told_of != self.draft:
            self._tell()
        if self._decided():
            field.tell(tr("Kept. {told}", told=field.told.text()).strip())
        self._show_anew()

    def _choose_days(self, days: frozenset[int]) -> bool:
        if not days:
            told = tr("One day stays at least. The switch turns it off on all of them.")
            self.line.tell(told)
            speak_politely(self, told)
            return False
        line = self.draft.line
        if names_days(line):  # from now on the buttons say it
            line = self._without_days(line)
        self.draft = replace(self.draft, line=line, days=days)
        self.line.show_words(line)
        self._tell()
        speak_politely(self, ", ".join(weekday_told(day) for day in sorted(days)))
        self._decided()
        self._show_anew()
        return True

    def _without_days(self, line: str) -> str:
        try:
            return Draft.of(self.draft.rule(self.today())).line
        except RuleNotPossible:
            return line

    def _choose_practice(self, practice: str) -> None:
        self.draft = replace(self.draft, practice=practice)
        self._decided()
        self._show_anew()

    def _choose_minutes(self, minutes: float) -> None:
        self.draft = replace(self.draft, minutes=float(minutes))
        self._show_choices()
        self._decided()
        self._show_anew()

    def _fold(self) -> None:
        shown = self.folded.isHidden()
        self.folded.setVisible(shown)
        unfold(self.more, up=shown)


def _named(name: str, choice: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout()
    rows.setSpacing(GRID // 2)
    rows.addWidget(Text(name, PLAIN))
    rows.addWidget(choice)
    return rows
