"""Card stand: cards of offers in a desktop, one after the other, alone in a process of their own.

`python -m tests.desktop.card_stand CARDS STAYS_MS [asks]`. It writes a line of JSON for each thing that
happens: where the card stands and where its buttons do, what was answered, and that it has gone. `CardStand`
reads them.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from kindtimer.core.offer import Invitation
from kindtimer.desktop.compositor import composited
from kindtimer.desktop.taskbar import keep_off_taskbar
from kindtimer.ui.appearance import Look
from kindtimer.ui.offer_card import OfferCard
from kindtimer.visuals.palette import DUSK
from tests import fakes
from tests.desktop.child import Child
from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop

NEXT_MS = 100
"""Until the next one comes: the window manager has let the last one go by then."""

LINES = ("Nothing to fix for one minute.", "Feet on the floor and a long breath out: one minute.")


class Stand(QObject):
    """Shows the next card once one has gone."""

    def __init__(self, cards: int, stays_ms: int, *, asks: bool) -> None:
        super().__init__()
        self._cards, self._asks = cards, asks
        self._shown = 0
        self.card = card = OfferCard(fakes.ASSETS, composited, unlist=keep_off_taskbar, stays_ms=stays_ms)
        card.answered.connect(lambda reply: self._tell(answer=reply.value))
        card.answers.folded.connect(lambda: QTimer.singleShot(0, self._told_place))
        QGuiApplication.instance().screenRemoved.connect(self._follow_screens)  # type: ignore[union-attr]
        card.installEventFilter(self)

    def begin(self) -> None:
        """Show the next one, or say that there is none."""
        if self._shown == self._cards:
            self._tell(end=True)
            return
        words = LINES[self._shown % len(LINES)]
        self._shown += 1
        self.card.show_invitation(Invitation(words, asks=self._asks), Look(DUSK, still=False))
        QTimer.singleShot(0, self._told_place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It has gone, or stands elsewhere."""
        if event.type() == QEvent.Type.Hide:
            self._tell(gone=self._shown)
            QTimer.singleShot(NEXT_MS, self.begin)
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.card.isVisible():
            QTimer.singleShot(0, self._told_place)
        return False

    def _follow_screens(self) -> None:
        self.card.stay_on_screens(QGuiApplication.screens())

    def _told_place(self) -> None:
        card = self.card
        buttons = {
            button.accessibleName(): _whole(QRect(button.mapToGlobal(QPoint()), button.size()))
            for button in card.answers.findChildren(QAbstractButton)
            if button.isVisible()
        }
        at, opacity = _whole(card.geometry()), card.windowOpacity()
        self._tell(card=self._shown, at=at, buttons=buttons, opacity=opacity)

    def _tell(self, **told: object) -> None:
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _whole(place: QRect) -> list[int]:
    return [place.x(), place.y(), place.width(), place.height()]


class CardStand:
    """The same from outside: started in a desktop, read line by line. A context manager."""

    def __init__(
        self, desktop: Desktop, cards: int = 1, stays_ms: int = 30_000, *, asks: bool = False
    ) -> None:
        self._desktop = desktop
        argv = (sys.executable, "-m", "tests.desktop.card_stand", str(cards), str(stays_ms))
        env = {**desktop.env, "PYTHONPATH": str(Path(__file__).parents[2])}
        self.child = Child("card", (*argv, *(["asks"] if asks else [])), env, desktop.folder)

    def __enter__(self) -> "CardStand":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.child.end()

    def told(self, key: str) -> list[Any]:
        """Everything it said of that."""
        lines = [json.loads(line) for line in self.child.said().splitlines() if line.startswith("{")]
        return [line[key] for line in lines if key in line]

    def complaints(self) -> list[str]:
        """What it said beside that."""
        return [line for line in self.child.said().splitlines() if not line.startswith("{")]

    def shown(self, number: int = 1) -> list[int]:
        """Wait for that card; where it stands: x, y, width, height."""
        wait_for(lambda: number in self.told("card"), f"card {number}", alive=self.child.check)
        wait_for(self._stands, f"card {number} can be seen and pressed", alive=self.child.check)
        return self.place

    def _stands(self) -> bool:
        seen = self._desktop.hand.window("kindtimer")
        return seen is not None and [seen.x, seen.y, seen.width, seen.height] == self.place

    @property
    def place(self) -> list[int]:
        """Where it stands now."""
        last: list[int] = self.told("at")[-1]
        return last

    def button(self, name: str) -> tuple[int, int]:
        """Wait until it has that button; the middle of it."""

        def found() -> list[int] | None:
            told = self.told("buttons")
            return told[-1].get(name) if told and self._stands() else None

        x, y, wide, high = wait_for(found, f"a button {name}", alive=self.child.check)
        return x + wide // 2, y + high // 2

    def gone(self, number: int = 1) -> None:
        """Wait until that card is out of sight."""
        wait_for(lambda: number in self.told("gone"), f"card {number} goes", alive=self.child.check)


def main(words: Sequence[str]) -> int:
    """Run the stand until it is ended."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("kindtimer")
    application.setQuitOnLastWindowClosed(False)
    application.setStyle("Fusion")
    application.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    stand = Stand(int(words[0]), int(words[1]), asks="asks" in words[2:])
    QTimer.singleShot(0, stand.begin)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
