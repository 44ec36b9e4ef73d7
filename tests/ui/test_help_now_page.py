from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.hard_times import HardTimes
from kindtimer.store.help_line_store import read_help_lines
from kindtimer.store.paths import assets
from kindtimer.ui.help_now_page import HelpNowPage
from tests.ui.dressing import dressed, nameless, settle, too_small
from tests.ui.help_lines import DAY, FULL, LINES, PageKeeper, preferences


class Opened:
    def __init__(self, qtbot: QtBot, page: HardTimes | None = None, country: str = "none") -> None:
        self.keeper, self.preferences = PageKeeper(page), preferences(country)
        self.day, self.edited, self.qtbot = DAY, 0, qtbot
        self.page = HelpNowPage(LINES, self.preferences, self.keeper, self.today, edit=self.edit)
        qtbot.addWidget(self.page, before_close_func=lambda page: page.hide())

    def today(self) -> date:
        return self.day

    def edit(self) -> None:
        self.edited += 1

    def show(self, width: int = 900, height: int = 600, scale: float = 1.0) -> HelpNowPage:
        self.page.resize(width, height)
        dressed(self.page, scale=scale)
        self.page.opened()
        self.page.show()
        settle()
        return self.page

    def of_all(self, width: int = 900, height: int = 600, scale: float = 1.0) -> HelpNowPage:
        """The page with every line there is."""
        every = read_help_lines(assets() / "help_lines.toml")
        self.page = HelpNowPage(every, self.preferences, self.keeper, self.today, edit=self.edit)
        self.qtbot.addWidget(self.page)
        return self.show(width, height, scale)

    def order(self) -> list[str]:
        tops = {
            name: card.mapTo(self.page.body, card.rect().topLeft()).y()
            for name, card in self.page.cards.items()
        }
        return sorted(tops, key=lambda name: tops[name])


def read_down(page: HelpNowPage) -> list[str]:
    """Every visible text, from top to bottom."""
    labels = [one for one in page.body.findChildren(QLabel) if one.isVisible() and one.text()]
    return [
        one.text() for one in sorted(labels, key=lambda one: one.mapTo(page.body, one.rect().topLeft()).y())
    ]


DANGER = "In danger now: call the emergency number. It stands first for each country."


def stands_in(texts: list[str], wanted: list[str]) -> bool:
    """Whether all of these are read, in this order."""
    places = [texts.index(one) for one in wanted]
    return places == sorted(places)


def test_with_no_page_and_no_country_the_numbers_come_first(qtbot: QtBot) -> None:
    texts = read_down(Opened(qtbot).show())
    assert texts[:2] == ["Help now", DANGER]
    numbers = ["findahelpline.com", "Austria", "142", "Germany", "112", "0800 111 0 111", "0800 111 0 222"]
    assert stands_in(texts, [DANGER, "Any country", *numbers, "United States", "988"])
    assert "nobody has called them" in texts[-1]


def test_a_chosen_country_stands_before_all_others(qtbot: QtBot) -> None:
    texts = read_down(Opened(qtbot, country="us").show())
    assert stands_in(texts, [DANGER, "United States", "988", "Any country", "Austria", "Germany"])


@pytest.mark.parametrize("size", [(1440, 900), (900, 600)])
@pytest.mark.parametrize("country", ["none", "de"])
def test_the_first_screen_shows_what_to_do_the_choice_and_numbers(
    qtbot: QtBot, size: tuple[int, int], country: str
) -> None:
    opened = Opened(qtbot, country=country)
    page = opened.of_all(*size)
    first = page.rows_shown()[:2] if country == "de" else page.rows_shown()[:1]
    shown = [
        page.head,
        page.danger,
        page.choose,
        page.make,
        *(number.shown for row in first for number in row.numbers),
    ]
    assert len(shown) > 3
    for widget in shown:
        foot = widget.mapTo(page.viewport(), widget.rect().bottomLeft()).y()
        assert 0 < foot < page.viewport().height(), widget


def test_an_empty_page_is_a_quiet_way_to_make_it_beside_the_countries(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.show()
    assert page.own.isHidden()
    assert page.to_numbers.isHidden()
    assert page.choose.geometry().center().y() == page.make.geometry().center().y()
    page.choose.setFocus()
    qtbot.keyClick(page.choose, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.make
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert opened.edited == 1
    assert page.first_to_focus() is page.choose


def test_a_page_that_is_filled_stands_first_section_by_section(qtbot: QtBot) -> None:
    opened = Opened(qtbot, FULL)
    page = opened.show()
    assert [(one.accessibleName(), one.words) for one in page.own.fields] == [
        ("Early signs", "no sleep"),
        ("People", "Mila 0171 234 5678"),
        ("What I want to remember", "It moved before."),
    ]
    texts = read_down(page)
    assert stands_in(texts, [DANGER, "My page for hard times", "People", "Any country", "findahelpline.com"])
    assert page.own.told.isHidden()
    assert page.make.isHidden()
    qtbot.mouseClick(page.own.edit, Qt.MouseButton.LeftButton)
    assert opened.edited == 1
    opened.keeper.page = HardTimes(places="the bench")
    page.opened()
    assert [one.words for one in page.own.fields] == ["the bench"]


def test_a_long_page_does_not_stand_between_a_person_and_the_numbers(qtbot: QtBot) -> None:
    page = Opened(qtbot, HardTimes(eases="x" * 4000, places="word " * 800, people="🌱 שלום " * 500)).show()
    assert page.first_to_focus() is page.to_numbers
    qtbot.mouseClick(page.to_numbers, Qt.MouseButton.LeftButton)
    number = page.rows_shown()[0].numbers[0].shown
    top = number.mapTo(page.viewport(), number.rect().topLeft()).y()
    assert 0 <= top < page.viewport().height() / 2
    assert page.choose.hasFocus()
    assert len(page.own.fields) == 3
    for field in page.own.fields:
        assert (field.verticalScrollBar().maximum(), field.horizontalScrollBar().maximum()) == (0, 0)


@pytest.mark.parametrize("can_be_kept", [True, False])
@pytest.mark.parametrize("words", ["", "the bench"])
def test_trouble_with_the_page_is_one_calm_line_above(qtbot: QtBot, words: str, can_be_kept: bool) -> None:
    told = "Another program holds the journal."
    page = Opened(qtbot, HardTimes(places=words, trouble=told, can_be_kept=can_be_kept)).show()
    assert stands_in(read_down(page), [DANGER, "My page for hard times", told, "Any country"])
    assert [one.words for one in page.own.fields] == [words] * bool(words)
    assert page.own.edit.isVisible() is (can_be_kept and bool(words))
    assert page.make.isVisible() is (can_be_kept and not words)


def test_what_is_told_of_words_that_wait_goes_once_they_are_kept(qtbot: QtBot) -> None:
    opened = Opened(qtbot, replace(FULL, trouble="The disk is full.", waits=True))
    page = opened.show()
    assert page.own.told.isVisible()
    assert page.own._again.isActive()
    opened.keeper.page = FULL
    page.own._again.timeout.emit()
    assert not page.own.told.isVisible()
    assert [one.words for one in page.own.fields] == [text for _, text in FULL.filled()]


def test_a_country_moves_up_and_none_is_hidden(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.show()
    assert opened.order() == ["everywhere", "at", "de", "us"]
    qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    settle()
    assert page.countries.isVisible()
    qtbot.mouseClick(page.countries.button("us"), Qt.MouseButton.LeftButton)
    settle()
    assert opened.preferences.settings.country == "us"
    assert opened.order() == ["us", "everywhere", "at", "de"]
    assert page.which.text() == "United States stands first. All others follow, by name."
    assert page.countries.isHidden()
    assert page.choose.hasFocus()
    assert [card.isVisible() for card in page.cards.values()] == [True] * 4
    qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.countries.button("none"), Qt.MouseButton.LeftButton)
    settle()
    assert opened.order() == ["everywhere", "at", "de", "us"]
    assert "directory" in page.which.text()


def test_the_arrow_turns_while_the_countries_are_to_be_seen(qtbot: QtBot) -> None:
    page = Opened(qtbot).show()

    def arrow() -> QImage:
        return page.choose.icon().pixmap(24).toImage()

    down = arrow()
    for close in (page.choose, page.countries.button("us")):
        qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
        assert arrow() != down
        close.click()
        assert page.countries.isHidden()
        assert arrow() == down


def test_what_is_chosen_elsewhere_moves_up_here_too(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.show()
    page.choose.click()
    opened.preferences.change(country="de")
    settle()
    assert opened.order() == ["de", "everywhere", "at", "us"]
    assert page.countries.button("de").isChecked()


@pytest.mark.parametrize(
    ("country", "order"),
    [("de", ["de", "everywhere", "at", "us"]), ("atlantis", ["everywhere", "at", "de", "us"])],
)
def test_the_country_of_the_settings_stands_first(qtbot: QtBot, country: str, order: list[str]) -> None:
    opened = Opened(qtbot, country=country)
    page = opened.show()
    assert opened.order() == order
    chosen = country if country == order[0] else "none"
    assert page.countries.button(chosen).isChecked()
    assert page.choose.words == ("Choose a country" if chosen == "none" else "Choose another country")


def test_only_what_was_copied_last_says_so(qtbot: QtBot) -> None:
    page = Opened(qtbot).show()
    rows = [number for row in page.rows_shown() for number in row.numbers]
    assert len(rows) > 3
    for row in rows[:3]:
        row.copy.click()
        assert QGuiApplication.clipboard().text() == row.number
        assert [one.number for one in rows if one.copy.text() == "Copied"] == [row.number]


def test_rows_of_more_than_a_year_are_marked_when_the_page_is_opened(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.show()
    assert len(page.rows_shown()) == len(LINES)
    assert not any("may have changed" in row.told.text() for row in page.rows_shown())
    opened.day = DAY + timedelta(days=366)
    page.opened()
    assert all("may have changed" in row.told.text() for row in page.rows_shown())


@pytest.mark.parametrize("country", ["none", "us"])
def test_tab_goes_as_one_reads(qtbot: QtBot, country: str) -> None:
    page = Opened(qtbot, FULL, country).show(height=3000)
    first = page.first_to_focus()
    assert first is not None
    first.setFocus()
    tops, seen = [], 0
    while page.isAncestorOf(widget := page.focusWidget() or page) and seen < 20:
        tops.append(widget.mapTo(page.body, widget.rect().center()).y())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        seen += 1
        if page.focusWidget() is first:
            break
    assert len(tops) == 12
    assert all(after >= before - 30 for before, after in pairwise(tops))


@pytest.mark.parametrize("country", ["none", "us"])
@pytest.mark.parametrize("own", [FULL, HardTimes()])
def test_a_screen_reader_meets_all_as_one_reads(qtbot: QtBot, country: str, own: HardTimes) -> None:
    page = Opened(qtbot, own, country).show(height=3000)
    page.choose.click()
    settle()
    met = [one for one in spoken(page.body) if one.isVisible()]
    assert len(met) > 20
    tops = [one.mapTo(page.body, one.rect().center()).y() for one in met]
    assert all(after >= before - 10 for before, after in pairwise(tops))


def spoken(root: QWidget) -> Iterator[QLabel | QAbstractButton]:
    for child in root.children():
        if isinstance(child, QLabel | QAbstractButton):
            yield child
        elif isinstance(child, QWidget):
            yield from spoken(child)


@pytest.mark.parametrize(("width", "scale"), [(360, 2.0), (360, 1.0), (900, 1.0), (900, 2.0), (1440, 1.0)])
def test_everything_finds_its_room(qtbot: QtBot, width: int, scale: float) -> None:
    page = Opened(qtbot, FULL).of_all(width, 420, scale)
    page.choose.click()
    settle()
    assert (too_small(page), nameless(page)) == ([], [])
    assert len(page.rows_shown()) > 40
    for widget in page.held.findChildren(QWidget):
        if widget.isVisible() and widget.parentWidget() is not None:
            right = widget.mapTo(page.held, widget.rect().topRight()).x()
            assert right <= page.held.width(), widget
        if isinstance(widget, QLabel) and widget.isVisible() and widget.hasHeightForWidth():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
