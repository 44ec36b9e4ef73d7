"""Preferences: the person's settings while the program runs. One value, swapped whole, announced.

The file behind it is handed in as a `SettingsKeeper`. Main thread only.
"""

from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from kindtimer.core.settings import Settings


class SettingsKeeper(Protocol):
    """Keeps settings somewhere. Main thread; a short write."""

    def save(self, settings: Settings) -> str | None:
        """Keep them; a kind line where that could not be done, None where it could."""


class Preferences(QObject):
    """The settings now, and the one way to change them."""

    changed = Signal(object)
    """The new Settings."""
    trouble_told = Signal(str)
    """A kind line: they could not be kept. Said once, until they can be kept again."""
    trouble_over = Signal(str)
    """The line that was told is no longer true."""

    def __init__(self, settings: Settings, keeper: SettingsKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._keeper = keeper
        self._told = ""

    @property
    def settings(self) -> Settings:
        """The settings now."""
        return self._settings

    def change(self, **fields: Any) -> None:
        """Change some fields, keep the whole, announce it."""
        self.replace(replace(self._settings, **fields))

    def replace(self, settings: Settings) -> None:
        """Put a whole new value in place."""
        if settings == self._settings:
            return
        self._settings = settings
        trouble = self._keeper.save(settings)
        self.changed.emit(settings)
        self._tell(trouble or "")

    def _tell(self, trouble: str) -> None:
        told, self._told = self._told, trouble
        if told and told != trouble:
            self.trouble_over.emit(told)
        if trouble and told != trouble:
            self.trouble_told.emit(trouble)
