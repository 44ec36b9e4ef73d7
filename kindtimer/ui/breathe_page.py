"""Breathe: choose how the breath goes, see it three times, begin. Sound and picture stand below it.

The choice of a pattern and a length is for this time; *Make this usual* lets one click bring it too.
Patterns with holds stand under *More*, and only where *Gentle breathing only* is off. Main thread.
"""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kindtimer.core.clock import Clock
from kindtimer.core.ears import Wanted
from kindtimer.core.entry import Door
from kindtimer.core.pattern import Pattern
from kindtimer.core.pattern_words import minutes_told, usual_pattern
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
from kindtimer.ui.page import FOOT, SIDE, TOP, Page
from kindtimer.ui.pattern_list import PatternList
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.switch import Switch
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.measures import (
    GRID,
    LOW_PAGE,
    PATTERN_LIST,
    PATTERN_LIST_LOW,
    PREVIEW,
    PREVIEW_LOW,
    PREVIEW_MOST,
)

LENGTHS = (1.0, 3.0, 5.0, 10.0)


class BreathePage(Page):
    """The list at one side, the picture and *Start* at the other, what belongs to them below."""

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
        self.pattern = usual_pattern(settings, patterns)
        self.minutes = settings.minutes if settings.minutes in LENGTHS else 3.0
        self.list = PatternList(patterns, self._take, lambda gently: preferences.change(gentle_only=gently))
        self.more = self.list.more
        self.preview = BreathPreview(clock, FlowerShape.grown(settings.flower))
        self.told, self.caution = Text("", QUIET), Text("", PLAIN)
        self.start = Button(tr("Start"), self._start, kind=MAIN)
        self.usual = Button(tr("Make this usual"), self._make_usual, kind=BARE)
        self.usual_told = Text(tr("One click on the seed brings this, too."), QUIET)
        self.length = Choices(
            tr("Minutes"), {one: f"{one:g}" for one in LENGTHS}, self.minutes, self._take_minutes
        )
        for one in LENGTHS:
            self.length.button(one).setAccessibleName(minutes_told(one))
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
        self.gentle = Switch(tr("Slow down from 12 a minute"))
        self.gentle.setAccessibleDescription(
            tr("It begins at twelve breaths a minute, and slows down gently to the pattern.")
        )
        self.gentle.setChecked(True)
        self._names: list[Text] = []
        self._build()
        preferences.changed.connect(self._follow)
        self.list.show_gentle(settings.gentle_only)
        self._take(self.pattern)

    def _build(self) -> None:
        self._listed = QWidget()
        listed = QVBoxLayout(self._listed)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(GRID)
        listed.addWidget(self.list)
        listed.addWidget(self.told)
        listed.addWidget(self.caution)
        begun = QVBoxLayout()
        begun.setSpacing(GRID)
        begun.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignHCenter)
        # One of the two stands beside *Start*, and what is chosen moves nothing.
        self._aside = QWidget()
        aside = QVBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeading)
        aside.addWidget(self.usual_told)
        acts = FlowLayout()
        acts.addWidget(self.start)
        acts.grow(self._aside, lambda: self.usual.sizeHint().width())
        begun.addLayout(acts)
        begun.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(2 * GRID)
        self._sides.addWidget(self._listed, 0, Qt.AlignmentFlag.AlignTop)
        self._sides.addLayout(begun, 1)
        self.column.addLayout(self._sides)
        below = FlowLayout(apart=2 * GRID)
        for choices in (self.length, self.scene, self.sound):
            below.addWidget(self._named(choices))
        below.addWidget(self.gentle)
        self.column.addLayout(below)

    def _named(self, choices: Choices[Any]) -> QWidget:
        """Choices with their name before them."""
        name = Text(choices.accessibleName(), QUIET)
        self._names.append(name)
        held = QWidget()
        flow = FlowLayout(held)
        flow.addWidget(name)
        flow.addWidget(choices)
        return held

    def row(self, pattern: str) -> RowButton:
        """The row of a pattern."""
        return self.list.row(pattern)

    # --- what is chosen -----------------------------------------------------------------------------

    def choose(self, pattern: str) -> None:
        """Choose a pattern by its id."""
        self._take(self._patterns[pattern])

    def _take(self, pattern: Pattern) -> None:
        self.pattern = pattern
        self.list.show_chosen(pattern)
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
        self.usual_told.setVisible(same)

    def _make_usual(self) -> None:
        self._preferences.change(pattern=self.pattern.id, minutes=self.minutes)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> None:
        gentle = self.gentle.isVisible() and self.gentle.isChecked()
        self._begin(Wish(Door.HOME, self.pattern.id, self.minutes, gentle=gentle))

    def _follow(self, settings: Settings) -> None:
        if settings.sound is Wanted.UNSET:
            self.sound.show_none()
        else:
            self.sound.show_chosen(settings.sound)
        self.scene.show_chosen(settings.scene)
        self.preview.show_scene(settings.scene)
        self.list.show_gentle(settings.gentle_only)
        self._tell_usual()

    # --- look ---------------------------------------------------------------------------------------

    def opened(self) -> None:
        """Three breaths are seen each time one comes here."""
        self.preview.show_scene(self._preferences.settings.scene)
        self.preview.begin(self.pattern)

    def first_to_focus(self) -> QWidget | None:
        """The row that is chosen."""
        return self.list.row(self.pattern.id)

    def _place(self, dress: Dress) -> None:
        room = self.held.width()
        low = self.viewport().height() < dress.px(LOW_PAGE)
        small = low or room < dress.px(PATTERN_LIST + PREVIEW) + 2 * GRID
        wide = dress.px(PATTERN_LIST_LOW if small else PATTERN_LIST)
        side = min(dress.px(PREVIEW_LOW if small else PREVIEW), PREVIEW_MOST)
        most = room - wide - 2 * GRID
        beside = most >= min(side, PREVIEW_LOW)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(direction)
        self._listed.setFixedWidth(wide if beside else room)
        side = min(side, most if beside else room)
        self.preview.setFixedSize(side, side)
        widest = max(name.fontMetrics().horizontalAdvance(name.text()) for name in self._names)
        for name in self._names:
            name.setFixedWidth(widest + 2)
        self.middle.setContentsMargins(SIDE, TOP, SIDE, GRID if low else FOOT)
