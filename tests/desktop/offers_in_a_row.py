"""The real program, in which one offer after the other is due: the wall clock is set to just before each.

`python -m tests.desktop.offers_in_a_row COUNT FILE`: after COUNT cards FILE holds, as JSON, by how many
seconds each was painted after its due second. The home is KINDTIMER_HOME, and has a rule. Used by
the bench of offers.
"""

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from kindtimer.app import App, build
from kindtimer.offering import Offering
from kindtimer.parts import Parts
from kindtimer.program import run
from kindtimer.store.paths import Home
from tests.desktop.shifted_program import ShiftedClock, shifted_parts

ZONE = ZoneInfo("Europe/Berlin")
BEFORE = timedelta(seconds=1.25)
"""The clock is set to so long before the next one."""

REST_MS = 900
"""A card stays so long before it is answered."""


class Row(QObject):
    """Leads the offers, and notes when each card was painted first."""

    def __init__(self, offering: Offering, clock: ShiftedClock, count: int, out: Path) -> None:
        super().__init__()
        self._offering, self._clock, self._count, self._out = offering, clock, count, out
        self.late: list[float] = []
        self._due: datetime | None = None
        offering.prompts.offered.connect(self._offered)
        QTimer.singleShot(500, self, self._next)

    def _next(self) -> None:
        coming = self._offering.prompts.next_prompt()
        assert coming is not None, "the home has a rule"
        self._clock.set_to(coming.due - BEFORE)
        self._offering.prompts.look()

    def _offered(self) -> None:
        shown = self._offering.prompts.desk.shown
        assert shown is not None
        self._due = shown.offer.due
        self._offering.card.installEventFilter(self)
        self._offering.card.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first painting of a card that is new."""
        if event.type() == QEvent.Type.Paint and self._due is not None:
            due, self._due = self._due, None
            QTimer.singleShot(0, self, lambda: self._painted(due))
        return False

    def _painted(self, due: datetime) -> None:
        self.late.append((self._clock.when() - due).total_seconds())
        QTimer.singleShot(REST_MS, self, self._answer)

    def _answer(self) -> None:
        self._offering.prompts.take()  # as if it were taken, so that nothing pauses itself; no session begins
        if len(self.late) < self._count:
            QTimer.singleShot(300, self, self._next)
        else:
            self._out.write_text(json.dumps(self.late), "utf-8")


def main(count: int, out: Path) -> int:
    """Run it to its end."""
    clock = ShiftedClock()
    clock.set_to(datetime(2026, 11, 25, 8, 50, tzinfo=UTC))
    rows: list[Row] = []

    def built(application: QApplication, parts: Parts) -> App:
        made = build(application, parts)
        rows.append(Row(made.offering, clock, count, out))
        return made

    home = Home.find(None, os.environ)
    home.make()
    return run(home, None, None, lambda found: shifted_parts(found, clock, ZONE), built)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2])))
