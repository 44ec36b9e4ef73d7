"""Settings section: a part of *Settings* with its head and its rows, narrowed by what is searched for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.setting import SECTION_TITLES, Section
from kindtimer.core.words import tr
from kindtimer.ui.setting_row import SettingRow
from kindtimer.ui.texts import PART, Text
from kindtimer.visuals.measures import GRID


class SettingsSection(QWidget):
    """A head, then `column`. Those that are no rows of the table say themselves whether they hold words."""

    def __init__(self, section: Section, rows: Sequence[SettingRow] = ()) -> None:
        super().__init__()
        self.section = section
        self.rows = list(rows)
        self._absent: set[SettingRow] = set()
        self.head = Text(tr(SECTION_TITLES[section]), PART)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 3 * GRID, 0, 0)
        self.column.setSpacing(GRID)
        self.column.addWidget(self.head)
        self.column.addSpacing(GRID)
        for row in self.rows:
            self.column.addWidget(row)

    def let_stand(self, row: SettingRow, *, there: bool) -> None:
        """Whether there is anything for this row to show; seen with the next search."""
        (self._absent.discard if there else self._absent.add)(row)

    def narrow(self, words: Sequence[str]) -> bool:
        """Show what holds all of these small-lettered words; whether anything does."""
        hits = 0
        for row in self.rows:
            hit = row not in self._absent and row.setting.holds(words)
            row.setVisible(hit)
            hits += hit
        found = hits > 0 or self.holds(words)
        self.setVisible(found)
        return found

    def holds(self, words: Sequence[str]) -> bool:
        """Whether what stands here beside the rows holds them."""
        return False

    @property
    def stops(self) -> Sequence[QWidget]:
        """What has the keyboard in turn."""
        return [stop for row in self.rows for stop in row.stops]

    @property
    def first(self) -> QWidget:
        """What takes the keyboard when one comes here."""
        shown = [row for row in self.rows if not row.isHidden()]
        return shown[0].focused if shown else self.stops[0]


def heap_holds(words: Sequence[str], *said: str) -> bool:
    """Whether all of the words stand in what is said."""
    heap = " ".join(said).casefold()
    return all(word in heap for word in words)
