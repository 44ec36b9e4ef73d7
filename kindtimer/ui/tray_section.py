"""Tray section: the part of *Settings* about tray and start, with a door to the page *Offers*."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kindtimer.core.setting import Section
from kindtimer.core.words import tr
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.setting_row import SettingRow
from kindtimer.ui.settings_section import SettingsSection, heap_holds


class TraySection(SettingsSection):
    """`offers` opens the page of offers; without it there is no door to it."""

    def __init__(self, rows: Sequence[SettingRow], offers: Callable[[], object] | None = None) -> None:
        super().__init__(Section.TRAY, rows)
        self._leads = offers is not None
        self.offers = RowButton(
            tr("Offers, start at login, shortcut"),
            tr("On the page Offers: times for a kind minute, quiet times, and the keys for Breathe."),
            offers or (lambda: None),
        )
        self.column.addWidget(self.offers)

    def holds(self, words: Sequence[str]) -> bool:
        """Whether the door leads to what is searched for; it is seen then."""
        more = tr("reminder notification autostart schedule break hotkey do not disturb pause card")
        said = (self.head.text(), self.offers.words.text(), self.offers.told.text(), more)
        found = self._leads and heap_holds(words, *said)
        self.offers.setVisible(found)
        return found

    def narrow(self, words: Sequence[str]) -> bool:
        """The rows and the door."""
        there = self.holds(words)
        return super().narrow(words) or there

    @property
    def stops(self) -> Sequence[QWidget]:
        """The rows', then the door."""
        return [*super().stops, self.offers]
