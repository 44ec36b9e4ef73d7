"""Offering: offers as the running program has them: their guide, what watches time, card or notification.

`App` makes one and is told what was taken; what is said of offers in tray and status comes from here. Card
and notification are loaded when an offer is first shown. Main thread.
"""

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kindtimer.core.entry import Door
from kindtimer.core.offer import HOUR, QUARTER, Invitation
from kindtimer.core.offer_lines import ASKS
from kindtimer.core.offer_replies import Reply, replies, reply_words
from kindtimer.core.offer_told import offer_document, offer_told
from kindtimer.core.offer_wish import OfferAs
from kindtimer.core.pause import PAUSES, read_pause
from kindtimer.core.wish import ROOM, Wish
from kindtimer.core.words import tr
from kindtimer.desktop.tray import MenuEntry
from kindtimer.guide.activity_guide import ActivityGuide
from kindtimer.guide.breathe_shortcut import BreatheShortcut
from kindtimer.guide.empty_chair import EmptyChair
from kindtimer.guide.offer_commands import OfferCommands
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.prompt_guide import PromptGuide
from kindtimer.parts import Parts
from kindtimer.ui.appearance import Appearance, Look
from kindtimer.visuals.seed_mark import OFFER, PAUSED, RESTING

if TYPE_CHECKING:
    from kindtimer.desktop.notification import Notification
    from kindtimer.desktop.notification_line import Notice
    from kindtimer.ui.home_places import OffersShelf
    from kindtimer.ui.offer_card import OfferCard

BREATHE_COMMAND = "kindtimer breathe"
"""What a desktop's own shortcut can be given."""


class Offering(QObject):
    """Shows what `PromptGuide` offers, and hands on what is done with it."""

    taken = Signal(object)
    """The Wish that was taken with an offer."""
    changed = Signal()
    """Icon, tooltip, menu and status may be others."""
    gone = Signal()
    """What was shown is over: what only that needed can be given back."""
    breathe_wanted = Signal()
    """The keys for *Breathe* were pressed somewhere."""
    times_wanted = Signal()
    """Another time would suit better: the person wants to see when offers come."""
    trouble_told = Signal(str)

    def __init__(
        self,
        parts: Parts,
        preferences: Preferences,
        appearance: Appearance,
        busy: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts, self._preferences, self._appearance = parts, preferences, appearance
        self.prompts = PromptGuide(
            parts.clock,
            preferences,
            parts.offers,
            parts.holds,
            parts.zone,
            busy,
            self,
            first_minute=parts.first_minute,
        )
        self.commands = OfferCommands(parts.clock, self.prompts, preferences, parts.patterns, self)
        self.activity = ActivityGuide(parts.clock, preferences, self.prompts, parts.holds, self)
        self.chair = EmptyChair(parts.clock, self.prompts, parts.holds, self)
        self.shortcut = BreatheShortcut(preferences, parts.keys, BREATHE_COMMAND, self)
        self._watch = parts.time_watch(self)
        self._card: OfferCard | None = None
        self._notification: Notification | None = None
        self._told = ""

    def wire(self) -> None:
        """Every connection, sorted by sender."""
        self._appearance.changed.connect(self._dress)
        self.commands.taken.connect(lambda invitation: self.taken.emit(self._wish(invitation)))
        self.prompts.changed.connect(self.changed)
        self.prompts.gone.connect(self.chair.offer_went)
        self.prompts.gone.connect(self._gone)
        self.prompts.offered.connect(self.chair.offer_came)
        self.prompts.offered.connect(self._offered)
        self.prompts.trouble_told.connect(self.trouble_told)
        self.shortcut.pressed.connect(self.breathe_wanted)
        self.shortcut.trouble_told.connect(self.trouble_told)
        self._watch.changed.connect(self._time_changed)

    def begin(self) -> None:
        """The program has started."""
        self.prompts.begin()
        self.activity.follow()
        self.shortcut.begin()
        self.prompts.unlocked()  # whoever logs in has unlocked, too

    def close(self) -> None:
        """The program ends."""
        self.prompts.close()
        self._watch.close()
        self.activity.close()
        self.chair.close()
        self.shortcut.close()
        if self._card is not None:
            self._card.go()
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if self._notification is not None:
            self._notification.close()
            self._notification = None

    # --- what is told ---------------------------------------------------------------------------------

    @property
    def state(self) -> str:
        """What the tray's seed says of offers."""
        if self.prompts.desk.shown is not None:
            return OFFER
        return PAUSED if self.prompts.desk.pause is not None else RESTING

    @property
    def wanted(self) -> bool:
        """Whether a rule is on, for which the program stays also where no tray shows it."""
        return any(rule.on for rule in self._preferences.settings.rules)

    @property
    def line(self) -> str:
        """What matters of offers now, or nothing."""
        prompts, schedule = self.prompts, self.prompts.schedule
        by_time = any(rule.on and rule.comes_by_time for rule in schedule.rules)
        when = self._parts.clock.when()
        return offer_told(prompts.desk, when, schedule.zone, prompts.held, prompts.next_at(), by_time)

    def document(self) -> dict[str, Any]:
        """What the status says of offers."""
        prompts = self.prompts
        return offer_document(prompts.desk, prompts.schedule.zone, prompts.held, prompts.next_at())

    def shelf(self) -> "OffersShelf":
        """What the page of offers is filled with."""
        from kindtimer.ui.home_places import OffersShelf

        prompts = self.prompts
        return OffersShelf(prompts, self.take, prompts.cannot_tell, self._parts.login(), self.shortcut)

    def entries(self) -> list[MenuEntry]:
        """What the tray's menu holds of offers; nothing where nobody made a rule."""
        desk, entries = self.prompts.desk, list[MenuEntry]()
        if line := self.line:
            entries.append(MenuEntry(line, self.times_wanted.emit, apart=True))
        if desk.shown is not None or desk.waiting is not None:
            entries.append(MenuEntry(tr("Take the minute"), self.take))
        if desk.pause is not None:
            entries.append(MenuEntry(tr("Let offers go on"), self.prompts.resume))
        elif self.wanted:
            entries.append(MenuEntry(tr("Pause offers"), within=tuple(self._pauses())))
        return entries

    def _pauses(self) -> list[MenuEntry]:
        return [MenuEntry(tr(words), partial(self.pause, typed)) for typed, words in PAUSES]

    # --- what is done ---------------------------------------------------------------------------------

    def take(self) -> None:
        """Take the one that is shown or waits."""
        invitation = self.prompts.take()
        if invitation is not None:
            self.taken.emit(self._wish(invitation))

    def pause(self, words: str) -> None:
        """Pause as somebody would type it."""
        self.prompts.pause(read_pause(words, self._parts.clock.when(), self.prompts.schedule.zone))

    def screens_changed(self) -> None:
        """A screen came, went or is another."""
        if self._card is not None:
            self._card.stay_on_screens(QGuiApplication.screens())

    def _wish(self, invitation: Invitation) -> Wish:
        """A pattern that is no longer there never stands between an offer and a breath."""
        known = invitation.practice == ROOM or invitation.practice in self._parts.patterns
        pattern = invitation.practice if known else None
        return Wish(Door.OFFER, pattern, invitation.minutes)

    def session_began(self) -> None:
        """Somebody breathes: an offer that is here has brought what it was for, however that began."""
        self.prompts.take()

    def _time_changed(self, what: str) -> None:
        self.prompts.look()
        self.changed.emit()  # what is told of times is told in another zone, perhaps
        if what == "unlock":
            self.prompts.unlocked()

    # --- how it is shown ------------------------------------------------------------------------------

    def _offered(self, invitation: Invitation) -> None:
        if self._as_card():
            self.card.show_invitation(invitation, self._appearance.look)
        else:
            self.notification.show(_notice(invitation))

    def _as_card(self) -> bool:
        # On Wayland no window can be placed, nor kept from taking the keyboard.
        wayland = QGuiApplication.platformName().startswith("wayland")
        return self._preferences.settings.offer_as is OfferAs.CARD and not wayland

    def _dress(self, look: Look) -> None:
        if self._card is not None:
            self._card.wear(look)

    def _gone(self) -> None:
        if self._card is not None:
            self._card.go()
        if self._notification is not None:
            self._notification.close_notification()
        self.gone.emit()

    def let_go(self) -> None:
        """Give back what only an offer that is shown needs."""
        if self._card is not None and not self._card.isVisible():
            self._card.deleteLater()
            self._card = None

    @property
    def card(self) -> "OfferCard":
        """The card, made when it is first wanted."""
        if self._card is None:
            from kindtimer.desktop.compositor import composited
            from kindtimer.desktop.taskbar import keep_off_taskbar
            from kindtimer.ui.offer_card import OfferCard

            self._card = card = OfferCard(self._parts.assets, composited, unlist=keep_off_taskbar)
            card.answered.connect(self._reply)
        return self._card

    @property
    def notification(self) -> "Notification":
        """The notification, made when it is first wanted."""
        if self._notification is None:
            self._notification = made = self._parts.notification(self)
            made.answered.connect(self._answered)
            made.failed.connect(self._not_notified)
        return self._notification

    def _answered(self, answer: str) -> None:
        """One of the notification's answers, or what a daemon calls another thing that was done with it."""
        if self.notification.token:
            # With it a desktop that guards the focus lets the window come to the front (Wayland).
            os.environ["XDG_ACTIVATION_TOKEN"] = self.notification.token
        if reply := next((one for one in Reply if one == answer), None):
            self._reply(reply)

    def _reply(self, reply: Reply) -> None:
        match reply:
            case Reply.TAKE:
                self.take()
            case Reply.NOT_NOW:
                self.prompts.not_now()
            case Reply.QUARTER_LATER:
                self.prompts.later(QUARTER)
            case Reply.HOUR_LATER:
                self.prompts.later(HOUR)
            case Reply.EVENING:
                self.prompts.this_evening()
            case Reply.NOT_TODAY:
                self.prompts.not_now()
                self.pause("until tomorrow")
            case Reply.ANOTHER_TIME | Reply.FEWER:
                self.prompts.not_now()
                self.times_wanted.emit()

    def _not_notified(self, line: str) -> None:
        """The bud and *Take the minute* are there all the same; where a card can be, it is shown instead."""
        invitation = self.prompts.invitation()
        if invitation is not None and not QGuiApplication.platformName().startswith("wayland"):
            self.card.show_invitation(invitation, self._appearance.look)
        elif line != self._told:
            self._told = line
            self.trouble_told.emit(line)


def _notice(invitation: Invitation) -> "Notice":
    from kindtimer.desktop.notification_line import Notice

    body = f"{invitation.neutral} {tr(ASKS)}" if invitation.asks else invitation.neutral
    listed = replies(asks=invitation.asks)
    return Notice(
        "KindTimer",
        body,
        tuple((reply.value, reply_words(reply, invitation.practice)) for reply in listed),
    )
