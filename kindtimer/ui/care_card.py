"""Care card: the six lines about care with slow breathing, as one card of the first start."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.cautions import CAUTIONS
from kindtimer.core.words import tr
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID, ROW_GAP


class CareCard(QWidget):
    """A screen reader hears all of it as the card's name."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID + GRID // 2)
        for caution in CAUTIONS:
            pair = QVBoxLayout()
            pair.setSpacing(ROW_GAP)
            pair.addWidget(Text(tr(caution.name), PLAIN))
            pair.addWidget(Text(tr(caution.words), QUIET))
            column.addLayout(pair)
        said = [f"{tr(caution.name)}: {tr(caution.words)}" for caution in CAUTIONS]
        self.setAccessibleName("\n".join(said))
