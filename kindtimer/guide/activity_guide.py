"""Activity guide: looks once a minute whether somebody is at the computer, where a rule asks for that.

Where none does nothing ticks and nothing is asked. Main thread; never waits.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from kindtimer.core.activity import LOOK, Activity, may_come, wants
from kindtimer.core.clock import Clock
from kindtimer.core.hold import Hold, Reading
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.prompt_guide import HoldsAsked, PromptGuide

KNOWN = {Reading.YES: True, Reading.NO: False}


class ActivityGuide(QObject):
    """Tells `PromptGuide` what rules wait for."""

    def __init__(
        self,
        clock: Clock,
        preferences: Preferences,
        prompts: PromptGuide,
        asker: Callable[[], HoldsAsked],
        parent: QObject | None = None,
    ) -> None:
        """`asker` makes what asks the desktop, the first time that it is wanted."""
        super().__init__(parent)
        self._clock, self._preferences, self._prompts = clock, preferences, prompts
        self._make = asker
        self._asker: HoldsAsked | None = None
        self._activity = Activity()
        self._closed = False
        self._timer = QTimer(self, interval=round(LOOK.total_seconds() * 1000))
        self._timer.timeout.connect(self.look)
        preferences.changed.connect(self.follow)

    def follow(self) -> None:
        """Look once a minute where a rule asks for it, and else not at all."""
        if not any(wants(self._preferences.settings.rules)):
            self._timer.stop()
            self._activity = Activity()
        elif not self._timer.isActive():
            self._timer.start()

    def look(self) -> None:
        """Ask the desktop once."""
        when, zone = self._clock.when(), self._prompts.schedule.zone
        rules = [rule for rule in self._preferences.settings.rules if may_come(rule, when.astimezone(zone))]
        computer, calls = wants(rules)
        if not (computer or calls) or self._prompts.desk.pause is not None:
            return  # nothing could come now, so nothing is asked
        asked = {Hold.INPUT} if computer else set()
        if calls:
            asked.add(Hold.CALL)
        if self._asker is None:
            self._asker = self._make()
            self._asker.answered.connect(self._answered)
        self._asker.ask(frozenset(asked), LOOK.total_seconds())

    def close(self) -> None:
        """The program ends."""
        if self._closed:
            return
        self._closed = True
        self._preferences.changed.disconnect(self.follow)
        self._timer.stop()
        if self._asker is not None:
            self._asker.close()

    def _answered(self, readings: Mapping[Hold, Reading]) -> None:
        when, zone = self._clock.when(), self._prompts.schedule.zone
        busy, in_call = (KNOWN.get(readings.get(hold, Reading.UNKNOWN)) for hold in (Hold.INPUT, Hold.CALL))
        rules = self._preferences.settings.rules
        self._activity, happened = self._activity.looked(when, zone, rules, busy, in_call)
        for rule, which in happened:
            self._prompts.due_now(rule, which)
