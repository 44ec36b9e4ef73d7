"""My page for hard times: seven fields one fills ahead, kept as one writes. It can be printed.

The words go to the journal when a field or the page is left, and every few seconds while one writes; where
that fails they stay in the field and one calm line says so. Main thread.
"""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.hard_times import SECTIONS, TITLE, HardTimes, Section
from kindtimer.core.help_line import HelpLine
from kindtimer.core.words import tr
from kindtimer.guide.hard_times_keeper import HardTimesKeeper
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, Button
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.growing_field import GrowingField
from kindtimer.ui.page import Page, across
from kindtimer.ui.paper import Paper, document, pdf, save_whole
from kindtimer.ui.texts import PART, PLAIN, QUIET, Text
from kindtimer.visuals.measures import GRID

KEEP_MS = 800
"""While one writes, the page is kept no more often than this; a kill loses no more than what came since."""

AGAIN_MS = 20_000
"""What could not be kept is tried anew after this, by itself."""


class SectionField(QWidget):
    """A section's title, its hint, its field, and a line where it could not be kept."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.section = section
        self.field = GrowingField(tr(section.title), tr(section.hint))
        self.trouble = Text("", PLAIN)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(Text(tr(section.title), PART))
        column.addWidget(Text(tr(section.hint), QUIET))
        column.addSpacing(GRID // 2)
        column.addWidget(self.field)
        column.addWidget(self.trouble)


class HardTimesPage(Page):
    """`done` leads back to *Help now*; `paper` is the desktop's own unless a test hands in another."""

    def __init__(
        self,
        keeper: HardTimesKeeper,
        preferences: Preferences,
        lines: Sequence[HelpLine],
        today: Callable[[], date],
        *,
        done: Callable[[], object],
        paper: Paper | None = None,
    ) -> None:
        super().__init__(
            tr(TITLE),
            tr("For a quieter hour, alone or with someone you trust. Any part may stay empty."),
        )
        self._keeper, self._preferences, self._lines, self._today = keeper, preferences, lines, today
        self._paper = paper or Paper()
        self._unkept = False
        self._done = done
        self.back = FoldingButton(tr("Back to Help now"), done, kind=BARE)
        self.column.addLayout(across(self.back))
        # Before the first word is written: who can read it, and that it is kept.
        self.column.addWidget(
            Text(
                tr(
                    "Help now shows this first. It is kept in the journal on this computer as you write; "
                    "whoever uses the same login can read it."
                ),
                QUIET,
            )
        )
        self.trouble = Text("", PLAIN)
        self.look_anew = Button(tr("Look once more"), self.opened, kind=BARE)
        self.column.addWidget(self.trouble)
        self.column.addLayout(across(self.look_anew))
        self.sections = {one.id: SectionField(one) for one in SECTIONS}
        for part in self.sections.values():
            self.column.addSpacing(GRID)
            self.column.addWidget(part)
            part.field.textChanged.connect(lambda part=part: self._written(part))
            part.field.cursorPositionChanged.connect(lambda part=part: self._keep_in_sight(part))
            part.field.left.connect(self.keep_now)
        self._last = self.sections[SECTIONS[0].id]
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.keep_now)
        self._add_foot()

    def _add_foot(self) -> None:
        self.column.addSpacing(GRID)
        self.done = Button(tr("Done"), self._done)
        self.print = Button(tr("Print"), self._print, kind=BARE, drawing="print")
        self.save = Button(tr("Save as PDF"), self._save, kind=BARE)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.done)
        flow.addWidget(self.print)
        flow.addWidget(self.save)
        self.leads_back = Text(tr("Words are kept as they are written; Done only leads back."), QUIET)
        self.told = Text("", PLAIN)
        self.told.hide()
        self.column.addWidget(self.leads_back)
        self.column.addWidget(buttons)
        self.column.addWidget(self.told)

    # --- reading and keeping ------------------------------------------------------------------------

    def opened(self) -> None:
        """Show what is kept; words that could not be kept so far stay."""
        self.told.hide()
        if self._unkept:
            self.keep_now()
            return
        page = self._keeper.hard_times()
        for name, part in self.sections.items():
            part.field.blockSignals(True)
            part.field.show_words(page.text(name))
            part.field.setReadOnly(not page.can_be_kept)
            part.field.blockSignals(False)
            part.setVisible(page.can_be_kept)
            part.trouble.hide()
            part.field.updateGeometry()
        self.trouble.setText(page.trouble)
        self.trouble.setVisible(bool(page.trouble))
        self._unkept = page.waits
        self._try_again_later()
        self.look_anew.setVisible(not page.can_be_kept)
        self.leads_back.setVisible(page.can_be_kept)
        self.print.setVisible(page.can_be_kept)  # an empty sheet would say that nothing is there
        self.save.setVisible(page.can_be_kept)

    def page(self) -> HardTimes:
        """The page as it stands in the fields."""
        page = HardTimes()
        for name, part in self.sections.items():
            page = page.with_text(name, part.field.words)
        return page

    def keep_now(self) -> None:
        """Keep what was written since the last time."""
        self.timer.stop()
        if not self._unkept:
            return
        trouble = self._keeper.keep_hard_times(self.page())
        self._unkept = bool(trouble)
        self._try_again_later()
        self._tell_trouble(trouble or "")

    def _try_again_later(self) -> None:
        # Out of sight the journal tries by itself; it holds the words, too.
        if self._unkept and self.isVisible():
            self.timer.start(AGAIN_MS)

    def _tell_trouble(self, trouble: str) -> None:
        """One line: above, where one was found on coming here, else below what was written last."""
        line = self._last.trouble if self.trouble.isHidden() else self.trouble
        for part in self.sections.values():
            if part.trouble is not line:
                part.trouble.hide()
        if trouble and line.text() != trouble:
            speak_politely(self, trouble)
        line.setText(trouble)
        line.setVisible(bool(trouble))

    def _written(self, part: SectionField) -> None:
        self._last, self._unkept = part, True
        self.trouble.hide()
        if self.timer.interval() != KEEP_MS or not self.timer.isActive():
            self.timer.start(KEEP_MS)

    def _keep_in_sight(self, part: SectionField) -> None:
        if part.field.hasFocus():
            foot = part.field.cursor_foot(self.body)
            self.ensureVisible(foot.x(), foot.y(), 0, 4 * GRID)

    def showEvent(self, event: QShowEvent) -> None:
        """The page is to be seen."""
        super().showEvent(event)
        self._try_again_later()

    def hideEvent(self, event: QHideEvent) -> None:
        """The page or its window is left."""
        super().hideEvent(event)
        self.keep_now()

    def first_to_focus(self) -> QWidget | None:
        """The first field, or the way to look once more."""
        if not self.look_anew.isHidden():
            return self.look_anew
        return self.sections[SECTIONS[0].id].field

    # --- on paper -----------------------------------------------------------------------------------

    def _print(self) -> None:
        country = self._preferences.settings.country
        if self._paper.has_printer():
            self._paper.print_it(self._on_paper(country), country, self)
        else:
            self._tell(tr("No printer is set up here. The page can be saved as a PDF instead."))
            self.save.setFocus()

    def _save(self) -> None:
        path = self._paper.where(self)
        if not path:
            return
        country = self._preferences.settings.country
        if save_whole(path, pdf(self._on_paper(country), country)):
            self._tell(tr("Saved. Only your login on this computer can open the file."))
        else:
            self._tell(
                tr("The file could not be written there. Another folder may do; the page is kept as it was.")
            )

    def _on_paper(self, country: str) -> QTextDocument:
        self.keep_now()
        return document(self.page(), self._lines, country, self._today())

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        # It has its place once the layout is done, and may stand below the edge of the window.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.told, 0, 2 * GRID))
        speak_politely(self, words)
