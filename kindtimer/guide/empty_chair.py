"""Empty chair: whether anybody was at the computer while an offer was there; none counts that nobody saw.

Keys and mouse are asked about twice at the most, and while an offer is there alone: as its card goes, and
before it goes itself. What is not known counts as somebody. Main thread; never waits.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from kindtimer.core.clock import Clock
from kindtimer.core.hold import Hold, Reading
from kindtimer.core.offer import CARD_STAYS, STAYS
from kindtimer.guide.prompt_guide import HoldsAsked, PromptGuide

REST = timedelta(minutes=5)
"""Whoever touched no key and no mouse for so long when the card goes was not here to see it."""

BEFORE = timedelta(seconds=5)
"""The last look is so long before the offer goes: an answer takes two seconds at the most."""

Looks = Sequence[tuple[timedelta, timedelta]]
"""How long after an offer came it is looked, and for how long keys and mouse rest where nobody is here."""

LOOKS: Looks = ((CARD_STAYS, REST), (STAYS - BEFORE, STAYS - BEFORE))


class EmptyChair(QObject):
    """Tells `PromptGuide` that nobody saw what it offered."""

    def __init__(
        self,
        clock: Clock,
        prompts: PromptGuide,
        asker: Callable[[], HoldsAsked],
        parent: QObject | None = None,
        looks: Looks = LOOKS,
    ) -> None:
        """`asker` makes what asks the desktop, the first time that it is wanted."""
        super().__init__(parent)
        self._clock, self._prompts, self._make, self._looks = clock, prompts, asker, looks
        self._asker: HoldsAsked | None = None
        self._came = 0.0
        self._left: list[tuple[timedelta, timedelta]] = []
        self._asking = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def offer_came(self) -> None:
        """An offer is shown. One that was asked for has somebody who asked."""
        self.offer_went()
        shown = self._prompts.desk.shown
        if shown is not None and shown.offer.keys:
            self._came = self._clock.now()
            self._left = list(self._looks)
            self._arm()

    def offer_went(self) -> None:
        """It is over: nothing is asked any more, and no answer is waited for."""
        self._left, self._asking = [], False
        self._timer.stop()

    def look(self) -> None:
        """Ask the desktop once."""
        if not self._left:
            return
        _, rest = self._left.pop(0)
        if self._asker is None:
            self._asker = self._make()
            self._asker.answered.connect(self._answered)
        self._asking = True
        self._asker.ask(frozenset({Hold.INPUT}), rest.total_seconds())

    def close(self) -> None:
        """The program ends."""
        self.offer_went()
        if self._asker is not None:
            self._asker.close()

    def _arm(self) -> None:
        if self._left:
            after, _ = self._left[0]
            left = after.total_seconds() - (self._clock.now() - self._came)
            self._timer.start(max(0, round(left * 1000.0)))

    def _answered(self, readings: Mapping[Hold, Reading]) -> None:
        if not self._asking:
            return  # the one it was asked for has gone
        self._asking = False
        if readings.get(Hold.INPUT) is Reading.NO:
            self._left = []
            self._prompts.nobody_came()
        else:
            self._arm()
