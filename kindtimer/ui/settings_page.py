"""Settings: every choice there is, on one page that can be searched; applied at once, and undone as easily.

Built from `core/settings_table.py`. What was chosen elsewhere shows at once. Main thread.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kindtimer.core.licences import Licence
from kindtimer.core.pattern import Pattern
from kindtimer.core.setting import SECTION_TITLES, Control, Section
from kindtimer.core.setting_steps import SettingSteps, Step
from kindtimer.core.settings import Settings
from kindtimer.core.settings_table import table
from kindtimer.core.words import tr
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.about_section import AboutSection
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, named
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.kept_section import KeptSection
from kindtimer.ui.long_names import breakable, shortened
from kindtimer.ui.page import Page
from kindtimer.ui.search_field import SearchField
from kindtimer.ui.setting_row import LONGEST_NAME, SettingRow
from kindtimer.ui.settings_section import SettingsSection
from kindtimer.ui.texts import QUIET, Text
from kindtimer.ui.tray_section import TraySection
from kindtimer.ui.value_slider import ValueSlider
from kindtimer.visuals.measures import GRID, LEAST_FIELD


class SettingsPage(Page):
    """`device` names the sound device in use, or None; `kept_at` is the folder of the journal.

    `quit_` ends KindTimer; `guide`, `welcome` and `offers` open the guide, the first start, the page Offers.
    """

    def __init__(
        self,
        preferences: Preferences,
        patterns: Mapping[str, Pattern],
        *,
        device: Callable[[], str | None],
        kept_at: str,
        version: str,
        licences: Sequence[Licence],
        quit_: Callable[[], object],
        guide: Callable[[], object],
        welcome: Callable[[], object],
        offers: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(tr("Settings"))
        self._preferences, self._device = preferences, device
        self._steps = SettingSteps()
        rows = [SettingRow(one, preferences.settings, self._take) for one in table(patterns)]
        self.by_name = {(row.setting.name, row.setting.part): row for row in rows}
        self.late = self.by_name["late_ms", ""]
        self.sections: dict[Section, SettingsSection] = {}
        for section in Section:
            here = [row for row in rows if row.setting.section is section]
            self.sections[section] = SettingsSection(section, here)
        self.tray = TraySection([row for row in rows if row.setting.section is Section.TRAY], offers)
        self.kept = KeptSection(kept_at, record=lambda: self.show_row("keep_record"))
        self.about = AboutSection(version, licences, guide=guide, welcome=welcome)
        self.sections |= {Section.TRAY: self.tray, Section.KEPT: self.kept, Section.ABOUT: self.about}
        self._top(quit_)
        for part in self.sections.values():
            self.column.addWidget(part)
        self._set_order()
        for row in rows:
            if isinstance(row.control, ValueSlider):
                row.control.slide.left.connect(self._steps.rest)
        self.kept.show_settings(preferences.settings)
        preferences.changed.connect(self._follow)
        self._find(self.search.text())

    def _top(self, quit_: Callable[[], object]) -> None:
        """Head and *Quit*, search and *Undo*, what was undone, links to the sections."""
        self.column.removeWidget(self.head)
        self.quit = FoldingButton(tr("Quit KindTimer"), quit_, kind=BARE, drawing="quit")
        headed = FlowLayout()
        headed.grow(self.head, self._head_wide)
        headed.addWidget(self.quit)
        self.column.addLayout(headed)
        self.search = SearchField(tr("Search in the settings"), self._find, hint=tr("Search"))
        undo = FoldingButton(tr("Undo"), self.undo_last, kind=BARE, drawing="undo")
        self.undo = named(undo, tr("Undo the last change"))
        self.undo.setEnabled(False)  # it stands there from the first, so that nothing moves when it is of use
        searched = FlowLayout()
        searched.grow(self.search, lambda: LEAST_FIELD)
        searched.addWidget(self.undo)
        self.column.addLayout(searched)
        self.undone = Text("", QUIET)
        self.undone.hide()
        self.nothing = Text(tr("No setting holds these words. A shorter word may."), QUIET)
        links = QWidget()
        flow = FlowLayout(links)
        self.links = {section: self._link(section) for section in Section if section is not Section.AT_HAND}
        for link in self.links.values():
            flow.addWidget(link)
        for widget in (self.undone, links, self.nothing):
            self.column.addWidget(widget)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.undo_last)

    def _link(self, section: Section) -> FoldingButton:
        return FoldingButton(tr(SECTION_TITLES[section]), partial(self.show_section, section), kind=BARE)

    def _head_wide(self) -> int:
        return self.head.fontMetrics().horizontalAdvance(self.head.text()) + GRID

    # --- what is chosen -----------------------------------------------------------------------------

    def _take(self, row: SettingRow, value: Any) -> None:
        """The person chose a value: it holds from now on."""
        settings, setting = self._preferences.settings, row.setting
        before = setting.value(settings)
        if value == before:
            return
        # A slider that is moved key by key was moved once.
        self._steps.add(setting, before, value, moves=setting.control is Control.SLIDER)
        self._quieten_undone()
        self._preferences.change(**setting.change(settings, value))
        self._show_undo()

    def undo_last(self) -> None:
        """Take back the last change that still stands; what was changed elsewhere since then stays."""
        settings = self._preferences.settings
        step = self._steps.take_last(settings)
        if step is not None:
            self._preferences.change(**step.setting.change(settings, step.before))
            told = tr(
                "Undone. {title}: {words}",
                title=tr(step.setting.title),
                words=breakable(shortened(step.setting.told_value(step.before), LONGEST_NAME)),
            )
            self._show_undone(step, told)
            speak_politely(self, told)
        self._show_undo()

    def _show_undo(self) -> None:
        there = bool(self._steps)
        if not there and self.undo.hasFocus():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.undo.setEnabled(there)

    def _show_undone(self, step: Step, told: str) -> None:
        """A row in sight shows it; else it is said at the top; where that is out of sight the row comes."""
        row = next((one for one in self.by_name.values() if one.setting == step.setting), None)
        if row is not None and not row.control.visibleRegion().isEmpty():
            self._quieten_undone()
        elif row is None or row.isHidden() or not self.undo.visibleRegion().isEmpty():
            self.undone.setMinimumHeight(0)
            self.undone.setText(told)
            self.undone.show()
        else:
            self._quieten_undone()
            self.ensureWidgetVisible(row.focused, 0, 4 * GRID)

    def _quieten_undone(self) -> None:
        """It goes and its room stays: nothing moves under a hand that chooses."""
        if not self.undone.isHidden():
            self.undone.setMinimumHeight(self.undone.height())
            self.undone.setText("")

    def _follow(self, settings: Settings) -> None:
        for row in self.by_name.values():
            row.show_settings(settings)
        self.kept.show_settings(settings)

    # --- what is to be seen -------------------------------------------------------------------------

    def opened(self) -> None:
        """Another device may be there now; what was searched for and what was undone is long known."""
        self.undone.hide()
        self.undone.setText("")
        self.search.clear()
        self._find("")

    def first_to_focus(self) -> QWidget:
        """The field: what is typed is found."""
        return self.search

    def show_section(self, section: Section) -> None:
        """Bring a section to the top, and the keyboard to the first thing in it."""
        self.search.clear()
        part = self.sections[section]
        part.first.setFocus(Qt.FocusReason.TabFocusReason)
        # Once the layout knows how high everything is.
        QTimer.singleShot(0, part, lambda: self._bring_up(part))

    def _bring_up(self, part: SettingsSection) -> None:
        top = part.mapTo(self.body, part.rect().topLeft()).y()
        self.verticalScrollBar().setValue(max(0, top))
        # In a low window at large type, what has the keyboard comes before the head above it.
        self.ensureWidgetVisible(part.first, 0, GRID)

    def show_row(self, name: str) -> None:
        """Bring the row of a field into sight, and the keyboard to it."""
        self.search.clear()
        row = self.by_name[name, ""]
        row.focused.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row, 0, GRID))

    def _find(self, asked: str) -> None:
        words = asked.casefold().split()
        sound = self.sections[Section.SOUND]
        sound.let_stand(self.late, there=self.late.show_device(self._device()))
        found = [part.narrow(words) for part in self.sections.values()]
        self.nothing.setVisible(not any(found))
        if not any(found):
            speak_politely(self, self.nothing.text())

    def _set_order(self) -> None:
        """Tab goes as one reads."""
        order: list[QWidget] = [self.quit, self.search, self.undo, *self.links.values()]
        for part in self.sections.values():
            order += part.stops
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)
