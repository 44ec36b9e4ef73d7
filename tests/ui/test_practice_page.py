from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kindtimer.core.entry import Door
from kindtimer.core.practice_plan import Length, PracticePlan
from kindtimer.core.wish import Wish
from kindtimer.core.words import speak
from kindtimer.ui.practice_page import PracticePage
from tests.gallery import plans
from tests.ui.dressing import dressed, nameless, settle, too_small

DEEP, WARM = "compassionate_letter", "compassion_break"
ASKED = "This one can stir things up. Now, or another time?"


class Opened:
    def __init__(self, qtbot: QtBot, plan: PracticePlan, scale: float = 1.0) -> None:
        self.plan, self.done = plan, list[object]()
        self.page = PracticePage(lambda: self.plan, self.done.append, lambda: self.done.append("back"))
        qtbot.addWidget(self.page)
        self.page.resize(812, 600)
        dressed(self.page, scale=scale)
        self.page.show()
        self.open(plan)

    def open(self, plan: PracticePlan) -> None:
        self.plan = plan
        self.page.opened()
        settle()

    def words(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("name", list(plans()))
def test_all_that_is_known_of_each_practice_stands_there(qtbot: QtBot, name: str) -> None:
    plan = plans()[name]
    words = Opened(qtbot, plan).words()
    for said in (plan.title, plan.about, plan.benefit, plan.caution, plan.evidence):
        assert said in words
    assert [line for line in words if plan.source and plan.source in line] or not plan.source
    assert "" not in words


class Marked(NullTranslations):
    def gettext(self, message: str) -> str:
        return f"«{message}"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return one if count == 1 else many


@pytest.fixture
def marked() -> Iterator[None]:
    speak(Marked())
    yield
    speak(NullTranslations())


@pytest.mark.usefixtures("marked")
def test_all_that_a_file_says_is_told_in_the_language_that_is_spoken(qtbot: QtBot) -> None:
    plan = plans()[DEEP]
    words = Opened(qtbot, plan).words()
    for said in (plan.title, plan.about, plan.benefit, plan.caution, plan.evidence):
        assert f"«{said}" in words
        assert said not in words


def test_the_short_one_is_usual_and_another_length_is_for_this_time(qtbot: QtBot) -> None:
    opened = Opened(qtbot, plans()[WARM])
    page = opened.page
    assert page.choices is not None
    page.begin.click()
    page.choices.button(Length.FULL).click()
    page.begin.click()
    opened.open(plans()["if_then"])
    opened.open(plans()[WARM])
    page.begin.click()
    lengths = [Length.SHORT, Length.FULL, Length.SHORT]
    assert opened.done == [Wish(Door.PRACTICE, practice=WARM, length=one) for one in lengths]


def test_each_length_says_about_how_long_it_takes(qtbot: QtBot) -> None:
    page = Opened(qtbot, plans()[WARM]).page
    assert page.choices is not None
    told = [page.choices.button(length).accessibleName() for length in Length]
    assert told == ["A moment · 1 minute", "Short · 2 minutes", "In full · 5 minutes"]


def test_a_single_length_is_told_and_leaves_no_choice(qtbot: QtBot) -> None:
    full = MappingProxyType({Length.FULL: plans()[WARM].steps[Length.FULL]})
    opened = Opened(qtbot, replace(plans()[WARM], steps=full))
    assert opened.page.choices is None
    assert "5 minutes" in opened.words()
    opened.page.begin.click()
    assert opened.done == [Wish(Door.PRACTICE, practice=WARM, length=Length.FULL)]


def test_one_that_can_stir_things_up_asks_first_and_both_answers_are_equal(qtbot: QtBot) -> None:
    opened = Opened(qtbot, plans()[DEEP])
    page = opened.page
    assert ASKED not in opened.words()
    page.begin.click()
    settle()
    assert opened.done == []
    assert ASKED in opened.words()
    assert page.begin.isHidden()
    now, another = page.question.now, page.question.another
    assert now.size() == another.size()
    another.click()
    page.begin.click()
    now.click()
    assert opened.done == ["back", Wish(Door.PRACTICE, practice=DEEP, length=Length.SHORT)]
    assert page.question.isHidden()


def test_escape_takes_the_question_back_first(qtbot: QtBot) -> None:
    page = Opened(qtbot, plans()[DEEP]).page
    assert not page.step_back()
    page.begin.click()
    assert page.step_back()
    assert page.question.isHidden()
    assert page.begin.isVisible()
    assert not page.step_back()


def test_a_warming_one_asks_nothing(qtbot: QtBot) -> None:
    opened = Opened(qtbot, plans()[WARM])
    opened.page.begin.click()
    assert len(opened.done) == 1
    assert ASKED not in opened.words()


def test_one_of_a_pack_says_that_it_came_from_a_file(qtbot: QtBot) -> None:
    opened = Opened(qtbot, replace(plans()[WARM], packed="somebody"))
    line = "This came from a file; KindTimer cannot know who made it."
    assert line in opened.words()
    opened.open(plans()[WARM])
    assert line not in opened.words()


@pytest.mark.parametrize("name", list(plans()))
def test_begin_is_as_large_as_every_start_and_in_sight_in_a_small_window(qtbot: QtBot, name: str) -> None:
    page = Opened(qtbot, plans()[name]).page
    assert (page.begin.width(), page.begin.height()) == (200, 56)
    assert page.begin.mapTo(page.viewport(), page.begin.rect().bottomLeft()).y() < 600
    assert page.first_to_focus() is page.begin


def test_what_has_the_keyboard_is_in_sight_at_large_type_too(qtbot: QtBot) -> None:
    page = Opened(qtbot, plans()[DEEP], 2.0).page
    assert page.first_to_focus() is page.back
    page.begin.click()
    for _ in range(3):
        settle()
    seen = page.question.now.mapTo(page.viewport(), page.question.now.rect().bottomLeft()).y()
    assert page.question.now.hasFocus()
    assert 0 < seen <= page.viewport().height()


@pytest.mark.parametrize("name", [WARM, DEEP])
def test_tab_goes_from_the_top_down(qtbot: QtBot, name: str) -> None:
    opened = Opened(qtbot, plans()["if_then"])
    opened.open(plans()[name])
    page = opened.page
    assert page.choices is not None
    page.back.setFocus()
    gone = []
    for _ in range(3):
        gone.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert gone == [page.back, page.choices.button(Length.SHORT), page.begin]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", [WARM, DEEP])
def test_all_of_it_can_be_hit_and_is_named(qtbot: QtBot, name: str, scale: float) -> None:
    page = Opened(qtbot, plans()[name], scale).page
    assert (too_small(page), nameless(page)) == ([], [])
    page.begin.click()
    settle()
    assert (too_small(page), nameless(page)) == ([], [])
