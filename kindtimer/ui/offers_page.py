"""Offers: when a kind minute is offered, and all about it; applied at once, and undone as easily.

Its parts have a module each. What was changed elsewhere shows at once. Main thread.
"""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kindtimer.core.clock import Clock
from kindtimer.core.hold import Hold
from kindtimer.core.pattern import Pattern
from kindtimer.core.rule import Rule
from kindtimer.core.words import tr
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.prompt_guide import PromptGuide
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, named
from kindtimer.ui.dress import Dress
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.offers_accounts import OffersAccounts
from kindtimer.ui.offers_changes import OffersChanges
from kindtimer.ui.offers_holds import OffersHolds
from kindtimer.ui.offers_now import OffersNow
from kindtimer.ui.offers_order import order
from kindtimer.ui.offers_part import OffersPart, say
from kindtimer.ui.offers_quiet import OffersQuiet
from kindtimer.ui.offers_start import BreatheShortcut, LoginStart, OffersStart
from kindtimer.ui.offers_ways import OffersWays
from kindtimer.ui.offers_week import OffersWeek
from kindtimer.ui.page import FOOT, ROUNDS, TOP, Page
from kindtimer.ui.rule_draft import next_told
from kindtimer.ui.rule_list import RuleList
from kindtimer.ui.texts import LEAD, QUIET, Text
from kindtimer.visuals.measures import GRID, LARGE_TYPE_FROM, LOW_PAGE


def tells_all() -> Mapping[Hold, str]:
    """A desktop of which nothing is known that it could not tell."""
    return {}


class OffersPage(Page):
    """`cannot_tell` names what this desktop does not tell, a line each; `take` takes the offer that is here.

    `login` and `shortcut` are for the switch at login and the keys for *Breathe*, where there are such.
    """

    def __init__(
        self,
        guide: PromptGuide,
        preferences: Preferences,
        patterns: Mapping[str, Pattern],
        clock: Clock,
        *,
        cannot_tell: Callable[[], Mapping[Hold, str]] = tells_all,
        take: Callable[[], object] | None = None,
        login: LoginStart | None = None,
        shortcut: BreatheShortcut | None = None,
    ) -> None:
        super().__init__(tr("Offers"))
        self._guide, self._preferences, self._clock = guide, preferences, clock
        self._changes = OffersChanges(preferences)
        settings = preferences.settings
        self.now_part = OffersNow(
            guide, clock, settings, take, why=self._to_accounts, beyond=self._first_in_rules
        )
        self.rules = RuleList(
            self._changes, patterns, coming=self._coming, undo=self.undo_last, today=self._today
        )
        self.week = OffersWeek(guide, clock, settings)
        self.quiet = OffersQuiet(self._changes, self._today)
        self.holds = OffersHolds(self._changes, cannot_tell)
        self.ways = OffersWays(self._changes)
        self.start = OffersStart(login, shortcut)
        self.accounts = OffersAccounts(guide, settings)
        self._top()
        self.parts: tuple[OffersPart, ...] = (
            self.now_part,
            self.rules,
            self.week,
            self.quiet,
            self.holds,
            self.ways,
            self.start,
            self.accounts,
        )
        for part in self.parts:
            self.column.addWidget(part)
            part.made_late = self._order_soon
        self._ordering = False
        self._order()
        self._changes.noted = self._noted
        self.now_part.acted = self.rules.acted = self._quieten_undone
        self.rules.bring = self._bring
        guide.changed.connect(self._follow)
        preferences.changed.connect(self._follow)

    def _top(self) -> None:
        """Head and *Undo*, the lead, what was undone."""
        self.column.removeWidget(self.head)
        undo = FoldingButton(tr("Undo"), self.undo_last, kind=BARE, drawing="undo")
        self.undo = named(undo, tr("Undo the last change"))
        self.undo.setEnabled(False)
        headed = FlowLayout()
        headed.grow(self.head, self._head_wide)
        headed.addWidget(self.undo)
        self.column.addLayout(headed)
        lead = tr("A kind minute, at times you chose and at no others.")
        self.column.addWidget(Text(lead, LEAD))
        self.undone = Text("", QUIET)
        self.undone.hide()
        self.column.addWidget(self.undone)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.undo_last)

    def _head_wide(self) -> int:
        return self.head.fontMetrics().horizontalAdvance(self.head.text()) + GRID

    def _coming(self, rule: Rule) -> str:
        settings, zone = self._preferences.settings, self._guide.schedule.zone
        return next_told(
            rule, settings.quiet, zone, settings.flower, self._clock.when(), self._guide.desk.pause
        )

    def _today(self) -> date:
        return self._clock.when().astimezone(self._guide.schedule.zone).date()

    # --- what stands --------------------------------------------------------------------------------

    def opened(self) -> None:
        """Time has gone on; what was undone is long known."""
        self.undone.setMinimumHeight(0)
        say(self.undone, "")
        self.holds.look_at_desktop()
        self.start.look_at_desktop()
        self._look()

    def _follow(self, _settings: object = None) -> None:
        # What nobody sees is looked at when it is opened.
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        for part in self.parts:
            part.look(self._preferences.settings)

    def first_to_focus(self) -> QWidget | None:
        """Whoever has no rule so far can write one at once."""
        return None if self.rules.rows else next(iter(self.rules.editor.starts.values()))

    def step_back(self) -> bool:
        """Esc puts an open editor away first."""
        folded = [row for row in self.rules.rows.values() if row.fold()]
        return bool(folded) or self.rules.leave_new()

    def _place(self, dress: Dress) -> None:
        """On a low page at large type, what is next is in sight without scrolling."""
        low = dress.scale >= LARGE_TYPE_FROM and self.height() < dress.px(LOW_PAGE)
        self.stand(GRID if low else TOP, FOOT)
        self.column.setSpacing(GRID if low else 2 * GRID)
        for part in self.parts:
            part.column.setContentsMargins(0, GRID if low else 3 * GRID, 0, 0)

    # --- ways within the page -----------------------------------------------------------------------

    def _first_in_rules(self) -> QWidget:
        rules = self.rules
        return rules.new if not rules.new.isHidden() else rules.editor.line.edit

    def _to_accounts(self) -> None:
        """Why did nothing come? It stands at the foot."""
        self.accounts.told.setFocus(Qt.FocusReason.TabFocusReason)
        self._bring(self.accounts.told, self.accounts.head)

    def _bring(self, *parts: QWidget, rounds: int = ROUNDS) -> None:
        """Bring parts into sight, the most important last."""
        for part in parts:
            self.ensureWidgetVisible(part, 0, 2 * GRID)
        if rounds:
            # Layouts within layouts find their places one after the other, each with an event of its own.
            QTimer.singleShot(0, parts[-1], lambda: self._bring(*parts, rounds=rounds - 1))

    def _order_soon(self) -> None:
        # Once for all that is made now, and when it stands where it goes.
        if not self._ordering:
            self._ordering = True
            QTimer.singleShot(0, self, self._order)

    def _order(self) -> None:
        self._ordering = False
        order(self.column)

    # --- undoing --------------------------------------------------------------------------------------

    def undo_last(self) -> None:
        """Take back the last change that still stands."""
        rows = tuple(self.rules.rows)
        was = self._changes.undo()
        if was:
            told = tr("Undone. {what}", what=was)
            self.undone.setMinimumHeight(0)
            say(self.undone, told)
            speak_politely(self, told)
            self.rules.go_to_what_came(rows)

    def _noted(self) -> None:
        there = bool(self._changes)
        if not there and self.undo.hasFocus():
            self._first_in_rules().setFocus(Qt.FocusReason.OtherFocusReason)
        self.undo.setEnabled(there)
        self.rules.forget_removed()
        self._quieten_undone()

    def _quieten_undone(self) -> None:
        """It goes and its room stays: nothing moves under a hand."""
        if not self.undone.isHidden():
            self.undone.setMinimumHeight(self.undone.height())
            self.undone.setText("")
