"""Offers ways: what becomes of an offer that could not come, and how one is shown."""

from PySide6.QtWidgets import QWidget

from kindtimer.core.offer_wish import Missed, OfferAs
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.ui.choices import Choices
from kindtimer.ui.offers_changes import OffersChanges
from kindtimer.ui.offers_part import OffersPart, show_switch, switched, together
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID


class OffersWays(OffersPart):
    """Two questions and a switch."""

    def __init__(self, changes: OffersChanges) -> None:
        super().__init__(tr("How offers come"))
        self._changes = changes
        settings = changes.settings
        self.missed = Choices(
            tr("When one could not come"),
            {
                Missed.LET_GO: tr("Leave it out"),
                Missed.ONE_LATE: tr("One afterwards"),
                Missed.QUIET_MOMENT: tr("At the next quiet moment"),
            },
            settings.missed,
            self._choose_missed,
        )
        self.missed_told = Text("", QUIET)
        self.shown_as = Choices(
            tr("Shown as"),
            {OfferAs.CARD: tr("Card"), OfferAs.NOTIFICATION: tr("Notification")},
            settings.offer_as,
            self._choose_as,
        )
        as_told = tr(
            "A small card in a corner of the screen, while you can go on typing; or a notification of the "
            "desktop. Where no card can be placed, a notification comes."
        )
        self.discreet = switched(tr("Words that colleagues may read"), self._choose_discreet)
        discreet_told = tr("Each offer then says: A short break.")
        self.discreet.setAccessibleDescription(discreet_told)
        self._ask(tr("When one could not come"), self.missed, self.missed_told)
        self._ask(tr("Shown as"), self.shown_as, Text(as_told, QUIET))
        self.column.addLayout(together(self.discreet, Text(discreet_told, QUIET)))
        self.look(settings)

    def _ask(self, name: str, choices: QWidget, told: Text) -> None:
        for widget in (Text(name, PLAIN), choices, told):
            self.column.addWidget(widget)
        self.column.addSpacing(GRID)

    def look(self, settings: Settings) -> None:
        """What is chosen now."""
        self.missed.show_chosen(settings.missed)
        told = missed_told(settings.missed)
        self.missed_told.setText(told)
        self.missed.setAccessibleDescription(told)
        self.shown_as.show_chosen(settings.offer_as)
        show_switch(self.discreet, settings.discreet)

    def _choose_missed(self, missed: Missed) -> None:
        self._changes.change(tr("When one could not come: as it was"), missed=missed)

    def _choose_as(self, offer_as: OfferAs) -> None:
        self._changes.change(tr("Shown as it was"), offer_as=offer_as)

    def _choose_discreet(self, on: bool) -> None:
        was = tr("Words that colleagues may read: off") if on else tr("Words that colleagues may read: on")
        self._changes.change(was, discreet=on)


def missed_told(missed: Missed) -> str:
    """What each of the ways is."""
    match missed:
        case Missed.LET_GO:
            return tr(
                "After 15 minutes of waiting it is left out. The same for one that fell while the computer "
                "was off."
            )
        case Missed.ONE_LATE:
            return tr("At most one comes afterwards, within two hours of its time.")
        case Missed.QUIET_MOMENT:
            return tr(
                "At most one comes, as soon as nobody has typed or moved the mouse for a minute; on the same "
                "day only."
            )
