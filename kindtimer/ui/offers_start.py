"""Offers start: starting at login, and the shortcut for *Breathe*; each only where it is handed in."""

from typing import Protocol

from PySide6.QtCore import Qt

from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, Button, named
from kindtimer.ui.copy_button import CopyButton
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.offers_field import OffersField
from kindtimer.ui.offers_part import OffersPart, say, show_switch, switched, together
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID


class LoginStart(Protocol):
    """Starts the program at login, or does not. Main thread; each call is short."""

    def is_on(self) -> bool:
        """Whether it starts at the next login."""

    def turn_on(self) -> str:
        """Start at login from now on. Empty, or one kind line why not."""

    def turn_off(self) -> str:
        """Start at login no more. Empty, or one kind line why not."""


class BreatheShortcut(Protocol):
    """The keys that begin *Breathe* from any window. Main thread; each call is short."""

    def why_not(self) -> str:
        """Why there can be none here, and what there is instead; empty where there can be one."""

    def command(self) -> str:
        """What a desktop's own shortcut can be given; to be copied."""

    def keys(self) -> str:
        """The keys as they are written, empty where none are chosen."""

    def choose(self, keys: str) -> str:
        """Take these keys from now on, none where it is empty. Empty, or one kind line why not."""


class OffersStart(OffersPart):
    """Seen only where there is something to choose."""

    def __init__(self, login: LoginStart | None, shortcut: BreatheShortcut | None) -> None:
        super().__init__(tr("Start and shortcut"))
        self._login, self._shortcut = login, shortcut
        self.setVisible(login is not None or shortcut is not None)
        told = tr("It starts hidden, and offers nothing in the first minute.")
        self.login = switched(tr("Start at login"), self._switch_login, told)
        self.login_told = Text(told, QUIET)
        self.trouble = Text("", PLAIN)
        for widget in (self.login, self.login_told, self.trouble):
            widget.setVisible(login is not None)
        self.column.addLayout(together(self.login, self.login_told, self.trouble))
        self.column.addSpacing(GRID)
        self._build_shortcut(shortcut)
        self.look_at_desktop()

    def _build_shortcut(self, shortcut: BreatheShortcut | None) -> None:
        self.keys = OffersField(
            tr("Shortcut for Breathe, from any window"), hint="Ctrl+Alt+B", most=60, entered=self._choose_keys
        )
        self.set = Button(tr("Set"), self._choose_keys)
        named(self.set, tr("Set the shortcut"))
        self.none = Button(tr("No shortcut"), self._forget_keys, kind=BARE)
        self.why_not = Text("", QUIET)
        self.copy = CopyButton(shortcut.command() if shortcut else "", tr("Copy the command"))
        flow = FlowLayout()
        for button in (self.set, self.none, self.copy):
            flow.addWidget(button)
        self.column.addWidget(self.keys)
        self.column.addWidget(self.why_not)
        self.column.addLayout(flow)

    def look_at_desktop(self) -> None:
        """What is so now, whoever changed it."""
        if self._login is not None:
            show_switch(self.login, self._login.is_on())
            say(self.trouble, "")
        shortcut = self._shortcut
        why_not = shortcut.why_not() if shortcut is not None else ""
        there = shortcut is not None and not why_not
        say(self.why_not, why_not)
        self.keys.setVisible(there)
        self.set.setVisible(there)
        self.copy.setVisible(bool(why_not))
        keys = shortcut.keys() if shortcut is not None and there else ""
        self.keys.show_words(keys)
        self.keys.tell("" if not keys else tr("{keys} begins Breathe.", keys=keys))
        self._show_none(bool(keys))

    def _show_none(self, there: bool) -> None:
        if self.none.hasFocus() and not there:
            self.keys.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.none.setVisible(there)

    def _switch_login(self, on: bool) -> None:
        login = self._login
        if login is None:
            return
        trouble = login.turn_on() if on else login.turn_off()
        show_switch(self.login, login.is_on())
        say(self.trouble, trouble)
        speak_politely(self, trouble)

    def _choose_keys(self) -> None:
        shortcut = self._shortcut
        if shortcut is None:
            return
        told = self.keys.too_long or shortcut.choose(self.keys.words)
        if told:
            self.keys.tell(told)
            speak_politely(self, told)
        else:
            self.look_at_desktop()

    def _forget_keys(self) -> None:
        if self._shortcut is not None:
            self._shortcut.choose("")
            self.look_at_desktop()
