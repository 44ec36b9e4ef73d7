"""Breathe: choose how the breath goes, see it three times, begin. Sound and picture stand beside it.

The choice of a pattern and a length is for this time; *Make this the usual* lets one click bring it too.
Patterns with holds stand under *More*, and only where *Gentle breathing only* is off.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from kindtimer.core.clock import Clock
from kindtimer.core.ears import Wanted
from kindtimer.core.entry import Door
from kindtimer.core.pattern import Pattern
from kindtimer.core.pattern_words import minutes_told, seconds_told
from kindtimer.core.scene_names import SCENE_NAMES
from kindtimer.core.settings import Settings
from kindtimer.core.wish import Wish
from kindtimer.core.words import tr
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.breath_preview import BreathPreview
from kindtimer.ui.buttons import BARE, MAIN, Button
from kindtimer.ui.choices import Choices
from kindtimer.ui.dress import Dress
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.page import Page
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.switch import Switch
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.measures import GRID

FIRST_ROWS = ("longer_out_46", "equal_4", "sigh")
"""What stands in the list before *More* (screens, *Breathe*)."""

LENGTHS = (1.0, 3.0, 5.0, 10.0)
LIST, LIST_NARROW = 240, 200
PREVIEW, PREVIEW_NARROW = 384, 280


class BreathePage(Page):
    """The list at one side, the picture and what belongs to it at the other."""

    def __init__(
        self,
        clock: Clock,
        preferences: Preferences,
        patterns: Mapping[str, Pattern],
        begin: Callable[[Wish], object],
    ) -> None:
        super().__init__(tr("Breathe"))
        self._preferences, self._patterns, self._begin = preferences, patterns, begin
        settings = preferences.settings
        self.pattern = patterns.get(settings.pattern) or next(iter(patterns.values()))
        self.minutes = settings.minutes if settings.minutes in LENGTHS else 3.0
        self._rows: dict[str, RowButton] = {}
        self._group = QButtonGroup(self)
        self.list = QWidget()
        self._list = QVBoxLayout(self.list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(GRID)
        self.more = Button(tr("More"), self._show_more, kind=BARE, drawing="down")
        self._more_shown = False
        self.preview = BreathPreview(clock, FlowerShape.grown(settings.flower))
        self.told, self.caution = Text("", QUIET), Text("", PLAIN)
        self.length = Choices(
            tr("Minutes"), {one: f"{one:g}" for one in LENGTHS}, self.minutes, self._take_minutes
        )
        for one in LENGTHS:
            self.length.button(one).setAccessibleName(minutes_told(one))
        self.gentle = Switch(tr("Begin at twelve a minute, and slow down gently"))
        self.gentle.setChecked(True)
        self.sound = Choices(
            tr("Sound"),
            {Wanted.WITH_SOUND: tr("With sound"), Wanted.QUIETLY: tr("Quietly")},
            settings.sound,
            lambda value: preferences.change(sound=value),
        )
        self.scene = Choices(
            tr("Picture"),
            {name: tr(words) for name, words in SCENE_NAMES.items()},
            settings.scene,
            lambda value: preferences.change(scene=value),
        )
        self.start = Button(tr("Start"), self._start, kind=MAIN)
        self.usual = Button(tr("Make this the usual"), self._make_usual, kind=BARE)
        self.usual_told = Text("", QUIET)
        self._build()
        preferences.changed.connect(self._follow)
        self._fill()
        self._take(self.pattern)

    def _build(self) -> None:
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(2 * GRID)
        self._sides.addWidget(self.list, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        for widget in (self.preview, self.told, self.caution):
            right.addWidget(widget)
        right.addSpacing(GRID)
        acts = FlowLayout()
        acts.addWidget(self.start)
        acts.addWidget(self.usual)
        right.addLayout(acts)
        right.addWidget(self.usual_told)
        right.addSpacing(GRID)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        named: tuple[tuple[str, QWidget], ...] = (
            (tr("Minutes"), self.length),
            (tr("Sound"), self.sound),
            (tr("Picture"), self.scene),
        )
        for row, (name, choices) in enumerate(named):
            grid.addWidget(Text(name, QUIET), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(choices, row, 1)
        right.addLayout(grid)
        right.addWidget(self.gentle)
        self._sides.addLayout(right, 1)
        self.column.addLayout(self._sides)

    # --- the list -----------------------------------------------------------------------------------

    def _fill(self) -> None:
        """The rows that are to be seen now."""
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self.more:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        gentle = self._preferences.settings.gentle_only
        first = [self._patterns[name] for name in FIRST_ROWS if name in self._patterns]
        others = [one for one in self._patterns.values() if one not in first]
        held = [one for one in others if one.has_holds]
        shown = first + [one for one in others if not one.has_holds] if self._more_shown else first
        for pattern in shown:
            self._add_row(pattern)
        if self._more_shown and held:
            if gentle:
                words = tr("Patterns that hold the breath stand here once *Gentle breathing only* is off.")
                self._list.addWidget(Text(words.replace("*", ""), QUIET))
            else:
                self._list.addWidget(Text(tr("With holds"), QUIET))
                for pattern in held:
                    self._add_row(pattern)
        self._list.addWidget(self.more)
        self.more.setVisible(not self._more_shown)
        if (row := self._rows.get(self.pattern.id)) is not None:
            row.setChecked(True)

    def _add_row(self, pattern: Pattern) -> None:
        row = RowButton(tr(pattern.name), seconds_told(pattern), lambda: self._take(pattern), checkable=True)
        row.setAccessibleDescription(f"{seconds_told(pattern)}. {tr(pattern.purpose)}")
        self._group.addButton(row)
        self._rows[pattern.id] = row
        self._list.addWidget(row)

    def row(self, pattern: str) -> RowButton | None:
        """The row of a pattern, where it is to be seen."""
        return self._rows.get(pattern)

    def _show_more(self) -> None:
        self._more_shown = True
        self._fill()
        if self._rows:
            list(self._rows.values())[len(FIRST_ROWS)].setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is chosen -----------------------------------------------------------------------------

    def choose(self, pattern: str) -> None:
        """Choose a pattern by its id."""
        self._take(self._patterns[pattern])

    def _take(self, pattern: Pattern) -> None:
        self.pattern = pattern
        if (row := self._rows.get(pattern.id)) is not None:
            row.setChecked(True)
        self.told.setText(tr(pattern.purpose))
        self.caution.setText(tr(pattern.caution))
        self.caution.setVisible(bool(pattern.caution))
        self.gentle.setVisible(not (pattern.has_holds or pattern.phases.top_up))
        self._tell_usual()
        self.preview.begin(pattern)

    def _take_minutes(self, minutes: float) -> None:
        self.minutes = minutes
        self._tell_usual()

    def _tell_usual(self) -> None:
        settings = self._preferences.settings
        same = (settings.pattern, settings.minutes) == (self.pattern.id, self.minutes)
        self.usual.setVisible(not same and not self.pattern.has_holds)
        self.usual_told.setText(tr("One click on the seed brings this, too.") if same else "")
        self.usual_told.setVisible(same)

    def _make_usual(self) -> None:
        self._preferences.change(pattern=self.pattern.id, minutes=self.minutes)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> None:
        gentle = self.gentle.isVisible() and self.gentle.isChecked()
        self._begin(Wish(Door.HOME, self.pattern.id, self.minutes, gentle=gentle))

    def _follow(self, settings: Settings) -> None:
        self.sound.show_chosen(settings.sound)
        self.scene.show_chosen(settings.scene)
        self.preview.show_scene(settings.scene)
        self._tell_usual()
        self._fill()

    # --- look ---------------------------------------------------------------------------------------

    def opened(self) -> None:
        """Three breaths are seen each time one comes here."""
        self.preview.show_scene(self._preferences.settings.scene)
        self.preview.begin(self.pattern)

    def first_to_focus(self) -> QWidget | None:
        """The row that is chosen."""
        return self._rows.get(self.pattern.id)

    def _place(self, dress: Dress) -> None:
        room = self.held.width()
        narrow = self.viewport().height() < dress.px(800)
        wide = dress.px(LIST_NARROW if narrow else LIST)
        side = min(dress.px(PREVIEW_NARROW if narrow else PREVIEW), 480)
        beside = room >= wide + 2 * GRID + min(side, 280)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(direction)
        self.list.setFixedWidth(wide if beside else room)
        most = room - wide - 2 * GRID if beside else room
        self.preview.setFixedSize(min(side, most), min(side, most))
