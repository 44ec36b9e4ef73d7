"""Offers now: the next offer or why it waits, and the pause: for how long, until when, and going on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kindtimer.core.clock import Clock
from kindtimer.core.day_words import moment_told
from kindtimer.core.hold import held_line
from kindtimer.core.offer_told import pause_told
from kindtimer.core.pause import PAUSES, read_pause
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.guide.prompt_guide import PromptGuide
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, PILL, Button
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.offers_part import OffersPart, say
from kindtimer.ui.texts import LEAD, PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID


class OffersNow(OffersPart):
    """`take` takes the offer that is here; without it there is no button for that."""

    def __init__(
        self, guide: PromptGuide, clock: Clock, settings: Settings, take: Callable[[], object] | None = None
    ) -> None:
        super().__init__(tr("Now"))
        self._guide, self._clock = guide, clock
        self._can_take = take is not None
        self.next = Text("", LEAD)
        self.note = Text("", QUIET)
        self.held = Text("", PLAIN)
        self.take = Button(tr("Take the minute"), take)
        self.go_on = Button(tr("Go on"), self._resume)
        self.one_now = FoldingButton(tr("Offer one now"), guide.offer_now, kind=BARE)
        self.paused = QWidget()
        self.pauses = {
            typed: FoldingButton(tr(words), partial(self._pause, typed), kind=PILL) for typed, words in PAUSES
        }
        for widget in (self.next, self.note, self.held):
            self.column.addWidget(widget)
        line = FlowLayout()
        for button in (self.take, self.go_on):
            line.addWidget(button)
        self.column.addLayout(line)
        self.column.addWidget(self.paused)
        rows = FlowLayout(self.paused)
        self.asked = Text(tr("Pause for"), QUIET)
        self.asked.setMinimumWidth(GRID)
        rows.addWidget(self.asked)
        for button in self.pauses.values():
            button.setAccessibleDescription(tr("Pause offers"))
            rows.addWidget(button)
        aside = FlowLayout()
        aside.addWidget(self.one_now)
        self.column.addLayout(aside)
        self.look(settings)

    def look(self, settings: Settings) -> None:
        """What is next, what holds it, whether there is a pause."""
        guide = self._guide
        zone, when = guide.schedule.zone, self._clock.when()
        today = when.astimezone(zone).date()
        pause = guide.desk.pause
        there = pause is not None or bool(settings.rules) or guide.desk.shown is not None
        self.setVisible(there)
        if not there:
            return
        prompt = guide.next_prompt()
        if pause is not None:
            say(self.next, pause_told(pause, when, zone))
            say(self.note, own_told() if pause.own else "")
        elif prompt is not None:
            say(self.next, tr("Next: {moment}", moment=moment_told(prompt.at, today)))
            say(self.note, prompt.note)
        else:
            say(self.next, self._nothing_told(settings))
            say(self.note, "")
        say(self.held, self._waits_told())
        shown = guide.desk.shown is not None
        self.take.setVisible(self._can_take and (shown or guide.desk.waiting is not None))
        self._swap(self.go_on, pause is not None, self.pauses[""])
        self.one_now.setVisible(not shown and pause is None)
        self.paused.setVisible(pause is None)

    def _swap(self, button: Button, there: bool, instead: Button) -> None:
        """The keyboard goes from a button that goes to the one that comes."""
        had = button.hasFocus() and not there
        button.setVisible(there)
        if had:
            self.paused.show()
            instead.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nothing_told(self, settings: Settings) -> str:
        if not any(rule.on for rule in settings.rules):
            return tr("No rule is on, so nothing is offered.")
        return tr("No time stands beforehand; what the rules wait for brings the next one.")

    def _waits_told(self) -> str:
        desk = self._guide.desk
        if desk.pause is not None:
            return ""
        if desk.shown is not None:
            return tr("A minute is here, if it suits.")
        if desk.waiting is None:
            return ""
        return held_line(self._guide.held) or tr("An offer is due and comes in a moment.")

    def _pause(self, typed: str) -> None:
        had = any(button.hasFocus() for button in self.pauses.values())
        self._guide.pause(read_pause(typed, self._clock.when(), self._guide.schedule.zone))
        if had:
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        speak_politely(self, self.next.text())

    def _resume(self) -> None:
        self._guide.resume()
        speak_politely(self, self.next.text())


def own_told() -> str:
    """Why offers paused by themselves, and that nothing is wrong with it."""
    return tr(
        "Of the last ones none suited, and that is fine. Offers rest now; Go on brings them "
        "back, and fewer of them, or other times, may suit better."
    )
