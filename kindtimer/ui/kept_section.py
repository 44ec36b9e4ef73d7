"""Kept section: where a person's words are kept, what is kept, and that nothing leaves the computer."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kindtimer.core.setting import Section
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.ui.buttons import BARE
from kindtimer.ui.copy_button import CopyButton
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.growing_field import GrowingField
from kindtimer.ui.page import across
from kindtimer.ui.settings_section import SettingsSection, heap_holds
from kindtimer.ui.texts import PLAIN, QUIET, Text


class KeptSection(SettingsSection):
    """`kept_at` is the folder, as one would type it; `record` leads to where the record is chosen."""

    def __init__(self, kept_at: str, *, record: Callable[[], object]) -> None:
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
        self.now = Text("", QUIET)
        self.record = FoldingButton(tr("Choose whether a record is kept"), record, kind=BARE)
        self.named = Text(tr("The folder"), QUIET)
        # A path is one long word; the field breaks it anywhere, and copies it as it is.
        self.folder = GrowingField(tr("The folder"), tr("Can be selected and copied."), read_only=True)
        self.folder.setPlainText(kept_at)
        self.copy = CopyButton(kept_at, tr("Copy the folder's path"))
        for widget in (self.kept, self.stays, self.now):
            self.column.addWidget(widget)
        self.column.addLayout(across(self.record))
        self.column.addWidget(self.named)
        self.column.addWidget(self.folder)
        self.column.addLayout(across(self.copy))

    def show_settings(self, settings: Settings) -> None:
        """Whether sessions are written down now."""
        kept = tr("A record of sessions is kept now.")
        off = tr("No record of sessions is kept now; an earlier one stays in the folder.")
        self.now.setText(kept if settings.keep_record else off)

    def holds(self, words: Sequence[str]) -> bool:
        """All of it is one thing."""
        more = tr("private privacy data journal path network backup")
        return heap_holds(
            words,
            self.head.text(),
            self.kept.text(),
            self.stays.text(),
            self.record.words,
            self._kept_at,
            more,
        )

    @property
    def stops(self) -> Sequence[QWidget]:
        """The record, the path, and a way to copy it."""
        return [self.record, self.folder, self.copy]
