from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
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
        self.day, self.edited = DAY, 0
        self.page = HelpNowPage(LINES, self.preferences, self.keeper, self.today, edit=self.edit)
        qtbot.addWidget(self.page)

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


def test_the_first_help_stands_before_anything_to_read(qtbot: QtBot) -> None:
    texts = read_down(Opened(qtbot).show())
    assert texts[0] == "Help now"
    order = [
        texts.index(one)
        for one in (
            "My page for hard times",
            "findahelpline.com",
            "In danger, the emergency number of the country comes first. It leads each list here.",
            "Austria",
            "142",
            "Germany",
            "112",
            "0800 111 0 111",
            "0800 111 0 222",
            "United States",
            "988",
        )
    ]
    assert order == sorted(order)


def test_it_says_that_nobody_called(qtbot: QtBot) -> None:
    assert "nobody called it" in read_down(Opened(qtbot).show())[-1]


def test_an_empty_page_is_one_quiet_line_and_a_way_to_make_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.show()
    assert page.own_told.text() == "Nothing stands here."
    assert page.to_numbers.isHidden()
    assert page.edit.accessibleName() == "Make a page for hard times, ahead of them"
    qtbot.mouseClick(page.edit, Qt.MouseButton.LeftButton)
    assert opened.edited == 1
    assert page.first_to_focus() is page.directory[0].numbers[0].copy


def test_a_page_that_is_filled_stands_first_section_by_section(qtbot: QtBot) -> None:
    opened = Opened(qtbot, FULL)
    page = opened.show()
    assert [(one.accessibleName(), one.words) for one in page.own] == [
        ("Early signs", "no sleep"),
        ("People", "Mila 0171 234 5678"),
        ("What I want to remember", "It moved before."),
    ]
    assert page.own_told.isHidden()
    assert page.edit.accessibleName() == "Change this page"
    opened.keeper.page = HardTimes(places="the bench")
    page.opened()
    assert [one.words for one in page.own] == ["the bench"]


def test_a_long_page_does_not_stand_between_a_person_and_the_numbers(qtbot: QtBot) -> None:
    page = Opened(qtbot, HardTimes(eases="x" * 4000, places="word " * 800, people="🌱 שלום " * 500)).show()
    assert page.first_to_focus() is page.to_numbers
    qtbot.mouseClick(page.to_numbers, Qt.MouseButton.LeftButton)
    number = page.directory[0].numbers[0].shown
    top = number.mapTo(page.viewport(), number.rect().topLeft()).y()
    assert 0 <= top < page.viewport().height() / 2
    assert page.directory[0].numbers[0].copy.hasFocus()
    for field in page.own:
        assert (field.verticalScrollBar().maximum(), field.horizontalScrollBar().maximum()) == (0, 0)


def test_a_journal_that_cannot_be_read_is_one_calm_line(qtbot: QtBot) -> None:
    told = "Another program holds the journal."
    page = Opened(qtbot, HardTimes(trouble=told, can_be_kept=False)).show()
    assert page.own_told.text() == told
    assert page.edit.isHidden()
    assert page.directory[0].isVisible()


def test_a_country_moves_up_and_none_is_hidden(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.show()
    assert opened.order() == ["at", "de", "us"]
    assert page.countries.isHidden()
    qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.countries.button("us"), Qt.MouseButton.LeftButton)
    settle()
    assert opened.preferences.settings.country == "us"
    assert opened.order() == ["us", "at", "de"]
    assert page.which.text() == "United States stands first. All others follow, by name."
    assert all(card.isVisible() for card in page.cards.values())
    qtbot.mouseClick(page.countries.button("none"), Qt.MouseButton.LeftButton)
    settle()
    assert opened.order() == ["at", "de", "us"]


@pytest.mark.parametrize(("country", "order"), [("de", ["de", "at", "us"]), ("atlantis", ["at", "de", "us"])])
def test_the_country_of_the_settings_stands_first(qtbot: QtBot, country: str, order: list[str]) -> None:
    opened = Opened(qtbot, country=country)
    opened.show()
    assert opened.order() == order


def test_only_what_was_copied_last_says_so(qtbot: QtBot) -> None:
    page = Opened(qtbot).show()
    rows = [number for row in page.rows_shown() for number in row.numbers]
    for row in rows[:3]:
        row.copy.click()
        assert QGuiApplication.clipboard().text() == row.number
        assert [one.copy.text() for one in rows].count("Copied") == 1
        assert row.copy.text() == "Copied"


def test_rows_of_more_than_a_year_are_marked_when_the_page_is_opened(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.show()
    assert not any("may have changed" in row.read.text() for row in page.rows_shown())
    opened.day = DAY + timedelta(days=366)
    page.opened()
    assert all("may have changed" in row.read.text() for row in page.rows_shown())


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
    assert len(tops) > 12
    assert all(after >= before - 30 for before, after in pairwise(tops))


@pytest.mark.parametrize(("width", "scale"), [(360, 2.0), (360, 1.0), (900, 1.0), (900, 2.0), (1440, 1.0)])
def test_everything_finds_its_room(qtbot: QtBot, width: int, scale: float) -> None:
    opened = Opened(qtbot, FULL)
    opened.page = HelpNowPage(
        read_help_lines(assets() / "help_lines.toml"),
        opened.preferences,
        opened.keeper,
        opened.today,
        edit=opened.edit,
    )
    qtbot.addWidget(opened.page)
    page = opened.show(width, 420, scale)
    page.choose.click()
    settle()
    assert (too_small(page), nameless(page)) == ([], [])
    for widget in page.held.findChildren(QWidget):
        if widget.isVisible() and widget.parentWidget() is not None:
            right = widget.mapTo(page.held, widget.rect().topRight()).x()
            assert right <= page.held.width(), widget
        if isinstance(widget, QLabel) and widget.isVisible() and widget.hasHeightForWidth():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
