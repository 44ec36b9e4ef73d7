from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kindtimer.core.cautions import CAUTIONS, IN_ONE_LINE
from kindtimer.core.ears import Wanted
from kindtimer.core.settings import OneClick, Settings
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.appearance import Look
from kindtimer.ui.buttons import Button
from kindtimer.ui.home_window import HomeWindow
from kindtimer.ui.page import Page
from kindtimer.ui.sidebar import Place
from kindtimer.ui.texts import Text
from kindtimer.ui.welcome_page import Choice, WelcomePage
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.palette import DAWN, DUSK
from tests import fakes
from tests.ui.dressing import dressed, nameless, settle, too_small


class Opened:
    """A first start, and what it led to."""

    def __init__(
        self,
        qtbot: QtBot,
        settings: Settings | None = None,
        size: tuple[int, int] = (1440, 900),
        scale: float = 1.0,
    ) -> None:
        self.qtbot = qtbot
        self.done: list[str] = []
        self.preferences = Preferences(settings or Settings(flower=11), fakes.FakeKeeper())
        self.page = self.made()
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        dressed(self.page, scale=scale)
        self.page.show()
        self.page.opened()
        settle()

    def made(self) -> WelcomePage:
        return WelcomePage(
            self.preferences,
            FlowerShape.grown(11),
            first_breath=lambda: self.done.append("breath"),
            done=lambda: self.done.append("room"),
        )

    @property
    def settings(self) -> Settings:
        return self.preferences.settings

    def press(self, button: Button) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def seen(self) -> list[str]:
        return [one.text() for one in self.page.findChildren(QLabel) if one.isVisible()]

    def back(self) -> Button:
        return next(one for one in self.page.findChildren(Button) if one.isVisible() and one.text() == "Back")


def test_three_steps_set_what_was_chosen_and_lead_to_the_room(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    assert page.alone
    assert page.head.text() == "Hello. Start anywhere."
    assert IN_ONE_LINE in opened.seen()
    opened.press(page.quietly)
    assert opened.settings.sound is Wanted.QUIETLY
    assert "What would you like one click to bring?" in opened.seen()
    opened.press(page.room)
    assert opened.settings.one_click is OneClick.ROOM
    assert any("no offers are set up" in line for line in opened.seen())
    assert any("Ctrl+Q" in line for line in opened.seen())
    assert not opened.settings.welcomed
    opened.press(page.to_room)
    assert (opened.done, opened.settings.welcomed) == (["room"], True)


def test_with_sound_and_a_breath(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(flower=11, one_click=OneClick.ROOM))
    opened.press(opened.page.with_sound)
    opened.press(opened.page.breath)
    assert (opened.settings.sound, opened.settings.one_click) == (Wanted.WITH_SOUND, OneClick.BREATH)


def test_the_first_breath_is_possible_from_the_first_screen_and_chooses_nothing(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.press(opened.page.breathe)
    assert opened.done == ["breath"]
    assert opened.settings == Settings(flower=11, welcomed=True)


def test_looking_round_first_passes_all_of_it_by(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.press(opened.page.look_round)
    assert opened.done == ["room"]
    assert opened.settings == Settings(flower=11, welcomed=True)


def test_back_leads_to_the_step_before_and_to_what_was_chosen_there(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    page.first_to_focus().setFocus()
    assert page.with_sound.hasFocus()
    opened.press(page.quietly)
    assert page.breath.hasFocus()
    opened.press(page.room)
    assert page.to_room.hasFocus()
    opened.press(opened.back())
    assert (page.step, page.room.hasFocus()) == (1, True)
    opened.press(opened.back())
    assert (page.step, page.quietly.hasFocus()) == (0, True)
    assert opened.done == []


def test_by_keyboard_alone(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    page.first_to_focus().setFocus()
    reached = []
    for _ in range(5):
        reached.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert reached == [page.with_sound, page.quietly, page.look_round, page.breathe, page.more]
    page.with_sound.setFocus()
    for button in (page.with_sound, page.breath, page.to_room):
        assert button.hasFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert opened.done == ["room"]


def test_more_opens_the_six_lines_and_closes_them(qtbot: QtBot) -> None:
    opened = Opened(qtbot, size=(900, 600))
    assert not set(opened.seen()) & {caution.words for caution in CAUTIONS}
    opened.press(opened.page.more)
    assert {caution.words for caution in CAUTIONS} <= set(opened.seen())
    assert opened.page.more.text() == "Less"
    opened.press(opened.page.more)
    assert not opened.page.cautions.isVisible()


def test_the_flower_stays_where_it_is_from_step_to_step(qtbot: QtBot) -> None:
    for size in ((1440, 900), (900, 600)):
        opened = Opened(qtbot, size=size)
        places = []
        for button in (opened.page.quietly, opened.page.breath, None):
            places.append(opened.page.picture.mapTo(opened.page, opened.page.picture.rect().topLeft()).y())
            if button is not None:
                opened.press(button)
        assert len(set(places)) == 1
        assert opened.page.verticalScrollBar().maximum() == 0  # nothing to scroll for, in any of the three


def in_home(qtbot: QtBot, opened: Opened) -> HomeWindow:
    places = [Place("today", "Today", "today", lambda: Page("Today"))]
    places.append(Place("welcome", "Hello", "today", opened.made, listed=False))
    window = HomeWindow(places, Look(DUSK, still=False), fakes.ASSETS)
    qtbot.addWidget(window)
    window.show_here(None)
    window.open_place("welcome")
    settle()
    return window


def test_esc_leaves_and_so_does_closing_the_window(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    window = in_home(qtbot, opened)
    assert not window.sidebar.isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.now == "today"
    assert window.sidebar.isVisible()
    assert opened.settings == Settings(flower=11, welcomed=True)
    other = Opened(qtbot)
    in_home(qtbot, other).close()
    assert other.settings.welcomed


def test_opened_once_more_it_begins_at_its_beginning(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(flower=11, welcomed=True))
    opened.press(opened.page.quietly)
    opened.page.opened()
    assert opened.page.step == 0
    assert opened.page.look_round.isVisible()


def test_nothing_is_clipped_small_or_nameless_at_any_size(qtbot: QtBot) -> None:
    sizes = (((1440, 900), 1.0), ((900, 600), 1.0), ((900, 600), 2.0), ((360, 420), 2.0), ((360, 420), 1.0))
    for size, scale in sizes:
        opened = Opened(qtbot, size=size, scale=scale)
        page = opened.page
        opened.press(page.more)
        for button in (page.with_sound, page.room, None):
            settle()
            assert (too_small(page), nameless(page)) == ([], [])
            assert page.horizontalScrollBar().maximum() == 0
            for one in page.findChildren(Button):
                if one.isVisible():
                    assert isinstance(one, Choice) or one.width() >= one.sizeHint().width(), one.text()
                    assert page.held.rect().contains(one.mapTo(page.held, one.rect().center()))
            for text in page.findChildren(Text):
                if text.isVisible():
                    words = (text.fontMetrics().horizontalAdvance(word) for word in text.text().split())
                    assert max(words) <= text.width()
                    assert text.height() >= text.heightForWidth(text.width())
            if button is not None:
                opened.press(button)


def test_it_stands_still_and_wears_the_colours_it_is_given(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    dusk = opened.page.picture.grab().toImage()
    assert opened.page.picture.grab().toImage() == dusk
    dressed(opened.page, DAWN)
    assert opened.page.picture.grab().toImage() != dusk
