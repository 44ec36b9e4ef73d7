"""Offers accounts: what became of the offers of the last seven days, newest first, and no total."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtWidgets import QVBoxLayout

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
from kindtimer.visuals.measures import GRID


class OffersAccounts(OffersPart):
    """A day's offers stand together under its name."""

    def __init__(self, guide: PromptGuide) -> None:
        super().__init__(tr("Why did nothing come?"))
        self._guide = guide
        self._shown: object = None
        self.empty = Text(
            tr("In the last seven days no offer was due. Whatever becomes of one is told here, for a week."),
            QUIET,
        )
        self.days = QVBoxLayout()
        self.days.setSpacing(2 * GRID)
        self.column.addWidget(self.empty)
        self.column.addLayout(self.days)
        self.lines: list[str] = []
        self.look(None)

    def look(self, settings: Settings | None) -> None:
        """What became of them so far."""
        accounts, zone = self._guide.desk.accounts, self._guide.schedule.zone
        if self._shown == (accounts, zone):
            return
        self._shown = (accounts, zone)
        emptied(self.days)
        self.empty.setVisible(not accounts)
        days = by_day(accounts, zone)
        self.lines = [line for _, lines in days for line in lines]
        for name, lines in days:
            self.days.addLayout(together(Text(name, PLAIN), Text("\n".join(lines), QUIET)))


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
        case Fate.HELD:
            return tr("waited while {why}, and was let be.", why=why)
        case Fate.PAUSED:
            return tr("offers were paused.")
        case Fate.MISSED:
            return tr("the computer was off or asleep, or its clock was set.")
        case Fate.GAVE_WAY:
            return tr("gave way to the one that came next.")
