"""Offers week: the coming seven days, as a picture or a list; under it what is out of the ordinary."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.clock import Clock
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.guide.prompt_guide import PromptGuide
from kindtimer.ui.buttons import BARE
from kindtimer.ui.dress import Dress
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.offers_days import DAYS, WeekDay, quiet_told, week, without_times
from kindtimer.ui.offers_part import OffersPart, say
from kindtimer.ui.offers_picture import OffersPicture
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID, GUIDE_BESIDE, LARGE_TYPE_FROM


class OffersWeek(OffersPart):
    """Where there is no room for a picture, or at large type, the list stands alone."""

    def __init__(self, guide: PromptGuide, clock: Clock, settings: Settings) -> None:
        super().__init__(tr("The coming seven days"))
        self._guide, self._clock = guide, clock
        self._as_list = False
        self.picture = OffersPicture()
        self.list = QWidget()
        rows = QVBoxLayout(self.list)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        self.lines = [Text("", PLAIN) for _ in range(DAYS)]
        for line in self.lines:
            rows.addWidget(line)
        self.legend = Text("", QUIET)
        self.notes = Text("", QUIET)
        self.quiet = Text("", QUIET)
        rows.addWidget(self.quiet)
        self.unknown = Text("", QUIET)
        self.other = FoldingButton(tr("As a list"), self._turn, kind=BARE)
        flow = FlowLayout()
        flow.addWidget(self.other)
        for widget in (self.picture, self.list, self.legend, self.notes, self.unknown):
            self.column.addWidget(widget)
        self.column.addLayout(flow)
        self.look(settings)
        self._stand()

    def look(self, settings: Settings) -> None:
        """The week as the rules are now."""
        self.setVisible(any(rule.on for rule in settings.rules))
        if self.isHidden():
            return
        schedule, when = self._guide.schedule, self._clock.when()
        today = when.astimezone(schedule.zone).date()
        days = week(schedule, when, self._guide.desk.pause)
        quiet = quiet_told(settings.quiet)
        self.picture.show_days(days, "\n".join([*(day.told(today) for day in days), quiet]).strip())
        say(self.quiet, quiet)
        for line, day in zip(self.lines, days, strict=True):
            line.setText(day.told(today))
        self._signs = legend_told(days)
        self._noted = "\n".join(note for day in days for note in day.notes())
        rules = ", ".join(without_times(settings.rules))
        told = tr("Not in it, since nobody knows beforehand when: {rules}.", rules=rules) if rules else ""
        say(self.unknown, told)
        self._stand()

    def wear(self, dress: Dress) -> None:
        """At large type the list stands alone."""
        super().wear(dress)
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, too."""
        super().resizeEvent(event)
        self._stand()

    _noted = _signs = ""

    @property
    def _has_room(self) -> bool:
        scale = self._dress.scale if self._dress is not None else 1.0
        return scale < LARGE_TYPE_FROM and self.width() >= GUIDE_BESIDE * scale

    def _stand(self) -> None:
        pictured = self._has_room and not self._as_list
        self.picture.setVisible(pictured)
        self.list.setVisible(not pictured)
        self.other.setVisible(self._has_room)
        say(self.legend, self._signs if pictured else "")
        say(self.notes, self._noted if pictured else "")  # the list says it by itself

    def _turn(self) -> None:
        self._as_list = not self._as_list
        self.other.say(tr("As a picture") if self._as_list else tr("As a list"))
        self._stand()


def legend_told(days: Sequence[WeekDay]) -> str:
    """What the picture's signs mean, those that are in it."""
    signs = (
        tr("Shaded: quiet times.") if any(day.quiet for day in days) else "",
        tr("Faint: paused.") if any(day.paused for day in days) else "",
    )
    return " ".join(sign for sign in signs if sign)
