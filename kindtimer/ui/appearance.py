"""Appearance: the colours and the movement every window wears, as person and desktop wish them now.

It listens to the settings, to the desktop's theme and contrast, and to its wish for less motion, and
announces one value. Windows are handed that value; none asks the desktop by itself. Main thread.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from kindtimer.core.settings import Motion, Settings, Theme
from kindtimer.desktop.motion_wish import MotionWish
from kindtimer.guide.preferences import Preferences
from kindtimer.visuals.palette import Palette, palette_for


@dataclass(frozen=True)
class Look:
    """What a window wears. `still` asks for the form without motion."""

    palette: Palette
    still: bool


def look_of_desktop(theme: Theme = Theme.SYSTEM, *, still: bool = False) -> Look:
    """The look of a theme on the desktop as it is now."""
    hints = QGuiApplication.styleHints()
    contrast = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    return Look(palette_for(theme, hints.colorScheme() is Qt.ColorScheme.Dark, contrast), still)


class Appearance(QObject):
    """The look of one kind of window; `changed` carries a new Look. `theme` says which setting is theirs."""

    changed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        motion: MotionWish,
        theme: Callable[[Settings], Theme],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._motion = motion
        self._theme = theme
        self._look = self._found()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.look_anew)
        hints.accessibility().contrastPreferenceChanged.connect(self.look_anew)
        motion.changed.connect(self.look_anew)
        preferences.changed.connect(self.look_anew)

    @property
    def look(self) -> Look:
        """What windows wear now."""
        return self._look

    def look_anew(self) -> None:
        """Something that may matter has changed."""
        found = self._found()
        if found != self._look:
            self._look = found
            self.changed.emit(found)

    def _found(self) -> Look:
        settings = self._preferences.settings
        still = settings.motion is Motion.STILL or (settings.motion is Motion.SYSTEM and self._motion.reduced)
        return look_of_desktop(self._theme(settings), still=still)
