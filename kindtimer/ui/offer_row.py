"""Offer row: the one line on Today that is there only when an offer is, or when offers paused themselves."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.words import tr
from kindtimer.guide.prompt_guide import PromptGuide
from kindtimer.ui.buttons import BARE, Button
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.texts import PLAIN, Text
from kindtimer.visuals.measures import GRID


class OfferRow(QWidget):
    """Hidden while there is nothing to say. It looks anew when it is told to, and never by itself."""

    def __init__(self, guide: PromptGuide, take: Callable[[], object], times: Callable[[], object]) -> None:
        """`take` takes the offer that is here, `times` leads to the page of offers."""
        super().__init__()
        self._guide = guide
        self.words = Text("", PLAIN)
        self.take = Button(tr("Take it"), take)
        self.not_now = Button(tr("Not now"), guide.not_now, kind=BARE)
        self.go_on = Button(tr("Let them go on"), guide.resume)
        self.leave = Button(tr("Leave them paused"), guide.stay_paused, kind=BARE)
        self.times = Button(tr("Look at the times"), times, kind=BARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.words)
        flow = FlowLayout()
        for button in (self.take, self.not_now, self.go_on, self.leave, self.times):
            flow.addWidget(button)
        column.addLayout(flow)
        self.look()

    def look(self) -> None:
        """See whether there is something to say."""
        desk = self._guide.desk
        here = desk.shown is not None
        own = not here and desk.pause is not None and desk.pause.own
        self.words.setText(
            tr("A minute is still here.")
            if here
            else tr(
                "Offers have paused themselves, since the last ones did not suit. Nothing is lost by that."
            )
        )
        for button, there in (
            (self.take, here),
            (self.not_now, here),
            (self.go_on, own),
            (self.leave, own),
            (self.times, own),
        ):
            button.setVisible(there)
        self.setVisible(here or own)
