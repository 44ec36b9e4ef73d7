"""Offers now: the next offer or why it waits, one that comes back, and the pause: for how long, and going on.

A button that goes hands the keyboard on, to one that does no harm where the same key is pressed again.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kindtimer.core.clock import Clock
from kindtimer.core.day_words import moment_told
from kindtimer.core.hold import held_line
from kindtimer.core.offer_told import Standing, pause_told, standing
from kindtimer.core.pause import PAUSES, read_pause
from kindtimer.core.rule import shown_time
from kindtimer.core.settings import Settings
from kindtimer.core.words import _, tr
from kindtimer.guide.prompt_guide import PromptGuide
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, PILL, Button
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.offers_part import OffersPart, say
from kindtimer.ui.texts import LEAD, PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID

WITHIN: Mapping[str, str] = MappingProxyType(
    {"until tomorrow": _("until tomorrow"), "": _("until you go on")}
)
"""Pauses as they are called after “Pause:”, where that is otherwise than in a menu."""


class OffersNow(OffersPart):
    """`take` takes the offer that is here; without it there is no button for that.

    `why` leads to what became of the last ones; `beyond` is what has the keyboard where this part goes.
    """

    def __init__(
        self,
        guide: PromptGuide,
        clock: Clock,
        settings: Settings,
        take: Callable[[], object] | None = None,
        *,
        why: Callable[[], object],
        beyond: Callable[[], QWidget],
    ) -> None:
        super().__init__(tr("Now"))
        self._beyond = beyond
        self.acted: Callable[[], object] = lambda: None
        """Called when the person did something here."""
        self._guide, self._clock = guide, clock
        self._can_take = take is not None
        self.next = Text("", LEAD)
        self.note = Text("", QUIET)
        self.held = Text("", PLAIN)
        self.again = Text("", PLAIN)
        self.take = Button(tr("Take the minute"), take)
        self.go_on = Button(tr("Go on"), self._resume)
        self.let_go = FoldingButton(tr("Let it go"), self._let_go, kind=BARE)
        self.one_now = FoldingButton(tr("Offer one now"), self._offer_now, kind=BARE)
        self.why = FoldingButton(tr("Why did nothing come?"), why, kind=BARE)
        self.paused = QWidget()
        self.pauses = {
            typed: FoldingButton(tr(words), partial(self._pause, typed), kind=PILL)
            for typed, words in {**dict(PAUSES), **WITHIN}.items()
        }
        for widget in (self.next, self.note, self.held):
            self.column.addWidget(widget)
        line = FlowLayout()
        for button in (self.take, self.go_on):
            line.addWidget(button)
        self.column.addLayout(line)
        back = FlowLayout(apart=2 * GRID)
        back.addWidget(self.again)
        back.addWidget(self.let_go)
        self.column.addLayout(back)
        self.column.addWidget(self.paused)
        rows = FlowLayout(self.paused)
        self.asked = Text(tr("Pause:"), QUIET)
        self.asked.setMinimumWidth(GRID)
        rows.addWidget(self.asked)
        for button in self.pauses.values():
            button.setAccessibleDescription(tr("Pause offers"))
            rows.addWidget(button)
        aside = FlowLayout()
        aside.addWidget(self.one_now)
        aside.addWidget(self.why)
        self.column.addLayout(aside)
        self.look(settings)

    def look(self, settings: Settings) -> None:
        """What is next, what holds it, whether there is a pause."""
        guide = self._guide
        zone, when = guide.schedule.zone, self._clock.when()
        today = when.astimezone(zone).date()
        pause = guide.desk.pause
        again = guide.desk.comes_back
        there = bool(pause or settings.rules or guide.desk.shown or again)
        if not there:
            self._leave()
            return
        self.show()
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
        say(self.again, "" if again is None else again_told(again.at.astimezone(zone), when.astimezone(zone)))
        shown = guide.desk.shown is not None
        self._stand(
            {
                self.take: self._can_take and (shown or guide.desk.waiting is not None),
                self.go_on: pause is not None,
                self.let_go: again is not None,
                self.one_now: not shown and pause is None,
                self.paused: pause is None,
            }
        )

    def _stand(self, wanted: Mapping[QWidget, bool]) -> None:
        """These are there and those are not; the keyboard leaves what goes before it does."""
        for widget, there in wanted.items():
            if there:
                widget.show()
        for widget, there in wanted.items():
            if not there and self._has_keyboard(widget):
                instead = {self.paused: self.go_on, self.one_now: self.take}.get(widget)
                if instead is None or not wanted[instead]:
                    instead = self.why
                instead.setFocus(Qt.FocusReason.OtherFocusReason)
            widget.setVisible(there)

    def _leave(self) -> None:
        if self._has_keyboard(self):
            self._beyond().setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _has_keyboard(self, widget: QWidget) -> bool:
        held = self.window().focusWidget()
        return held is not None and not widget.isHidden() and (held is widget or widget.isAncestorOf(held))

    def _nothing_told(self, settings: Settings) -> str:
        if not any(rule.on for rule in settings.rules):
            return tr("None of your times is on, so nothing is offered.")
        if not any(rule.on and rule.comes_by_time for rule in settings.rules):
            return tr("The next one comes after something that happens, so no clock can say when.")
        return tr("None of your times comes: it is always quiet then, or their last day is over.")

    def _waits_told(self) -> str:
        stands = standing(self._guide.desk, self._clock.when())
        if stands is Standing.SHOWN:
            return tr("A minute is here, if it suits.")
        if stands is not Standing.WAITING:
            return ""
        return held_line(self._guide.held) or tr("An offer is due and comes in a moment.")

    def _pause(self, typed: str) -> None:
        self.acted()
        self._guide.pause(read_pause(typed, self._clock.when(), self._guide.schedule.zone))
        speak_politely(self, self.next.text())

    def _offer_now(self) -> None:
        self.acted()
        self._guide.offer_now()

    def _let_go(self) -> None:
        self.acted()
        self._guide.forget_again()
        speak_politely(self, self.next.text())

    def _resume(self) -> None:
        self.acted()
        self._guide.resume()
        speak_politely(self, self.next.text())


def again_told(at: datetime, now: datetime) -> str:
    """When the one that was put off comes back; both local."""
    if at.date() == now.date():
        return tr("One comes back at {time}.", time=shown_time(at.time()))
    return tr("One comes back {moment}.", moment=moment_told(at, now.date()))


def own_told() -> str:
    """Why offers paused by themselves, and that nothing is wrong with it."""
    return tr(
        "Of the last ones none suited, and that is fine. Offers rest now; Go on brings them "
        "back, and fewer of them, or other times, may suit better."
    )
