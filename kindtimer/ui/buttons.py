"""Buttons: the few kinds there are, with their icon in the colour of their words. Shared by all pages.

`main` is the one thing a page is there for, `plain` another thing, `bare` a quiet way aside, `door` and
`row` lead on or choose, `pill` is one of a few, `tile` is *Breathe* on Today, `place` stands in the sidebar.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from kindtimer.ui.dress import Dress, Wearer
from kindtimer.visuals.measures import ICON

PLAIN, MAIN, BARE, DOOR, ROW, PILL = "plain", "main", "bare", "door", "row", "pill"
TILE_KIND, PLACE_KIND = "tile", "place"


class Button(QPushButton, Wearer):
    """A button of one kind, with a drawing beside its words or none."""

    def __init__(
        self,
        words: str,
        pressed: Callable[[], object] | None = None,
        *,
        kind: str = PLAIN,
        drawing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(True)  # Return presses it, wherever it stands
        self._kind, self._drawing = kind, drawing
        if pressed is not None:
            self.clicked.connect(lambda: pressed())

    def wear(self, dress: Dress) -> None:
        """Colour and size of the drawing."""
        if self._drawing:
            self.setIcon(dress.icon(self._drawing, strong=self._kind != BARE))
            self.setIconSize(QSize(dress.px(ICON), dress.px(ICON)))


def named(button: Button, name: str, told: str = "") -> Button:
    """Give a button whose words are too few alone the name and description a screen reader says."""
    button.setAccessibleName(name)
    button.setAccessibleDescription(told)
    return button
