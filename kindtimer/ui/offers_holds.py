"""Offers holds: what keeps an offer waiting, a switch for each, and what this desktop cannot tell."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from kindtimer.core.hold import SWITCHABLE, Hold, hold_words
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr, trn
from kindtimer.ui.offers_changes import OffersChanges
from kindtimer.ui.offers_part import OffersPart, say, show_switch, switched, together
from kindtimer.ui.switch import Switch
from kindtimer.ui.texts import QUIET, Text
from kindtimer.ui.value_slider import ValueSlider

LEAST_S, MOST_S = 1, 60
"""Seconds that keys and mouse rest."""


class OffersHolds(OffersPart):
    """`cannot_tell` says of each reason that this desktop does not tell, why, in a line."""

    def __init__(self, changes: OffersChanges, cannot_tell: Callable[[], Mapping[Hold, str]]) -> None:
        super().__init__(tr("What an offer waits for"))
        self._changes, self._cannot_tell = changes, cannot_tell
        self.column.addWidget(
            Text(tr("It waits while any of these is so, and comes once it is over."), QUIET)
        )
        self.switches: dict[Hold, Switch] = {}
        self.unknown: dict[Hold, Text] = {}
        for hold in SWITCHABLE:
            switch = switched(tr("While {why}", why=hold_words(hold)), partial(self._switch, hold))
            self.switches[hold] = switch
            self.unknown[hold] = Text("", QUIET)
            self.column.addLayout(together(switch, self.unknown[hold]))
        self.rest = ValueSlider(
            tr("Keys and mouse have rested for"),
            tr("So long nothing was typed or moved before an offer comes."),
            lambda number: trn("{count} second", "{count} seconds", number),
            self._choose_rest,
            low=LEAST_S,
            high=MOST_S,
            step=1,
            page=10,
        )
        self.rest.slide.left.connect(changes.rest)
        self.rested = Text(tr("Keys and mouse have rested for"), QUIET)
        self.column.addWidget(self.rested)
        self.column.addWidget(self.rest)
        always = tr("A running session, a quiet time and a pause keep it away always.")
        self.column.addWidget(Text(always, QUIET))
        self.look(changes.settings)
        self.look_at_desktop()

    def look(self, settings: Settings) -> None:
        """What is switched on now."""
        for hold, switch in self.switches.items():
            show_switch(switch, hold not in settings.holds_off)
        on = Hold.INPUT not in settings.holds_off
        self.rest.show_number(round(settings.input_s))
        for widget in (self.rest, self.rested):
            self._show(widget, on)

    def look_at_desktop(self) -> None:
        """What this desktop cannot tell now."""
        lines = self._cannot_tell()
        for hold, text in self.unknown.items():
            say(text, lines.get(hold, ""))
            self.switches[hold].setAccessibleDescription(lines.get(hold, ""))

    def _show(self, widget: QWidget, there: bool) -> None:
        if widget.isHidden() == there:
            widget.setVisible(there)

    def _switch(self, hold: Hold, on: bool) -> None:
        off = set(self._changes.settings.holds_off)
        off = off - {hold} if on else off | {hold}
        was = (
            tr("{switch}: off", switch=self.switches[hold].text())
            if on
            else tr("{switch}: on", switch=self.switches[hold].text())
        )
        self._changes.change(was, holds_off=tuple(one for one in SWITCHABLE if one in off))

    def _choose_rest(self, seconds: int) -> None:
        before = round(self._changes.settings.input_s)
        was = trn("Keys and mouse: {count} second", "Keys and mouse: {count} seconds", before)
        self._changes.change(was, moves=True, input_s=float(seconds))
