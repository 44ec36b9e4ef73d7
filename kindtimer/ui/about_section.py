"""About section: version, what KindTimer is not, ways to the guide and the first start, and the licences.

The licences are built when they are first asked for: there are many, and few people look.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.cautions import CAUTIONS
from kindtimer.core.licences import Licence
from kindtimer.core.setting import Section
from kindtimer.core.words import tr
from kindtimer.ui.buttons import BARE
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.long_names import breakable
from kindtimer.ui.page import across
from kindtimer.ui.settings_section import SettingsSection, heap_holds
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID

WHAT_IT_IS, HELP = CAUTIONS[0], CAUTIONS[4]


class AboutSection(SettingsSection):
    """`guide` opens the guide, `welcome` the first start."""

    def __init__(
        self,
        version: str,
        licences: Sequence[Licence],
        *,
        guide: Callable[[], object],
        welcome: Callable[[], object],
    ) -> None:
        super().__init__(Section.ABOUT)
        self._licences = licences
        self._shown: dict[str, QWidget] = {}
        self._open = False
        self._said = [
            tr("KindTimer {version}", version=version),
            tr(WHAT_IT_IS.words),
            tr(HELP.words),
            tr("KindTimer is under the MIT licence: free to use, to read, to change and to pass on."),
        ]
        self.guide = FoldingButton(tr("Open the guide"), guide, kind=BARE, drawing="guide")
        self.welcome = FoldingButton(tr("See the first start once more"), welcome, kind=BARE, drawing="today")
        self.turn = FoldingButton("", self._turn, kind=BARE, drawing="down")
        self.list = QWidget()
        self._list = QVBoxLayout(self.list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.list.hide()
        for words in self._said:
            self.column.addWidget(Text(words, PLAIN))
        for button in (self.guide, self.welcome, self.turn):
            self.column.addLayout(across(button))
        self.column.addWidget(self.list)
        self._say_turn()

    def holds(self, words: Sequence[str]) -> bool:
        """Its own words, or a licence; those that are asked for are shown, and put away after it."""
        own = (self.head.text(), *self._said, self.guide.words, self.welcome.words)
        whole = heap_holds(words, *own)
        found = [one for one in self._licences if heap_holds(words, one.name, one.licence, one.holder)]
        if found and not whole:
            self._show(found)
        elif self._open:
            self._show(self._licences)
        else:
            self._put_away()
        return whole or bool(found)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Its buttons."""
        return [self.guide, self.welcome, self.turn]

    def show_licences(self) -> None:
        """Show them, each with its holder and where it can be read, until they are put away."""
        self._open = True
        self._show(self._licences)

    def _show(self, wanted: Sequence[Licence]) -> None:
        if not self._shown:
            for one in self._licences:
                self._shown[one.name] = told = _told(one)
                self._list.addWidget(told)
        for one in self._licences:
            self._shown[one.name].setVisible(one in wanted)
        self.list.show()
        self._say_turn()

    def _put_away(self) -> None:
        self._open = False
        self.list.hide()
        self._say_turn()

    def _turn(self) -> None:
        if self.list.isHidden():
            self.show_licences()
        else:
            self._put_away()

    def _say_turn(self) -> None:
        shown = not self.list.isHidden()
        self.turn.point(up=shown)
        self.turn.say(tr("Put the licences away") if shown else tr("Show whose work it stands on"))


def _told(one: Licence) -> QWidget:
    terms, holder = breakable(one.licence), breakable(one.holder)
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 2 * GRID)
    column.setSpacing(0)
    column.addWidget(Text(breakable(one.name), PLAIN))
    column.addWidget(Text(tr("{licence} · {holder}", licence=terms, holder=holder), QUIET))
    column.addWidget(Text(breakable(one.where), QUIET))
    return held
