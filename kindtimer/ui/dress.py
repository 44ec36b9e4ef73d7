"""Dress: the look of all windows at one window's text size, and how it reaches what paints itself.

What the style sheet cannot say (an icon's colour, a switch, a drawing) is told by `wear`. Main thread.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from kindtimer.ui.appearance import Look
from kindtimer.ui.style import sheet
from kindtimer.visuals.icons import icon
from kindtimer.visuals.measures import ICON
from kindtimer.visuals.palette import Palette


@dataclass(frozen=True)
class Dress:
    """A look at a text scale of 1–2, on a screen of `ratio` device pixels to a logical one."""

    look: Look
    scale: float
    ratio: float
    assets: Path

    @property
    def palette(self) -> Palette:
        """The colours."""
        return self.look.palette

    def px(self, size: float) -> int:
        """A size of 100 %, as large as the person's text wants it."""
        return round(size * self.scale)

    def icon(self, name: str, *, strong: bool = False) -> QIcon:
        """A drawing in the colour of quiet text, or of text where it is `strong`."""
        colour = self.palette.ink if strong else self.palette.quiet
        return icon(self.assets, name, colour, self.px(ICON), self.ratio)


class Wearer:
    """Something that is told how it is to look; mixed into a widget."""

    def wear(self, dress: Dress) -> None:
        """Look like this from now on."""
        raise NotImplementedError


def dress_up(root: QWidget, dress: Dress) -> None:
    """Put the sheet on a window, and tell everything within it that paints itself."""
    root.setStyleSheet(sheet(dress.palette, dress.scale))
    dress_parts(root, dress)


def dress_parts(root: QWidget, dress: Dress) -> None:
    """Tell what paints itself within a part that was made later than the sheet was put on."""
    for widget in [root, *root.findChildren(QWidget)]:
        if isinstance(widget, Wearer):
            widget.wear(dress)
