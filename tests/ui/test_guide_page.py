from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kindtimer.core.guide_topic import Topic
from kindtimer.store.guide_store import read_topics
from kindtimer.ui.appearance import Look
from kindtimer.ui.buttons import Button
from kindtimer.ui.guide_page import GuidePage
from kindtimer.ui.guide_passage import Passage
from kindtimer.ui.home_window import HomeWindow
from kindtimer.ui.page import Page
from kindtimer.ui.prose import Prose
from kindtimer.ui.session_words import all_keys
from kindtimer.ui.sidebar import Place
from kindtimer.visuals.palette import DUSK
from tests import fakes
from tests.ui.dressing import dressed, nameless, settle, too_small


def topics() -> tuple[Topic, ...]:
    return read_topics(fakes.ASSETS / "guide.toml")


def made(qtbot: QtBot, size: tuple[int, int] = (1240, 900), scale: float = 1.0) -> GuidePage:
    page = GuidePage(topics(), fakes.patterns())
    qtbot.addWidget(page)
    page.resize(*size)
    dressed(page, scale=scale)
    page.show()
    settle()
    return page


def press(qtbot: QtBot, button: Button) -> None:
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def find(qtbot: QtBot, page: GuidePage, words: str) -> None:
    """Type it anew, and wait for all that is found."""
    page.search.clear()
    qtbot.keyClicks(page.search, words)
    there(qtbot, page)


def there(qtbot: QtBot, page: GuidePage) -> None:
    qtbot.waitUntil(lambda: page.all_there)
    settle()


def seen(page: GuidePage) -> list[str]:
    return [one.text() for one in page.findChildren(Prose) if one.isVisible()]


def test_topics_stand_closed_and_open_in_place(qtbot: QtBot) -> None:
    page = made(qtbot)
    assert page.first_to_focus() is page.search
    assert list(page.panels) == [topic.id for topic in topics()]
    assert seen(page) == []
    keys = page.panels["keys"]
    assert keys.row.accessibleName() == "Keys"
    assert keys.row.accessibleDescription().startswith("Closed. ")
    press(qtbot, keys.row)
    assert "Leave, at once" in seen(page)
    assert keys.row.accessibleDescription().startswith("Open. ")
    assert not keys.whole.isVisible()
    press(qtbot, keys.row)
    assert (seen(page), keys.is_open) == ([], False)


def test_each_pattern_stands_with_its_seconds_and_its_caution(qtbot: QtBot) -> None:
    page = made(qtbot)
    press(qtbot, page.panels["patterns"].row)
    said = "\n".join(seen(page))
    for pattern in fakes.patterns().values():
        assert pattern.name in said
        assert pattern.caution in said
    assert "4 s in · 6 s out" in said


def test_what_is_typed_narrows_it_to_what_holds_it(qtbot: QtBot) -> None:
    page = made(qtbot)
    page.first_to_focus().setFocus()
    find(qtbot, page, "Headset")
    assert [name for name, panel in page.panels.items() if panel.isVisible()] == ["sound"]
    (line,) = seen(page)
    assert "headsets" in line
    assert page.search.hasFocus()
    prose = next(one for one in page.findChildren(Prose) if one.isVisible())
    assert prose.selectedText().casefold() == "headset"
    press(qtbot, page.panels["sound"].whole)
    assert len(seen(page)) > 3
    assert page.panels["sound"].row.isVisible()
    press(qtbot, page.clear)
    assert all(panel.isVisible() for panel in page.panels.values())
    assert (seen(page), page.clear.isVisible()) == ([], False)


def test_whoever_types_on_waits_for_no_more_than_one_passage(qtbot: QtBot) -> None:
    page = made(qtbot)
    qtbot.keyClicks(page.search, "e")
    assert page.findChildren(Passage) == []
    page._grow()
    assert len(page.findChildren(Passage)) == 1
    find(qtbot, page, "headset")
    assert len(seen(page)) == 1


def test_what_holds_the_longer_word_too_stays_as_it_is(qtbot: QtBot) -> None:
    page = made(qtbot)
    find(qtbot, page, "headse")
    before = [one for one in page.findChildren(Passage) if one.isVisible()]
    qtbot.keyClicks(page.search, "t")
    assert page.panels["sound"].is_open
    there(qtbot, page)
    assert [one for one in page.findChildren(Passage) if one.isVisible()] == before
    prose = next(one for one in page.findChildren(Prose) if one.isVisible())
    assert prose.marked.casefold() == "headset"
    page.search.setText("headset zzz")
    there(qtbot, page)
    assert not any(one.isVisible() for one in before)


def test_what_is_found_stands_in_the_order_of_the_topic_and_so_for_the_tab_key(qtbot: QtBot) -> None:
    page = made(qtbot)
    for words in ("study", "stud", "s"):  # more is found each time, also before what stands there
        page.search.setText(words)
        there(qtbot, page)
        for panel in page.panels.values():
            passages = [one for one in panel.inner.findChildren(Passage) if one.isVisible()]
            below = sorted(passages, key=lambda one: one.y())
            assert [one.accessibleName() for one in below] == [
                panel._built[part].accessibleName() for part in panel._wanted
            ]
            for one, other in pairwise(below):
                after = one.nextInFocusChain()
                while after is not None and not isinstance(after, Passage):
                    after = after.nextInFocusChain()
                assert after is other


def test_words_of_a_title_bring_the_topic_closed(qtbot: QtBot) -> None:
    page = made(qtbot)
    find(qtbot, page, "honestly")
    assert [name for name, panel in page.panels.items() if panel.isVisible()] == ["known"]
    assert seen(page) == []


def test_nothing_found_is_said_calmly(qtbot: QtBot) -> None:
    page = made(qtbot)
    page.search.setText("xylophone 🌱")
    there(qtbot, page)
    assert page.nothing.isVisible()
    assert not any(panel.isVisible() for panel in page.panels.values())
    page.search.setText("")
    assert not page.nothing.isVisible()


def test_it_begins_without_a_search_when_one_comes_back(qtbot: QtBot) -> None:
    page = made(qtbot)
    find(qtbot, page, "headset")
    page.opened()
    assert page.search.text() == ""
    assert (seen(page), page.clear.isVisible()) == ([], False)
    press(qtbot, page.panels["keys"].row)
    page.opened()
    assert page.panels["keys"].is_open


def test_a_finding_is_shown_with_its_source_and_its_limits(qtbot: QtBot) -> None:
    page = made(qtbot)
    press(qtbot, page.panels["known"].row)
    said = seen(page)
    for part in page.panels["known"].topic.parts:
        if part.source:
            found, limit = said.index(part.text[-1]), said.index(part.told)
            assert said[limit + 1] == f"Source: {part.source}"
            assert limit == found + 1


def test_one_can_read_on_by_keyboard_and_a_screen_reader_hears_it_all(qtbot: QtBot) -> None:
    page = made(qtbot, (900, 600))
    press(qtbot, page.panels["known"].row)
    settle()
    passages = [one for one in page.findChildren(Passage) if one.isVisible()]
    qtbot.keyClick(page.panels["known"].row, Qt.Key.Key_Tab)
    assert passages[0].hasFocus()
    qtbot.keyClick(passages[0], Qt.Key.Key_Tab)
    assert passages[1].hasFocus()
    before = page.verticalScrollBar().value()
    qtbot.keyClick(passages[1], Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > before
    for part, passage in zip(page.panels["known"].topic.parts, passages, strict=True):
        heard = f"{passage.accessibleName()}\n{passage.accessibleDescription()}"
        assert all(text in heard for text in (part.title, *part.text, part.source, part.told))


def test_text_can_be_marked_with_the_pointer(qtbot: QtBot) -> None:
    page = made(qtbot)
    press(qtbot, page.panels["never"].row)
    prose = [one for one in page.findChildren(Prose) if one.isVisible()]
    wanted = Qt.TextInteractionFlag.TextSelectableByMouse
    assert prose
    assert all(one.textInteractionFlags() & wanted for one in prose)


def test_lines_are_no_longer_than_sixty_letters_or_so(qtbot: QtBot) -> None:
    page = made(qtbot)
    press(qtbot, page.panels["first_breath"].row)
    settle()
    longest = 66 * page.search.fontMetrics().averageCharWidth()
    assert all(one.width() <= longest for one in page.findChildren(Prose) if one.isVisible())


def test_everything_fits_can_be_hit_and_has_a_name_at_each_size(qtbot: QtBot) -> None:
    for size, scale in (((1240, 900), 1.0), ((812, 600), 1.0), ((900, 540), 2.0), ((360, 420), 2.0)):
        page = made(qtbot, size, scale)
        page.panels["keys"].show_whole()
        page.panels["patterns"].show_whole()
        settle()
        assert (too_small(page), nameless(page)) == ([], [])
        assert page.horizontalScrollBar().maximum() == 0
        for one in page.findChildren(QLabel):
            if one.isVisible():
                assert page.body.rect().contains(one.mapTo(page.body, one.rect().topLeft()))
                assert one.height() >= one.heightForWidth(one.width()) or not one.wordWrap()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_was_found_is_as_high_as_its_words_however_the_window_changes(
    qtbot: QtBot, scale: float
) -> None:
    page = made(qtbot, (1240, 900), scale)
    find(qtbot, page, "light")
    for width in (1240, 360, 700, 1240):
        page.resize(width, 700)
        settle()
        passages = [one for one in page.findChildren(Passage) if one.isVisible()]
        assert passages
        for one in passages:
            wanted = one.heightForWidth(one.width())
            assert abs(one.height() - wanted) <= 1, (width, one.accessibleName())


def listed(part: int) -> list[str]:
    keys = next(topic for topic in topics() if topic.id == "keys")
    return [row.name for row in keys.parts[part].rows]


def test_the_keys_of_the_home_window_are_the_ones_it_has(qtbot: QtBot) -> None:
    def place(name: str, *, foot: bool = False, listed: bool = True) -> Place:
        return Place(name, name, "today", lambda: Page(name), foot=foot, listed=listed)

    places = [place("today"), place("breathe"), place("practices"), place("hard", listed=False)]
    places += [place("guide", foot=True), place("settings", foot=True), place("help_now", foot=True)]
    window = HomeWindow(places, Look(DUSK, still=False), fakes.ASSETS)
    qtbot.addWidget(window)
    there = {one.key().toString() for one in window.findChildren(QShortcut)}
    told = {key for name in listed(1) if name != "Tab" for key in name.split(", ")}
    assert told == there


def test_the_keys_of_a_session_are_the_ones_it_shows_with_h() -> None:
    shown = " · ".join(all_keys(guided=True)).replace("→ on · ← back", "→← on, back")
    in_session = [name for name in listed(0) if name != "Tab"]
    for name in in_session:
        assert name.split(" or ")[0].replace(" ", "") in shown
    assert len(in_session) == len(shown.split(" · "))


@pytest.mark.parametrize("asked", ["reminder", "notification", "login", "schedule", "break"])
def test_words_people_have_for_offers_find_their_topic(qtbot: QtBot, asked: str) -> None:
    page = made(qtbot)
    find(qtbot, page, asked)
    assert page.panels["offers"].isVisible()
