"""First start: three small steps, one still screen each; each asks one thing at most, and may be passed by.

The first breath is possible from each of them. Whichever way it is left, it does not come by itself
a second time. Nothing is switched on here but what is chosen, and nothing looks chosen before. Main thread.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from kindtimer.core.cautions import IN_ONE_LINE
from kindtimer.core.ears import Wanted
from kindtimer.core.settings import OneClick
from kindtimer.core.words import _, tr
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.abreast import Abreast
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, MAIN, Button, named
from kindtimer.ui.care_card import CareCard
from kindtimer.ui.closing_words import closing_told
from kindtimer.ui.dress import Dress
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.large_choice import LargeChoice
from kindtimer.ui.page import Page
from kindtimer.ui.step_part import StepPart
from kindtimer.ui.texts import LEAD, PLAIN, QUIET, Text
from kindtimer.ui.today_page import SeedPicture
from kindtimer.ui.welcome_column import WelcomeColumn
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.measures import GRID

CENTRE = Qt.AlignmentFlag.AlignHCenter

HEADS = (
    (_("Hello. Start anywhere."), _("With sound, or quietly? Both can be changed at any time.")),
    (_("One click"), _("What would you like one click to bring?")),
    (_("It waits until you ask"), ""),
)
"""Of each step: its title, and the line below it or none."""


class WelcomePage(Page):
    """`first_breath` begins one, `room` the room around; `done` leads home, and is called after both.

    `tray` asks whether the desktop shows the seed; `tell` says one line above the page that comes next.
    """

    alone = True

    def __init__(
        self,
        preferences: Preferences,
        shape: FlowerShape,
        *,
        first_breath: Callable[[], object],
        room: Callable[[], object],
        done: Callable[[], object],
        tray: Callable[[], bool],
        tell: Callable[[str], object],
    ) -> None:
        super().__init__(tr("Hello. Start anywhere."))
        self._preferences, self._done, self._tell = preferences, done, tell
        self._first_breath, self._room, self._tray = first_breath, room, tray
        self.step = 0
        self._newly = False
        self._click_chosen = False
        self.picture = SeedPicture(shape)
        self.head.setAlignment(CENTRE)
        self.lead = _centred("", LEAD)
        self.breathe = FoldingButton(tr("First breath"), self._breathe, kind=MAIN)
        self._add_steps()
        self._go(0)

    # --- the three steps --------------------------------------------------------------------------

    def _add_steps(self) -> None:
        """What stands above *First breath* in each, and what below it."""
        self.steps = (
            (self._sound_choices(), self._care()),
            (self._click_choices(), StepPart(self._ways(round_first=True))),
            (self._what_comes(), self._way_home()),
        )
        choices = (self.with_sound, self.quietly, self.look_round, self.breath, self.around)
        self._stands = WelcomeColumn(self, HEADS, self.picture, self.lead, self.steps, choices, self.breathe)

    def _sound_choices(self) -> StepPart:
        self.with_sound = LargeChoice(tr("With sound"), "", lambda: self._take_sound(Wanted.WITH_SOUND))
        self.quietly = LargeChoice(tr("Quietly"), "", lambda: self._take_sound(Wanted.QUIETLY))
        self.look_round = LargeChoice(tr("Look round first"), "", self.leave)
        return StepPart(Abreast((self.with_sound, self.quietly, self.look_round)))

    def _care(self) -> StepPart:
        """One line of caution, and the six behind *More*."""
        self.more = named(Button(tr("More"), self._turn_more, kind=BARE), tr("More about care"))
        self.cautions = CareCard()
        self.cautions.hide()
        return StepPart(_centred(tr(IN_ONE_LINE), QUIET), self.more, self.cautions)

    def _click_choices(self) -> StepPart:
        self.breath = LargeChoice(
            tr("Breath"), tr("A flower to breathe with."), lambda: self._take_click(OneClick.BREATH)
        )
        self.around = LargeChoice(
            tr("The room around you"),
            tr("Eyes open, the breath left alone."),
            lambda: self._take_click(OneClick.ROOM),
        )
        self.where = _centred("", QUIET)
        return StepPart(Abreast((self.breath, self.around)), self.where)

    def _what_comes(self) -> StepPart:
        self.closing = _centred("", PLAIN)
        asked = tr("A breath begins when you ask, an offer at times you set.")
        return StepPart(_centred(asked, PLAIN), self.closing, _centred(tr("Ctrl+Q quits."), PLAIN))

    def _way_home(self) -> StepPart:
        self.home = Button(tr("Home"), self.leave)
        return StepPart(self.home, self._ways(round_first=False))

    def _ways(self, *, round_first: bool) -> Abreast:
        """Back, and past all of it."""
        back = named(Button(tr("Back"), self._back, kind=BARE), tr("Back a step"))
        buttons = [back, Button(tr("Look round first"), self.leave, kind=BARE)] if round_first else [back]
        return Abreast(buttons, equal=False)

    def _say_tray(self) -> None:
        """Where a click is, and what closing does, on this desktop."""
        if self._tray():
            where = tr("A click on the seed in the tray, often near the clock, or on the tile in Today.")
            closing = tr("Closing the window leaves the seed in the tray.")
        else:
            where = tr("A click on the tile in Today.")
            settings = self._preferences.settings
            closing = closing_told(stays=any(rule.on for rule in settings.rules))
        self.where.setText(" ".join((where, tr("Settings can change what it brings."))))
        self.closing.setText(closing)

    # --- what is taken ----------------------------------------------------------------------------

    def leave(self) -> None:
        """Past all of it, home."""
        self._remember()
        self._done()

    def _take_sound(self, wanted: Wanted) -> None:
        self._preferences.change(sound=wanted)
        self._go(1)

    def _take_click(self, one_click: OneClick) -> None:
        self._preferences.change(one_click=one_click)
        self._click_chosen = True
        self._go(2)

    def _breathe(self) -> None:
        """What is asked for first, so that it is there at once; after it one comes home."""
        begin = self._room if self._begins_room else self._first_breath
        begin()
        self.leave()

    @property
    def _begins_room(self) -> bool:
        """Whether the room was chosen, and leads on from the last step in place of a breath."""
        return self.step == 2 and self._preferences.settings.one_click is OneClick.ROOM

    def _remember(self) -> None:
        self._preferences.change(welcomed=True)

    def _back(self) -> None:
        self._go(self.step - 1)

    def _turn_more(self) -> None:
        shown = self.cautions.isHidden()
        self.cautions.setVisible(shown)
        self.more.setText(tr("Less") if shown else tr("More"))
        named(self.more, tr("Less about care") if shown else tr("More about care"))
        if shown:
            speak_politely(self, self.cautions.accessibleName())
            # Once the layout knows how high they are.
            QTimer.singleShot(0, self.cautions, self._bring_up)

    def _bring_up(self) -> None:
        """As much of the six lines as there is room for; never past their first one."""
        top = self.more.mapTo(self.body, self.more.rect().topLeft()).y() - 2 * GRID
        foot = self.cautions.mapTo(self.body, self.cautions.rect().bottomLeft()).y() + 3 * GRID
        bar = self.verticalScrollBar()
        bar.setValue(max(bar.value(), min(top, foot - self.viewport().height())))

    def _go(self, step: int) -> None:
        moved, self.step = step != self.step, step
        head, lead = HEADS[step]
        head, lead = tr(head), tr(lead) if lead else ""
        self._say_tray()
        self.head.setText(head)
        self.head.setAccessibleDescription(" ".join((lead, self.where.text())) if step == 1 else lead)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.setAccessibleName(head)
        for number, parts in enumerate(self.steps):
            for held in parts:
                held.setVisible(number == step)
        self.breathe.say(tr("The room around you") if self._begins_room else tr("First breath"))
        self._show_chosen()
        self._fit()
        if moved:
            self.verticalScrollBar().setValue(0)
            first = self.first_to_focus()
            if first is not self.head:
                speak_politely(self, " ".join((head, lead)))
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self) -> None:
        settings = self._preferences.settings
        for choice, wanted in ((self.with_sound, Wanted.WITH_SOUND), (self.quietly, Wanted.QUIETLY)):
            choice.show_chosen(settings.sound is wanted)
        for choice, one_click in ((self.breath, OneClick.BREATH), (self.around, OneClick.ROOM)):
            choice.show_chosen(self._click_chosen and settings.one_click is one_click)

    # --- coming and going -------------------------------------------------------------------------

    def opened(self) -> None:
        """It begins at its beginning."""
        self._newly = not self._preferences.settings.welcomed
        self._click_chosen = not self._newly
        if not self.cautions.isHidden():
            self._turn_more()
        self._go(0)

    def step_back(self) -> bool:
        """Esc: close what *More* opened, else a step back; from the first step it is left."""
        if self.step == 0 and not self.cautions.isHidden():
            self._turn_more()
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.step > 0:
            self._back()
        else:
            if self._newly:
                self._tell(tr("The first start can be seen once more: Settings has it, near its end."))
            return False
        return True

    def first_to_focus(self) -> QWidget:
        """What was chosen before; the head where nothing was, or a ring would make the first look chosen."""
        settings = self._preferences.settings
        if self.step == 0 and settings.sound is not Wanted.UNSET:
            return self.quietly if settings.sound is Wanted.QUIETLY else self.with_sound
        if self.step == 1 and self._click_chosen:
            return self.around if settings.one_click is OneClick.ROOM else self.breath
        return self.home if self.step == 2 else self.head

    def hideEvent(self, event: QHideEvent) -> None:
        """Esc, another place, the window closed: it was left. A minimised window is none of these."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._remember()

    # --- look -------------------------------------------------------------------------------------

    def _place(self, dress: Dress) -> None:
        self._stands.place(dress)


def _centred(words: str, kind: str) -> Text:
    text = Text(words, kind)
    text.setAlignment(CENTRE)
    return text
