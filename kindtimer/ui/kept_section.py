"""Kept section: where a person's words are kept, what is kept, and that nothing leaves the computer."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kindtimer.core.setting import Section
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, named
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.growing_field import GrowingField
from kindtimer.ui.page import across
from kindtimer.ui.settings_section import SettingsSection, heap_holds
from kindtimer.ui.texts import PLAIN, QUIET, Text


class KeptSection(SettingsSection):
    """`kept_at` is the folder, as one would type it."""

    def __init__(self, kept_at: str) -> None:
        super().__init__(Section.KEPT)
        self._kept_at = kept_at
        self.kept = Text(
            tr(
                "The record of sessions and the page for hard times stand in the folder below, readable to "
                "whoever can open it."
            ),
            PLAIN,
        )
        self.stays = Text(
            tr("Nothing leaves this computer: KindTimer opens no connection to any network."), PLAIN
        )
        self.named = Text(tr("The folder"), QUIET)
        # A path is one long word; the field breaks it anywhere, and copies it as it is.
        self.folder = GrowingField(tr("The folder"), tr("Can be selected and copied."), read_only=True)
        self.folder.setPlainText(kept_at)
        self.copy = named(
            FoldingButton(tr("Copy"), self._copy, kind=BARE, drawing="copy"), tr("Copy the folder's path")
        )
        for widget in (self.kept, self.stays, self.named, self.folder):
            self.column.addWidget(widget)
        self.column.addLayout(across(self.copy))

    def holds(self, words: Sequence[str]) -> bool:
        """All of it is one thing."""
        more = tr("private privacy data journal path network backup")
        return heap_holds(words, self.head.text(), self.kept.text(), self.stays.text(), self._kept_at, more)

    @property
    def stops(self) -> Sequence[QWidget]:
        """The path, then a way to copy it."""
        return [self.folder, self.copy]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._kept_at)
        self.copy.setText(tr("Copied"))
        speak_politely(self, tr("Copied"))
