"""First start: three small steps, one still screen each; each asks one thing at most, and may be passed by.

The first breath is possible from each of them. Whichever way it is left, it does not come by itself
a second time. Nothing is switched on here but what is chosen, and nothing looks chosen before. Main thread.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kindtimer.core.cautions import CAUTIONS, IN_ONE_LINE
from kindtimer.core.ears import Wanted
from kindtimer.core.settings import OneClick
from kindtimer.core.words import tr
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, MAIN, Button, named
from kindtimer.ui.dress import Dress
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.page import SIDE, Page
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.style import restyle
from kindtimer.ui.texts import LEAD, PLAIN, QUIET, Text
from kindtimer.ui.today_page import SeedPicture
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.measures import (
    BELOW_FLOWER,
    GRID,
    LARGE_TYPE_FROM,
    LOW_PAGE,
    WELCOME_FLOWER,
    WELCOME_FLOWER_LARGE_TYPE,
    WELCOME_FLOWER_LOW,
    WELCOME_TOP,
    WELCOME_TOP_LOW,
)

CENTRE = Qt.AlignmentFlag.AlignHCenter


class Choice(RowButton):
    """A large button whose words stand in its middle, and wrap; with a quieter line under them, or none.

    It leads on when it is pressed; `show_chosen` marks the one that was.
    """

    def __init__(self, words: str, told: str, pressed: Callable[[], object]) -> None:
        super().__init__(words, told, pressed)
        self.told.setVisible(bool(told))
        for text in (self.words, self.told):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_chosen(self, chosen: bool) -> None:
        """It was chosen before, or was not."""
        restyle(self, "chosen", chosen)
        told = self.told.text()
        said = tr("Chosen. {told}", told=told) if told else tr("Chosen.")
        self.setAccessibleDescription(said if chosen else told)


class Abreast(QWidget):
    """A few buttons side by side, or one above the other without room for it; `equal` ones fill the line."""

    def __init__(self, buttons: Sequence[Button], *, equal: bool = True) -> None:
        super().__init__()
        self._buttons = buttons
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID + GRID // 2)
        if not equal:
            self._row.addStretch(1)
        for button in buttons:
            if equal:
                self._row.addWidget(button, 1)
            else:
                self._row.addWidget(button, 0, CENTRE)
        if not equal:
            self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """It may always be as narrow as its widest button."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, if all of them have room for their words."""
        super().resizeEvent(event)
        widths = [one_line(button) for button in self._buttons]
        wanted = len(widths) * max(widths) + (len(widths) - 1) * self._row.spacing()
        across = wanted <= self.width()
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )


def one_line(button: Button) -> int:
    """How wide a button is that has its name in one line."""
    if isinstance(button, RowButton):
        return button.words.fontMetrics().horizontalAdvance(button.words.text()) + 5 * GRID
    return button.sizeHint().width()


class Cautions(QWidget):
    """The six lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID + GRID // 2)
        for caution in CAUTIONS:
            pair = QVBoxLayout()
            pair.setSpacing(2)
            pair.addWidget(Text(tr(caution.name), PLAIN))
            pair.addWidget(Text(tr(caution.words), QUIET))
            column.addLayout(pair)
        said = [f"{tr(caution.name)}: {tr(caution.words)}" for caution in CAUTIONS]
        self.setAccessibleName("\n".join(said))


class WelcomePage(Page):
    """`first_breath` begins one, `room` the room around; `done` leads home, and is called after both."""

    alone = True

    def __init__(
        self,
        preferences: Preferences,
        shape: FlowerShape,
        *,
        first_breath: Callable[[], object],
        room: Callable[[], object],
        done: Callable[[], object],
    ) -> None:
        super().__init__(tr("Hello. Start anywhere."))
        self._preferences, self._done = preferences, done
        self._first_breath, self._room = first_breath, room
        self.step = 0
        self._click_chosen = False
        self.picture = SeedPicture(shape)
        self.column.insertWidget(0, self.picture, 0, CENTRE)
        self.head.setAlignment(CENTRE)
        self.lead = _centred("", LEAD)
        self.column.addWidget(self.lead)
        self.column.addSpacing(GRID)
        choices = (self._sound_choices(), self._click_choices(), self._what_comes())
        self.breathe = FoldingButton(tr("First breath"), self._breathe, kind=MAIN)
        below = (self._care(), self._ways(round_first=True), self._way_home())
        for held in choices:
            self.column.addWidget(held)
        self.column.addSpacing(GRID)
        self.column.addWidget(self.breathe, 0, CENTRE)
        self.column.addSpacing(GRID)
        for held in below:
            self.column.addWidget(held)
        self.steps = tuple(zip(choices, below, strict=True))
        self._go(0)

    # --- the three steps --------------------------------------------------------------------------

    def _sound_choices(self) -> QWidget:
        self.with_sound = Choice(tr("With sound"), "", lambda: self._take_sound(Wanted.WITH_SOUND))
        self.quietly = Choice(tr("Quietly"), "", lambda: self._take_sound(Wanted.QUIETLY))
        self.look_round = Choice(tr("Look round first"), "", self.leave)
        held, column = _step()
        column.addWidget(Abreast((self.with_sound, self.quietly, self.look_round)))
        return held

    def _care(self) -> QWidget:
        """One line of caution, and the six behind *More*."""
        self.more = named(Button(tr("More"), self._turn_more, kind=BARE), tr("More about care"))
        self.cautions = Cautions()
        self.cautions.hide()
        held, column = _step()
        column.addWidget(_centred(tr(IN_ONE_LINE), QUIET))
        column.addWidget(self.more, 0, CENTRE)
        column.addWidget(self.cautions)
        return held

    def _click_choices(self) -> QWidget:
        self.breath = Choice(
            tr("Breath"), tr("A flower to breathe with."), lambda: self._take_click(OneClick.BREATH)
        )
        self.around = Choice(
            tr("The room around you"),
            tr("Eyes open, the breath left alone."),
            lambda: self._take_click(OneClick.ROOM),
        )
        held, column = _step()
        column.addWidget(Abreast((self.breath, self.around)))
        where = tr("A click on the seed in the tray, often near the clock, or on the tile in Today.")
        self.where = _centred(" ".join((where, tr("Settings can change what it brings."))), QUIET)
        column.addWidget(self.where)
        return held

    def _what_comes(self) -> QWidget:
        held, column = _step()
        for words in (
            tr("A breath begins when you ask for it."),
            tr("Closing the window leaves the seed in the tray, where the desktop has one."),
            tr("Ctrl+Q quits."),
        ):
            column.addWidget(_centred(words, PLAIN))
        return held

    def _way_home(self) -> QWidget:
        self.home = Button(tr("Home"), self.leave)
        held, column = _step()
        column.addWidget(self.home, 0, CENTRE)
        column.addWidget(self._ways(round_first=False))
        return held

    def _ways(self, *, round_first: bool) -> QWidget:
        """Back, and past all of it."""
        back = named(Button(tr("Back"), lambda: self._go(self.step - 1), kind=BARE), tr("Back a step"))
        buttons = [back, Button(tr("Look round first"), self.leave, kind=BARE)] if round_first else [back]
        return Abreast(buttons, equal=False)

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

    def _turn_more(self) -> None:
        shown = not self.cautions.isVisibleTo(self)
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
        heads = (
            (tr("Hello. Start anywhere."), tr("With sound, or quietly? Both can be changed at any time.")),
            (tr("One click"), tr("What would you like one click to bring?")),
            (tr("It waits until you ask"), ""),
        )
        moved, self.step = step != self.step, step
        head, lead = heads[step]
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
        self._click_chosen = self._preferences.settings.welcomed
        self._go(0)

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
        room = self.viewport().height()
        low = room < dress.px(LOW_PAGE)
        flower = WELCOME_FLOWER_LOW if low else WELCOME_FLOWER
        if low and dress.scale >= LARGE_TYPE_FROM:
            flower = WELCOME_FLOWER_LARGE_TYPE
        least = WELCOME_TOP_LOW if low else WELCOME_TOP
        top = max(least, (room - flower - dress.px(BELOW_FLOWER)) // 2)
        self.middle.setContentsMargins(SIDE, top, SIDE, least)
        self.picture.setFixedSize(QSize(flower, flower))


def _step() -> tuple[QWidget, QVBoxLayout]:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * GRID)
    return held, column


def _centred(words: str, kind: str) -> Text:
    text = Text(words, kind)
    text.setAlignment(CENTRE)
    return text
