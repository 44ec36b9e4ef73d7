"""Tray: the seed among the desktop's icons, its menu and its clicks. Main thread only.

Two kinds of tray hosts exist on Linux. Under XEmbed Qt docks anew by itself; with StatusNotifier an icon
made before its watcher appears is never shown, so the icon is made anew whenever a watcher comes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

WATCHER = "org.kde.StatusNotifierWatcher"
SAID_MS = 8000
REMAKE_MS = 300
"""A new watcher needs a moment before it takes icons (measured)."""


@dataclass(frozen=True)
class MenuEntry:
    """One line of the menu, or a menu `within` it. What cannot be used now is left out, never greyed."""

    text: str
    chosen: Callable[[], None] = lambda: None
    apart: bool = False
    within: tuple["MenuEntry", ...] = ()


class Tray(Protocol):
    """What the program asks of a tray."""

    breathe_requested: Any
    """Signal(): a left click, which begins a breath."""

    @property
    def there(self) -> bool:
        """Whether a tray host shows the icon."""

    def show_icon(self, icon: QIcon, tip: str) -> None:
        """Show this drawing, with neutral words."""

    def refresh(self) -> None:
        """The menu's entries may have changed."""

    def say(self, words: str) -> None:
        """Say one neutral line beside the icon, where the desktop does that."""

    def close(self) -> None:
        """Take the icon away."""


class SystemTray(QObject):
    """The tray of this desktop; `sheet` dresses its menu, where that is not the desktop's own."""

    breathe_requested = Signal()

    def __init__(
        self, menu: Callable[[], Sequence[MenuEntry]], parent: QObject | None = None, *, sheet: str = ""
    ) -> None:
        super().__init__(parent)
        self._entries = menu
        self._icon = QIcon()
        self._tip = ""
        self._menu = QMenu()
        self._menu.setStyleSheet(sheet)
        self._menu.aboutToShow.connect(self._fill)
        self._inner: dict[str, QMenu] = {}
        self._tray: QSystemTrayIcon | None = None
        self._remake = QTimer(self, interval=REMAKE_MS, singleShot=True)
        self._remake.timeout.connect(self._make)
        self._watcher = QDBusServiceWatcher(
            WATCHER,
            QDBusConnection.sessionBus(),
            QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange,
            self,
        )
        self._watcher.serviceRegistered.connect(self._remake.start)
        self._watcher.serviceUnregistered.connect(self._remake.start)

    @property
    def there(self) -> bool:
        """Whether the desktop has a tray host now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_icon(self, icon: QIcon, tip: str) -> None:
        """Show this drawing; `tip` is read by colleagues too."""
        self._icon, self._tip = icon, tip
        if self._tray is None:
            self._make()
        else:
            self._tray.setIcon(icon)
            self._tray.setToolTip(tip)

    def say(self, words: str) -> None:
        """Say one line; colleagues may read it, too."""
        if self._tray is not None and QSystemTrayIcon.supportsMessages():
            self._tray.showMessage("KindTimer", words, self._icon, SAID_MS)

    def close(self) -> None:
        """Take the icon away."""
        self._remake.stop()
        self._drop()

    def _make(self) -> None:
        self._drop()
        # The menu is filled when it is opened; a host that asks beforehand gets its entries too.
        self._fill()
        self._tray = QSystemTrayIcon(self._icon, self)
        self._tray.setToolTip(self._tip)
        self._tray.setContextMenu(self._menu)
        self._tray.activated.connect(self._activated)
        self._tray.show()

    def _drop(self) -> None:
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.breathe_requested.emit()

    def refresh(self) -> None:
        """The entries may have changed: a host that keeps its own copy of the menu is told."""
        self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        self._fill_with(self._menu, self._entries())

    def _fill_with(self, menu: QMenu, entries: Sequence[MenuEntry]) -> None:
        for entry in entries:
            if entry.apart:
                menu.addSeparator()
            if entry.within:
                # One for each name, filled anew: a menu that is deleted as it closes ends the program.
                inner = self._inner.setdefault(entry.text, QMenu(entry.text))
                inner.setStyleSheet(self._menu.styleSheet())
                inner.clear()
                menu.addMenu(inner)
                self._fill_with(inner, entry.within)
            else:
                menu.addAction(entry.text).triggered.connect(entry.chosen)
