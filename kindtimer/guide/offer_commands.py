"""Offer commands: what the command line asks of the running program about offers, answered. Main thread."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from kindtimer.core.clock import Clock
from kindtimer.core.hold import Hold
from kindtimer.core.offer import Invitation
from kindtimer.core.pattern import Pattern
from kindtimer.core.pause import read_pause
from kindtimer.core.rule import RuleNotPossible
from kindtimer.core.rule_changes import changed
from kindtimer.core.wish import NotPossible
from kindtimer.core.words import tr
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.prompt_guide import PromptGuide


class OfferCommands(QObject):
    """One answer for each wish."""

    taken = Signal(object)
    """The Invitation that was taken from the command line."""

    def __init__(
        self,
        clock: Clock,
        prompts: PromptGuide,
        preferences: Preferences,
        patterns: Mapping[str, Pattern],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock, self._prompts = clock, prompts
        self._preferences, self._patterns = preferences, patterns

    def answers(self) -> dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]]:
        """What it answers, by the wish's name. Each may raise NotPossible with a kind line."""
        return {
            "break": self._break,
            "take": self._take,
            "pause": self._pause,
            "resume": self._resume,
            "rules": self._rules,
        }

    def _break(self, _message: Mapping[str, Any]) -> dict[str, Any]:
        if Hold.SESSION in self._prompts.held:
            raise NotPossible(tr("A session is on the screen already; nothing is offered over it."))
        self._prompts.offer_now()
        return {}

    def _take(self, _message: Mapping[str, Any]) -> dict[str, Any]:
        taken: Invitation | None = self._prompts.take()
        if taken is not None:
            self.taken.emit(taken)
        return {"taken": taken is not None}

    def _pause(self, message: Mapping[str, Any]) -> dict[str, Any]:
        words = str(message.get("words") or "")
        try:
            pause = read_pause(words, self._clock.when(), self._prompts.schedule.zone)
        except RuleNotPossible as reason:
            raise NotPossible(str(reason)) from None
        self._prompts.pause(pause)
        zone = self._prompts.schedule.zone
        until = pause.until and pause.until.astimezone(zone).isoformat(timespec="seconds")
        return {"until": until}

    def _resume(self, _message: Mapping[str, Any]) -> dict[str, Any]:
        was = self._prompts.desk.pause is not None
        self._prompts.resume()
        return {"resumed": was}

    def _rules(self, message: Mapping[str, Any]) -> dict[str, Any]:
        if not _is_sane(message):
            raise NotPossible(
                tr("Those times could not be read. For example: kindtimer prompts add “daily 10:00”")
            )
        try:
            today = self._clock.when().astimezone(self._prompts.schedule.zone).date()
            settings, told = changed(self._preferences.settings, message, self._patterns, today)
        except RuleNotPossible as reason:
            raise NotPossible(str(reason)) from None
        self._preferences.replace(settings)
        return {"told": told}


def _is_sane(message: Mapping[str, Any]) -> bool:
    """Whether what a message holds is of the kinds it may be; only one that was made by hand is not."""
    texts = all(isinstance(message.get(key, ""), str | None) for key in ("do", "words", "practice", "own"))
    minutes = message.get("minutes")
    return texts and (minutes is None or (isinstance(minutes, int | float) and not isinstance(minutes, bool)))
