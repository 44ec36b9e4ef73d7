from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.ears import Wanted
from kindtimer.core.entry import Door
from kindtimer.core.settings import Settings
from kindtimer.core.settings_table import table
from kindtimer.core.wish import Wish
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.breathe_page import BreathePage
from tests import fakes
from tests.ui.dressing import dressed, nameless, settle, too_small


class Opened:
    def __init__(
        self, qtbot: QtBot, settings: Settings, size: tuple[int, int] = (1240, 900), scale: float = 1.0
    ):
        self.qtbot = qtbot
        self.begun: list[Wish] = []
        self.preferences = Preferences(settings, fakes.FakeKeeper())
        self.page = BreathePage(fakes.ManualClock(), self.preferences, fakes.patterns(), self.begun.append)
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        dressed(self.page, scale=scale)
        self.page.show()
        self.page.opened()

    def press(self, button: object) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, pattern: str) -> None:
        self.press(self.page.row(pattern))


def test_start_begins_gently_with_what_is_usual(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(flower=11))
    opened.press(opened.page.start)
    assert opened.begun == [Wish(Door.HOME, "longer_out_46", 3.0, gentle=True)]


def test_a_pattern_and_a_length_are_for_this_time_until_they_are_made_the_usual(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(flower=11))
    page = opened.page
    opened.choose("equal_4")
    opened.press(page.length.button(5.0))
    page.gentle.setChecked(False)
    opened.press(page.start)
    assert opened.begun == [Wish(Door.HOME, "equal_4", 5.0, gentle=False)]
    assert opened.preferences.settings.pattern == "longer_out_46"
    opened.press(page.usual)
    assert (opened.preferences.settings.pattern, opened.preferences.settings.minutes) == ("equal_4", 5.0)
    assert not page.usual.isVisible()
    assert page.usual_told.isVisible()


def test_sound_and_picture_hold_from_now_on(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(flower=11))
    opened.press(opened.page.sound.button(Wanted.QUIETLY))
    opened.press(opened.page.scene.button("words"))
    assert opened.preferences.settings.sound is Wanted.QUIETLY
    assert opened.preferences.settings.scene == "words"


def test_more_shows_the_others_and_holds_only_where_they_are_wanted(qtbot: QtBot) -> None:
    gentle = Opened(qtbot, Settings(flower=11))
    page = gentle.page
    assert not page.row("coherent").isVisible()
    gentle.press(page.more)
    assert page.row("coherent").isVisible()
    assert not page.row("box_4").isVisible()
    gentle.press(page.list.holds)
    assert not gentle.preferences.settings.gentle_only
    assert page.row("box_4").isVisible()
    gentle.choose("box_4")
    assert page.said.caution.isVisible()
    assert not page.usual.isVisible()  # a hold is never what one click brings
    assert not page.gentle.isVisible()
    gentle.press(page.start)
    assert gentle.begun == [Wish(Door.HOME, "box_4", 3.0, gentle=False)]


@pytest.mark.parametrize(("pattern", "taken"), [("gone", "longer_out_46"), ("coherent", "coherent")])
def test_a_usual_pattern_that_is_gone_falls_back_as_one_click_does(
    qtbot: QtBot, pattern: str, taken: str
) -> None:
    page = Opened(qtbot, Settings(flower=11, pattern=pattern)).page
    assert page.pattern.id == taken
    assert page.first_to_focus() is page.row(taken)
    assert page.row(taken).isVisible()


@pytest.mark.parametrize(("size", "scale"), [((1240, 900), 1.0), ((812, 600), 1.0), ((360, 420), 2.0)])
def test_tab_goes_as_one_reads(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    page = Opened(qtbot, Settings(flower=11, minutes=5.0, gentle_only=False), size, scale).page
    page.more.click()
    page.choose("equal_4")
    settle()
    page.row("equal_4").setFocus()
    seen = [page.focusWidget()]
    for _ in range(8):
        page.focusNextChild()
        seen.append(page.focusWidget())
    assert seen == [
        page.row("equal_4"),
        page.more,
        page.list.holds,
        page.gentle,
        page.start,
        page.usual,
        page.length.button(5.0),
        page.scene.button("flower"),
        page.sound.button(Wanted.UNSET),
    ]


@pytest.mark.parametrize(
    ("size", "more", "gentle_only"),
    [
        ((1224, 800), True, False),
        ((1032, 760), True, True),
        ((812, 600), False, False),
        ((796, 504), False, True),  # what a screen of 900×600 leaves, within its panel and a frame
    ],
)
@pytest.mark.parametrize("met", [0, 4])
@pytest.mark.parametrize("pattern", ["longer_out_46", "equal_4", "sigh"])
def test_all_of_it_is_seen_without_scrolling(
    qtbot: QtBot, size: tuple[int, int], more: bool, gentle_only: bool, met: int, pattern: str
) -> None:
    settings = Settings(flower=11, gentle_only=gentle_only, sessions_met=met)
    page = Opened(qtbot, settings, size).page
    page.let_be_wide(560 if size[0] < 1200 else 640)
    if more:
        page.more.click()
    page.choose(pattern)
    settle()
    assert page.verticalScrollBar().maximum() == 0


def test_what_is_chosen_moves_nothing_beside_start(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(flower=11))
    page = opened.page
    settle()
    stood = page.start.mapTo(page.body, page.start.rect().topLeft())
    opened.choose("equal_4")
    settle()
    assert page.usual.isVisible()
    assert not page.usual_told.isVisible()
    assert page.start.mapTo(page.body, page.start.rect().topLeft()) == stood


@pytest.mark.parametrize("size", [(1240, 900), (796, 504), (360, 420)])
def test_what_is_chosen_moves_no_row_and_nothing_below(qtbot: QtBot, size: tuple[int, int]) -> None:
    opened = Opened(qtbot, Settings(flower=11, gentle_only=False), size)
    page = opened.page
    page.more.click()
    places = set()
    for name in fakes.patterns():
        page.choose(name)
        settle()
        rows = (page.row(one) for one in fakes.patterns())
        still = (*rows, page.more, page.preview, page.start, page.length)
        places.add(tuple(one.mapTo(page.body, QPoint()).toTuple() for one in still))
    assert len(places) == 1


@pytest.mark.parametrize(("met", "explained"), [(0, True), (3, True), (4, False)])
def test_the_seconds_are_explained_in_the_first_sessions(qtbot: QtBot, met: int, explained: bool) -> None:
    page = Opened(qtbot, Settings(flower=11, sessions_met=met)).page
    assert page.row("longer_out_46").told.text() == "4 s in · 6 s out"
    assert page.said.in_full.isVisible() is explained


def test_sound_is_named_as_in_settings_in_its_order(qtbot: QtBot) -> None:
    page = Opened(qtbot, Settings(flower=11)).page
    row = next(one for one in table(fakes.patterns()) if one.name == "sound")
    assert {one: page.sound.button(one).text() for one in row.words} == dict(row.words)
    assert set(row.words) == set(Wanted)
    settle()
    left = [page.sound.button(one).x() for one in row.words]
    assert left == sorted(left)
    assert page.sound.button(Wanted.UNSET).isChecked()


def test_a_choice_that_is_gone_falls_back_to_the_usual_one_and_is_marked(qtbot: QtBot) -> None:
    page = Opened(qtbot, Settings(flower=11, pattern="gone", scene="gone")).page
    assert page.row("longer_out_46").isChecked()
    assert page.scene.button("flower").isChecked()
    assert page.usual_told.isVisible()  # one click falls back in the same way


def test_settings_that_changed_elsewhere_are_shown(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(flower=11))
    opened.preferences.replace(replace(opened.preferences.settings, sound=Wanted.WITH_SOUND, scene="words"))
    assert opened.page.sound.button(Wanted.WITH_SOUND).isChecked()
    assert opened.page.scene.button("words").isChecked()
    opened.preferences.change(sound=Wanted.UNSET)
    assert opened.page.sound.button(Wanted.UNSET).isChecked()


def test_everything_can_be_hit_named_and_reached_at_each_size(qtbot: QtBot) -> None:
    for size, scale in (((1240, 900), 1.0), ((812, 600), 1.0), ((900, 540), 2.0), ((360, 420), 2.0)):
        opened = Opened(qtbot, Settings(flower=11), size, scale)
        page = opened.page
        settle()
        assert (too_small(page), nameless(page)) == ([], [])
        assert page.horizontalScrollBar().maximum() == 0
        for one in (page.list, page.preview, page.start, page.length):
            at = one.mapTo(page.body, one.rect().topLeft())
            assert at.x() >= 0
            assert at.x() + one.width() <= page.body.width()
