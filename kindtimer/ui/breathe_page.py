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
from kindtimer.core.pace import SETTLING
from kindtimer.core.pattern import Pattern
from kindtimer.core.pattern_words import minutes_told, usual_pattern
from kindtimer.core.scene_names import SCENE_NAMES
from kindtimer.core.settings import OneClick, Settings
from kindtimer.core.settings_table import table
from kindtimer.core.wish import Wish
from kindtimer.core.words import tr
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.breath_preview import BreathPreview
from kindtimer.ui.buttons import BARE, MAIN, Button
from kindtimer.ui.choices import Choices
from kindtimer.ui.dress import Dress
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.page import TOP, Page
from kindtimer.ui.pattern_list import PatternList, PatternSaid
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.switch import Switch
from kindtimer.ui.texts import QUIET, Text
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.measures import (
    GRID,
    LARGE_TYPE_FROM,
    LOW_PAGE,
    PATTERN_LIST,
    PATTERN_LIST_LOW,
    PREVIEW,
    PREVIEW_LEAST,
    PREVIEW_LOW,
    PREVIEW_MOST,
)

LENGTHS = (1.0, 3.0, 5.0, 10.0)
TOP_LOW = GRID


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
        self.said = PatternSaid()
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
            {value: tr(words) for value, words in _sounds(patterns).items()},
            settings.sound,
            lambda value: preferences.change(sound=value),
        )
        self.scene = Choices(
            tr("Picture"),
            {name: tr(words) for name, words in SCENE_NAMES.items()},
            _scene(settings),
            lambda value: preferences.change(scene=value),
        )
        self.gentle = Switch(tr("Begin at 12 breaths a minute"))
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
        listed.addWidget(self.gentle)
        kept = self.gentle.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # not every pattern may begin gently, and nothing moves
        self.gentle.setSizePolicy(kept)
        begun = QVBoxLayout()
        begun.setSpacing(GRID)
        begun.addWidget(self.said)
        begun.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignHCenter)
        # One of the two stands beside *Start*, and what is chosen moves nothing.
        self._aside = QWidget()
        aside = QVBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeading)
        aside.addWidget(self.usual_told)
        self._acts = FlowLayout()
        self._acts.addWidget(self.start)
        self._acts.grow(self._aside, lambda: self.usual.sizeHint().width())
        begun.addLayout(self._acts)
        begun.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(2 * GRID)
        self._sides.addWidget(self._listed, 0, Qt.AlignmentFlag.AlignTop)
        self._sides.addLayout(begun, 1)
        self.column.addLayout(self._sides)
        self._below = FlowLayout(apart=2 * GRID)
        for choices in (self.length, self.scene, self.sound):
            self._below.addWidget(self._named(choices))
        self.column.addLayout(self._below)

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
        self.said.show_pattern(pattern)
        self.gentle.setVisible(not (pattern.has_holds or pattern.phases.top_up))
        self._tell_usual()
        self.preview.begin(pattern)

    def _take_minutes(self, minutes: float) -> None:
        self.minutes = minutes
        self._tell_usual()

    def _tell_usual(self) -> None:
        settings = self._preferences.settings
        usual = usual_pattern(settings, self._patterns).id
        same = (usual, settings.minutes) == (self.pattern.id, self.minutes)
        self.usual.setVisible(not same and not self.pattern.has_holds)
        self.usual_told.setVisible(same and settings.one_click is OneClick.BREATH)

    def _make_usual(self) -> None:
        self._preferences.change(pattern=self.pattern.id, minutes=self.minutes)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> None:
        gentle = self.gentle.isVisible() and self.gentle.isChecked()
        self._begin(Wish(Door.HOME, self.pattern.id, self.minutes, gentle=gentle))

    def _follow(self, settings: Settings) -> None:
        self.sound.show_chosen(settings.sound)
        self.scene.show_chosen(_scene(settings))
        self.preview.show_scene(_scene(settings))
        self.list.show_gentle(settings.gentle_only)
        self._tell_usual()
        self._fit()

    # --- look ---------------------------------------------------------------------------------------

    def opened(self) -> None:
        """Three breaths are seen each time; in the first sessions the numbers are explained."""
        settings = self._preferences.settings
        self.said.explain(settings.sessions_met < len(SETTLING))
        self._fit()
        self.preview.show_scene(_scene(settings))
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
        widest = max(name.fontMetrics().horizontalAdvance(name.text()) for name in self._names)
        for name in self._names:
            name.setFixedWidth(widest + 2)
        self.column.setSpacing(GRID if low else 2 * GRID)
        top, foot = TOP_LOW if low else TOP, GRID
        self.stand(top, foot)
        self.said.keep_room(self.list.offered(), most if beside else room)
        self._aside.setMinimumHeight(self.usual.sizeHint().height())
        if beside and dress.scale < LARGE_TYPE_FROM:
            side = max(PREVIEW_LEAST, min(side, self._left_for_preview(most, top + foot)))
        side = min(side, most if beside else room)
        self.preview.setFixedSize(side, side)

    def _left_for_preview(self, wide: int, around: int) -> int:
        """Height, in px, that the page leaves the picture in its side; `around` is that of the margins."""
        between = 2 * self.column.spacing() + 2 * GRID
        below = self._below.heightForWidth(self.held.width())
        others = self.head.sizeHint().height() + self.said.height() + self._acts.heightForWidth(wide) + below
        return self.viewport().height() - around - between - others


def _sounds(patterns: Mapping[str, Pattern]) -> Mapping[Wanted, str]:
    """Whose ears, named as *Settings* names it, in its order."""
    return next(one.words for one in table(patterns) if one.name == "sound")


def _scene(settings: Settings) -> str:
    """The picture that is chosen; one that is no longer there falls back to the usual one."""
    return settings.scene if settings.scene in SCENE_NAMES else Settings().scene
