"""Offers accounts: what became of the offers of the last seven days, newest first, and no total."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kindtimer.core.day_words import date_told
from kindtimer.core.hold import hold_words
from kindtimer.core.offer import Account, Fate
from kindtimer.core.rule import shown_time
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.guide.prompt_guide import PromptGuide
from kindtimer.ui.offers_part import OffersPart, together
from kindtimer.ui.page import emptied
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import FOCUS_RING, GRID


class OffersAccounts(OffersPart):
    """A day's offers stand together under its name. What is told can have the keyboard, to be read."""

    def __init__(self, guide: PromptGuide, settings: Settings) -> None:
        super().__init__(tr("Why did nothing come?"))
        self._guide = guide
        self._shown: object = None
        self.told = QFrame()
        self.told.setProperty("kind", "passage")
        self.told.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.told.setAccessibleName(self.head.text())
        edge = GRID - FOCUS_RING
        rows = QVBoxLayout(self.told)
        rows.setContentsMargins(edge, edge, edge, edge)
        self.empty = Text("", QUIET)
        self.days = QVBoxLayout()
        self.days.setSpacing(2 * GRID)
        rows.addWidget(self.empty)
        rows.addLayout(self.days)
        self.column.addWidget(self.told)
        self.lines: list[str] = []
        self.look(settings)

    def look(self, settings: Settings) -> None:
        """What became of them so far."""
        accounts, zone = self._guide.desk.accounts, self._guide.schedule.zone
        any_there = bool(settings.rules)
        if self._shown == (accounts, zone, any_there):
            return
        self._shown = (accounts, zone, any_there)
        emptied(self.days)
        self.empty.setVisible(not accounts)
        self.empty.setText(empty_told(any_there=any_there))
        days = by_day(accounts, zone)
        self.lines = [line for _, lines in days for line in lines]
        for name, lines in days:
            self.days.addLayout(together(Text(name, PLAIN), Text("\n".join(lines), QUIET)))
        said = [part for name, lines in days for part in (name, *lines)] or [self.empty.text()]
        self.told.setAccessibleDescription("\n".join(said))


def empty_told(*, any_there: bool) -> str:
    """Why there is nothing to tell; `any_there` says that there are times at all."""
    if any_there:
        return tr(
            "None of your times was due in the last seven days. What becomes of one is told here, for a week."
        )
    return tr("No times are set, so nothing comes by itself. What becomes of one is told here, for a week.")


def by_day(accounts: Sequence[Account], zone: tzinfo) -> list[tuple[str, list[str]]]:
    """Days, the newest first, each with its lines, the newest first."""
    days: dict[str, list[str]] = {}
    for account in sorted(accounts, key=lambda one: one.due, reverse=True):
        local = account.due.astimezone(zone)
        line = tr("{time}: {what}", time=shown_time(local.time()), what=account_told(account))
        days.setdefault(date_told(local.date()), []).append(line)
    return list(days.items())


def account_told(account: Account) -> str:
    """What became of one, in plain words."""
    why = ", ".join(hold_words(hold) for hold in account.holds)
    match account.fate:
        case Fate.TAKEN:
            return tr("taken.")
        case Fate.NOT_NOW:
            return tr("it was there, and it was not the time for it.")
        case Fate.LATER:
            return tr("put off to another moment.")
        case Fate.LET_PASS:
            return tr("it was there for ten minutes, and passed by.")
        case Fate.NOBODY:
            return tr("it came while nobody was here.")
        case Fate.HELD:
            return tr("waited while {why}, and was left out.", why=why)
        case Fate.PAUSED:
            return tr("offers were paused.")
        case Fate.MISSED:
            return tr("the computer was off or asleep, or its clock was set.")
        case Fate.GAVE_WAY:
            return tr("gave way to the one that came next.")
        case Fate.CLOSED:
            return tr("KindTimer was closed while it was there.")
