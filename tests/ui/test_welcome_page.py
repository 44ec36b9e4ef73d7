from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.cautions import CAUTIONS, IN_ONE_LINE
from kindtimer.core.ears import Wanted
from kindtimer.core.settings import OneClick, Settings
from kindtimer.ui.appearance import Look
from kindtimer.ui.buttons import Button
from kindtimer.ui.home_window import HomeWindow
from kindtimer.ui.large_choice import LargeChoice
from kindtimer.ui.page import Page
from kindtimer.ui.sidebar import Place
from kindtimer.ui.texts import Text
from kindtimer.ui.welcome_page import WelcomePage
from kindtimer.visuals.palette import DAWN, DUSK
from tests import fakes
from tests.ui.dressing import dressed, nameless, settle, too_small
from tests.ui.first_start import Opened


def test_three_steps_set_what_was_chosen_and_lead_home(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    assert page.alone
    assert page.head.text() == "Hello. Start anywhere."
    assert IN_ONE_LINE in opened.seen()
    opened.press(page.quietly)
    assert opened.settings.sound is Wanted.QUIETLY
    assert "What would you like one click to bring?" in opened.seen()
    assert any("the seed in the tray" in line and "the tile in Today" in line for line in opened.seen())
    opened.press(page.around)
    assert opened.settings.one_click is OneClick.ROOM
    assert page.head.text() == "It waits until you ask"
    assert any("Ctrl+Q" in line for line in opened.seen())
    assert not opened.settings.welcomed
    opened.press(page.home)
    assert (opened.done, opened.settings.welcomed) == (["home"], True)


def test_with_sound_and_a_breath(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(flower=11, one_click=OneClick.ROOM))
    opened.press(opened.page.with_sound)
    opened.press(opened.page.breath)
    assert (opened.settings.sound, opened.settings.one_click) == (Wanted.WITH_SOUND, OneClick.BREATH)


def test_the_first_breath_is_possible_from_every_step_and_chooses_nothing(qtbot: QtBot) -> None:
    for step in range(3):
        opened = Opened(qtbot)
        opened.page._go(step)
        settle()
        assert opened.page.breathe.text() == "First breath"
        opened.press(opened.page.breathe)
        assert opened.done == ["breath", "home"]
        assert opened.settings == Settings(flower=11, welcomed=True)


def test_whoever_chose_the_room_is_led_to_the_room_from_the_last_step(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.press(opened.page.quietly)
    opened.press(opened.page.around)
    assert opened.page.breathe.text() == "The room around you"
    opened.press(opened.back())
    assert opened.page.breathe.text() == "First breath"
    opened.press(opened.page.around)
    opened.press(opened.page.breathe)
    assert opened.done == ["room", "home"]


def chosen(page: WelcomePage) -> list[LargeChoice]:
    choices = page.findChildren(LargeChoice)
    told = [one for one in choices if one.accessibleDescription().startswith("Chosen.")]
    assert told == [one for one in choices if one.property("chosen")]
    return told


def test_nothing_looks_chosen_before_it_is(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    for step in range(2):
        page._go(step)
        page.first_to_focus().setFocus()
        assert (chosen(page), page.focusWidget()) == ([], page.head)
    assert page.head.accessibleDescription().startswith("What would you like one click to bring?")
    page._go(0)
    opened.press(page.quietly)
    assert chosen(page) == [page.quietly]
    opened.press(page.breath)
    assert chosen(page) == [page.quietly, page.breath]
    opened.press(opened.back())
    opened.press(page.around)
    assert chosen(page) == [page.quietly, page.around]


def test_seen_once_more_it_shows_what_holds_now(qtbot: QtBot) -> None:
    settings = Settings(flower=11, welcomed=True, sound=Wanted.WITH_SOUND, one_click=OneClick.ROOM)
    page = Opened(qtbot, settings).page
    assert chosen(page) == [page.with_sound, page.around]
    assert page.first_to_focus() is page.with_sound


def test_looking_round_first_passes_all_of_it_by(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.press(opened.page.look_round)
    assert opened.done == ["home"]
    assert opened.settings == Settings(flower=11, welcomed=True)


def test_back_leads_to_the_step_before_and_to_what_was_chosen_there(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    opened.press(page.quietly)
    assert page.head.hasFocus()
    opened.press(page.around)
    assert page.home.hasFocus()
    opened.press(opened.back())
    assert (page.step, page.around.hasFocus()) == (1, True)
    opened.press(opened.back())
    assert (page.step, page.quietly.hasFocus()) == (0, True)
    assert opened.done == []


def test_by_keyboard_alone(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    page.first_to_focus().setFocus()
    reached = []
    for _ in range(5):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget())
    assert reached == [page.with_sound, page.quietly, page.look_round, page.breathe, page.more]
    page.with_sound.setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.breath.hasFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.home.hasFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert opened.done == ["home"]


def test_more_opens_the_six_lines_and_closes_them(qtbot: QtBot) -> None:
    opened = Opened(qtbot, size=(900, 600))
    assert not set(opened.seen()) & {caution.words for caution in CAUTIONS}
    opened.press(opened.page.more)
    assert {caution.words for caution in CAUTIONS} <= set(opened.seen())
    assert opened.page.more.text() == "Less"
    opened.press(opened.page.more)
    assert not opened.page.cautions.isVisible()


def in_home(qtbot: QtBot, opened: Opened) -> HomeWindow:
    places = [Place("today", "Today", "today", lambda: Page("Today"))]
    places.append(Place("welcome", "Hello", "today", opened.made, listed=False))
    window = HomeWindow(places, Look(DUSK, still=False), fakes.ASSETS)
    qtbot.addWidget(window)
    window.show_here(None)
    window.open_place("welcome")
    settle()
    return window


def esc(qtbot: QtBot, window: HomeWindow) -> None:
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    settle()


def test_esc_closes_more_then_steps_back_and_leaves_from_the_first_step_alone(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    window = in_home(qtbot, opened)
    page = window.page("welcome")
    assert isinstance(page, WelcomePage)
    opened.press(page.quietly)
    opened.press(page.breath)
    for step in (1, 0):
        esc(qtbot, window)
        assert (window.now, page.step, opened.settings.welcomed) == ("welcome", step, False)
    assert page.quietly.hasFocus()
    opened.press(page.more)
    esc(qtbot, window)
    assert (window.now, page.cautions.isVisible(), page.more.text()) == ("welcome", False, "More")
    assert page.more.hasFocus()
    assert opened.told == []
    esc(qtbot, window)
    assert (window.now, opened.settings.welcomed) == ("today", True)
    assert len(opened.told) == 1
    assert "Settings" in opened.told[0]


def test_esc_after_the_first_time_says_nothing_and_goes_back_where_one_came_from(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(flower=11, welcomed=True))
    window = in_home(qtbot, opened)
    esc(qtbot, window)
    assert (window.now, opened.told) == ("today", [])


def test_opened_once_more_the_six_lines_are_put_away(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.press(opened.page.more)
    opened.page.opened()
    assert opened.page.cautions.isHidden()
    assert opened.page.more.text() == "More"


def test_its_words_are_true_with_a_tray_and_without_one(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    for tray in (True, False):
        opened.tray = tray
        opened.page.opened()
        opened.press(opened.page.quietly)
        where = " ".join(opened.seen())
        assert "the tile in Today" in where
        assert ("the seed in the tray" in where) is tray
        opened.press(opened.page.breath)
        closing = next(line for line in opened.seen() if "losing" in line)
        assert ("leaves the seed in the tray" in closing) is tray
        assert ("ends KindTimer" in closing) is not tray


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


def test_the_window_reopened_after_it_was_left_is_the_room(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    window = in_home(qtbot, opened)
    window.close()
    assert not window.isVisible()
    window.show_here(None)
    assert (window.now, window.sidebar.isVisible()) == ("today", True)
    window.open_place("welcome")
    window.show_here(None)  # a second start while it stands there
    assert window.now == "welcome"
    window.hide()
    window.show_here(None, place="welcome")
    assert window.now == "welcome"


def test_the_first_breath_leaves_it_for_the_room(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    window = in_home(qtbot, opened)
    page = window.page("welcome")
    assert isinstance(page, WelcomePage)
    opened.press(page.breathe)
    assert opened.done == ["breath", "home"]


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
        for button in (page.with_sound, page.around, None):
            settle()
            assert (too_small(page), nameless(page)) == ([], [])
            assert page.horizontalScrollBar().maximum() == 0
            for one in page.findChildren(Button):
                if one.isVisible():
                    assert isinstance(one, LargeChoice) or one.width() >= one.sizeHint().width(), one.text()
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
